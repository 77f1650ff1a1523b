import { createTransport } from 'nodemailer';
import { cutText } from '../../../contract/cut.ts';
import { writeMessage } from './message.ts';

/** An email as it is sent: one recipient, text and HTML. */
export interface OutgoingMail {
  /** Derived from the email's id, so that an email that is sent again is the same message. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * How an attempt ended. `refused`: the server says that it will never accept this email; `address`: because of its
 * recipient. `unreachable`: no server answered, so other emails need not try now. `later`: it may work another time.
 */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly error: string; readonly address: boolean }
  | { readonly kind: 'later' | 'unreachable'; readonly error: string }
  /** By the time a connection was free, it was no longer to be sent. */
  | { readonly kind: 'not-tried' };

/** Sends email. */
export interface MailTransport {
  /** @param isStillWanted called when a connection is free for it */
  send(mail: OutgoingMail, isStillWanted?: () => boolean): Promise<SendOutcome>;
  close(): void;
}

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, `smtps://…` for TLS from the first byte. */
  readonly url: string;
  /** The sender, as `Name <address>`. */
  readonly from: string;
  /** The number of concurrent connections; emails wait for a free one. */
  readonly connections?: number;
}

const connectSeconds = 15;
const silentSeconds = 45;
const wholeSeconds = 90;

/** Sends through a mail server (RFC 5321), over a few connections that stay open while there is something to send. */
export function smtpTransport({ url, from, connections = 5 }: SmtpSettings): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 200,
    connectionTimeout: connectSeconds * 1000,
    greetingTimeout: connectSeconds * 1000,
    socketTimeout: silentSeconds * 1000,
    // An email contains only what we pass: nothing is read from disk or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // For a connection that breaks while idle; without a listener it would end the process.
  transport.on('error', () => undefined);
  const places = new Places(connections);
  return {
    send: async ({ to, headers, ...mail }, isStillWanted = () => true) => {
      await places.take();
      const limit = timeLimit();
      try {
        if (!isStillWanted()) return { kind: 'not-tried' };
        const sent = transport.sendMail(
          writeMessage({
            ...mail,
            from,
            to: { name: oneLine(to.name), address: to.address },
            headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
          }),
        );
        return await Promise.race([sent.then(() => ({ kind: 'sent' }) as const), limit.reached]);
      } catch (error) {
        return outcomeOf(error);
      } finally {
        limit.clear();
        places.giveBack();
      }
    },
    close: () => transport.close(),
  };
}

/**
 * Limits concurrent sends; the others wait in order. The library would queue them too, and continue after we have given
 * up.
 */
class Places {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

/** A server that answers a little at a time must not hold up a worker forever. */
function timeLimit(): { reached: Promise<SendOutcome>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const error = `The mail server took longer than ${wholeSeconds} seconds`;
  const reached = new Promise<SendOutcome>((resolve) => {
    timer = setTimeout(resolve, wholeSeconds * 1000, { kind: 'unreachable', error }).unref();
  });
  return { reached, clear: () => clearTimeout(timer) };
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

/** What a failure of the library means; network errors are never the email's fault. */
function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode, response, command, message } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
    command?: string;
    message?: string;
  };
  const said = cutText((response ?? message ?? '').replace(/\s+/g, ' '), 300);
  if (code !== undefined && unreachable.has(code)) {
    return { kind: 'unreachable', error: `${words[code]}: ${said}` };
  }
  if (responseCode !== undefined && responseCode >= 500) {
    return { kind: 'refused', error: said, address: command === 'RCPT TO' && refusesAddress(said) };
  }
  return { kind: 'later', error: said || 'The mail could not be sent' };
}

/** True when an answer says that the mailbox does not exist (RFC 3463: 5.1.x, 5.2.1), not that we are unwelcome. */
function refusesAddress(response: string): boolean {
  const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  if (!enhanced) return /^55[013]/.test(response);
  return enhanced[1] === '1' || (enhanced[1] === '2' && enhanced[2] === '1');
}
