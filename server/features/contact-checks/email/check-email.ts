import type { Evidence } from '../../../../contract/contact-checks.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Resolver } from '../dns/dns-answer.ts';
import { findMailServers, findReachability, type MailHost, type MailServers } from '../dns/mail-servers.ts';
import { retryDelaySeconds } from '../dns/retries.ts';
import { settleWithin } from '../dns/time-limit.ts';
import type { EmailProvider } from '../provider/reacher.ts';
import type { MailboxProbe } from '../smtp/mailbox-probe.ts';
import { type EmailVerdict, finding } from '../verdict.ts';
import { type ParsedAddress, parseEmailAddress } from './address.ts';
import { isRoleAddress, spellingHint } from './hints.ts';
import type { MailDomains } from './mail-domains.ts';

/** How far a check goes (CV-5). */
export const emailCheckModes = ['off', 'syntax', 'dns', 'smtp', 'provider'] as const;
export type EmailCheckMode = (typeof emailCheckModes)[number];

export interface EmailCheckOptions {
  readonly mode: EmailCheckMode;
  readonly clock: Clock;
  readonly mailDomains: Pick<MailDomains, 'kindOf'>;
  /** Needed by dns, smtp and provider. */
  readonly resolver?: Resolver;
  /** Needed by smtp. */
  readonly probe?: MailboxProbe;
  /** Needed by provider. */
  readonly provider?: EmailProvider;
  /** What the operator's lists and the reports of partners say; whoever answers lets allow beat block (CV-6). */
  readonly lists?: (address: string, domain: string) => Promise<'allow' | 'block' | 'reported' | null>;
  /** How long the look-ups of one address may take in all. */
  readonly dnsDeadlineMs?: number;
  /** Told of what nobody expected; the check itself goes on with Unknown. */
  readonly onError?: (error: unknown) => void;
}

/** Checks one address. */
export interface EmailCheck {
  /** Gives a verdict for any text; never rejects. Attempt 1 is the first. */
  check(input: string, occasion?: { readonly attempt: number }): Promise<EmailVerdict>;
}

const daySeconds = 86_400;
const monthSeconds = 30 * daySeconds;

/**
 * Composes the checks of an e-mail address (CV-1): the operator's lists, syntax, disposable domains, mail servers, and
 * the mailbox by probe or provider; hints beside them. Whatever the outside world does, trouble is Unknown (CV-4).
 * @throws Error when the mode needs a part that was not given
 */
