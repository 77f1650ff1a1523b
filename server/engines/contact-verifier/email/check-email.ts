import { randomBytes } from 'node:crypto';
import { getDomain } from 'tldts';
import type { Evidence } from '../../../../contract/leads/contact-checks.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Resolver } from '../dns/dns-answer.ts';
import {
  findMailServers,
  findReachability,
  type MailHost,
  type MailServers,
  type Reachability,
} from '../dns/mail-servers.ts';
import type { ResolverTrust } from '../dns/resolver-trust.ts';
import { retryDelaySeconds } from '../dns/retries.ts';
import { settleWithin } from '../dns/time-limit.ts';
import type { EmailProvider } from '../providers/reacher.ts';
import type { MailboxProbe } from '../smtp/mailbox-probe.ts';
import { type EmailVerdict, finding } from '../verdict.ts';
import { type AddressWorld, type ParsedAddress, parseEmailAddress } from './address.ts';
import { businessMailProviders } from './disposable-mail-servers.ts';
import { isRoleAddress, spellingHint } from './hints.ts';
import type { MailDomains } from './mail-domains.ts';
import { type Denial, denials, unreachableWords } from './mail-server-words.ts';
import { readAddress } from './read-address.ts';

/** How far a check goes (CV-5). */
export const emailCheckModes = ['off', 'syntax', 'dns', 'smtp', 'provider'] as const;
export type EmailCheckMode = (typeof emailCheckModes)[number];

export interface EmailCheckOptions {
  readonly mode: EmailCheckMode;
  readonly clock: Clock;
  readonly mailDomains: Pick<MailDomains, 'kindOf'> & Partial<ServerJudge>;
  /** Required by dns, smtp and provider. */
  readonly resolver?: Resolver;
  /** Missing: the resolver's answers are believed. */
  readonly trust?: ResolverTrust;
  /** In the demo, domains below `.example` count as good. */
  readonly examplesAreGood?: boolean;
  /** Required by smtp. */
  readonly probe?: MailboxProbe;
  /** Required by provider. */
  readonly provider?: EmailProvider;
  /** What the operator's lists and partners' reports say; the implementation lets allow beat block (CV-6). */
  readonly lists?: (address: string, domain: string) => Promise<'allow' | 'block' | 'reported' | null>;
  /** The time limit for all lookups of one address together. */
  readonly dnsDeadlineMs?: number;
  /** Called with unexpected errors; the check itself continues with Unknown. */
  readonly onError?: (error: unknown) => void;
}

/** Checks one address. */
export interface EmailCheck {
  /** Returns a verdict for any text; never rejects. */
  check(input: string, occasion?: CheckOccasion): Promise<EmailVerdict>;
}

/** When, and for whom, an address is checked. */
export interface CheckOccasion {
  /** 1 is the first. */
  readonly attempt: number;
  /** Whose lead it is: each organization gets its part of shared resources. */
  readonly organizationId?: string;
}

const daySeconds = 86_400;
const monthSeconds = 30 * daySeconds;
/** How long to wait while the name servers lie. */
const disbeliefSeconds = 3600;

type ServerJudge = Pick<MailDomains, 'isDisputable' | 'isDisposableServer'>;
type NamedServers = Extract<MailServers, { kind: 'servers' }>;
/** What the lists say about an address that is not spam: `disputable` is on wide lists only. */
type Standing = 'known-good' | 'nothing-known' | 'disputable';

/**
 * Composes the checks of an email address (CV-1): the operator's lists, syntax, disposable domains, mail servers, and
 * the mailbox by probe or provider; hints alongside. Whatever the outside world does, trouble is Unknown (CV-4).
 * @throws Error when the mode needs a part that was not given
 */
export function createEmailCheck(options: EmailCheckOptions): EmailCheck {
  const missing = missingPart(options);
  if (missing) throw new Error(`Email checks in the mode ${options.mode} need a ${missing}.`);
  return {
    check: async (input, occasion = { attempt: 1 }) => {
      const run = new CheckRun(options, occasion);
      try {
        return await run.verdictFor(input);
      } catch (error) {
        options.onError?.(error);
        return run.brokenOff();
      }
    },
  };
}

function missingPart({ mode, resolver, probe, provider }: EmailCheckOptions): string | undefined {
  if (mode === 'off' || mode === 'syntax') return undefined;
  if (!resolver) return 'resolver';
  if (mode === 'smtp' && !probe) return 'probe';
  return mode === 'provider' && !provider ? 'provider' : undefined;
}

