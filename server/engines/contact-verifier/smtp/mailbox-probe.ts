import { getDomain } from 'tldts';
import type { Clock } from '../../../platform/clock.ts';
import { normalizeName, type Resolver } from '../dns/dns-answer.ts';
import { findHostAddresses, type MailHost } from '../dns/mail-servers.ts';
import { isPublicAddress } from '../dns/public-address.ts';
import { settleWithin } from '../dns/time-limit.ts';
import type { EmailVerdict } from '../verdict.ts';
import { type CatchAllMemory, inventLocalPart, rememberCatchAllHere } from './catch-all-memory.ts';
import { HostLimits } from './host-limits.ts';
import { askAboutMailbox, type SessionOutcome } from './mailbox-session.ts';
import {
  catchAllUnsettled,
  domainTakesAnyName,
  lettersNotTaken,
  type Miss,
  mailboxExists,
  mailboxRefused,
  nobodyAsked,
  type Occasion,
  turnedAway,
} from './probe-verdicts.ts';
import { readEarlyRefusal, readRecipientReply, type SmtpReply } from './replies.ts';
import type { Endpoint } from './smtp-connection.ts';

/** The parts of an address that a probe needs. */
export interface ProbedAddress {
  readonly local: string;
  /** A-labels. */
  readonly domain: string;
  readonly needsSmtpUtf8: boolean;
}

/** Checks with mail servers whether a mailbox exists, without sending anything to it. */
export interface MailboxProbe {
  /** @param hosts the hosts that accept the domain's mail, in order; attempt 1 is the first */
  probe(
    address: ProbedAddress,
    hosts: readonly MailHost[],
    occasion: { readonly attempt: number; readonly organizationId?: string },
  ): Promise<EmailVerdict>;
}

export interface MailboxProbeOptions {
  readonly resolver: Resolver;
  readonly clock: Clock;
  /** The public host name of this installation. */
  readonly heloName: string;
  readonly catchAllMemory?: CatchAllMemory;
  readonly limits?: HostLimits;
  /** The time limit of one step of a session. */
  readonly replyTimeoutMs?: number;
  readonly sessionTimeoutMs?: number;
  /** The time limit of a probe overall: every host, and the session that detects catch-all domains. */
  readonly deadlineMs?: number;
  /** For tests only: without them only public addresses are connected to, on port 25 (CV-5). */
  readonly testSeam?: {
    /** Where the connection to a checked address really goes. */
    readonly connectTo?: (address: string) => Endpoint;
    /** Replaces the check that an address is public. */
    readonly allowAddress?: (address: string) => boolean;
    /** PEM, the only authority whose certificates are trusted. */
    readonly trusted?: string;
  };
}

const smtpPort = 25;
const hostsToTry = 3;
const addressesPerHost = 2;
const catchAllMemorySeconds = 7 * 86_400;

/**
 * A probe that complies with CV-5: only addresses of the public internet, each checked and then connected to without a
 * second lookup, null reverse-path, one RCPT per session, never DATA, within a rate per mail provider.
 * @throws Error when the HELO name is not a host name
 */
export function createMailboxProbe(options: MailboxProbeOptions): MailboxProbe {
  if (normalizeName(options.heloName) === undefined) {
    throw new Error('The name to say hello with is not a host name.');
  }
  return new SmtpMailboxProbe(options);
}

/** An address with the organization whose lead it is. */
interface AskedAddress extends ProbedAddress {
  readonly organizationId: string | undefined;
}

interface Target {
  readonly host: string;
  readonly address: string;
}

/** A completed session with a host that could be contacted. */
interface Visit {
  readonly target: Target;
  readonly outcome: Exclude<SessionOutcome, { kind: 'trouble' }>;
}

type Found = Visit | { readonly misses: readonly Miss[] };

class SmtpMailboxProbe implements MailboxProbe {
  private readonly memory: CatchAllMemory;
  private readonly limits: HostLimits;
  private readonly deadlineMs: number;

  constructor(private readonly options: MailboxProbeOptions) {
    this.memory = options.catchAllMemory ?? rememberCatchAllHere(options.clock);
    this.limits = options.limits ?? new HostLimits(options.clock);
    this.deadlineMs = options.deadlineMs ?? 45_000;
  }

  async probe(
    address: ProbedAddress,
    hosts: readonly MailHost[],
    { attempt, organizationId }: { readonly attempt: number; readonly organizationId?: string },
  ): Promise<EmailVerdict> {
    const occasion = { at: this.options.clock.now(), attempt };
    const tooLate = nobodyAsked([{ kind: 'session-trouble', stage: 'connect', code: 'timeout' }], occasion);
    const deadline = performance.now() + this.deadlineMs;
    return settleWithin(
      this.run({ ...address, organizationId }, hosts, occasion, deadline),
      this.deadlineMs,
      tooLate,
    );
  }

  private async run(
    address: AskedAddress,
    hosts: readonly MailHost[],
    occasion: Occasion,
    deadline: number,
  ): Promise<EmailVerdict> {
    const catchAll = await this.memory.get(address.domain);
    if (catchAll) return domainTakesAnyName(occasion);
    // The session that detects catch-all domains is reserved too: an answer without it is worthless.
    const found = await this.findAnswer(address, hosts, catchAll === null ? 2 : 1, deadline);
    if ('misses' in found) return nobodyAsked(found.misses, occasion);
    const { outcome, target } = found;
    if (outcome.kind === 'turned-away') return turnedAway(outcome.reply, occasion);
    if (outcome.kind === 'no-smtputf8') return lettersNotTaken(occasion);
    if (readRecipientReply(outcome.reply) !== 'accepted') {
      if (catchAll === null) this.limits.returnSessions(providerKey(target.host), 1, address.organizationId);
      return mailboxRefused(outcome.reply, occasion, outcome.encryption);
    }
    if (catchAll === false) return mailboxExists(occasion, outcome.encryption);
    const takesAny = await this.findCatchAll(address.domain, target, deadline);
    if (takesAny === null) return catchAllUnsettled(occasion);
    const until = new Date(occasion.at.getTime() + catchAllMemorySeconds * 1000);
    await this.memory.set(address.domain, takesAny, until);
    return takesAny ? domainTakesAnyName(occasion) : mailboxExists(occasion, outcome.encryption);
  }

