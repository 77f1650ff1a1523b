import { createRequire } from 'node:module';
import { isListedAsFree } from './free-mail-list.ts';
import { notMailProviders } from './mail-providers.ts';

/**
 * True for domains on wide lists of disposable domains. Maintained by many hands and machines, these also contain a few
 * companies: callers who can look further should. Freemail, university and government domains are left out, whatever
 * the lists say. Loads the lists on the first call.
 */
export function isWidelyListed(domain: string): boolean {
  wide ??= readWideLists();
  return wide.has(domain);
}

let wide: ReadonlySet<string> | undefined;

const load = createRequire(import.meta.url);
const yearSeconds = 365 * 86_400;
/** A domain that no service has offered for that long has expired, and may belong to someone. */
const forgottenAfterSeconds = 2 * yearSeconds;
/** Universities, schools and authorities: disposable mailboxes there exist against their will. */
const institution = /\.(edu|gov|mil|ac|edu\.[a-z]{2}|gov\.[a-z]{2}|ac\.[a-z]{2}|k12\.[a-z.]+)$/;

function readWideLists(): ReadonlySet<string> {
  const domains = new Set([...mailcheckerDomains(), ...recentlySeenDomains()]);
  for (const domain of domains) {
    if (isListedAsFree(domain) || notMailProviders.has(domain) || institution.test(domain))
      domains.delete(domain);
  }
  return domains;
}

/** The package `mailchecker`: merged from a dozen lists and released several times a year. */
function mailcheckerDomains(): readonly string[] {
  const { blacklist } = load('mailchecker') as { blacklist(): Iterable<string> };
  return [...blacklist()];
}

interface SeenDomains {
  /** When the list was made, in seconds. */
  readonly t: number;
  readonly domains: Readonly<Record<string, { readonly lastseen: number }>>;
}

/** The package `fakefilter`: what disposable services offered when they were inspected, with the last time. */
function recentlySeenDomains(): readonly string[] {
  const { t, domains } = load('fakefilter/json/data.json') as SeenDomains;
  return Object.entries(domains).flatMap(([domain, { lastseen }]) =>
    t - lastseen < forgottenAfterSeconds ? [domain] : [],
  );
}