class CheckRun {
  private readonly at: Date;
  private readonly dnsDeadline: number;
  private readonly evidence: Evidence[] = [];
  private readonly hints: Evidence[] = [];

  constructor(
    private readonly options: EmailCheckOptions,
    private readonly occasion: CheckOccasion,
  ) {
    this.at = options.clock.now();
    this.dnsDeadline = performance.now() + (options.dnsDeadlineMs ?? 10_000);
  }

  async verdictFor(input: string): Promise<EmailVerdict> {
    if (this.options.mode === 'off') {
      this.note('syntax', 'skipped', 'checks-off', 'Email checks are turned off.');
      return this.verdict('Unknown');
    }
    const { address: parsed, text } = readAddress(input, this.world);
    this.noteHints(text, parsed.ok ? parsed : undefined);
    if (!parsed.ok) {
      this.note('syntax', 'failed', parsed.code, String(parsed.detail));
      return this.verdict('Invalid');
    }
    if (parsed.address === typedAddress(input, this.world))
      this.note('syntax', 'passed', 'well-formed', 'The address is well formed.');
    else
      this.note('syntax', 'passed', 'read-from-text', 'A well-formed address was read from what was typed.');
    const standing = await this.findStanding(parsed);
    if (standing === 'spam') return this.verdict('Spam');
    return this.world === 'demo' && parsed.domain.endsWith('.example')
      ? this.exampleDomain()
      : this.checkDomain(parsed, standing);
  }

  private get world(): AddressWorld {
    return this.options.examplesAreGood ? 'demo' : 'public';
  }

  private exampleDomain(): EmailVerdict {
    const words = 'An invented domain, which counts as good in the demo.';
    this.note('mail-server', 'passed', 'demo-example', words, monthSeconds);
    return this.verdict('Valid');
  }

  /** What the lists say about the address: spam, not spam whatever a verifier thinks of the domain, or nothing. */
  private async findStanding(parsed: ParsedAddress): Promise<'spam' | Standing> {
    const listed = (await this.options.lists?.(parsed.address, parsed.domain)) ?? null;
    if (listed === 'block') {
      this.note('block-list', 'failed', 'blocked', 'The operator marked the address or its domain as spam.');
      return 'spam';
    }
    if (listed === 'reported') {
      this.note('block-list', 'failed', 'reported', 'The address or its domain was reported as spam.');
      return 'spam';
    }
    const kind = this.options.mailDomains.kindOf(parsed.domain);
    if (listed === 'allow') {
      this.note('allow-list', 'passed', 'allowed', 'The operator vouches for the address or its domain.');
      return 'known-good';
    }
    if (kind === 'disposable' && this.isInDoubt(parsed.domain)) return 'disputable';
    if (kind === 'disposable') {
      const words = 'The domain offers disposable addresses.';
      this.note('disposable', 'failed', 'disposable-domain', words, monthSeconds);
      return 'spam';
    }
    if (kind === 'privacy-relay') {
      const words = 'The domain forwards mail to a real mailbox that its owner keeps private.';
      this.note('privacy-relay', 'passed', 'privacy-relay', words, monthSeconds);
    } else {
      this.note(
        'disposable',
        'passed',
        'not-disposable',
        'The domain is not known as disposable.',
        monthSeconds,
      );
    }
    return kind === null ? 'nothing-known' : 'known-good';
  }

  /** Only wide lists call the domain disposable: that alone does not make it spam. */
  private isInDoubt(domain: string): boolean {
    return this.options.mailDomains.isDisputable?.(domain) === true;
  }

  private async checkDomain(parsed: ParsedAddress, standing: Standing): Promise<EmailVerdict> {
    const { mode, resolver } = this.options;
    if (standing === 'disputable' && (mode === 'syntax' || !resolver)) return this.widelyListed();
    if (mode === 'syntax' || !resolver) {
      this.note('mail-server', 'skipped', 'not-asked', 'We didn’t look up whether the domain accepts mail.');
      return this.verdict('Unknown');
    }
    return this.askNameServers(parsed, standing, resolver);
  }

