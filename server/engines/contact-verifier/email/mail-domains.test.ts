import { mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disposableEmailBlocklist } from 'disposable-email-domains-js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../platform/config.ts';
import { isListedAsFree } from './free-mail-list.ts';
import { spellingHint } from './hints.ts';
import { isFreemail } from './known-domains.ts';
import { loadMailDomains } from './mail-domains.ts';
import { everydayMailDomains, misspelledProviders, privacyRelayDomains } from './mail-providers.ts';

const shipped = loadMailDomains();

describe('the shipped lists', () => {
  it.each([
    ['mailinator.com', 'disposable'],
    ['yopmail.com', 'disposable'],
    ['MailInator.COM', 'disposable'],
    ['mailinator.com.', 'disposable'],
    ['x.mailinator.com', 'disposable'],
    ['a.b.c.guerrillamail.com', 'disposable'],
    ['duck.com', 'privacy-relay'],
    ['mozmail.com', 'privacy-relay'],
    ['ann.simplelogin.com', 'privacy-relay'],
    ['slmail.me', 'privacy-relay'],
    ['passmail.net', 'privacy-relay'],
    ['privaterelay.appleid.com', 'privacy-relay'],
    ['ann.anonaddy.me', 'privacy-relay'],
    // On the package's list, yet a relay.
    ['opayq.com', 'privacy-relay'],
    ['gmail.com', 'freemail'],
    ['icloud.com', 'freemail'],
    ['GMX.de', 'freemail'],
    ['qq.com', 'freemail'],
    ['proton.me', 'freemail'],
    ['yahoo.co.jp', 'freemail'],
    // On the package's list, yet the mail of millions.
    ['21cn.com', 'freemail'],
    ['sify.com', 'freemail'],
    // Likewise, and a typo of a Gmail customer.
    ['gmial.com', 'freemail'],
    ['hotmai.com', 'freemail'],
    ['appleid.com', null],
    ['leadlight.app', null],
    ['microsoft.com', null],
    // Mistakenly on lists of freemail domains.
    ['facebook.com', null],
    ['example.com', null],
    ['gmai.com', null],
    ['notmailinator.com.br', null],
    ['com', null],
    ['', null],
    ['[1.2.3.4]', null],
    ['mail inator.com', null],
  ])('CV-1: %j is %s', (domain, kind) => {
    expect(shipped.kindOf(domain)).toBe(kind);
  });

  it('CV-1: no relay and no everyday freemail is disposable', () => {
    for (const domain of privacyRelayDomains) expect(shipped.kindOf(domain)).toBe('privacy-relay');
    for (const domain of everydayMailDomains) expect(shipped.kindOf(domain)).toBe('freemail');
  });

  it('CV-1: every misspelled provider is one that a hint is given for', () => {
    for (const domain of misspelledProviders) expect(spellingHint(domain)).not.toBeNull();
  });

  it('CV-1: every other domain of the package is disposable', () => {
    const spared = disposableEmailBlocklist().filter((domain) => shipped.kindOf(domain) !== 'disposable');
    const known = [privacyRelayDomains, everydayMailDomains, misspelledProviders];
    const unexplained = spared.filter((domain) => !known.some((list) => list.has(domain)));
    expect(unexplained.filter((domain) => !isListedAsFree(domain))).toEqual([]);
    expect(unexplained.length).toBeLessThan(20);
    expect(disposableEmailBlocklist().length).toBeGreaterThan(5000);
  });

  it('CV-1: freemail is known without any file, and disposable domains are none', () => {
    expect(isFreemail('gmail.com')).toBe(true);
    expect(isFreemail('libero.it')).toBe(true);
    expect(isFreemail('mailinator.com')).toBe(false);
    expect(isFreemail('duck.com')).toBe(false);
    const ranked: unknown = createRequire(import.meta.url)('email-providers/common.json');
    const disposable = new Set(disposableEmailBlocklist());
    const both = (Array.isArray(ranked) ? ranked : []).filter((domain) => disposable.has(domain));
    expect(both.length).toBeGreaterThan(5);
    expect(both.filter((domain) => isFreemail(domain) && !everydayMailDomains.has(domain))).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
        (text) => [null, 'disposable', 'freemail', 'privacy-relay'].includes(shipped.kindOf(text)),
      ),
    );
  });
});

