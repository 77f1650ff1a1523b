import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  /** The envelope address: where it really goes. */
  readonly to: string;
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** How the mail server treats the next emails. */
export interface Mood {
  /** Recipients that it refuses, with its answer. */
  readonly refuses?: ReadonlyMap<string, { code: number; text: string }>;
  /** `before`: the connection breaks before the email is accepted; `after`: it is accepted, and the answer is lost. */
  readonly cuts?: 'before' | 'after';
  /** The answer to a complete email. */
  readonly answers?: { code: number; text: string };
}

/** A real mail server on loopback that keeps what it accepts. */
export async function startMailServer(port = 0) {
  const taken: TakenMail[] = [];
  let mood: Mood = {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = mood.refuses?.get(address);
      done(refusal ? answer(refusal) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const keep = async () => {
          for (const { address } of session.envelope.rcptTo)
            taken.push({ to: address, raw, mail: await simpleParser(raw) });
        };
        const cut = () => (connections.get(session.remotePort) ?? undefined)?.destroy();
        if (mood.cuts === 'before') return void cut();
        if (mood.cuts === 'after') return void keep().then(cut);
        if (mood.answers) return void done(answer(mood.answers));
        void keep().then(() => done());
      });
    },
  });
  const connections = new Map<number, Socket>();
  server.server.on('connection', (socket: Socket) => {
    if (socket.remotePort) connections.set(socket.remotePort, socket);
    socket.on('error', () => undefined);
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    taken,
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    become: (next: Mood) => {
      mood = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of connections.values()) socket.destroy();
      }),
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

function answer({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