  private async askNameServers(
    parsed: ParsedAddress,
    standing: Standing,
    resolver: Resolver,
  ): Promise<EmailVerdict> {
    const servers = await this.lookUp(findMailServers(resolver, parsed.domain));
    if (servers.kind === 'trouble')
      return standing === 'disputable' ? this.widelyListed() : this.dnsTrouble(servers.code);
    if (!(await this.isBelieved(servers))) return this.notBelieved();
    if (servers.kind !== 'servers') return this.takesNoMail(servers);
    const reachable = await this.lookUp(findReachability(resolver, servers.hosts));
    const spam = await this.judgeServers(parsed.domain, standing, servers, reachable);
    if (spam) return spam;
    if (this.options.mode === 'dns') return this.reachabilityVerdict(servers, reachable);
    const words = servers.implicit
      ? 'The domain has no mail servers and accepts mail at its own address.'
      : 'The domain has mail servers.';
    this.note('mail-server', 'passed', 'domain-takes-mail', words, keptFor(servers.ttlSeconds));
    return this.askForMailbox(parsed, servers.hosts, standing === 'known-good');
  }

  /**
   * In dns mode a domain that accepts mail is the best possible result, and the evidence says that it is no more than
   * that.
   */
  private reachabilityVerdict(servers: NamedServers, reachable: Reachability): EmailVerdict {
    if (reachable.kind === 'trouble') return this.dnsTrouble(reachable.code);
    if (reachable.kind !== 'reachable') {
      const { code, words } = unreachableWords[reachable.kind];
      this.note('mail-server', 'unknown', code, words, daySeconds);
      return this.verdict('Unknown');
    }
    const words = servers.implicit
      ? "The domain accepts mail at its own address. The mailbox itself wasn't checked."
      : "The domain accepts mail. The mailbox itself wasn't checked.";
    const seconds = keptFor(Math.min(servers.ttlSeconds, reachable.ttlSeconds));
    this.note('mail-server', 'passed', 'domain-takes-mail', words, seconds);
    return this.verdict('Valid');
  }

  /** Whether the answer of the name servers may decide: not when they are known to lie about such names (CV-4). */
  private async isBelieved(servers: Exclude<MailServers, { kind: 'trouble' }>): Promise<boolean> {
    const { trust } = this.options;
    if (!trust) return true;
    const about = servers.kind === 'servers' ? 'answer' : 'denial';
    const standing = await settleWithin(trust.standing(about), this.millisecondsLeft(), 'unclear');
    if (servers.kind !== 'servers') return standing !== 'denies-everything' && standing !== 'unclear';
    return standing !== 'answers-everything' && !(servers.implicit && standing === 'invents-addresses');
  }

  private notBelieved(): EmailVerdict {
    const words = 'The name servers could not be relied on just now, so we could not look up the domain.';
    this.note('mail-server', 'unknown', 'name-servers-not-believed', words, disbeliefSeconds);
    return this.verdict('Unknown', disbeliefSeconds);
  }

  /** Spam, or in doubt Unknown, by who runs the mail servers; undefined when they are ordinary. */
  private async judgeServers(
    domain: string,
    standing: Standing,
    { hosts }: NamedServers,
    reachable: Reachability,
  ): Promise<EmailVerdict | undefined> {
    if (standing === 'known-good') return undefined;
    const addresses = reachable.kind === 'reachable' ? reachable.addresses : [];
    const judge = this.options.mailDomains.isDisposableServer;
    const isDisposable = hosts.slice(0, 4).some(({ host }) => judge?.({ host, addresses }, this.at));
    if (isDisposable) {
      const words = 'Disposable address: the domain uses the mail servers of a disposable email service.';
      return this.disposable('disposable-mail-server', words);
    }
    if (standing !== 'disputable') return undefined;
    const isBusiness = hosts.every(({ host }) => businessMailProviders.has(getDomain(host) ?? host));
    if (!isBusiness) return this.widelyListed();
    if (await this.takesAnySubdomain(domain)) {
      const words = 'Disposable address: wide lists have the domain, and it accepts mail for any subdomain.';
      return this.disposable('wildcard-mail-server', words);
    }
    const words =
      'Wide lists call the domain disposable, but a provider of business mail runs its mail. It may be a company’s.';
    this.note('disposable', 'unknown', 'disputed-listing', words, monthSeconds);
    return this.verdict('Unknown');
  }

  /** Mail servers for a random name: the domain has them for every name below it. */
  private async takesAnySubdomain(domain: string): Promise<boolean> {
    const { resolver } = this.options;
    if (!resolver) return false;
    const name = `${randomBytes(8).toString('hex')}.${domain}`;
    const answer = await this.lookUp(findMailServers(resolver, name));
    return answer.kind === 'servers' && !answer.implicit;
  }

