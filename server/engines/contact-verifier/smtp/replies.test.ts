import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEarlyRefusal, readRecipientReply, type SmtpReply } from './replies.ts';
import { ReplyReader } from './reply-reader.ts';

/** Parses the reply from wire format, so that its enhanced code is found as in production. */
function replyOf(line: string): SmtpReply {
  const reader = new ReplyReader();
  reader.push(Buffer.from(`${line}\r\n`));
  const reply = reader.take();
  if (!reply) throw new Error('that is no reply');
  return reply;
}

const meanings = [
  ['250 2.1.5 Ok', 'accepted'],
  ['251 User not local; will forward', 'accepted'],
  ['252 Cannot verify', 'unclear'],
  ['550 5.1.1 The email account that you tried to reach does not exist', 'no-such-mailbox'],
  ['550 5.1.1 <ada@example.com>: User unknown in relay recipient table', 'no-such-mailbox'],
  ['550-5.1.1 The account does not exist.\r\n550 5.1.1 Learn more elsewhere', 'no-such-mailbox'],
  ['550 5.1.10 Recipient not found', 'no-such-mailbox'],
  ['550 5.1.2 Bad destination system', 'no-such-mailbox'],
  ['553 5.1.3 Bad destination syntax', 'no-such-mailbox'],
  ['551 5.1.6 Mailbox has moved', 'no-such-mailbox'],
  ['556 5.1.10 Domain does not accept mail', 'no-such-mailbox'],
  ['550 5.2.1 The account is disabled', 'mailbox-disabled'],
  ['550 sorry, no mailbox here by that name (#5.1.1)', 'no-such-mailbox'],
  ['550 No such user here', 'no-such-mailbox'],
  ['550 Unknown user', 'no-such-mailbox'],
  ['553 The recipient address does not exist', 'no-such-mailbox'],
  ['554 delivery error: This user doesn’t have a yahoo.com account', 'no-such-mailbox'],
  ['550 5.1.0 Unknown recipient', 'no-such-mailbox'],
  ['550 5.0.0 User unknown', 'no-such-mailbox'],
  ['550 5.1.0 Address rejected', 'unclear'],
  ['550 5.1.4 Ambiguous', 'unclear'],
  ['550 5.1.7 Bad sender', 'policy'],
  ['550 5.1.8 Domain of the envelope is bad', 'unclear'],
  ['550 5.1.1 Sender address rejected: User unknown', 'policy'],
  ['550 5.1.1 Client host [192.0.2.1] blocked using zen.spamhaus.org', 'blocklisted'],
  ['550 5.7.1 User unknown', 'policy'],
  ['550 5.7.1 Unable to relay', 'policy'],
  ['550 relay not permitted', 'policy'],
  ['550 Access denied - unknown user', 'policy'],
  ['550 5.4.1 Recipient address rejected: Access denied', 'policy'],
  ['550 5.3.2 System not accepting', 'unclear'],
  ['550 5.5.0 Requested action not taken: mailbox unavailable', 'unclear'],
  ['550 mailbox unavailable', 'unclear'],
  ['550 Unrouteable address', 'unclear'],
  ['550 <unknown user@example.com>: rejected', 'unclear'],
  ['554 Transaction failed', 'unclear'],
  ['521 Host does not accept mail', 'unclear'],
  ['500 5.1.1 Syntax error', 'no-such-mailbox'],
  ['550 4.1.1 No such user', 'unclear'],
  ['552 5.2.2 Mailbox full', 'mailbox-full'],
  ['552 Quota exceeded', 'mailbox-full'],
  ['552 Requested action aborted, mailbox not found', 'unclear'],
  ['452 4.2.2 The recipient is over quota', 'mailbox-full'],
  ['452 4.5.3 Too many recipients', 'temporary'],
  ['450 4.2.0 Greylisted', 'greylisted'],
  ['451 4.7.1 Please try again later', 'greylisted'],
  ['450 4.2.1 Receiving mail too quickly', 'greylisted'],
  ['451 Graylisted', 'greylisted'],
  ['450 5.1.1 No such user', 'temporary'],
  ['450 4.1.1 Unverified recipient', 'temporary'],
  ['451 4.3.0 Local error', 'temporary'],
  ['421 4.7.0 Your host is on a block list', 'blocklisted'],
  ['354 Go ahead', 'unclear'],
  // The code for a missing mailbox, with words that say something else.
  [
    '550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered',
    'temporary',
  ],
  ['550 5.1.1 mailbox full', 'mailbox-full'],
  ['550 5.1.1 <ada@example.com> Mailbox is full', 'mailbox-full'],
  ['550 5.1.1 The account is out of storage space', 'mailbox-full'],
  ['550 5.1.1 User over quota', 'mailbox-full'],
  ['550 5.1.1 Mailbox size limit exceeded, quota exceeded', 'mailbox-full'],
  ['554 5.2.1 Insufficient disk space', 'mailbox-full'],
  ['550 5.1.1 Too many invalid recipients', 'temporary'],
  ['550 5.1.1 Too many unknown recipients in this session', 'temporary'],
  ['550 5.1.1 Recipient greylisted', 'greylisted'],
  ['550 5.1.1 User unknown, try again later', 'greylisted'],
  ['550 5.2.1 Mailbox temporarily disabled', 'temporary'],
  ['550 5.2.1 Rate limit exceeded for this recipient', 'temporary'],
  ['550 User temporarily not found', 'temporary'],
  ['550 5.1.1 Your IP sent to too many invalid users', 'policy'],
  ['550 5.7.1 User unknown; your message looks like spam', 'policy'],
  ['550 5.7.1 Recipient rejected by the organization', 'policy'],
  ['550 5.7.606 Access denied, banned sending IP', 'blocklisted'],
  ['554 5.7.1 The sender does not exist', 'policy'],
  ['550 Account suspended', 'unclear'],
  // A missing mailbox in other words.
  ['550 invalid address', 'no-such-mailbox'],
  ['550 Invalid email address', 'no-such-mailbox'],
  ['550 unknown address', 'no-such-mailbox'],
  ["550 5.7.1 Email doesn't exist. s12-20020a05600c45cc00b gsmtp", 'no-such-mailbox'],
  ['550 5.7.1 The recipient does not exist', 'no-such-mailbox'],
  ['550 No such local user', 'no-such-mailbox'],
  ['550 The email address could not be found', 'no-such-mailbox'],
  ['550 Empfänger unbekannt', 'no-such-mailbox'],
  ['550 Destinataire inconnu', 'no-such-mailbox'],
  ['554 The email account ada@example.com is disabled', 'mailbox-disabled'],
  ['554 This account has been deactivated', 'mailbox-disabled'],
  ['550 Mailbox no longer in use', 'mailbox-disabled'],
  ['550 This user account was closed', 'mailbox-disabled'],
] as const;