describe("the operator's file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-domains-'));
    file = join(folder, 'disposable.txt');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (text: string, atSecond: number) => {
    writeFileSync(file, text);
    utimesSync(file, atSecond, atSecond);
  };

  it('CV-6: adds domains, one a line, tolerant of how lists are written', () => {
    write(
      '\ufeff# wide list\r\n\r\nThrowAway.shop\r\n  spaced.shop  # why\n*.wild.shop\n.dotted.shop\n@at.shop\nwegwerf-bücher.de\rold-mac.shop',
      1,
    );
    const domains = loadMailDomains({ disposableFile: file });
    expect(domains.warnings).toEqual([]);
    for (const domain of [
      'throwaway.shop',
      'spaced.shop',
      'wild.shop',
      'x.wild.shop',
      'dotted.shop',
      'at.shop',
      'wegwerf-bücher.de',
      'xn--wegwerf-bcher-4ob.de',
      'old-mac.shop',
    ])
      expect(domains.kindOf(domain), domain).toBe('disposable');
    expect(domains.kindOf('mailinator.com')).toBe('disposable');
    expect(shipped.kindOf('throwaway.shop')).toBeNull();
  });

  it('CV-1: never makes a relay or everyday freemail disposable', () => {
    write('duck.com\ngmail.com\n163.com\nmozmail.com\nwanadoo.es\ntechemail.com\n', 1);
    const domains = loadMailDomains({ disposableFile: file });
    expect(domains.kindOf('duck.com')).toBe('privacy-relay');
    expect(domains.kindOf('gmail.com')).toBe('freemail');
    expect(domains.kindOf('163.com')).toBe('freemail');
    // Freemail that only the package has: there the operator's list is the better source.
    expect(shipped.kindOf('wanadoo.es')).toBe('freemail');
    expect(domains.kindOf('wanadoo.es')).toBe('disposable');
    expect(shipped.kindOf('techemail.com')).toBe('freemail');
    expect(domains.kindOf('techemail.com')).toBe('disposable');
  });

  it('CV-1: a listed domain does not reach beyond its owner', () => {
    write('github.io\nco.uk\nfirm.co.uk\nmail.partner.de\n', 1);
    const domains = loadMailDomains({ disposableFile: file });
    expect(domains.kindOf('github.io')).toBe('disposable');
    expect(domains.kindOf('somebody.github.io')).toBeNull();
    expect(domains.kindOf('other.co.uk')).toBeNull();
    expect(domains.kindOf('mx.firm.co.uk')).toBe('disposable');
    expect(domains.kindOf('partner.de')).toBeNull();
    expect(domains.kindOf('x.mail.partner.de')).toBe('disposable');
  });

  it('CV-6: names mail servers of such domains too, by name and by address', () => {
    write('mx: mx.burner.example.net\nmx:192.0.2.7 # October\nMX: 2001:db8::7\nmx: not a host\n', 1);
    const domains = loadMailDomains({ disposableFile: file });
    const now = new Date();
    const isDisposable = (host: string, address: string) =>
      domains.isDisposableServer({ host, addresses: [address] }, now);
    expect(isDisposable('mx.burner.example.net', '8.8.8.8')).toBe(true);
    expect(isDisposable('mx.company.com', '192.0.2.7')).toBe(true);
    expect(isDisposable('mx.company.com', '2001:db8::7')).toBe(true);
    expect(isDisposable('mx.company.com', '8.8.8.8')).toBe(false);
    expect(domains.kindOf('mx.burner.example.net')).toBeNull();
    expect(domains.warnings).toHaveLength(1);
  });

  it('CV-6: wrong lines are left out and named', () => {
    write(`good.shop\nnot a domain\n${'x'.repeat(300)}.com\nhttp://x.shop\nalso-good.shop\nnodot\n`, 1);
    const domains = loadMailDomains({ disposableFile: file });
    expect(domains.kindOf('also-good.shop')).toBe('disposable');
    expect(domains.warnings).toEqual([
      `The file of disposable domains ${file} has lines that are no domain and were left out: 2, 3, 4, 6.`,
    ]);
  });

  it('CV-6: a thousand wrong lines are one warning', () => {
    write('?\n'.repeat(1000), 1);
    const [warning] = loadMailDomains({ disposableFile: file }).warnings;
    expect(warning).toMatch(/: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 990 more\.$/);
  });

  it('CV-6: is read again when it has changed, and only then', () => {
    write('first.shop\n', 1);
    const domains = loadMailDomains({ disposableFile: file });
    expect(domains.reload()).toBe(false);
    write('second.shop\n', 2);
    expect(domains.kindOf('second.shop')).toBeNull();
    expect(domains.reload()).toBe(true);
    expect(domains.kindOf('second.shop')).toBe('disposable');
    expect(domains.kindOf('first.shop')).toBeNull();
    expect(domains.reload()).toBe(false);
  });

  it('CV-4: a file that goes away leaves what was read in force, and says so until it is back', () => {
    write('first.shop\n', 1);
    const domains = loadMailDomains({ disposableFile: file });
    unlinkSync(file);
    expect(domains.reload()).toBe(false);
    expect(domains.kindOf('first.shop')).toBe('disposable');
    expect(domains.warnings).toEqual([
      `The file of disposable domains ${file} does not exist. What was read before stays in force.`,
    ]);
    write('third.shop\n', 3);
    expect(domains.reload()).toBe(true);
    expect(domains.kindOf('third.shop')).toBe('disposable');
    expect(domains.warnings).toEqual([]);
  });

  it('CV-6: a missing file stops the start with a sentence that names it', () => {
    expect(() => loadMailDomains({ disposableFile: file })).toThrow(ConfigError);
    expect(() => loadMailDomains({ disposableFile: file })).toThrow(
      `The file of disposable domains ${file} does not exist.`,
    );
    expect(() => loadMailDomains({ disposableFile: folder })).toThrow(
      `The file of disposable domains ${folder} is not a file.`,
    );
  });
});
