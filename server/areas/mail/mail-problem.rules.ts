import type { Sentence } from '../../../contract/sentences.ts';
import { sentence } from './catalogue.ts';
import { tryHours } from './mail.rules.ts';

/** What went wrong with an email: in plain words, and as the mail server put it. */
export interface MailProblem {
  readonly words: Sentence;
  readonly said: string | null;
}

interface Meaning {
  readonly pattern: RegExp;
  readonly words: Sentence;
}

/**
 * By the codes of RFC 3463 and RFC 5321, the more specific ones first; then by our own words for broken connections.
 */
const meanings: readonly Meaning[] = [
  { pattern: /\b5\.1\.(?:1|6|10)\b/, words: sentence('problem.noMailbox') },
  { pattern: /\b5\.1\.\d/, words: sentence('problem.badAddress') },
  { pattern: /\b[45]\.2\.2\b|\b552\b/, words: sentence('problem.full') },
  { pattern: /\b5\.2\.1\b/, words: sentence('problem.disabled') },
  { pattern: /\b5\.7\.\d/, words: sentence('problem.rejected') },
  { pattern: /^55[013]/, words: sentence('problem.unknownRecipient') },
  { pattern: /^5\d\d/, words: sentence('problem.refused') },
  { pattern: /^4\d\d/, words: sentence('problem.notNow') },
  {
    pattern: /user name and password/,
    words: sentence('problem.settings'),
  },
  { pattern: /mail server/, words: sentence('problem.unreachable') },
];

const givenUp = /^Given up after \d+ hours\. /;

/** Explains the stored error of the last attempt; null: nothing went wrong. */
export function explainProblem(error: string | null): MailProblem | null {
  if (error === null) return null;
  const said = error.replace(givenUp, '');
  const problem = meanings.find(({ pattern }) => pattern.test(said))?.words ?? sentence('problem.unknown');
  const words = givenUp.test(error) ? sentence('problem.givenUp', { problem, hours: tryHours }) : problem;
  return { words, said };
}
