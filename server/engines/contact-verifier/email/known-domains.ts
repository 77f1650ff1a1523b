import { createRequire } from 'node:module';
import { domainToASCII } from 'node:url';
import { disposableEmailBlocklist } from 'disposable-email-domains-js';
import { getDomain } from 'tldts';
import { isListedAsFree } from './free-mail-list.ts';
import {
  everydayMailDomains,
  misspelledProviders,
  notMailProviders,
  privacyRelayDomains,
} from './mail-providers.ts';

/**
 * `disposable`: mailboxes that anyone can open for minutes. `privacy-relay`: forwards mail to a real mailbox.
 * `freemail`: anyone can have a permanent mailbox there, so the domain says nothing about a company.
 */
export type MailDomainKind = 'disposable' | 'privacy-relay' | 'freemail';

/** True when anyone can have a permanent mailbox at this domain (or at one above it), by the shipped lists alone. */
export function isFreemail(domain: string): boolean {
  return kindIn(domain, none) === 'freemail';
}

const none: ReadonlySet<string> = new Set();

const shippedDisposable: ReadonlySet<string> = new Set(disposableEmailBlocklist());
const freemail = knownFreemail();

/**
 * Our own list, plus the few hundred domains that the package `email-providers` found in use. Its long list is
 * unusable: of 8,760 domains a third are disposable, and the rest includes misspellings, throwaways and companies.
 */
function knownFreemail(): ReadonlySet<string> {
  const listed: unknown = createRequire(import.meta.url)('email-providers/common.json');
  const domains = Array.isArray(listed)
    ? listed.filter((entry): entry is string => typeof entry === 'string')
    : [];
  const fine = domains.filter((domain) => !shippedDisposable.has(domain) && !notMailProviders.has(domain));
  return new Set([...everydayMailDomains, ...fine]);
}

/** The kind by the curated lists and further domains, for the domain or the closest one above it. */
export function kindIn(domain: string, alsoDisposable: ReadonlySet<string>): MailDomainKind | null {
  const name = toListedForm(domain);
  if (name === null) return null;
  for (const above of namesAbove(name)) {
    const kind = kindOfExactly(above, alsoDisposable);
    if (kind !== null) return kind;
    // The listing above refers to what others have there.
    if (isListedAsFree(above)) return null;
  }
  return null;
}

/** The name and those above it, up to the registered domain. */
export function namesAbove(name: string): string[] {
  const owned = getDomain(name, ownerOptions) ?? name;
  const names: string[] = [];
  for (let at = name; at.length >= owned.length; at = at.slice(at.indexOf('.') + 1)) {
    names.push(at);
    if (!at.includes('.')) break;
  }
  return names;
}

/** Private suffixes count: below `github.io` every name has another owner. */
const ownerOptions = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

function kindOfExactly(domain: string, alsoDisposable: ReadonlySet<string>): MailDomainKind | null {
  if (privacyRelayDomains.has(domain)) return 'privacy-relay';
  if (everydayMailDomains.has(domain) || misspelledProviders.has(domain)) return 'freemail';
  if (alsoDisposable.has(domain)) return 'disposable';
  // When lists contradict each other, the lenient one counts: the operator may know better, and can say so in their
  // file.
  if (shippedDisposable.has(domain)) return isListedAsFree(domain) ? 'freemail' : 'disposable';
  return freemail.has(domain) ? 'freemail' : null;
}

const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Lower case and A-labels without the dot of the root; null for anything that is not a domain. */
export function toListedForm(domain: string): string | null {
  if (domain.length > 1024) return null;
  const lower = domain.toLowerCase().replace(/\.$/, '');
  if (hostName.test(lower)) return lower;
  // Only letters of other scripts are worth mapping; ASCII that is not a host name does not become one.
  if (/[\0-\u007f]/.test(lower.replace(/[a-z0-9.-]/g, ''))) return null;
  const ascii = domainToASCII(lower);
  return hostName.test(ascii) ? ascii : null;
}
