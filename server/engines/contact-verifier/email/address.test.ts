import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressProblem, parseEmailAddress } from './address.ts';

const label63 = 'd'.repeat(63);
/** A domain of 252 octets: four labels of 62 with their dots, and “com” instead of a fifth. */
const longDomain = `${`${'d'.repeat(61)}.`.repeat(4)}com`;

/** Anything that a JavaScript string can hold, including lone surrogates and controls, and many near-addresses. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.string({ unit: 'grapheme', maxLength: 70 }),
      fc.constantFrom('a.de', 'Bücher.de', '例子.公司', '-.x', 'x_y.com'),
    )
    .map(([local, domain]) => `${local}@${domain}`),
  fc.stringMatching(/^[a-zäé"@.[\]% -]{0,20}@[a-zß0-9.%_-]{0,20}\.(com|de|公司)$/),
  fc.emailAddress(),
);

describe('what can be a mailbox', () => {
  it.each([
    // what was typed, the local part, the domain in A-labels, whether only SMTPUTF8 servers accept it
    ['ann@leadlight.app', 'ann', 'leadlight.app', false],
    ['  ann@leadlight.app\r\n', 'ann', 'leadlight.app', false],
    ['Ann.Lee+crm@Mail.LeadLight.APP', 'Ann.Lee+crm', 'mail.leadlight.app', false],
    ["!#$%&'*+-/=?^_`{|}~@a.co", "!#$%&'*+-/=?^_`{|}~", 'a.co', false],
    ['1234567890@163.com', '1234567890', '163.com', false],
    [`${'a'.repeat(64)}@a.de`, 'a'.repeat(64), 'a.de', false],
    ['x@info.museum', 'x', 'info.museum', false],
    ['x@xn--bcher-kva.de', 'x', 'xn--bcher-kva.de', false],
    ['x@bücher.de', 'x', 'xn--bcher-kva.de', false],
    ['x@BÜCHER.de', 'x', 'xn--bcher-kva.de', false],
    ['x@bu\u0308cher.de', 'x', 'xn--bcher-kva.de', false],
    ['x@straße.de', 'x', 'xn--strae-oqa.de', false],
    ['x@ＧＭＡＩＬ.com', 'x', 'gmail.com', false],
    ['x@例子。公司', 'x', 'xn--fsqu00a.xn--55qx5d', false],
    ['用户@例子.公司', '用户', 'xn--fsqu00a.xn--55qx5d', true],
    ['अजय@डाटा.भारत', 'अजय', 'xn--c2bd1gb.xn--h2brj9c', true],
    ['θσερ@παράδειγμα.ελ', 'θσερ', 'xn--hxajbheg2az3al.xn--qxam', true],
    ['почта@пример.рф', 'почта', 'xn--e1afmkfd.xn--p1ai', true],
    ['müller@firma.de', 'müller', 'firma.de', true],
    ['mu\u0308ller@firma.de', 'müller', 'firma.de', true],
    ['x@i❤.ws', 'x', 'xn--i-7iq.ws', false],
    ['someone@gov.uk', 'someone', 'gov.uk', false],
    ['x@co.uk', 'x', 'co.uk', false],
    ['x@example.com', 'x', 'example.com', false],
    [`x@${label63}.com`, 'x', `${label63}.com`, false],
  ])('CV-1: %j', (typed, local, domain, needsSmtpUtf8) => {
    expect(parseEmailAddress(typed)).toMatchObject({
      ok: true,
      local,
      domain,
      address: `${local}@${domain}`,
      needsSmtpUtf8,
    });
  });

  it('CV-1: shows the domain as people read it', () => {
    expect(parseEmailAddress('x@XN--BCHER-KVA.de')).toMatchObject({ unicodeDomain: 'bücher.de' });
  });
});

describe('what cannot be a mailbox on the public internet', () => {
  const refused: readonly (readonly [string, AddressProblem])[] = [
    ['', 'empty'],
    [' \t\r\n\u00a0', 'empty'],
    ['ann', 'no-at'],
    ['ann＠leadlight.app', 'no-at'],
    ['@leadlight.app', 'no-local'],
    ['ann@', 'no-domain'],
    ['a@b@leadlight.app', 'several-at'],
    ['a b@leadlight.app', 'local-character'],
    ['"a b"@leadlight.app', 'quoted-local'],
    ['"a@b"@leadlight.app', 'quoted-local'],
    ['a"b@leadlight.app', 'local-character'],
    ['a(comment)@leadlight.app', 'local-character'],
    ['Ann <ann@leadlight.app>', 'local-character'],
    ['mailto:ann@leadlight.app', 'local-character'],
    ['a,b@leadlight.app', 'local-character'],
    ['a\\b@leadlight.app', 'local-character'],
    ['.ann@leadlight.app', 'local-dots'],
    ['ann.@leadlight.app', 'local-dots'],
    ['ann..lee@leadlight.app', 'local-dots'],
    ['ann\r\nRCPT TO:<x@y.de>@leadlight.app', 'several-at'],
    ['ann\r\n@leadlight.app', 'local-character'],
    ['ann@lead\r\nlight.app', 'domain-character'],
    ['a\u0000b@leadlight.app', 'local-character'],
    ['ann@lead\u0000light.app', 'domain-character'],
    ['\u202emoc@leadlight.app', 'local-character'],
    ['ann@lead\u202elight.app', 'domain-character'],
    ['a\u200db@leadlight.app', 'local-character'],
    ['a\u00adb@leadlight.app', 'local-character'],
    ['a\u3000b@leadlight.app', 'local-character'],
    ['a\ue000b@leadlight.app', 'local-character'],
    ['a\u0378b@leadlight.app', 'local-character'],
    ['\u0301a@leadlight.app', 'local-character'],
    ['a.\u0301@leadlight.app', 'local-character'],
    ['a\ud83d@leadlight.app', 'bad-text'],
    ['ann@lead\udc00light.app', 'bad-text'],
    ['an\ufffdn@leadlight.app', 'bad-text'],
    [`${'a'.repeat(65)}@leadlight.app`, 'local-too-long'],
    [`${'ü'.repeat(33)}@leadlight.app`, 'local-too-long'],
    ['a@b', 'single-label'],
    ['root@localhost', 'single-label'],
    ['a@[1.2.3.4]', 'address-literal'],
    ['a@[IPv6:::1]', 'address-literal'],
    ['a@1.2.3.4', 'address-literal'],
    ['a@１.２.３.４', 'address-literal'],
    ['a@0x7f.0x1', 'address-literal'],
    ['a@127.1', 'address-literal'],
    ['a@leadlight.123', 'address-literal'],
    ['a@-x.com', 'domain-character'],
    ['a@x-.com', 'domain-character'],
    ['a@x_y.com', 'domain-character'],
    ['a@x y.com', 'domain-character'],
    ['a@x%2ecom.de', 'domain-character'],
    ['a@x/y.com', 'domain-character'],
    ['a@x:25.com', 'domain-character'],
    ['a@ｘ％.com', 'domain-character'],
    ['a@x\u200d.com', 'domain-character'],
    ['a@xn--zz.com', 'domain-character'],
    ['a@xn--.com', 'domain-character'],
    ['a@.com', 'domain-dots'],
    ['a@x..com', 'domain-dots'],
    ['a@leadlight.app.', 'domain-dots'],
    ['a@x。。com', 'domain-dots'],
    [`a@${label63}d.com`, 'domain-too-long'],
    [`a@${`${label63}.`.repeat(4)}com`, 'domain-too-long'],
    [`${'a'.repeat(10)}@${longDomain}`, 'too-long'],
    ['a'.repeat(2000), 'too-long'],
    ['a@company.example', 'reserved-domain'],
    ['a@x.test', 'reserved-domain'],
    ['a@x.invalid', 'reserved-domain'],
    ['a@x.localhost', 'reserved-domain'],
    ['a@printer.local', 'reserved-domain'],
    ['a@x.internal', 'reserved-domain'],
    ['a@x.onion', 'reserved-domain'],
    ['a@nas.home.arpa', 'reserved-domain'],
    ['a@gmail.con', 'unknown-tld'],
    ['a@server.lan', 'unknown-tld'],
    // A common test address; nobody runs that top-level domain.
    ['用户@例子.广告', 'unknown-tld'],
  ];

  it.each(refused)('CV-1: %j is refused as %s', (typed, code) => {
    expect(parseEmailAddress(typed)).toMatchObject({ ok: false, code });
  });

  it('CV-1: the sentence does not repeat the address', () => {
    const answer = parseEmailAddress('secret..name@leadlight.app');
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toMatch(/secret|leadlight/);
  });
});

describe('any text', () => {
  it('CV-1: gets an answer, and a mailbox parses to itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = parseEmailAddress(text);
        if (!first.ok) return String(first.detail).length > 0;
        const again = parseEmailAddress(first.address);
        expect(again).toEqual(first);
        expect(first.address).toBe(`${first.local}@${first.domain}`);
        expect(first.domain).toMatch(/^[a-z0-9.-]+\.[a-z0-9-]+$/);
        expect(first.address).not.toMatch(/[\s\p{C}]/u);
        return Buffer.byteLength(first.address) <= 254 && Buffer.byteLength(first.local) <= 64;
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['dots', '.'.repeat(1_000_000)],
    ['at signs', '@'.repeat(1_000_000)],
    ['spaces before a letter', `${' '.repeat(1_000_000)}a`],
    ['quotation marks', `${'"'.repeat(1_000_000)}@leadlight.app`],
    ['marks', `a${'\u0301'.repeat(1_000_000)}@leadlight.app`],
    ['hyphens', `a@${'-'.repeat(1_000_000)}.com`],
    ['labels', `a@${'a.'.repeat(500_000)}com`],
    ['ignorable letters', `a@${'\u00ad'.repeat(1_000_000)}.com`],
  ])('CV-1: a million %s are refused at once', (_name, text) => {
    const began = performance.now();
    expect(parseEmailAddress(text).ok).toBe(false);
    // Quadratic work on a million letters would take minutes.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
