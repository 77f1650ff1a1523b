import type { FormSignal } from '../../../../contract/intake/lists.ts';
import { looksLikeSpam } from '../../../engines/spam-text/index.ts';
import { countLinks, type FormText } from './text-score.rules.ts';

/**
 * Signals that no person with a browser gives, and words that hardly any request has: one is enough. All others happen
 * to people, too (no JavaScript, a corrected form sent again, a text with links), so only two together are suspicious.
 */
const decisive: ReadonlySet<FormSignal> = new Set([
  'trap-filled',
  'too-quick',
  'token-forged',
  'form-overused',
  'proof-wrong',
  'spam-words',
]);

const manyLinks = 3;

/** True when a submission goes to the operator's quarantine instead of to the partner (IN-7). */
export function isSuspected(signals: readonly FormSignal[]): boolean {
  return signals.length >= 2 || signals.some((signal) => decisive.has(signal));
}

/** What in the text itself suggests spam. */
export function textSignals({ message }: FormText, score: number): FormSignal[] {
  const signals: FormSignal[] = [];
  if (countLinks(message) >= manyLinks) signals.push('many-links');
  if (looksLikeSpam(score)) signals.push('spam-words');
  return signals;
}