describe('CV-1: what a reply to RCPT says', () => {
  it.each(meanings)('%s: %s', (line, meaning) => {
    expect(readRecipientReply(replyOf(line))).toBe(meaning);
  });

  it('CV-4: no temporary reply ever says that there is no mailbox', () => {
    const codes = fc.integer({ min: 400, max: 499 });
    const words = fc.constantFrom(...meanings.map(([line]) => line.slice(4)), 'User unknown', '5.1.1 no');
    fc.assert(
      fc.property(codes, words, (code, text) => {
        const meaning = readRecipientReply({ code, enhanced: null, text });
        expect(['no-such-mailbox', 'mailbox-disabled', 'accepted']).not.toContain(meaning);
      }),
    );
  });

  it('CV-4: what is said before a mailbox was named is never about the mailbox', () => {
    expect(readEarlyRefusal(replyOf('554 5.1.1 No such user'))).toBe('policy');
    expect(readEarlyRefusal(replyOf('554 Your host is blocked'))).toBe('blocklisted');
    expect(readEarlyRefusal(replyOf('421 Try again later'))).toBe('greylisted');
    expect(readEarlyRefusal(replyOf('421 Busy'))).toBe('temporary');
  });

  it('a long and hostile text takes no time', () => {
    const began = performance.now();
    for (const text of ['<'.repeat(200_000), 'user '.repeat(50_000), '@'.repeat(200_000)]) {
      readRecipientReply({ code: 550, enhanced: null, text });
    }
    // It takes two milliseconds; quadratic work takes a minute.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('reading replies from the wire', () => {
  it('puts them together from any pieces', () => {
    const wire = Buffer.from('250-mail.test\r\n250-SIZE 1\r\n250 STARTTLS\r\n');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: wire.length - 1 }), { maxLength: 8 }), (cuts) => {
        const reader = new ReplyReader();
        const edges = [0, ...cuts.sort((one, other) => one - other), wire.length];
        edges.forEach((edge, n) => {
          if (n > 0) reader.push(wire.subarray(edges[n - 1], edge));
        });
        expect(reader.take()).toEqual({ code: 250, enhanced: null, text: 'mail.test\nSIZE 1\nSTARTTLS' });
        expect(reader.hasUnread).toBe(false);
      }),
    );
  });

  it.each([
    ['a second reply', '250 fine\r\n250 fine\r\n', 'out-of-turn'],
    ['no code', 'hello\r\n', 'not-smtp'],
    ['a changed code', '250-fine\r\n550 no\r\n', 'not-smtp'],
    ['a code out of range', '650 fine\r\n', 'not-smtp'],
    ['a long line', `250 ${'x'.repeat(3000)}`, 'line-too-long'],
    ['a long line that ends', `250 ${'x'.repeat(3000)}\r\n`, 'line-too-long'],
    ['many lines', '250-x\r\n'.repeat(200), 'reply-too-long'],
  ])('refuses %s', (_, wire, code) => {
    expect(() => new ReplyReader().push(Buffer.from(wire))).toThrow(code);
  });

  it('never throws anything but its own trouble, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 }), (chunks) => {
        const reader = new ReplyReader();
        try {
          for (const chunk of chunks) reader.push(Buffer.from(chunk));
        } catch (error) {
          expect(error).toHaveProperty('code');
        }
      }),
    );
  });
});
