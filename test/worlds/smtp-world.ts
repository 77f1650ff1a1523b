import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What one client did, as the server saw it. */
export interface SeenSession {
  helo: string;
  encrypted: boolean;
  /** The content of the brackets of MAIL FROM; null: there was none. */
  sender: string | null;
  senderArguments: readonly string[];
  readonly recipients: string[];
  /** The client began to send a message. */
  sentData: boolean;
}

export interface SmtpWorld {
  readonly port: number;
  readonly sessions: readonly SeenSession[];
  /** The number of connections, with or without a session. */
  connections(): number;
  close(): Promise<void>;
}

/** How a well-behaved server answers; a refusal is a whole reply, such as `550 5.1.1 No such user`. */
export interface MailServerScript {
  /** null accepts. Receives the number of earlier requests for this recipient. */
  readonly recipient: (address: string, timesAsked: number) => string | null;
  readonly sender?: string;
  readonly greeting?: string;
  /** Commands and extensions that are not offered. */
  readonly without?: readonly ('STARTTLS' | 'SMTPUTF8')[];
  /** PEM; missing: a self-signed one, which nobody can verify. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

/** Starts a real mail server on loopback. */
export async function startMailServer(script: MailServerScript): Promise<SmtpWorld> {
  const seen = new Map<string, SeenSession>();
  const asked = new Map<string, number>();
  let connections = 0;
  const sessionOf = (id: string): SeenSession => {
    const known = seen.get(id);
    if (known) return known;
    const session: SeenSession = {
      helo: '',
      encrypted: false,
      sender: null,
      senderArguments: [],
      recipients: [],
      sentData: false,
    };
    seen.set(id, session);
    return session;
  };
  const server = new SMTPServer({
    ...script.certificate,
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: script.without?.includes('STARTTLS') ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    hideSMTPUTF8: script.without?.includes('SMTPUTF8') ?? false,
    closeTimeout: 50,
    logger: false,
    onConnect: (_session, done) => {
      connections += 1;
      done(script.greeting ? refusal(script.greeting) : null);
    },
    onMailFrom: (address, session, done) => {
      const noted = sessionOf(session.id);
      noted.helo = session.hostNameAppearsAs;
      noted.encrypted = session.secure;
      noted.sender = address.address;
      noted.senderArguments = Object.keys(address.args || {});
      done(script.sender ? refusal(script.sender) : null);
    },
    onRcptTo: ({ address }, session, done) => {
      sessionOf(session.id).recipients.push(address);
      const times = asked.get(address) ?? 0;
      asked.set(address, times + 1);
      const reply = script.recipient(address, times);
      done(reply === null ? null : refusal(reply));
    },
    onData: (stream, session, done) => {
      sessionOf(session.id).sentData = true;
      stream.resume();
      done(null);
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    port: portOf(listening.address()),
    get sessions() {
      return [...seen.values()];
    },
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(reply: string): Error {
  const [code = '550', ...words] = reply.split(' ');
  return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** How a server fails its client. */
export const smtpFailures = [
  'silent',
  'silent-at-recipient',
  'cut-at-once',
  'cut-after-greeting',
  'cut-at-recipient',
  'half-a-reply',
  'endless-banner',
  'endless-line',
  'megabyte-lines',
  'endless-capabilities',
  'binary',
  'web-server',
  'slow-drip',
  'refuses-at-greeting',
  'busy-at-greeting',
  'refuses-hello',
  'refuses-null-sender',
  'busy-at-recipient',
  'answers-before-asked',
  'refuses-before-asked',
  'half-refuses-before-asked',
  'injects-before-encryption',
  'garbled-encryption',
  'silent-encryption',
  'mixed-codes',
  'code-out-of-range',
] as const;
export type SmtpFailure = (typeof smtpFailures)[number];

/** Starts a server that fails in this way; wherever it refuses a recipient, it answers `550 5.1.1`. */
export function startFailingMailServer(failure: SmtpFailure): Promise<SmtpWorld> {
  return startRawServer((socket) => failures[failure](socket));
}

/** Starts a server that handles each connection as the script says. */
export async function startRawServer(play: (socket: Socket) => void): Promise<SmtpWorld> {
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    play(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server.address()),
    sessions: [],
    connections: () => connections,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Acts as a man in the middle in front of a real server, and adds plain text after its agreement to encrypt (RFC 3207,
 * section 6).
 */
export function startInjectingProxy(port: number, text: string): Promise<SmtpWorld> {
  return startRawServer((client) => {
    const server = connect(port, '127.0.0.1');
    let isAskedToEncrypt = false;
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    server.on('error', () => client.destroy());
    client.on('data', (chunk) => {
      isAskedToEncrypt ||= chunk.includes('STARTTLS');
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      client.write(isAskedToEncrypt ? Buffer.concat([chunk, Buffer.from(text)]) : chunk);
      isAskedToEncrypt = false;
    });
  });
}

/** What to send for a command; null hangs up, undefined stays silent. */
type Lines = Readonly<Record<string, string | null | undefined>>;

const polite: Lines = {
  EHLO: '250 mail.test',
  HELO: '250 mail.test',
  STARTTLS: '220 go ahead',
  MAIL: '250 fine',
  RCPT: '550 5.1.1 No such user',
  QUIT: '221 bye',
};

/** Sends the greeting and then answers each command by its first word. */
function converse(socket: Socket, greeting: string, lines: Lines = {}): void {
  const script = { ...polite, ...lines };
  socket.write(`${greeting}\r\n`);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (let end = received.indexOf('\r\n'); end !== -1; end = received.indexOf('\r\n')) {
      const word = received.slice(0, end).split(/[ :]/)[0] ?? '';
      received = received.slice(end + 2);
      const reply = script[word];
      if (reply === null) socket.destroy();
      else if (reply !== undefined) socket.write(`${reply}\r\n`);
    }
  });
}

const greeting = '220 mail.test ESMTP';
const withEncryption = { EHLO: '250-mail.test\r\n250 STARTTLS' };

const failures: Readonly<Record<SmtpFailure, (socket: Socket) => void>> = {
  silent: () => {},
  'silent-at-recipient': (socket) => converse(socket, greeting, { RCPT: undefined }),
  'cut-at-once': (socket) => socket.destroy(),
  'cut-after-greeting': (socket) => socket.end(`${greeting}\r\n`),
  'cut-at-recipient': (socket) => converse(socket, greeting, { RCPT: null }),
  'half-a-reply': (socket) => converse(socket, greeting, { RCPT: '550-5.1.1 No such user' }),
  'endless-banner': (socket) => repeat(socket, `220-${'welcome '.repeat(8)}\r\n`.repeat(200)),
  'endless-line': (socket) => repeat(socket, 'x'.repeat(65_536)),
  'megabyte-lines': (socket) => repeat(socket, `220-${'y'.repeat(1_048_576)}\r\n`),
  'endless-capabilities': (socket) => {
    converse(socket, greeting, { EHLO: undefined });
    socket.once('data', () => repeat(socket, '250-ANYTHING\r\n'.repeat(500)));
  },
  binary: (socket) => repeat(socket, Buffer.alloc(8192, 0xe7)),
  'web-server': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n550 5.1.1 No such user\r\n'),
  'slow-drip': (socket) => drip(socket, `550 5.1.1 ${'slow '.repeat(100)}\r\n`),
  'refuses-at-greeting': (socket) => converse(socket, '554 5.1.1 No such user'),
  'busy-at-greeting': (socket) => socket.end('421 4.3.2 Busy\r\n'),
  'refuses-hello': (socket) => converse(socket, greeting, { EHLO: '550 5.1.1 No', HELO: '550 5.1.1 No' }),
  'refuses-null-sender': (socket) => converse(socket, greeting, { MAIL: '550 5.1.1 No such user' }),
  'busy-at-recipient': (socket) => converse(socket, greeting, { RCPT: '421 4.7.0 Too many' }),
  'answers-before-asked': (socket) => converse(socket, `${greeting}\r\n${'250 fine\r\n'.repeat(5)}`),
  'refuses-before-asked': (socket) =>
    converse(socket, greeting, { MAIL: '250 fine\r\n550 5.1.1 No such user' }),
  'half-refuses-before-asked': (socket) => {
    converse(socket, greeting, { MAIL: undefined, RCPT: ' user' });
    socket.on('data', (chunk) => chunk.includes('MAIL') && socket.write('250 fine\r\n550 5.1.1 No such'));
  },
  'injects-before-encryption': (socket) =>
    converse(socket, greeting, {
      ...withEncryption,
      STARTTLS: '220 go ahead\r\n250 fine\r\n250 fine\r\n550 5.1.1 No such user',
    }),
  'garbled-encryption': (socket) => {
    converse(socket, greeting, withEncryption);
    socket.on('data', (chunk) => chunk[0] === 0x16 && socket.write('550 5.1.1 No such user\r\n'.repeat(9)));
  },
  'silent-encryption': (socket) => converse(socket, greeting, withEncryption),
  'mixed-codes': (socket) => converse(socket, greeting, { RCPT: '250-fine\r\n550 5.1.1 No such user' }),
  'code-out-of-range': (socket) => converse(socket, greeting, { RCPT: '999 5.1.1 No such user' }),
};

function repeat(socket: Socket, block: string | Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', more);
  socket.resume();
  more();
}

/** One character every 20 ms: slower than any time limit of a test. */
function drip(socket: Socket, text: string): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || sent >= text.length) clearInterval(timer);
    else socket.write(text.charAt(sent++));
  }, 20);
  socket.on('close', () => clearInterval(timer));
}