export function createEmailCheck(options: EmailCheckOptions): EmailCheck {
  const missing = missingPart(options);
  if (missing) throw new Error(`E-mail checks in the mode ${options.mode} need a ${missing}.`);
  return {
    check: async (input, { attempt } = { attempt: 1 }) => {
      const run = new CheckRun(options, attempt);
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
    private readonly attempt: number,
  ) {
    this.at = options.clock.now();
    this.dnsDeadline = performance.now() + (options.dnsDeadlineMs ?? 10_000);
  }

  async verdictFor(input: string): Promise<EmailVerdict> {
    if (this.options.mode === 'off') {
      this.note('syntax', 'skipped', 'checks-off', 'Checks of e-mail addresses are switched off.');
      return this.verdict('Unknown');
    }
    const parsed = parseEmailAddress(input);
    this.noteHints(input, parsed.ok ? parsed : undefined);
    if (!parsed.ok) {
      this.note('syntax', 'failed', parsed.code, parsed.detail);
      return this.verdict('Invalid');
    }
    this.note('syntax', 'passed', 'well-formed', 'The address is written as an address must be.');
    const standing = await this.findStanding(parsed);
    return standing === 'spam' ? this.verdict('Spam') : this.checkDomain(parsed, standing === 'known-good');
  }

  /** What the lists make of the address: spam, not spam whatever a verifier thinks of the domain, or nothing. */
  private async findStanding(parsed: ParsedAddress): Promise<'spam' | 'known-good' | 'nothing-known'> {
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
    if (kind === 'disposable') {
      const words = 'The domain gives out mailboxes that are thrown away after use.';
      this.note('disposable', 'failed', 'disposable-domain', words, monthSeconds);
      return 'spam';
    }
    if (kind === 'privacy-relay') {
      const words = 'The domain passes mail on to a real mailbox that its owner keeps private.';
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

  private async checkDomain(parsed: ParsedAddress, neverSpam: boolean): Promise<EmailVerdict> {
    const { mode, resolver } = this.options;
    if (mode === 'syntax' || !resolver) {
      this.note('mail-server', 'skipped', 'not-asked', 'Whether the domain takes mail was not looked up.');
      return this.verdict('Unknown');
    }
    const servers = await this.lookUp(findMailServers(resolver, parsed.domain));
    if (servers.kind === 'trouble') return this.dnsTrouble(servers.code);
    if (servers.kind !== 'servers') return this.takesNoMail(servers);
    if (mode === 'dns') return this.checkReachability(resolver, servers);
    const words = servers.implicit
      ? 'The domain has no mail servers of its own and takes mail at its own address.'
      : 'The domain names its mail servers.';
    this.note('mail-server', 'passed', 'domain-takes-mail', words, keptFor(servers.ttlSeconds));
    return this.askForMailbox(parsed, servers.hosts, neverSpam);
  }

  /** The mode dns: a domain that takes mail is as good as it gets, and the evidence says that it is no more. */
  private async checkReachability(
    resolver: Resolver,
    servers: Extract<MailServers, { kind: 'servers' }>,
  ): Promise<EmailVerdict> {
    const reachable = await this.lookUp(findReachability(resolver, servers.hosts));
    if (reachable.kind === 'trouble') return this.dnsTrouble(reachable.code);
    if (reachable.kind !== 'reachable') {
      const { code, words } = unreachableWords[reachable.kind];
      this.note('mail-server', 'unknown', code, words, daySeconds);
      return this.verdict('Unknown');
    }
    const words = servers.implicit
      ? 'The domain takes mail at its own address. The mailbox itself was not asked for.'
      : 'The domain takes mail. The mailbox itself was not asked for.';
    const seconds = keptFor(Math.min(servers.ttlSeconds, reachable.ttlSeconds));
    this.note('mail-server', 'passed', 'domain-takes-mail', words, seconds);
    return this.verdict('Valid');
  }

  private async askForMailbox(
    parsed: ParsedAddress,
    hosts: readonly MailHost[],
    neverSpam: boolean,
  ): Promise<EmailVerdict> {
    const { mode, probe, provider } = this.options;
    const { attempt } = this;
    const asked =
      mode === 'smtp'
        ? await probe?.probe(parsed, hosts, { attempt })
        : await provider?.verify(parsed.address, { attempt, neverSpam });
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
    const retryAfterSeconds = retryDelaySeconds('trouble', this.attempt);
    const words = 'Whether the domain takes mail could not be looked up.';
    this.note('mail-server', 'unknown', `dns-${code}`, words, retryAfterSeconds ?? daySeconds);
    return this.verdict('Unknown', retryAfterSeconds);
  }

  /** The verdict when something happened that nobody expected; what was found until then is kept. */
  brokenOff(): EmailVerdict {
    const retryAfterSeconds = retryDelaySeconds('trouble', this.attempt);
    const check = { smtp: 'mailbox', provider: 'provider' } as const;
    const { mode } = this.options;
    const at = mode === 'smtp' || mode === 'provider' ? check[mode] : 'mail-server';
    this.note(at, 'unknown', 'check-failed', 'The check broke off.', retryAfterSeconds ?? daySeconds);
    return this.verdict('Unknown', retryAfterSeconds);
  }

  private noteHints(input: string, parsed: ParsedAddress | undefined): void {
    const domain = parsed?.domain ?? input.slice(input.lastIndexOf('@') + 1);
    const meant = spellingHint(domain);
    // Who gives a throw-away address means it, however near it is to another name: yopmail.com is not hotmail.com.
    if (meant !== null && this.options.mailDomains.kindOf(domain) !== 'disposable') {
      this.hints.push(finding('spelling', 'hint', meant, `Perhaps ${meant} was meant.`, this.at));
    }
    if (parsed && isRoleAddress(parsed.local)) {
      const words = 'The address belongs to a task, such as sales, and is read by several people or none.';
      this.hints.push(finding('role-address', 'hint', 'role-address', words, this.at));
    }
  }

  private lookUp<Found>(work: Promise<Found>): Promise<Found | { kind: 'trouble'; code: 'timeout' }> {
    const late = { kind: 'trouble', code: 'timeout' } as const;
    return settleWithin<Found | typeof late>(work, Math.max(1, this.dnsDeadline - performance.now()), late);
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

type Denial = Exclude<MailServers, { kind: 'servers' | 'trouble' }>;

const denials: Readonly<Record<Denial['kind'], { readonly code: string; readonly words: string }>> = {
  'refuses-mail': { code: 'null-mx', words: 'The domain declares that it takes no mail.' },
  'no-mail-server': {
    code: 'no-mail-server',
    words: 'The domain has neither mail servers nor an address of its own.',
  },
  'no-such-domain': { code: 'no-such-domain', words: 'There is no such domain.' },
};

/** Not Invalid: what this resolver sees may be an inside view, or a mistake that is being mended (CV-4). */
const unreachableWords = {
  'not-public': {
    code: 'mail-server-not-public',
    words: 'The mail servers have no address on the public internet, as seen from here.',
  },
  'no-address': {
    code: 'mail-server-without-address',
    words: 'The mail servers that the domain names have no address, as seen from here.',
  },
};

/** Records may say five minutes; a lead is not looked at again within a day, nor trusted for longer than a month. */
function keptFor(ttlSeconds: number): number {
  return Math.min(Math.max(ttlSeconds, daySeconds), monthSeconds);
}
