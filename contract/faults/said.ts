import type { Sentence } from '../sentences.ts';

const faults = new Map<string, Sentence>();

/**
 * The message that a schema gives for a fault. Schemas are built once, for every reader, and their library stores only
 * strings: the message is English, and {@link faultBehind} finds its sentence.
 */
export function said(fault: Sentence): string {
  const message = String(fault);
  faults.set(message, fault);
  return message;
}

/** The sentence behind a schema's message; undefined for the library's own messages. */
export function faultBehind(message: string): Sentence | undefined {
  return faults.get(message);
}
