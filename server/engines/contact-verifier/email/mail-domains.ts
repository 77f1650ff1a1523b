import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { ConfigError } from '../../../platform/config.ts';
import { disposableMailAddresses, disposableMailHosts } from './disposable-mail-servers.ts';
import { isListedAsFree } from './free-mail-list.ts';
import { spellingHint } from './hints.ts';
import { kindIn, type MailDomainKind, namesAbove, toListedForm } from './known-domains.ts';
import { isWidelyListed } from './wide-list.ts';

/** What is known about the domains of mail providers (CV-1, CV-6). */
export interface MailDomains {
  /**
   * The kind of the domain or of the closest listed domain above it, never above the registered domain; null when none
   * is listed. Relays, everyday freemail and misspelled providers are never disposable, whatever a list says; other
   * freemail only when the operator's file says so.
   */
  kindOf(domain: string): MailDomainKind | null;
  /**
   * True when only wide lists call the domain disposable. With thousands of entries they include a company now and
   * then, so its mail servers decide.
   */
  isDisputable(domain: string): boolean;
  /**
   * True for a mail server that serves only disposable domains, by name or by address; by the shipped lists, by the
   * operator's file (`mx:` prefix), or because its own domain is disposable.
   */
  isDisposableServer(
    server: { readonly host: string; readonly addresses: readonly string[] },
    now: Date,
  ): boolean;
  /** Reads the operator's file again if it has changed; true when the lists are new. Costs one `stat` otherwise. */
  reload(): boolean;
  /** What was wrong with the operator's file when it was last read, in sentences; empty when nothing was. */
  readonly warnings: readonly string[];
}

/**
 * Loads the shipped lists and the operator's file of further disposable domains: one per line, `#` starts a comment,
 * `mx:` a mail server of such domains, by name or address.
 * @throws ConfigError naming the file when it cannot be read at the start; later the last good one stays in force
 */
export function loadMailDomains(options: { disposableFile?: string } = {}): MailDomains {
  const path = options.disposableFile;
  if (path === undefined) return { ...judge(() => emptyLists), reload: () => false, warnings: [] };
  let file = readListFile(path);
  if (file.failure !== undefined) throw new ConfigError(file.failure);
  return {
    ...judge(() => file),
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
      // The stamp is kept as well, so that the same trouble is not read and reported each time.
      file = { ...file, stamp, warnings: [`${next.failure} What was read before stays in force.`] };
      return false;
    },
  };
}

const none: ReadonlySet<string> = new Set();
const emptyLists = { domains: none, servers: none };

type OwnLists = Pick<ListFile, 'domains' | 'servers'>;

/** The judgements, by the shipped lists and those in force at the time of the call. */
function judge(lists: () => OwnLists): Pick<MailDomains, 'kindOf' | 'isDisputable' | 'isDisposableServer'> {
  return {
    kindOf: (domain) => kindIn(domain, lists().domains) ?? widelyListedKind(domain),
    isDisputable: (domain) => kindIn(domain, lists().domains) === null && widelyListedKind(domain) !== null,
    isDisposableServer: ({ host, addresses }, now) =>
      isServerOf(host, lists()) || addresses.some((address) => isAddressOf(address, lists(), now)),
  };
}

function widelyListedKind(domain: string): 'disposable' | null {
  const name = toListedForm(domain);
  if (name === null) return null;
  const names = namesAbove(name);
  const listed = names.findIndex(isWidelyListed);
  if (listed < 0 || names.slice(0, listed).some(isListedAsFree)) return null;
  // A name that was meant to be a provider is a typo, whoever owns it.
  return spellingHint(names[listed] ?? '') === null ? 'disposable' : null;
}

/** A listed host or one below it, or a host of a domain that itself offers disposable mailboxes. */
function isServerOf(host: string, { domains, servers }: OwnLists): boolean {
  const name = toListedForm(host);
  if (name === null) return false;
  if (namesAbove(name).some((above) => disposableMailHosts.has(above) || servers.has(above))) return true;
  return kindIn(name, domains) === 'disposable';
}

/** Over time an address passes to another tenant. */
const addressGoodForMs = 2 * 365 * 86_400_000;

function isAddressOf(address: string, { servers }: OwnLists, now: Date): boolean {
  const known = disposableMailAddresses.get(address);
  const isRecent = known !== undefined && now.getTime() - Date.parse(known.seen) < addressGoodForMs;
  return isRecent || servers.has(address);
}
interface ListFile {
  readonly domains: ReadonlySet<string>;
  /** Hosts and addresses of mail servers. */
  readonly servers: ReadonlySet<string>;
  readonly warnings: readonly string[];
  /** Changes when the file does. */
  readonly stamp: string;
  readonly failure?: string;
}

/** Lists of every disposable domain ever seen are a few megabytes long. */
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
    // Taken before the text, so that a file that changes meanwhile is read again.
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
  return { ...emptyLists, warnings: [failure], stamp, failure };
}

function parseList(path: string, text: string): Pick<ListFile, 'domains' | 'servers' | 'warnings'> {
  const domains = new Set<string>();
  const servers = new Set<string>();
  const wrong: number[] = [];
  let number = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    number += 1;
    const [entry = ''] = line.split('#', 1).map((text) => text.trim());
    if (entry === '') continue;
    const listed = readEntry(entry);
    if (listed === null) wrong.push(number);
    else (listed.isServer ? servers : domains).add(listed.name);
  }
  return { domains, servers, warnings: wrong.length === 0 ? [] : [wrongLines(path, wrong)] };
}

/** `mx:` and a mail server, or a domain as lists write it; null for anything else. */
function readEntry(entry: string): { readonly name: string; readonly isServer: boolean } | null {
  const server = /^mx:/i.test(entry) ? entry.slice('mx:'.length).trim() : undefined;
  if (server !== undefined && isIP(server) !== 0) return { name: server, isServer: true };
  const name = toListedForm(server ?? entry.replace(/^(\*\.|\.|@)/, ''));
  return name === null ? null : { name, isServer: server !== undefined };
}

function wrongLines(path: string, lines: readonly number[]): string {
  const named = lines.slice(0, maxNamedLines).join(', ');
  const more = lines.length > maxNamedLines ? ` and ${lines.length - maxNamedLines} more` : '';
  return `The file of disposable domains ${path} has lines that are no domain and were left out: ${named}${more}.`;
}
