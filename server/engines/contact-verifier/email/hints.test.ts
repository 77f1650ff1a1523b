import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoleAddress, spellingHint } from './hints.ts';
import { everydayMailDomains, privacyRelayDomains } from './mail-providers.ts';

describe('spelling hints', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.comm', 'gmail.com'],
    ['gmail.de', 'gmail.com'],
    ['GMIAL.COM ', 'gmail.com'],
    ['hotmial.con', 'hotmail.com'],
    ['hotmai.com', 'hotmail.com'],
    ['hotmial.fr', 'hotmail.fr'],
    ['yaho.co', 'yahoo.com'],
    ['yahooo.com', 'yahoo.com'],
    ['yahoo.co.ku', 'yahoo.co.uk'],
    ['outlok.com', 'outlook.com'],
    ['outlook.cmo', 'outlook.com'],
    ['iclould.com', 'icloud.com'],
    ['gmx.ed', 'gmx.de'],
    ['aol.con', 'aol.com'],
    ['t-onlin.de', 't-online.de'],
    ['wanado.fr', 'wanadoo.fr'],
    ['comcast.ent', 'comcast.net'],
    // The ending is broken, merged with the name, or missing.
    ['gmail,com', 'gmail.com'],
    ['gmail;com', 'gmail.com'],
    ['gmail com', 'gmail.com'],
    ['gmail. com', 'gmail.com'],
    ['gmail..com', 'gmail.com'],
    ['gmail.co,m', 'gmail.com'],
    ['gmail/com', 'gmail.com'],
    ['gmail.com,', 'gmail.com'],
    ['gmail.', 'gmail.com'],
    ['gmail', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['gmailcon', 'gmail.com'],
    ['gmail-com', 'gmail.com'],
    ['gmial,com', 'gmail.com'],
    ['hotmail,fr', 'hotmail.fr'],
    ['hotmailfr', 'hotmail.fr'],
    ['hotmail', 'hotmail.com'],
    ['yahoo', 'yahoo.com'],
    ['yahoo,co,uk', 'yahoo.co.uk'],
    ['yahoocouk', 'yahoo.co.uk'],
    ['gmx,de', 'gmx.de'],
    ['t-onlinede', 't-online.de'],
    ['mail,ru', 'mail.ru'],
    ['icloud。com', 'icloud.com'],
  ])('CV-3: %j was probably meant to be %s', (typed, meant) => {
    expect(spellingHint(typed)).toBe(meant);
  });

  it.each([
    'gmail.com',
    'mail.com',
    'ymail.com',
    'email.com',
    'gmx.at',
    'gmx.de',
    'hotmail.fr',
    'yahoo.co.kr',
    'live.nl',
    // Companies that are one letter away from a provider.
    'aon.com',
    'msc.com',
    'web.dk',
    'sky.de',
    'never.com',
    'free.com',
    'orange.com',
    'verizon.com',
    'leadlight.app',
    'outlook.office.com',
    'mail.gmial.example',
    '',
    'gmial',
    '@gmial.com',
    'gm ial.com',
    'firma',
    'orange',
    'gmail.com.',
  ])('CV-3: nothing is suggested for %j', (domain) => {
    expect(spellingHint(domain)).toBeNull();
  });

  it('CV-3: no provider is taken for a misspelling of another', () => {
    for (const domain of [...everydayMailDomains, ...privacyRelayDomains])
      expect(spellingHint(domain), domain).toBeNull();
  });

  it('takes any text, and suggests only what is a provider', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
          fc.stringMatching(/^[a-z-]{0,9}\.[a-z.]{0,6}$/),
        ),
        (text) => {
          const hint = spellingHint(text);
          return hint === null || everydayMailDomains.has(hint);
        },
      ),
      { numRuns: 500 },
    );
    expect(spellingHint(`${'g'.repeat(1_000_000)}.com`)).toBeNull();
  });
});

describe('role addresses', () => {
  it.each([
    'info',
    'INFO',
    'info+newsletter',
    'info2',
    'info-de',
    'sales.uk',
    'no-reply',
    'noreply',
    'customer.service',
    'postmaster',
    'buchhaltung',
    'büro',
    'bu\u0308ro',
    'comptabilite',
    'ventas',
    'vendite',
    'sprzedaż',
    'продажи',
    '销售',
    '営業',
  ])('CV-3: %j is shared by people', (local) => {
    expect(isRoleAddress(local)).toBe(true);
  });

  it.each(['ann', 'ann.lee', 'a.info', 'infante', 'sales.smith', 'de', '+info', '', 'x'.repeat(100)])(
    'CV-3: %j may be a person',
    (local) => {
      expect(isRoleAddress(local)).toBe(false);
    },
  );
});
