import type { SmtpReply } from './replies.ts';
import { type Encryption, type Endpoint, SmtpConnection } from './smtp-connection.ts';
import { SmtpTrouble, type SmtpTroubleCode } from './smtp-trouble.ts';

/** One query to one mail server. */
export interface MailboxQuestion {
  readonly endpoint: Endpoint;
  /** The name in the MX record, which a certificate is checked against. */
  readonly serverName: string;
  /** PEM, the only trusted authority; undefined: those that this machine trusts. */
  readonly trusted?: string | undefined;
  /** Our HELO name; a public one that resolves to us, or many servers refuse to talk. */
  readonly heloName: string;
  readonly recipient: string;
  /** The local part is not ASCII (RFC 6531). */
  readonly needsSmtpUtf8: boolean;
  /** The time limits of one step and of the whole session, in milliseconds. */
  readonly replyTimeoutMs: number;
  readonly sessionTimeoutMs: number;
}

export type SessionStage = 'connect' | 'greeting' | 'hello' | 'encryption' | 'sender' | 'recipient';

/** How a session ended. Only `answered` says anything about the mailbox. */
export type SessionOutcome =
  | { readonly kind: 'answered'; readonly reply: SmtpReply; readonly encryption: Encryption }
  | { readonly kind: 'turned-away'; readonly stage: SessionStage; readonly reply: SmtpReply }
  | { readonly kind: 'no-smtputf8' }
  | { readonly kind: 'trouble'; readonly stage: SessionStage; readonly code: SmtpTroubleCode };

const leaveTakingMs = 1000;

/**
 * Checks one mailbox with a mail server: EHLO, STARTTLS when offered, MAIL with the null reverse-path, one RCPT, QUIT;
 * never DATA (CV-5). Costs at most the session's time limit and one reply of memory; never rejects.
 */
export async function askAboutMailbox(question: MailboxQuestion): Promise<SessionOutcome> {
  const session = new MailboxSession(question);
  try {
    return await session.run();
  } catch (error) {
    const code = error instanceof SmtpTrouble ? error.code : 'not-smtp';
    return { kind: 'trouble', stage: session.stage, code };
  } finally {
    await session.end();
  }
}

class MailboxSession {
  stage: SessionStage = 'connect';
  private readonly deadline: number;
  private connection: SmtpConnection | undefined;

  constructor(private readonly question: MailboxQuestion) {
    this.deadline = performance.now() + question.sessionTimeoutMs;
  }

  async run(): Promise<SessionOutcome> {
    const connection = await SmtpConnection.open(this.question.endpoint, this.leftMs());
    this.connection = connection;
    this.stage = 'greeting';
    const greeting = await connection.readReply(this.leftMs());
    if (greeting.code !== 220) return this.turnedAway(greeting);
    const extensions = await this.greet(connection);
    if (!(extensions instanceof Set)) return this.turnedAway(extensions);
    return this.askForRecipient(connection, extensions);
  }

  async end(): Promise<void> {
    await this.connection?.quit(Math.min(leaveTakingMs, this.leftMs()));
  }

  /** Sends EHLO, encrypts when offered and repeats EHLO; a reply instead of extensions is a refusal. */
  private async greet(connection: SmtpConnection): Promise<Set<string> | SmtpReply> {
    const offered = await this.sayHello(connection);
    if (!(offered instanceof Set) || !offered.has('STARTTLS')) return offered;
    this.stage = 'encryption';
    const agreed = await connection.send('STARTTLS', this.leftMs());
    // Encryption that is offered but unavailable (454) is no reason to stop.
    if (agreed.code !== 220) return offered;
    await connection.encrypt(this.question, this.leftMs());
    return this.sayHello(connection);
  }

  private async sayHello(connection: SmtpConnection): Promise<Set<string> | SmtpReply> {
    this.stage = 'hello';
    const reply = await connection.send(`EHLO ${this.question.heloName}`, this.leftMs());
    if (reply.code === 250) return readExtensions(reply);
    if (reply.code < 500) return reply;
    const plain = await connection.send(`HELO ${this.question.heloName}`, this.leftMs());
    return plain.code === 250 ? new Set() : plain;
  }

  private async askForRecipient(
    connection: SmtpConnection,
    extensions: ReadonlySet<string>,
  ): Promise<SessionOutcome> {
    const { needsSmtpUtf8, recipient } = this.question;
    if (needsSmtpUtf8 && !extensions.has('SMTPUTF8')) return { kind: 'no-smtputf8' };
    this.stage = 'sender';
    const sender = needsSmtpUtf8 ? 'MAIL FROM:<> SMTPUTF8' : 'MAIL FROM:<>';
    const accepted = await connection.send(sender, this.leftMs());
    if (accepted.code !== 250) return this.turnedAway(accepted);
    this.stage = 'recipient';
    const reply = await connection.send(`RCPT TO:<${recipient}>`, this.leftMs());
    // The server hangs up (RFC 5321, section 3.8): that is about the session, not about the mailbox.
    if (reply.code === 421) return this.turnedAway(reply);
    return { kind: 'answered', reply, encryption: connection.encryption };
  }

  private turnedAway(reply: SmtpReply): SessionOutcome {
    return { kind: 'turned-away', stage: this.stage, reply };
  }

  private leftMs(): number {
    return Math.max(1, Math.min(this.question.replyTimeoutMs, this.deadline - performance.now()));
  }
}

function readExtensions(reply: SmtpReply): Set<string> {
  const [, ...lines] = reply.text.toUpperCase().split('\n');
  return new Set(lines.map((line) => line.split(' ')[0] ?? ''));
}
