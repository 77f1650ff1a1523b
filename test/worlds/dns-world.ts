import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import {
  type Answer,
  decode,
  encode,
  type Packet,
  type Question,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';

/** How the server misbehaves when it is asked about a name. */
export const dnsFailures = [
  'servfail',
  'refused',
  'not-implemented',
  'bad-version',
  'silent',
  'wrong-id',
  'wrong-question',
  'echo',
  'binary',
  'half-message',
  'empty-datagram',
  'foreign-records',
  'alias-loop',
  'referral',
  'not-recursive',
  'giant-datagram',
  'tcp-silent',
  'tcp-refuses',
  'tcp-cut',
  'tcp-binary',
  'tcp-drip',
  'tcp-endless',
  'tcp-giant',
] as const;
export type DnsFailure = (typeof dnsFailures)[number];

/** The records of one name; a function receives the number of earlier questions, so that answers can change. */
export interface ZoneName {
  readonly MX?: readonly (readonly [preference: number, exchange: string])[];
  readonly A?: readonly string[] | ((timesAsked: number) => readonly string[]);
  readonly AAAA?: readonly string[] | ((timesAsked: number) => readonly string[]);
  readonly CNAME?: string;
  /** Seconds; 300 when left out. */
  readonly ttl?: number;
  /** false: denials come without an SOA record, as small forwarders send them. */
  readonly soa?: boolean;
  /** The whole answer comes only over TCP. */
  readonly truncated?: boolean;
  /** The server predates EDNS and does not understand questions that use it. */
  readonly withoutEdns?: boolean;
  readonly fails?: DnsFailure | Readonly<Record<string, DnsFailure>>;
}

export type Zone = Readonly<Record<string, ZoneName>>;

export interface DnsWorld {
  /** `127.0.0.1:port`, in the form that resolvers take. */
  readonly server: string;
  /** The questions so far, in order: `MX example.com udp`. */
  readonly questions: readonly string[];
  /** The ports that questions came from, and their ids. */
  readonly senders: readonly { readonly port: number; readonly id: number }[];
  /** Replaces the records of a name from now on; undefined: the name no longer exists. */
  set(name: string, records: ZoneName | undefined): void;
  close(): Promise<void>;
}

/**
 * Starts a DNS server on loopback, over UDP and TCP. Names outside the zone do not exist, or all behave like
 * `otherwise`.
 */
export async function startDnsWorld(
  zone: Zone = {},
  { otherwise }: { otherwise?: ZoneName } = {},
): Promise<DnsWorld> {
  const names = new Map(Object.entries(zone));
  const questions: string[] = [];
  const senders: { port: number; id: number }[] = [];
  const connections = new Set<Socket>();
  const asked = new Map<string, number>();

  const answer = (bytes: Buffer, transport: 'udp' | 'tcp'): Scene => {
    const query = decode(bytes);
    const question = query.questions?.[0];
    if (!question) throw new Error('a query without a question reached the DNS world');
    const key = `${question.type} ${question.name}`;
    questions.push(`${key} ${transport}`);
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    const name = names.get(question.name) ?? otherwise;
    const fails = typeof name?.fails === 'object' ? name.fails[question.type] : name?.fails;
    return { query, question, name, fails, reply: honestReply(query, question, name, times) };
  };

  const tcp = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => connections.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      playOverTcp(socket, answer(received.subarray(2), 'tcp'));
    });
  });
  const { udp, port } = await openBoth(tcp);
  udp.on('message', (bytes, sender) => {
    senders.push({ port: sender.port, id: bytes.readUInt16BE(0) });
    playOverUdp(udp, sender, bytes, answer(bytes, 'udp'));
  });
  udp.setRecvBufferSize(4 * 1024 * 1024);

  return {
    server: `127.0.0.1:${port}`,
    questions,
    senders,
    set: (name, records) => void (records ? names.set(name, records) : names.delete(name)),
    close: async () => {
      for (const socket of connections) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
}

/** One port for both: a port that is free for TCP may be taken for UDP, so another is tried. */
async function openBoth(tcp: Server): Promise<{ udp: UdpSocket; port: number }> {
  for (let triesLeft = 20; ; triesLeft--) {
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket('udp4');
    try {
      udp.bind(port, '127.0.0.1');
      await once(udp, 'listening');
      return { udp, port };
    } catch (error) {
      if (triesLeft === 0) throw error;
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    }
  }
}

interface Scene {
  readonly query: Packet;
  readonly question: Question;
  readonly name: ZoneName | undefined;
  readonly fails: DnsFailure | undefined;
  readonly reply: Packet;
}

const rcodes = { 'not-understood': 1, servfail: 2, 'no-such-name': 3, 'not-implemented': 4, refused: 5 };
const goodFlags = RECURSION_DESIRED | RECURSION_AVAILABLE;

function honestReply(query: Packet, question: Question, name: ZoneName | undefined, times: number): Packet {
  const empty: Packet = { type: 'response', id: query.id, flags: goodFlags, questions: [question] };
  if (!name)
    return { ...empty, flags: goodFlags | rcodes['no-such-name'], authorities: [soaOf(question.name)] };
  if (name.withoutEdns && query.additionals?.length) {
    return { ...empty, questions: [], flags: goodFlags | rcodes['not-understood'] };
  }
  const ttl = name.ttl ?? 300;
  if (name.CNAME) {
    return { ...empty, answers: [{ type: 'CNAME', name: question.name, ttl, data: name.CNAME }] };
  }
  const answers = recordsOf(name, question, ttl, times);
  return answers.length > 0 || name.soa === false
    ? { ...empty, answers }
    : { ...empty, authorities: [soaOf(question.name)] };
}

function recordsOf(name: ZoneName, question: Question, ttl: number, times: number): Answer[] {
  if (question.type === 'MX') {
    return (name.MX ?? []).map(([preference, exchange]) => ({
      type: 'MX',
      name: question.name,
      ttl,
      data: { preference, exchange },
    }));
  }
  if (question.type !== 'A' && question.type !== 'AAAA') return [];
  const addresses = name[question.type] ?? [];
  const { type } = question;
  const now = typeof addresses === 'function' ? addresses(times) : addresses;
  return now.map((data) => ({ type, name: question.name, ttl, data }));
}

function soaOf(name: string): Answer {
  const data = { mname: 'ns.test', rname: 'hostmaster.test', serial: 1, minimum: 60 };
  return { type: 'SOA', name, ttl: 600, data };
}

function playOverUdp(udp: UdpSocket, sender: RemoteInfo, query: Buffer, scene: Scene): void {
  const send = (bytes: Buffer) => udp.send(bytes, sender.port, sender.address, () => {});
  if (scene.fails === 'silent') return;
  if (scene.name?.truncated || scene.fails?.startsWith('tcp-')) {
    const { answers: _, ...head } = scene.reply;
    send(encode({ ...head, flags: (head.flags ?? 0) | TRUNCATED_RESPONSE }));
    return;
  }
  send(scene.fails ? failedBytes(scene.fails, scene, query) : encode(scene.reply));
}

function failedBytes(fails: DnsFailure, { reply, question }: Scene, query: Buffer): Buffer {
  const id = reply.id ?? 0;
  const head: Packet = { type: 'response', id, flags: goodFlags, questions: [question] };
  const denial: Packet = {
    ...head,
    flags: goodFlags | rcodes['no-such-name'],
    authorities: [soaOf(question.name)],
  };
  switch (fails) {
    case 'servfail':
    case 'refused':
    case 'not-implemented':
      return encode({ ...head, flags: goodFlags | rcodes[fails] });
    case 'bad-version':
      return encode({ ...denial, additionals: [optOf(1)] });
    case 'wrong-id':
      return encode({ ...denial, id: id ^ 0x5555 });
    case 'wrong-question':
      return encode({ ...denial, questions: [{ ...question, name: 'elsewhere.test' }] });
    case 'echo':
      return query;
    case 'half-message':
      return encode(denial).subarray(0, -9);
    case 'empty-datagram':
      return Buffer.alloc(0);
    case 'foreign-records':
      return encode({ ...head, answers: [foreignRecord(question)] });
    case 'alias-loop':
      return encode({
        ...head,
        answers: [
          { type: 'CNAME', name: question.name, ttl: 1, data: 'loop.test' },
          { type: 'CNAME', name: 'loop.test', ttl: 1, data: question.name },
        ],
      });
    case 'referral':
      return encode({ ...head, authorities: [{ type: 'NS', name: 'test', ttl: 60, data: 'ns.test' }] });
    case 'not-recursive':
      return encode({ ...head, flags: 0 });
    case 'giant-datagram':
      return Buffer.concat([encode(head), Buffer.alloc(60_000, 0xc0)]);
    default:
      return binary(id);
  }
}

function foreignRecord(question: Question): Answer {
  return question.type === 'MX'
    ? { type: 'MX', name: 'elsewhere.test', ttl: 60, data: { preference: 0, exchange: '.' } }
    : { type: 'A', name: 'elsewhere.test', ttl: 60, data: '192.0.2.1' };
}

function optOf(extendedRcode: number): Answer {
  return {
    type: 'OPT',
    name: '.',
    udpPayloadSize: 1232,
    extendedRcode,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  };
}

/** A header that announces more than there is, followed by noise, as a hostile server would send it. */
function binary(id: number): Buffer {
  const bytes = Buffer.alloc(400, 0xe7);
  bytes.writeUInt16BE(id, 0);
  bytes.writeUInt16BE(0x8180, 2);
  bytes.writeUInt16BE(1, 4);
  bytes.writeUInt16BE(0xffff, 6);
  return bytes;
}

function playOverTcp(socket: Socket, scene: Scene): void {
  const framed = (bytes: Buffer) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
  switch (scene.fails) {
    case 'tcp-silent':
      return;
    case 'tcp-refuses':
      socket.resetAndDestroy();
      return;
    case 'tcp-cut':
      socket.end(framed(encode(scene.reply)).subarray(0, -4));
      return;
    case 'tcp-binary':
      socket.write(framed(binary(scene.reply.id ?? 0)));
      return;
    case 'tcp-drip':
      drip(socket, framed(encode(scene.reply)));
      return;
    case 'tcp-endless':
      flood(socket);
      return;
    case 'tcp-giant':
      socket.write(framed(Buffer.alloc(65_535, 0xc0)));
      return;
    default:
      socket.write(framed(encode(scene.reply)));
  }
}

/** One byte every 20 ms: slower than any time limit of a test. */
function drip(socket: Socket, bytes: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || sent >= bytes.length) clearInterval(timer);
    else socket.write(bytes.subarray(sent, ++sent));
  }, 20);
  socket.on('close', () => clearInterval(timer));
}

function flood(socket: Socket): void {
  const block = Buffer.alloc(65_536, 0x1f);
  const more = () => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', more);
  more();
}
