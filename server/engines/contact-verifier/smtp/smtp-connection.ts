import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { SmtpReply } from './replies.ts';
import { ReplyReader } from './reply-reader.ts';
import { SmtpTrouble } from './smtp-trouble.ts';

/** Where a connection really goes. */
export interface Endpoint {
  /** An IP address, never a name: nothing is resolved again here (CV-5). */
  readonly address: string;
  readonly port: number;
}

/** Who a certificate must be for, and from whom: an authority in PEM, or those that this machine trusts. */
export interface ServerIdentity {
  readonly serverName: string;
  readonly trusted?: string | undefined;
}

/** `unverified` is encrypted for whoever answered: mail delivery is opportunistic about certificates (RFC 7435). */
export type Encryption = 'plain' | 'verified' | 'unverified';

const notPrintable = /\p{Cc}/u;

/**
 * One connection to a mail server, on which replies answer commands in turn. Every wait has a time limit, and every
 * failure is an SmtpTrouble.
 */
export class SmtpConnection {
  private reader = new ReplyReader();
  private failure: SmtpTrouble | undefined;
  private wake: () => void = () => {};
  encryption: Encryption = 'plain';

  private constructor(private socket: Socket) {
    this.listen(socket);
  }

  /** @throws SmtpTrouble connect-failed or timeout */
  static open({ address, port }: Endpoint, timeoutMs: number): Promise<SmtpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: address, port });
      const fail = (code: 'connect-failed' | 'timeout') => {
        clearTimeout(timer);
        socket.destroy();
        reject(new SmtpTrouble(code));
      };
      const timer = setTimeout(() => fail('timeout'), timeoutMs);
      const onError = () => fail('connect-failed');
      socket.once('error', onError);
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.off('error', onError);
        resolve(new SmtpConnection(socket));
      });
    });
  }

  /**
   * Sends one command and waits for its reply. This is the only place that writes: a line with a control character,
   * including CR and LF, is refused before a byte of it is sent (CV-5).
   * @throws SmtpTrouble
   */
  async send(command: string, timeoutMs: number): Promise<SmtpReply> {
    if (notPrintable.test(command)) throw new SmtpTrouble('unsafe-command');
    if (this.failure) throw this.failure;
    // A reply that arrived before its command would be taken for the answer to it.
    if (this.reader.hasUnread) throw new SmtpTrouble('out-of-turn');
    this.socket.write(`${command}\r\n`, 'utf8');
    return this.readReply(timeoutMs);
  }

  /** Waits for the next reply; the limit covers all of it, however slowly it drips in. @throws SmtpTrouble */
  async readReply(timeoutMs: number): Promise<SmtpReply> {
    const timer = setTimeout(() => this.fail(new SmtpTrouble('timeout')), timeoutMs);
    try {
      for (;;) {
        const reply = this.reader.take();
        if (reply) return reply;
        if (this.failure) throw this.failure;
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Continues encrypted, after the server has agreed. Plain text that it sent after agreeing is an attack and ends the
   * session (RFC 3207, section 6).
   * @throws SmtpTrouble
   */
  async encrypt({ serverName, trusted }: ServerIdentity, timeoutMs: number): Promise<void> {
    const plain = this.socket;
    plain.off('data', this.onData);
    plain.pause();
    if (this.reader.hasUnread || plain.readableLength > 0) this.fail(new SmtpTrouble('out-of-turn'));
    if (this.failure) throw this.failure;
    const secure = connectTls({
      socket: plain,
      servername: serverName,
      rejectUnauthorized: false,
      ...(trusted === undefined ? {} : { ca: trusted }),
    });
    if (!(await isEncrypted(secure, timeoutMs))) {
      plain.destroy();
      this.fail(new SmtpTrouble('tls-failed'));
      throw new SmtpTrouble('tls-failed');
    }
    this.socket = secure;
    this.reader = new ReplyReader();
    this.encryption = secure.authorized ? 'verified' : 'unverified';
    this.listen(secure);
  }

  /** Sends QUIT and hangs up, waiting for the answer within the limit; never throws. */
  async quit(timeoutMs: number): Promise<void> {
    await this.send('QUIT', timeoutMs).catch(() => undefined);
    this.close();
  }

  close(): void {
    this.fail(new SmtpTrouble('connection-cut'));
    this.socket.destroy();
  }

  private listen(socket: Socket): void {
    socket.on('data', this.onData);
    for (const end of ['error', 'end', 'close']) {
      socket.on(end, () => this.fail(new SmtpTrouble('connection-cut')));
    }
  }

  private readonly onData = (chunk: Buffer): void => {
    if (this.failure) return;
    try {
      this.reader.push(chunk);
      this.wake();
    } catch (error) {
      this.fail(error instanceof SmtpTrouble ? error : new SmtpTrouble('not-smtp'));
      this.socket.destroy();
    }
  };

  private fail(trouble: SmtpTrouble): void {
    this.failure ??= trouble;
    this.wake();
  }
}

function isEncrypted(secure: TLSSocket, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => fail(), timeoutMs);
    const fail = () => {
      clearTimeout(timer);
      secure.destroy();
      resolve(false);
    };
    // Never removed: at no moment may an error go unhandled.
    secure.on('error', fail);
    secure.on('close', fail);
    secure.once('secureConnect', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
