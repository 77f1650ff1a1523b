import { connect, type Socket } from 'node:net';

/**
 * A keep-alive client with only the HTTP/1.1 it needs: it shares two cores with what it measures, and Node's own client
 * would use a fifth of them. One request at a time; only answers of known length.
 */
export class BenchClient {
  private readonly socket: Socket;
  private readonly received: Buffer[] = [];
  private receivedBytes = 0;
  private answerBytes: number | undefined;
  private answered: (answer: string) => void = () => undefined;
  private failed: (error: Error) => void = () => undefined;

  constructor(
    address: string,
    private readonly headers = '',
  ) {
    const { hostname, port } = new URL(address);
    this.socket = connect(Number(port), hostname).setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.read(chunk));
    this.socket.on('error', (error) => this.failed(error));
    this.socket.on('close', () => this.failed(new Error('the server closed the connection')));
  }

  /** @returns the body of a 200 @throws Error for any other answer */
  async get(path: string): Promise<string> {
    return this.send('200', `GET ${path} HTTP/1.1\r\nhost: bench\r\n${this.headers}\r\n`);
  }

  /** @throws Error unless something was created (201) */
  async post(path: string, body: string): Promise<void> {
    await this.send(
      '201',
      `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n${this.headers}` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }

  close(): void {
    this.socket.removeAllListeners('close').destroy();
  }

  private async send(expected: string, message: string): Promise<string> {
    const answer = await new Promise<string>((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      if (this.socket.destroyed) return reject(new Error('the server had closed the connection'));
      this.socket.write(message);
    });
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    if (answer.slice(9, 12) !== expected) throw new Error(`${message.slice(0, 80)}: ${answer.slice(9, 400)}`);
    return body;
  }

  private read(chunk: Buffer): void {
    this.received.push(chunk);
    this.receivedBytes += chunk.length;
    this.answerBytes ??= lengthOf(Buffer.concat(this.received));
    if (this.answerBytes === undefined || this.receivedBytes < this.answerBytes) return;
    const answer = Buffer.concat(this.received).toString('utf8');
    this.received.length = 0;
    this.receivedBytes = 0;
    this.answerBytes = undefined;
    this.answered(answer);
  }
}

/** The length in bytes of an answer including its head; undefined until the head is complete. */
function lengthOf(begun: Buffer): number | undefined {
  const headEnd = begun.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  return headEnd + 4 + Number(/content-length: (\d+)/i.exec(begun.toString('latin1', 0, headEnd + 2))?.[1]);
}
