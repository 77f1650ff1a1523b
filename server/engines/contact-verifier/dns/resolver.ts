import { getServers } from 'node:dns';
import type { Clock } from '../../../platform/clock.ts';
import { AnswerCache, type CacheLimits } from './answer-cache.ts';
import {
  type DnsAnswer,
  type DnsQuestion,
  type DnsRecordType,
  type DnsTrouble,
  normalizeName,
  type Resolver,
} from './dns-answer.ts';
import type { DnsReply } from './dns-message.ts';
import { type DnsServer, parseDnsServer } from './dns-server.ts';
import { askOverTcp } from './tcp-transport.ts';
import { UdpTransport } from './udp-transport.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface ResolverOptions {
  /** Servers as node:dns writes them; empty: those of the operating system. */
  readonly servers: readonly string[];
  readonly clock: Clock;
  /** How long to wait for one server. */
  readonly tryTimeoutMs?: number;
  /** The time limit for one question overall, with every server, retry and alias. */
  readonly deadlineMs?: number;
  /** Concurrent questions; the others wait their turn within their deadline. */
  readonly questionsAtOnce?: number;
  readonly cache?: Partial<CacheLimits>;
}

const mostAliases = 8;
const rounds = 2;
/** Failures that another try with the same server may fix; any other is its last word for now. */
const worthAsking: readonly DnsTrouble[] = ['timeout', 'unreachable', 'not-understood'];

/**
 * A resolver that knows how long answers are valid, which node:dns does not report for MX. It queries recursive servers
 * over UDP with EDNS, over TCP when the reply was truncated, the next server on trouble, and each question only once
 * however many callers wait.
 */
export function createResolver(options: ResolverOptions): Resolver {
  return new StubResolver(options);
}

class StubResolver implements Resolver {
  private readonly servers: readonly AskedServer[];
  private readonly cache: AnswerCache;
  private readonly clock: Clock;
  private readonly tryTimeoutMs: number;
  private readonly deadlineMs: number;
  private readonly room: WaitingRoom;
  private readonly running = new Map<string, Promise<DnsAnswer>>();
  /** Where to begin: the server that answered last. */
  private preferred = 0;

  constructor(options: ResolverOptions) {
    const given = options.servers.length > 0 ? options.servers : getServers();
    this.servers = given
      .map(parseDnsServer)
      .filter((server) => server !== undefined)
      .map((server) => ({ server, udp: new UdpTransport(server) }));
    this.cache = new AnswerCache(options.cache);
    this.clock = options.clock;
    this.tryTimeoutMs = options.tryTimeoutMs ?? 1500;
    this.deadlineMs = options.deadlineMs ?? 6000;
    this.room = new WaitingRoom(options.questionsAtOnce ?? 512);
  }

  resolve(name: string, type: DnsRecordType): Promise<DnsAnswer> {
    const normal = normalizeName(name);
    if (normal === undefined) return Promise.resolve({ kind: 'trouble', code: 'bad-name' });
    const key = `${type} ${normal}`;
    const known = this.cache.find(key, this.nowMs());
    if (known) return Promise.resolve(known);
    return this.running.get(key) ?? this.start(key, { name: normal, type });
  }

  close(): void {
    for (const { udp } of this.servers) udp.close();
  }

  private start(key: string, question: DnsQuestion): Promise<DnsAnswer> {
    const running = this.find(question)
      .catch((): DnsAnswer => ({ kind: 'trouble', code: 'unreachable' }))
      .then((answer) => {
        this.running.delete(key);
        return this.cache.keep(key, answer, this.nowMs());
      });
    this.running.set(key, running);
    return running;
  }

  private async find(question: DnsQuestion): Promise<DnsAnswer> {
    const deadline = performance.now() + this.deadlineMs;
    if (!(await this.room.enter(this.deadlineMs))) return { kind: 'trouble', code: 'timeout' };
    try {
      return await this.followAliases(question, deadline);
    } finally {
      this.room.leave();
    }
  }

  private async followAliases(question: DnsQuestion, deadline: number): Promise<DnsAnswer> {
    let name: string | undefined = question.name;
    let ttlSeconds = Number.POSITIVE_INFINITY;
    for (let step = 0; step < mostAliases; step++) {
      if (name === undefined) return { kind: 'trouble', code: 'malformed' };
      const reply = await this.askServers({ name, type: question.type }, deadline);
      if (reply.kind === 'trouble') return reply;
      ttlSeconds = Math.min(ttlSeconds, reply.ttlSeconds);
      if (reply.kind !== 'alias') return { ...reply, ttlSeconds };
      name = normalizeName(reply.target);
    }
    return { kind: 'trouble', code: 'alias-loop' };
  }

  private async askServers(question: DnsQuestion, deadline: number): Promise<FinalReply> {
    let trouble: DnsTrouble = 'no-server';
    const first = this.preferred;
    const silent = new Set(this.servers.keys());
    for (let turn = 0; turn < this.servers.length * rounds; turn++) {
      const index = (first + turn) % this.servers.length;
      const asked = this.servers[index];
      if (!asked || !silent.has(index)) continue;
      // A server that did not understand may predate EDNS (RFC 6891, section 6.2.2).
      const reply = await this.askOne(asked, question, trouble !== 'not-understood', deadline);
      if (reply.kind !== 'trouble') {
        this.preferred = index;
        return reply;
      }
      trouble = reply.code;
      if (!worthAsking.includes(trouble)) silent.delete(index);
    }
    return { kind: 'trouble', code: trouble };
  }

  private async askOne(
    { server, udp }: AskedServer,
    question: DnsQuestion,
    withEdns: boolean,
    deadline: number,
  ): Promise<FinalReply> {
    const leftMs = () => Math.min(this.tryTimeoutMs, deadline - performance.now());
    if (leftMs() <= 0) return { kind: 'trouble', code: 'timeout' };
    const reply = await udp.ask(question, withEdns, leftMs());
    if (reply.kind !== 'truncated') return settled(reply);
    return settled(await askOverTcp(server, question, Math.max(1, leftMs())));
  }

  private nowMs(): number {
    return this.clock.now().getTime();
  }
}

interface AskedServer {
  readonly server: DnsServer;
  readonly udp: UdpTransport;
}

type FinalReply = Exclude<DnsReply, { kind: 'truncated' | 'not-ours' }>;

function settled(reply: DnsReply): FinalReply {
  return reply.kind === 'truncated' || reply.kind === 'not-ours'
    ? { kind: 'trouble', code: 'malformed' }
    : reply;
}
