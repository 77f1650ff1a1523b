import { expect, it } from 'vitest';
import { readAll } from '../../../contract/sentences.ts';
import { explainProblem } from './mail-problem.rules.ts';

it.each([
  ['550 5.1.1 <a@b.test>: Recipient address rejected', 'There is no such mailbox.'],
  ['550 5.1.2 Bad destination host', 'The address can’t be right.'],
  ['452 4.2.2 Mailbox full', 'The mailbox is full.'],
  ['550 5.2.1 Mailbox disabled', 'The mailbox is disabled.'],
  ['550 5.7.1 Relaying denied', 'The mail server rejects email from this installation.'],
  ['550 Unknown user', 'The mail server does not know the recipient.'],
  ['554 Transaction failed', 'The mail server rejected the email.'],
  ['451 Try again later', 'The mail server could not accept the email at that moment.'],
  [
    'The mail server did not accept our user name and password: 535 no',
    'The mail server did not accept the settings of this installation.',
  ],
  ['The mail server cannot be reached: ECONNREFUSED', 'The mail server could not be reached.'],
  ['What nobody expected', 'The email could not be sent.'],
])('NT-4 “%s” is explained', (said, words) => {
  expect(readAll(explainProblem(said), 'en')).toEqual({ words, said });
});

it('NT-4 says that it was tried until its time was over, and nothing when nothing went wrong', () => {
  expect(readAll(explainProblem('Given up after 72 hours. 451 Later'), 'en')).toEqual({
    words: 'The mail server could not accept the email at that moment. It was tried for 72 hours.',
    said: '451 Later',
  });
  expect(explainProblem(null)).toBeNull();
});
