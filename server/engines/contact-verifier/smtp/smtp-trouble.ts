/** Why a session failed. None of these says anything about a mailbox (CV-4). */
export type SmtpTroubleCode =
  | 'connect-failed'
  | 'timeout'
  | 'connection-cut'
  | 'line-too-long'
  | 'reply-too-long'
  | 'not-smtp'
  | 'out-of-turn'
  | 'tls-failed'
  | 'unsafe-command';

/** A session with a mail server broke off; the message is for logs and contains no contact detail. */
export class SmtpTrouble extends Error {
  constructor(readonly code: SmtpTroubleCode) {
    super(`SMTP session broke off: ${code}`);
  }
}
