import { tryHours } from './mail.rules.ts';

/** What went wrong with an email: in plain words, and as the mail server put it. */
export interface MailProblem {
  readonly words: string;
  readonly said: string | null;
}

interface Meaning {
  readonly pattern: RegExp;
  readonly words: string;
}

/**
 * By the codes of RFC 3463 and RFC 5321, the more specific ones first; then by our own words for broken connections.
 */
const meanings: readonly Meaning[] = [
  { pattern: /\b5\.1\.(?:1|6|10)\b/, words: 'There is no such mailbox.' },
  { pattern: /\b5\.1\.\d/, words: 'The address can’t be right.' },
  { pattern: /\b[45]\.2\.2\b|\b552\b/, words: 'The mailbox is full.' },
  { pattern: /\b5\.2\.1\b/, words: 'The mailbox is disabled.' },
  { pattern: /\b5\.7\.\d/, words: 'The mail server rejects email from this installation.' },
  { pattern: /^55[013]/, words: 'The mail server does not know the recipient.' },
  { pattern: /^5\d\d/, words: 'The mail server rejected the email.' },
  { pattern: /^4\d\d/, words: 'The mail server could not accept the email at that moment.' },
  {
    pattern: /user name and password/,
    words: 'The mail server did not accept the settings of this installation.',
  },
  { pattern: /mail server/, words: 'The mail server could not be reached.' },
];

const givenUp = /^Given up after \d+ hours\. /;

/** Explains the stored error of the last attempt; null: nothing went wrong. */
export function explainProblem(error: string | null): MailProblem | null {
  if (error === null) return null;
  const said = error.replace(givenUp, '');
  const words = meanings.find(({ pattern }) => pattern.test(said))?.words ?? 'The email could not be sent.';
  const ending = givenUp.test(error) ? ` It was tried for ${tryHours} hours.` : '';
  return { words: words + ending, said };
}