  /** Tries host after host until one answers. */
  private async findAnswer(
    address: AskedAddress,
    hosts: readonly MailHost[],
    sessions: number,
    deadline: number,
  ): Promise<Found> {
    const misses: Miss[] = [];
    for await (const target of this.findTargets(hosts)) {
      const visit = 'kind' in target ? target : await this.visit(target, address, sessions, deadline);
      if (!('kind' in visit)) return visit;
      misses.push(visit);
    }
    return { misses };
  }

  private async *findTargets(hosts: readonly MailHost[]): AsyncGenerator<Target | Miss> {
    const accepts = this.options.testSeam?.allowAddress ?? isPublicAddress;
    for (const { host } of hosts.slice(0, hostsToTry)) {
      const found = await findHostAddresses(this.options.resolver, host, accepts);
      if (found.kind === 'trouble') yield { kind: 'dns-trouble', code: found.code };
      else if (found.kind !== 'addresses') yield found;
      else for (const address of found.addresses.slice(0, addressesPerHost)) yield { host, address };
    }
  }

  private askPermission(
    host: string,
    sessions: number,
    organizationId: string | undefined,
  ): Miss | undefined {
    for (const key of [hostKey(host), providerKey(host)]) {
      const { waitSeconds } = this.limits.mayTry(key);
      if (waitSeconds > 0) return { kind: 'paused', waitSeconds };
    }
    const { waitSeconds } = this.limits.takeSessions(providerKey(host), sessions, organizationId);
    return waitSeconds > 0 ? { kind: 'rate-limited', waitSeconds } : undefined;
  }

  /** One session, if it is allowed now; a miss when the next host may do better. */
  private async visit(
    target: Target,
    address: AskedAddress,
    sessions: number,
    deadline: number,
  ): Promise<Visit | Miss> {
    const refusal = this.askPermission(target.host, sessions, address.organizationId);
    if (refusal) return refusal;
    const outcome = await this.ask(target, address, deadline);
    this.noteOutcome(target.host, outcome);
    if (outcome.kind === 'trouble') {
      return { kind: 'session-trouble', stage: outcome.stage, code: outcome.code };
    }
    if (outcome.kind === 'turned-away' && outcome.reply.code < 500) {
      return { kind: 'turned-away', reply: outcome.reply };
    }
    return { target, outcome };
  }

  private ask(target: Target, address: ProbedAddress, deadline: number): Promise<SessionOutcome> {
    const { replyTimeoutMs = 10_000, sessionTimeoutMs = 20_000, heloName, testSeam } = this.options;
    return askAboutMailbox({
      endpoint: testSeam?.connectTo?.(target.address) ?? { address: target.address, port: smtpPort },
      serverName: target.host,
      trusted: testSeam?.trusted,
      heloName,
      recipient: `${address.local}@${address.domain}`,
      needsSmtpUtf8: address.needsSmtpUtf8,
      replyTimeoutMs,
      sessionTimeoutMs: Math.max(1, Math.min(sessionTimeoutMs, deadline - performance.now())),
    });
  }

  private noteOutcome(host: string, outcome: SessionOutcome): void {
    if (outcome.kind === 'trouble') {
      this.limits.noteFailure(hostKey(host));
      return;
    }
    this.limits.noteSuccess(hostKey(host));
    if (isAboutUs(outcome)) this.limits.noteFailure(providerKey(host));
    else this.limits.noteSuccess(providerKey(host));
  }

  /** Tries a name that nobody has, in a separate session; null: it could not be determined. */
  private async findCatchAll(domain: string, target: Target, deadline: number): Promise<boolean | null> {
    const nobody = { local: inventLocalPart(), domain, needsSmtpUtf8: false };
    const outcome = await this.ask(target, nobody, deadline);
    this.noteOutcome(target.host, outcome);
    return outcome.kind === 'answered' ? readCatchAll(outcome.reply) : null;
  }
}

function readCatchAll(reply: SmtpReply): boolean | null {
  const meaning = readRecipientReply(reply);
  if (meaning === 'accepted') return true;
  if (meaning === 'no-such-mailbox' || meaning === 'mailbox-disabled') return false;
  // The same server accepted the other name a moment ago: any permanent refusal that is not about us distinguishes
  // names.
  return meaning === 'unclear' && reply.code >= 500 ? false : null;
}

/** We are unwelcome at this provider: trying again soon would make it worse. */
function isAboutUs(outcome: SessionOutcome): boolean {
  if (outcome.kind === 'turned-away') return readEarlyRefusal(outcome.reply) !== 'greylisted';
  if (outcome.kind !== 'answered') return false;
  return readRecipientReply(outcome.reply) === 'blocklisted';
}

function hostKey(host: string): string {
  return `host ${host}`;
}

/** Large providers name a host for every customer and count our calls together. */
function providerKey(host: string): string {
  return `provider ${getDomain(host) ?? host}`;
}
