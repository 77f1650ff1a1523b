import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { domainToASCII } from 'node:url';
import { disposableEmailBlocklist } from 'disposable-email-domains-js';
import { getDomain } from 'tldts';
import { ConfigError } from '../../../platform/config.ts';
import {
  everydayMailDomains,
  misspelledProviders,
  notMailProviders,
  privacyRelayDomains,
} from './mail-providers.ts';

/**
 * `disposable`: mailboxes that anyone can open for minutes. `privacy-relay`: passes mail on to a real mailbox.
 * `freemail`: anyone can have a lasting mailbox there, so the domain says nothing about a company.
 */
export type MailDomainKind = 'disposable' | 'privacy-relay' | 'freemail';

/** What is known of the domains of mail providers (CV-1, CV-6). */
export interface MailDomains {
  /**
   * The kind of the domain or of the nearest domain above it that is listed, never looking above what one owner
   * registered; null when none is listed. Relays, everyday freemail and misspelled providers are
   * never disposable, whatever a list says.
   */
  kindOf(domain: string): MailDomainKind | null;
  /** Reads the operator's file again if it has changed; true when the lists are new. Costs one `stat` otherwise. */
  reload(): boolean;
  /** What was wrong with the operator's file when it was last looked at, in sentences; empty when nothing was. */
  readonly warnings: readonly string[];
}

/**
 * Knows the shipped lists, and the operator's file of further disposable domains: one a line, `#` begins a comment.
 * @throws ConfigError naming the file when it cannot be read at the start; later the last good one stays in force
 */
export function loadMailDomains(options: { disposableFile?: string } = {}): MailDomains {
  const path = options.disposableFile;
  if (path === undefined)
    return { kindOf: (domain) => kindIn(domain, none), reload: () => false, warnings: [] };
  let file = readListFile(path);
  if (file.failure !== undefined) throw new ConfigError(file.failure);
  return {
    kindOf: (domain) => kindIn(domain, file.domains),
    get warnings() {
      return file.warnings;
    },
    reload() {
      const stamp = stampOf(path);
      if (stamp === file.stamp) return false;
      const next = readListFile(path);
      if (next.failure === undefined) {
        file = next;
        return true;
      }
      // The stamp is kept as well: the same trouble is not read and reported anew each time.
      file = { ...file, stamp, warnings: [`${next.failure} What was read before stays in force.`] };
      return false;
    },
  };
}

/** True when anyone can have a lasting mailbox at this domain (or at one above it), by the shipped lists alone. */
export function isFreemail(domain: string): boolean {
  return kindIn(domain, none) === 'freemail';
}

const none: ReadonlySet<string> = new Set();
const shippedDisposable: ReadonlySet<string> = new Set(disposableEmailBlocklist());
const freemail = knownFreemail();

/**
 * Our own list, and of the package `email-providers` the few hundred domains that it found in use. Its long list is of
 * no use here: of 8,760 domains a third are disposable, and what is left has misspellings, throwaways and companies.
 */
function knownFreemail(): ReadonlySet<string> {
  const listed: unknown = createRequire(import.meta.url)('email-providers/common.json');
  const domains = Array.isArray(listed)
    ? listed.filter((entry): entry is string => typeof entry === 'string')
    : [];
  const fine = domains.filter((domain) => !shippedDisposable.has(domain) && !notMailProviders.has(domain));
  return new Set([...everydayMailDomains, ...fine]);
}

function kindIn(domain: string, alsoDisposable: ReadonlySet<string>): MailDomainKind | null {
  const name = toListedForm(domain);
  if (name === null) return null;
  const owned = getDomain(name, ownerOptions) ?? name;
  for (let at = name; at.length >= owned.length; at = at.slice(at.indexOf('.') + 1)) {
    const kind = kindOfExactly(at, alsoDisposable);
    if (kind !== null) return kind;
    if (!at.includes('.')) return null;
  }
  return null;
}

/** Private suffixes count: below `github.io` every name has another owner. */
const ownerOptions = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

function kindOfExactly(domain: string, alsoDisposable: ReadonlySet<string>): MailDomainKind | null {
  if (privacyRelayDomains.has(domain)) return 'privacy-relay';
  if (everydayMailDomains.has(domain) || misspelledProviders.has(domain)) return 'freemail';
  if (shippedDisposable.has(domain) || alsoDisposable.has(domain)) return 'disposable';
  return freemail.has(domain) ? 'freemail' : null;
}

const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Small letters and A-labels without the dot of the root; null for what is no domain. */
function toListedForm(domain: string): string | null {
  if (domain.length > 1024) return null;
  const lower = domain.toLowerCase().replace(/\.$/, '');
  if (hostName.test(lower)) return lower;
  // Only letters of other scripts are worth mapping; ASCII that is no host name stays none.
  if (/[\0-\u007f]/.test(lower.replace(/[a-z0-9.-]/g, ''))) return null;
  const ascii = domainToASCII(lower);
  return hostName.test(ascii) ? ascii : null;
}

interface ListFile {
  readonly domains: ReadonlySet<string>;
  readonly warnings: readonly string[];
  /** Changes when the file does. */
  readonly stamp: string;
  readonly failure?: string;
}

/** Lists of every disposable domain ever seen have some megabytes. */
const maxFileBytes = 64 * 1024 * 1024;
const maxNamedLines = 10;

function stampOf(path: string): string {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? 'missing' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
  } catch {
    return 'unreadable';
  }
}

function readListFile(path: string): ListFile {
  try {
    // Taken before the text: a file that changes meanwhile is read again.
    const stamp = stampOf(path);
    if (stamp === 'missing') return failed(path, 'does not exist', stamp);
    const stat = statSync(path);
    if (!stat.isFile()) return failed(path, 'is not a file', stamp);
    if (stat.size > maxFileBytes) return failed(path, 'is larger than 64 MB', stamp);
    return { ...parseList(path, readFileSync(path, 'utf8')), stamp };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return failed(path, `cannot be read${reason}`, 'unreadable');
  }
}

function failed(path: string, what: string, stamp: string): ListFile {
  const failure = `The file of disposable domains ${path} ${what}.`;
  return { domains: none, warnings: [failure], stamp, failure };
}

function parseList(path: string, text: string): Pick<ListFile, 'domains' | 'warnings'> {
  const domains = new Set<string>();
  const wrong: number[] = [];
  let number = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    number += 1;
    const entry = line.replace(/#.*$/, '').trim();
    if (entry === '') continue;
    const domain = toListedForm(entry.replace(/^(\*\.|\.|@)/, ''));
    if (domain === null) wrong.push(number);
    else domains.add(domain);
  }
  return { domains, warnings: wrong.length === 0 ? [] : [wrongLines(path, wrong)] };
}

function wrongLines(path: string, lines: readonly number[]): string {
  const named = lines.slice(0, maxNamedLines).join(', ');
  const more = lines.length > maxNamedLines ? ` and ${lines.length - maxNamedLines} more` : '';
  return `The file of disposable domains ${path} has lines that are no domain and were left out: ${named}${more}.`;
}
