import type { Sentence } from '../sentences.ts';

const faults = new Map<string, Sentence>();

/**
 * The message with which a schema says a fault. Schemas are made once, for every reader, and their library keeps texts
 * alone: the message is English, and leads back to the sentence ({@link faultBehind}).
 */
export function said(fault: Sentence): string {
  const message = String(fault);
  faults.set(message, fault);
  return message;
}

/** The sentence behind the message of a schema; undefined for what the library says in its own words. */
export function faultBehind(message: string): Sentence | undefined {
  return faults.get(message);
}
