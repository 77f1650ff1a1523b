import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../platform/clock.ts';
import type { DnsAnswer, Resolver } from './dns-answer.ts';

/**
 * How the name servers treat names with a known answer. `denies-everything`: existing domains do not exist, as behind
 * some routers without a connection. `invents-addresses`: nonexistent names have an address, as with providers that
 * show a search page. `answers-everything`: such names even have mail servers. `unclear`: they could not be queried.
 */
export type ResolverStanding =
  | 'sound'
  | 'unclear'
  | 'denies-everything'
  | 'invents-addresses'
  | 'answers-everything';

/** Whether answers of the name servers can be believed (CV-4). */
export interface ResolverTrust {
  /**
   * The current standing of the name servers. Before a denial is believed, the last probe is at most a minute old;
   * otherwise ten minutes. One probe runs at a time, however many callers wait for it; never rejects.
   */
  standing(about: 'denial' | 'answer'): Promise<ResolverStanding>;
}

/** Domains that accept mail and will continue to. */
export const largeMailDomains: readonly string[] = [
  'gmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'google.com',
  'microsoft.com',
  'mozilla.org',
  'iana.org',
];

export interface ResolverTrustOptions {
  /** One without a cache: a remembered answer says nothing about now. */
  readonly resolver: Resolver;
  readonly clock: Clock;
  /** Domains that certainly exist, in the order to query them; empty: everything is believed. */
  readonly knownDomains: readonly string[];
  /** Called when the standing has changed from or to one that is not to be believed. */
  readonly onChange?: (standing: ResolverStanding) => void;
}

const minuteMs = 60_000;
const goodForMs = { denial: minuteMs, answer: 10 * minuteMs } as const;
/** Denials come one by one; when they surge, something else may have happened. */
const surge = 20;
const leastPauseMs = 5000;

/** Probes the name servers when their word is needed and the last probe is too old. */
export function createResolverTrust(options: ResolverTrustOptions): ResolverTrust {
  return options.knownDomains.length === 0 ? { standing: async () => 'sound' } : new WatchedResolver(options);
}

class WatchedResolver implements ResolverTrust {
  private looked: { readonly at: number; readonly standing: ResolverStanding } | undefined;
  private looking: Promise<ResolverStanding> | undefined;
  private denials = 0;

  constructor(private readonly options: ResolverTrustOptions) {}

  async standing(about: 'denial' | 'answer'): Promise<ResolverStanding> {
    if (about === 'denial') this.denials += 1;
    if (this.looked && !this.isTooOld(this.looked, about)) return this.looked.standing;
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private isTooOld({ at, standing }: { at: number; standing: ResolverStanding }, about: 'denial' | 'answer') {
    const ageMs = this.options.clock.now().getTime() - at;
    // A clock that was set back proves nothing.
    if (ageMs < 0) return true;
    // What is wrong may be over in a moment.
    if (standing !== 'sound') return ageMs >= minuteMs;
    return ageMs >= goodForMs[about] || (this.denials >= surge && ageMs >= leastPauseMs);
  }

  private async look(): Promise<ResolverStanding> {
    const { clock, onChange } = this.options;
    this.denials = 0;
    const standing = await this.ask().catch((): ResolverStanding => 'unclear');
    const before = this.looked?.standing ?? 'sound';
    this.looked = { at: clock.now().getTime(), standing };
    if (isBelieved(before) !== isBelieved(standing)) onChange?.(standing);
    return standing;
  }

  private async ask(): Promise<ResolverStanding> {
    const { resolver, knownDomains } = this.options;
    const nobodys = `leadlight-${randomBytes(12).toString('hex')}.com`;
    const [mx, address] = await Promise.all([
      resolver.resolve(nobodys, 'MX'),
      resolver.resolve(nobodys, 'A'),
    ]);
    if (mx.kind === 'answer') return 'answers-everything';
    if (address.kind === 'answer') return 'invents-addresses';
    let isUnclear = false;
    for (const domain of knownDomains) {
      const answer = await resolver.resolve(domain, 'MX');
      if (answer.kind === 'answer' && !isNullMx(answer)) return 'sound';
      isUnclear ||= answer.kind === 'trouble';
    }
    return isUnclear ? 'unclear' : 'denies-everything';
  }
}

/** Trouble is not a lie: what it leaves open is already Unknown. */
export function isBelieved(standing: ResolverStanding): boolean {
  return standing === 'sound' || standing === 'unclear';
}

function isNullMx(answer: Extract<DnsAnswer, { kind: 'answer' }>): boolean {
  return answer.records.every((record) => record.type === 'MX' && record.exchange === '.');
}

/** What is wrong, for the operator. */
export const standingWords: Readonly<Record<Exclude<ResolverStanding, 'sound'>, string>> = {
  unclear: 'do not answer; email addresses stay Unknown until they do',
  'denies-everything': 'say that domains which exist do not; email addresses stay Unknown instead of Invalid',
  'invents-addresses': 'give addresses to names that do not exist; domains without mail servers stay Unknown',
  'answers-everything': 'give mail servers to names that do not exist; email addresses stay Unknown',
};
