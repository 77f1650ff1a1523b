import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { disposableEmailBlocklist } from 'disposable-email-domains-js';
import { describe, expect, it, vi } from 'vitest';
import { loadMailDomains } from './mail-domains.ts';
import { everydayMailDomains, privacyRelayDomains } from './mail-providers.ts';
import { isWidelyListed } from './wide-list.ts';

vi.setConfig({ testTimeout: 60_000 });

const shipped = loadMailDomains();
const load = createRequire(import.meta.url);
const curated = new Set(disposableEmailBlocklist());
/** Every freemail domain, including those on disposable lists. */
const freeMail = readFileSync(
  join(dirname(load.resolve('freemail/package.json')), 'data', 'free.txt'),
  'utf8',
)
  .toLowerCase()
  .split(/\s+/)
  .filter((domain) => domain !== '');

describe('CV-6: wide lists of disposable domains', () => {
  it('know many times more than the curated one', () => {
    const { blacklist } = load('mailchecker') as { blacklist(): Set<string> };
    const others = [...blacklist()].filter((domain) => !curated.has(domain));
    expect(others.length).toBeGreaterThan(40_000);
    expect(
      others.filter((domain) => shipped.kindOf(domain) === 'disposable').length / others.length,
    ).toBeGreaterThan(0.98);
  });

  it('never make free mail, a relay, a university or a misspelled provider disposable', () => {
    expect(freeMail.length).toBeGreaterThan(4000);
    const spam = freeMail.filter((domain) => shipped.kindOf(domain) === 'disposable');
    expect(spam).toEqual([]);
    const disputed = freeMail.filter((domain) => curated.has(domain));
    expect(disputed).toEqual(expect.arrayContaining(['99.com', 'techemail.com']));
    for (const domain of disputed) expect(shipped.kindOf(domain), domain).toBe('freemail');
    for (const domain of [...everydayMailDomains, ...privacyRelayDomains])
      expect(shipped.kindOf(domain), domain).not.toBe('disposable');
    for (const domain of ['gmai.com', 'hotmial.com', 'dmtc.edu.pl', 'harvard.edu', 'example.com'])
      expect(shipped.kindOf(domain), domain).not.toBe('disposable');
  });

  it('are in doubt by themselves, and the curated list and the own file are not', () => {
    const wideOnly = 'crescentadvisory.com';
    expect(isWidelyListed(wideOnly)).toBe(true);
    expect(shipped.kindOf(wideOnly)).toBe('disposable');
    expect(shipped.isDisputable(wideOnly)).toBe(true);
    expect(shipped.isDisputable('mailinator.com')).toBe(false);
    expect(shipped.isDisputable('leadlight.app')).toBe(false);
  });
});

describe('CV-6: mail servers of disposable domains', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const isDisposable = (host: string, ...addresses: string[]) =>
    shipped.isDisposableServer({ host, addresses }, now);

  it.each([
    'mail.wallywatts.com',
    'mx4.beavis99.net',
    'in.mail.tm',
    'mail.mailinator.com',
    'mx.some.yopmail.com',
  ])('%s is known, by its name or that of its domain', (host) => expect(isDisposable(host)).toBe(true));

  it.each([
    'aspmx.l.google.com',
    'contoso-com.mail.protection.outlook.com',
    'route1.mx.cloudflare.net',
    'eforward1.registrar-servers.com',
    'mx1.improvmx.com',
    'mx1.forwardemail.net',
    'mx1.simplelogin.co',
    'mx.yandex.net',
    'mx00.ionos.de',
    'park-mx.above.com',
    'publicms1.mail2world.com',
    'mail.tm.example.com',
    '',
  ])('%s serves others, too', (host) => expect(isDisposable(host)).toBe(false));

  it('is known by its address for two years', () => {
    expect(isDisposable('mx.unknown.com', '8.8.8.8', '78.47.124.133')).toBe(true);
    const later = new Date('2028-11-20T12:00:00Z');
    expect(shipped.isDisposableServer({ host: 'mx.unknown.com', addresses: ['78.47.124.133'] }, later)).toBe(
      false,
    );
  });
});