  private widelyListed(): EmailVerdict {
    return this.disposable(
      'widely-listed',
      'Disposable address: wide lists of disposable domains have the domain.',
    );
  }

  private disposable(code: string, words: string): EmailVerdict {
    this.note('disposable', 'failed', code, words, monthSeconds);
    return this.verdict('Spam');
  }

  private async askForMailbox(
    parsed: ParsedAddress,
    hosts: readonly MailHost[],
    neverSpam: boolean,
  ): Promise<EmailVerdict> {
    const { mode, probe, provider } = this.options;
    const asked =
      mode === 'smtp'
        ? await probe?.probe(parsed, hosts, this.occasion)
        : await provider?.verify(parsed.address, { ...this.occasion, neverSpam });
    if (!asked) throw new Error('The part that asks for mailboxes is gone.');
    this.evidence.push(...asked.evidence);
    return this.verdict(asked.validity, asked.retryAfterSeconds);
  }

  private takesNoMail(denial: Denial): EmailVerdict {
    const { code, words } = denials[denial.kind];
    this.note('mail-server', 'failed', code, words, keptFor(denial.ttlSeconds));
    return this.verdict('Invalid');
  }

  private dnsTrouble(code: string): EmailVerdict {
    const retryAfterSeconds = retryDelaySeconds('trouble', this.occasion.attempt);
    const words = 'We could not look up whether the domain accepts mail.';
    this.note('mail-server', 'unknown', `dns-${code}`, words, retryAfterSeconds ?? daySeconds);
    return this.verdict('Unknown', retryAfterSeconds);
  }

  /** The verdict after an unexpected error; keeps what was found until then. */
  brokenOff(): EmailVerdict {
    const retryAfterSeconds = retryDelaySeconds('trouble', this.occasion.attempt);
    const check = { smtp: 'mailbox', provider: 'provider' } as const;
    const { mode } = this.options;
    const at = mode === 'smtp' || mode === 'provider' ? check[mode] : 'mail-server';
    this.note(at, 'unknown', 'check-failed', 'The check was interrupted.', retryAfterSeconds ?? daySeconds);
    return this.verdict('Unknown', retryAfterSeconds);
  }

  private noteHints(input: string, parsed: ParsedAddress | undefined): void {
    const domain = parsed?.domain ?? input.slice(input.lastIndexOf('@') + 1);
    const meant = spellingHint(domain);
    // A disposable address is intended, however close it is to another name: yopmail.com is not hotmail.com.
    if (meant !== null && this.options.mailDomains.kindOf(domain) !== 'disposable') {
      this.hints.push(finding('spelling', 'hint', meant, `Did they mean ${meant}?`, this.at));
    }
    if (parsed && isRoleAddress(parsed.local)) {
      const words = 'A shared address, such as sales or info: several people may read it.';
      this.hints.push(finding('role-address', 'hint', 'role-address', words, this.at));
    }
  }

  private lookUp<Found>(work: Promise<Found>): Promise<Found | { kind: 'trouble'; code: 'timeout' }> {
    const late = { kind: 'trouble', code: 'timeout' } as const;
    return settleWithin<Found | typeof late>(work, this.millisecondsLeft(), late);
  }

  private millisecondsLeft(): number {
    return Math.max(1, this.dnsDeadline - performance.now());
  }

  private note(
    check: Evidence['check'],
    result: Evidence['result'],
    code: string,
    detail: string,
    goodForSeconds: number | null = null,
  ): void {
    this.evidence.push(finding(check, result, code, detail, this.at, goodForSeconds));
  }

  private verdict(validity: EmailVerdict['validity'], retryAfterSeconds: number | null = null): EmailVerdict {
    return { validity, evidence: [...this.evidence, ...this.hints], retryAfterSeconds };
  }
}

/** The typed text, when it is an address apart from blanks and the spelling of its domain. */
function typedAddress(input: string, world: AddressWorld): string | null {
  const parsed = parseEmailAddress(input, world);
  return parsed.ok ? parsed.address : null;
}

/** Records may say five minutes; but a lead is not checked again within a day, nor trusted for longer than a month. */
function keptFor(ttlSeconds: number): number {
  return Math.min(Math.max(ttlSeconds, daySeconds), monthSeconds);
}
