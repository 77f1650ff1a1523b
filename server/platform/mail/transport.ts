import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

/** A mail as it goes out: one recipient, text and HTML. */
export interface OutgoingMail {
  /** Made from the mail's id, so that a mail that is sent again is the same mail. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * How an attempt ended. `refused`: the server says that this mail will never be taken; `address`: because of its
 * recipient. `unreachable`: no server answered, so other mails need not try now. `later`: it may work another time.
 */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly error: string; readonly address: boolean }
  | { readonly kind: 'later' | 'unreachable'; readonly error: string };

/** The way out for mail. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  close(): void;
}

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, `smtps://…` for TLS from the first byte. */
  readonly url: string;
  /** The sender, as `Name <address>`. */
  readonly from: string;
}

const connectSeconds = 15;
const silentSeconds = 45;
const wholeSeconds = 90;

/** Sends through a mail server (RFC 5321), over a few connections that stay open while there is something to send. */
export function smtpTransport({ url, from }: SmtpSettings): MailTransport {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 5,
      maxMessages: 200,
      connectionTimeout: connectSeconds * 1000,
      greetingTimeout: connectSeconds * 1000,
      socketTimeout: silentSeconds * 1000,
      // A mail is what we say it is: nothing is read from disk or fetched for it.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    send: async ({ to, headers, ...mail }) => {
      try {
        const sent = transport.sendMail({
          ...mail,
          to: { name: oneLine(to.name), address: to.address },
          headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
        });
        return await Promise.race([sent.then(() => ({ kind: 'sent' }) as const), tooSlow()]);
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A server that answers a little at a time must not hold a worker for ever. */
async function tooSlow(): Promise<SendOutcome> {
  await sleep(wholeSeconds * 1000, undefined, { ref: false });
  return { kind: 'unreachable', error: `The mail server took longer than ${wholeSeconds} seconds` };
}

/** A name comes from people: no line of it may become a header. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

const words: Record<string, string> = {
  EDNS: 'The name of the mail server cannot be found',
  ECONNECTION: 'The mail server cannot be reached',
  ESOCKET: 'The connection to the mail server broke',
  ETIMEDOUT: 'The mail server did not answer in time',
  ETLS: 'A secure connection to the mail server could not be made',
  EAUTH: 'The mail server did not accept our user name and password',
};
const unreachable = new Set(['EDNS', 'ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'ETLS', 'EAUTH']);

/** What a failure of the library means; errors of the network are never the mail's fault. */
function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode, response, command, message } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
    command?: string;
    message?: string;
  };
  const said = (response ?? message ?? '').replace(/\s+/g, ' ').slice(0, 300);
  if (code !== undefined && unreachable.has(code)) {
    return { kind: 'unreachable', error: `${words[code]}: ${said}` };
  }
  if (responseCode !== undefined && responseCode >= 500) {
    return { kind: 'refused', error: said, address: command === 'RCPT TO' && refusesAddress(said) };
  }
  return { kind: 'later', error: said || 'The mail could not be sent' };
}

/** True when an answer says that the mailbox is not there (RFC 3463: 5.1.x, 5.2.1), not that we are unwelcome. */
function refusesAddress(response: string): boolean {
  const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  if (!enhanced) return /^55[013]/.test(response);
  return enhanced[1] === '1' || (enhanced[1] === '2' && enhanced[2] === '1');
}
