import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { DnsQuestion } from './dns-answer.ts';
import { type DnsReply, encodeQuestion, readReply } from './dns-message.ts';
import type { DnsServer } from './dns-server.ts';

const socketsPerServer = 8;
/** A socket is replaced after this many questions, so that its port does not stay guessable (RFC 5452, section 9.2). */
const questionsPerSocket = 200;
const ids = 65_536;
const receiveBufferBytes = 1024 * 1024;

interface Waiting {
  readonly question: DnsQuestion;
  readonly settle: (reply: DnsReply) => void;
}

/**
 * Queries one server over UDP. Sockets are connected, so the kernel accepts only datagrams of this server; a reply must
 * also carry the random id and the question, and anything else that arrives is ignored.
 */
export class UdpTransport {
  private sockets: ServerSocket[] = [];
  private isClosed = false;

  constructor(private readonly server: DnsServer) {}

  /** Never rejects; without a reply the outcome is trouble. */
  ask(question: DnsQuestion, withEdns: boolean, timeoutMs: number): Promise<DnsReply> {
    this.sockets = this.sockets.filter((socket) => !socket.isRetired);
    if (this.isClosed) return Promise.resolve({ kind: 'trouble', code: 'unreachable' });
    if (this.sockets.length < socketsPerServer) this.sockets.push(new ServerSocket(this.server));
    const socket = this.sockets[randomInt(this.sockets.length)];
    return socket
      ? socket.ask(question, withEdns, timeoutMs)
      : Promise.resolve({ kind: 'trouble', code: 'unreachable' });
  }

  close(): void {
    this.isClosed = true;
    for (const socket of this.sockets) socket.retire({ kind: 'trouble', code: 'unreachable' });
    this.sockets = [];
  }
}

class ServerSocket {
  isRetired = false;
  private readonly waiting = new Map<number, Waiting>();
  private readonly socket: Socket;
  private readonly connected: Promise<boolean>;
  private asked = 0;

  constructor(server: DnsServer) {
    this.socket = createSocket({ type: isIPv6(server.address) ? 'udp6' : 'udp4' });
    // A pending question keeps the process alive through its timer; an idle socket must not.
    this.socket.unref();
    this.socket.on('message', (bytes) => this.receive(bytes));
    this.socket.on('error', () => this.retire({ kind: 'trouble', code: 'unreachable' }));
    this.connected = this.connect(server);
  }

  ask(question: DnsQuestion, withEdns: boolean, timeoutMs: number): Promise<DnsReply> {
    this.asked += 1;
    if (this.asked >= questionsPerSocket) this.isRetired = true;
    const id = this.freeId();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, { kind: 'trouble', code: 'timeout' }), timeoutMs);
      this.waiting.set(id, {
        question,
        settle: (reply) => {
          clearTimeout(timer);
          resolve(reply);
        },
      });
      void this.send(id, encodeQuestion(id, question, withEdns));
    });
  }

  /** Accepts no more questions; pending ones get this reply. */
  retire(reply: DnsReply): void {
    this.isRetired = true;
    for (const id of [...this.waiting.keys()]) this.settle(id, reply);
    this.closeWhenQuiet();
  }

  private async connect(server: DnsServer): Promise<boolean> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.socket.once('close', () => reject(new Error('closed')));
        // The declared type omits that the callback receives an error when connecting fails.
        const onConnect = (error?: Error) => (error ? reject(error) : resolve());
        this.socket.connect(server.port, server.address, onConnect);
      });
      this.growReceiveBuffer();
      return true;
    } catch {
      this.retire({ kind: 'trouble', code: 'unreachable' });
      return false;
    }
  }

  /**
   * Answers to many questions arrive together; where the system allows no larger buffer, lost ones are asked for again.
   */
  private growReceiveBuffer(): void {
    try {
      this.socket.setRecvBufferSize(receiveBufferBytes);
    } catch {
      // The default size works too.
    }
  }

  private async send(id: number, message: Buffer): Promise<void> {
    const isConnected = await this.connected;
    if (!isConnected || !this.waiting.has(id)) return;
    this.socket.send(message, (error) => {
      if (error) this.settle(id, { kind: 'trouble', code: 'unreachable' });
    });
  }

  private receive(bytes: Buffer): void {
    const id = bytes.length < 2 ? -1 : bytes.readUInt16BE(0);
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    const reply = readReply(bytes, waiting.question, id);
    if (reply.kind !== 'not-ours') this.settle(id, reply);
  }

  private settle(id: number, reply: DnsReply): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.settle(reply);
    this.closeWhenQuiet();
  }

  private closeWhenQuiet(): void {
    if (!this.isRetired || this.waiting.size > 0) return;
    try {
      this.socket.close();
    } catch {
      // Already closed.
    }
  }

  private freeId(): number {
    let id = randomInt(ids);
    while (this.waiting.has(id)) id = randomInt(ids);
    return id;
  }
}
