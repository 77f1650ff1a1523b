import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText } from '../../../../contract/cut.ts';
import { mend } from '../../../../contract/leads/leads.ts';
import { readMarketplaceBody } from './marketplace-body.ts';
import { readMarketplaceLead } from './marketplace-reader.ts';
import { mendText } from './mended-text.rules.ts';

const readBytes = (bytes: Buffer) => {
  const body = readMarketplaceBody(bytes);
  return body && readMarketplaceLead(body);
};
const readText = (json: string) => {
  const lead = readBytes(Buffer.from(json));
  if (!lead) throw new Error('no lead');
  return lead;
};
const read = (payload: unknown) => readText(JSON.stringify(payload));
const user = (details: object) => read({ UserDetails: details, OfferTitle: 'Backup' });

describe('IN-4: one odd value never costs a lead', () => {
  it.each([
    [
      'half an emoji',
      { Description: 'Great product \ud83d' },
      { message: 'Great product \ufffd' },
      'signs-replaced',
    ],
    ['half a pair in front', { Description: '\udfffGreat' }, { message: '\ufffdGreat' }, 'signs-replaced'],
    ['a NUL', { Description: 'a\u0000b' }, { message: 'ab' }, 'signs-replaced'],
    ['too long a title', { UserDetails: { Title: 'x'.repeat(201) } }, { title: 'x'.repeat(200) }, 'cut'],
    ['too long a note', { Description: 'x'.repeat(9000) }, { message: 'x'.repeat(5000) }, 'cut'],
    [
      'a number as phone',
      { UserDetails: { Phone: 16172530000 } },
      { phone: '16172530000' },
      'turned-into-text',
    ],
    [
      'a huge number',
      { UserDetails: { Phone: 4.4e22 } },
      { phone: '44000000000000000000000' },
      'turned-into-text',
    ],
    ['a number as name', { UserDetails: { FirstName: 7 } }, { firstName: '7' }, 'turned-into-text'],
    [
      'a list of addresses',
      { UserDetails: { Email: ['a@b.test', 'c@d.test'] } },
      { email: 'a@b.test, c@d.test' },
      'turned-into-text',
    ],
    [
      'an object as phone',
      { UserDetails: { Phone: { type: 'work', number: '030 901820' } } },
      { phone: 'work, 030 901820' },
      'turned-into-text',
    ],
    [
      'an object as company',
      { UserDetails: { Company: { name: 'Navy' } } },
      { customerName: 'Navy' },
      'turned-into-text',
    ],
    ['a number as country', { UserDetails: { Country: 276 } }, { country: 'DE' }, 'turned-into-text'],
    [
      'an object as source',
      { LeadSource: { name: 'AppSource' } },
      { leadSource: 'AppSource' },
      'turned-into-text',
    ],
    ['an unknown action', { ActionCode: 'NEW', OfferTitle: 'B' }, { actionCode: 'NEW' }, 'not-understood'],
  ])('IN-4 %s', (_name, payload, expected, mending) => {
    const lead = read(payload);
    expect(lead).toMatchObject(expected);
    expect(lead.mended.map((one) => one.mending)).toContain(mending);
  });

  it.each([[false], [null], [[]], [{}], [''], ['  '], [[null, '']], [{ deep: { deeper: {} } }]])(
    'IN-4 %j in place of a text says nothing, and is no odd value',
    (nothing) => {
      const lead = user({
        FirstName: nothing,
        Email: nothing,
        Phone: nothing,
        Country: nothing,
        Company: 'Navy',
      });
      expect(lead).toMatchObject({
        firstName: null,
        email: null,
        phone: null,
        country: null,
        customerName: 'Navy',
        mended: [],
      });
    },
  );

  it.each([
    ['the documented spelling', { UserDetails: { FirstName: 'Ada', Email: 'a@b.test' } }],
    ['the other spelling', { userDetails: { FirstName: 'Ada', Email: 'a@b.test' } }],
    ['small letters', { userdetails: { firstname: 'Ada', email: 'a@b.test' } }],
    ['underscores', { user_details: { first_name: 'Ada', 'e-mail': 'a@b.test' } }],
    ['no level of their own', { FirstName: 'Ada', Email: 'a@b.test' }],
    ['in part beside the level', { UserDetails: { FirstName: 'Ada' }, Email: 'a@b.test' }],
    ['in both spellings', { userDetails: { FirstName: 'Ada' }, UserDetails: { Email: 'a@b.test' } }],
    ['a list of one', { UserDetails: [{ FirstName: 'Ada', Email: 'a@b.test' }] }],
    ['JSON within JSON', { UserDetails: '{"FirstName":"Ada","Email":"a@b.test"}' }],
    ['an empty one first', { UserDetails: null, userDetails: { FirstName: 'Ada', Email: 'a@b.test' } }],
  ])('IN-1 the customer is found in %s', (_name, payload) => {
    expect(read(payload)).toMatchObject({ firstName: 'Ada', email: 'a@b.test', mended: [] });
  });

  it('IN-1 of both spellings the documented one counts, and a title beside the details is not the customer’s', () => {
    const lead = read({
      userDetails: { FirstName: 'Eve' },
      UserDetails: { FirstName: 'Ada' },
      Title: 'Backup',
      Name: 'B',
    });
    expect(['Ada', 'Eve']).toContain(lead.firstName);
    expect(lead.title).toBeNull();
  });

  it('IN-4 a country that is not understood stays to be seen', () => {
    expect(user({ Country: 'Atlantis' })).toMatchObject({
      country: null,
      mended: [{ field: 'country', mending: 'not-understood', sent: 'Atlantis' }],
    });
    expect(user({ Country: 'United States of America' })).toMatchObject({ country: 'US', mended: [] });
  });

  it('IN-4 where no field says anything, the payload itself is the message', () => {
    expect(read({ Kunde: { Mail: 'ada@b.test' } })).toMatchObject({
      message: '{"Kunde":{"Mail":"ada@b.test"}}',
      mended: [{ field: 'payload', mending: 'not-understood', sent: null }],
    });
    expect(read({})).toMatchObject({ message: null });
  });

  it('IN-4 a note never holds a contact detail', () => {
    const secret = 'grace@hopper.test';
    const lead = user({
      Email: [secret],
      Phone: { n: secret },
      FirstName: `${secret}\u0000`,
      Company: secret.repeat(20),
    });
    expect(lead.mended.length).toBeGreaterThan(3);
    expect(JSON.stringify(lead.mended)).not.toContain(secret);
  });

  it('IN-4 any JSON object gives a lead that the database can hold, with notes by the contract', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('\ud800', '\0', 'DNC', 'USA', 'PLT'),
    );
    const value = fc.oneof(text, fc.jsonValue({ maxDepth: 6 }), fc.double(), fc.array(text));
    const key = fc.constantFrom(
      'UserDetails',
      'userDetails',
      'Email',
      'Phone',
      'Country',
      'Title',
      'LeadSource',
      'ActionCode',
      'Description',
      '__proto__',
      'constructor',
      'consent',
    );
    const level = fc.dictionary(fc.oneof(key, fc.string()), value);
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(key, fc.string()), fc.oneof(value, level)), (payload) => {
        const { mended, contactAllowed, ...texts } = read(payload);
        expect(typeof contactAllowed).toBe('boolean');
        for (const one of mended) mend.parse(one);
        const said = Object.values(texts).filter((one) => one !== null);
        expect(said.filter((one) => one.trim() === '' || one !== one.trim())).toEqual([]);
        expect(said.filter((one) => !one.isWellFormed() || one.includes('\0'))).toEqual([]);
        const { message, leadSource, ...names } = texts;
        expect([...(message ?? '')].length).toBeLessThanOrEqual(5000);
        expect([...(leadSource ?? '')].length).toBeLessThanOrEqual(500);
        expect(Math.max(...Object.values(names).map((one) => [...(one ?? '')].length))).toBeLessThanOrEqual(
          200,
        );
      }),
      { numRuns: 120 },
    );
  }, 30_000);

  it('IN-4 nesting without end costs nothing but what is nested', () => {
    const deep = `{"UserDetails":{"FirstName":"Ada"},"Extra":${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}}`;
    expect(readText(deep)).toMatchObject({ firstName: 'Ada' });
    const inside = `{"UserDetails":{"FirstName":${'['.repeat(50_000)}"x"${']'.repeat(50_000)},"LastName":"Hopper"}}`;
    expect(readText(inside)).toMatchObject({ firstName: null, lastName: 'Hopper' });
  });
});

describe('IN-4: a text is cut between characters as readers see them', () => {
  it.each([
    ['a family', 'xxx👨‍👩‍👧‍👦', 5, 'xxx'],
    ['a flag', 'xxx🇩🇪', 4, 'xxx'],
    ['flags', '🇩🇪🇫🇷🇮🇹', 3, '🇩🇪'],
    ['a letter with its accent', 'xxxe\u0301', 4, 'xxx'],
    ['a skin tone', 'xx👍🏽', 3, 'xx'],
    ['Hindi', 'xक्षि', 2, 'x'],
    ['what fits', 'xxx👨‍👩‍👧‍👦', 10, 'xxx👨‍👩‍👧‍👦'],
    ['plain letters', 'abcdef', 3, 'abc'],
    ['a blank at the end', 'ab cdef', 3, 'ab'],
  ])('IN-4 %s', (_name, text, most, kept) => {
    expect(clipText(text, most)).toBe(kept);
  });

  it('IN-4 what would be cut away whole is cut between signs', () => {
    expect(clipText(`a${'\u0301'.repeat(500)}`, 10)).toBe(`a${'\u0301'.repeat(9)}`);
  });

  it('IN-4 is a beginning of the text, within the limit, at a boundary', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (typed, most) => {
          const text = typed.trim();
          const kept = clipText(text, most);
          expect(text.startsWith(kept) && [...kept].length <= most).toBe(true);
          const ends = [...graphemes.segment(text)].map(({ index, segment }) =>
            text.slice(0, index + segment.length).trimEnd(),
          );
          if (kept !== '' && (ends[0] ?? '').length <= most) expect(ends).toContain(kept);
        },
      ),
    );
  });

  it('IN-4 says what it did, or nothing', () => {
    expect(mendText(' Ada ', 200)).toEqual({ text: 'Ada', mendings: [] });
    expect(mendText(['a\0', 5], 3)).toEqual({
      text: 'a,',
      mendings: ['turned-into-text', 'signs-replaced', 'cut'],
    });
  });
});

describe('IN-4: the JSON object is found in the body', () => {
  const json = '{"UserDetails":{"FirstName":"José"},"OfferTitle":"Backup"}';
  it.each([
    ['plain', Buffer.from(json)],
    ['after a mark', Buffer.from(`\ufeff${json}`)],
    ['in UTF-16, little end first', Buffer.from(`\ufeff${json}`, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(`\ufeff${json}`, 'utf16le').swap16()],
    ['in Latin-1', Buffer.from(json, 'latin1')],
    ['after blanks', Buffer.from(`\r\n  ${json}\n`)],
    ['as a text within JSON', Buffer.from(JSON.stringify(json))],
    ['alone in a list', Buffer.from(`[${json}]`)],
    ['in a field of a form', Buffer.from(`json=${encodeURIComponent(json)}`)],
    ['in another field of a form', Buffer.from(`a=1&payload=${encodeURIComponent(json)}`)],
    ['as a form of its own', Buffer.from('FirstName=Jos%C3%A9&OfferTitle=Backup&')],
    ['as a form with levels', Buffer.from('UserDetails%5BFirstName%5D=Jos%C3%A9&OfferTitle=Backup')],
    ['with a key twice', Buffer.from(json.replace('"OfferTitle"', '"OfferTitle":"Old","OfferTitle"'))],
  ])('IN-4 %s', (_name, bytes) => {
    expect(readBytes(bytes)).toMatchObject({ firstName: 'José', offerTitle: 'Backup' });
  });

  it('IN-4 says that the letters are a guess', () => {
    expect(readBytes(Buffer.from(json, 'latin1'))?.mended).toEqual([
      { field: 'payload', mending: 'encoding-guessed', sent: null },
    ]);
  });

  it.each([
    '',
    ' ',
    'null',
    'true',
    '7',
    '"text"',
    '[]',
    '[{},{}]',
    '[[[[{}]]]]',
    'hello',
    '{',
    '{"a":}',
    '<lead/>',
    'name=Ada',
    '\0',
  ])('IN-4 there is none in %j', (text) => {
    expect(readMarketplaceBody(Buffer.from(text))).toBeUndefined();
  });

  it('IN-4 any bytes give an object or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = readMarketplaceBody(Buffer.from(bytes));
        expect(found === undefined || typeof found.payload === 'object').toBe(true);
      }),
    );
  });
});

describe('IN-4: what a program puts around a lead', () => {
  it.each(['lead', 'Data', 'payload'])('IN-4 is no part of it: %s', (wrapper) => {
    const lead = read({
      [wrapper]: { UserDetails: { Email: 'ada@engines.test', Country: { code: 'DE', name: 'Germany' } } },
    });
    expect(lead).toMatchObject({ email: 'ada@engines.test', country: 'DE' });
  });

  it.each([
    [{ event: 'lead.created', id: 7, data: { Email: 'ada@engines.test', Country: 'DE' } }],
    [{ payload: { data: { lead: { Email: 'ada@engines.test', Country: 'DE' } } } }],
    [{ Email: 'ada@engines.test', Country: 'DE', data: { Email: 'other@engines.test' } }],
  ])('IN-4 nor what stands beside it: %j', (payload) => {
    expect(read(payload)).toMatchObject({ email: 'ada@engines.test', country: 'DE' });
  });

  it('IN-4 of two leads in one payload neither is taken for the other', () => {
    const lead = read({ data: { Email: 'ada@engines.test' }, lead: { Email: 'eve@engines.test' } });
    expect(lead.email).toBeNull();
    expect(lead.message).toContain('eve@engines.test');
  });
});

describe('IN-6: of signals that contradict each other the careful one wins', () => {
  const source = (LeadSource: string, more: object = {}) => ({ LeadSource, OfferTitle: 'Backup', ...more });
  it.each([
    [source('SPZA-DNC|contoso.backup-suite', { ActionCode: 'PLT' }), true],
    [source('SPZA-PLT|contoso.backup-suite', { ActionCode: 'DNC' }), true],
    [source('spza-dnc|contoso.backup-suite', { ActionCode: 'plt' }), true],
    [source('AppSource|contoso.backup', { ActionCode: 'PLT-DNC' }), true],
    [source('AppSource (SPZA) - dnc | contoso.backup', { ActionCode: 'INS' }), false],
    [source('AppSource-Do not contact|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('AzureMarketplace DNC'), false],
    [{ ActionCode: 'DoNotContact' }, false],
    [{ ActionCode: 'PLT', Consent: false }, true],
    [{ ActionCode: 'PLT', UserDetails: { consent: 'no' } }, true],
    [{ ActionCode: 'PLT', consent: true, UserDetails: { Consent: 'No' } }, true],
    [{ ActionCode: 'PLT', contact_allowed: 0 }, true],
    [{ ActionCode: 'PLT', DoNotContact: 'Yes' }, true],
    [{ ActionCode: 'PLT', OptOut: 1 }, true],
    [{ Consent: { given: false }, OfferTitle: 'Backup' }, false],
    [{ OptIn: 'true', doNotContact: true }, true],
    [source('SPZA-ＤＮＣ|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA-D\u200bNC|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA–D.N.C.|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA-PLT|contoso.backup', { ActionCode: 'NoContact' }), true],
    [{ ActionCode: 'PLT', GdprConsent: false }, true],
    [{ lead: { ActionCode: 'PLT', OptIn: 0 } }, true],
    [{ lead: { Email: 'ada@engines.test', dnc: true }, id: 1 }, false],
    [{ event: 'x', data: { Email: 'ada@engines.test', consent: false } }, false],
    [{ data: { lead: { UserDetails: { Email: 'ada@engines.test', dnc: true } } } }, false],
    [{ ActionCode: 'PLT', data: { consent: 'no' } }, true],
    [source('SPZA-D\u034fNC|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA-DN\u115fC|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA-D N C|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA-D-N-C|contoso.backup', { ActionCode: 'PLT' }), true],
    [source('SPZA|contoso.backup', { ActionCode: 'opt-out' }), false],
    [source('SPZA|contoso.backup', { ActionCode: 'do_not_call' }), false],
    [{ ActionCode: 'PLT', Consent: 'declined' }, true],
    [{ ActionCode: 'PLT', Consent: 'not_given' }, true],
    [{ ActionCode: 'PLT', Consent: ' No. ' }, true],
  ])('IN-6 %j: nobody is contacted', (payload, contradicted) => {
    const lead = read(payload);
    expect(lead.contactAllowed).toBe(false);
    expect(lead.mended.some((one) => one.mending === 'contradicted')).toBe(contradicted);
  });

  it('IN-6 also where a key comes twice and a parser keeps the last', () => {
    expect(readText('{"ActionCode":"DNC","ActionCode":"PLT"}').contactAllowed).toBe(false);
    expect(readText('{"LeadSource":"SPZA-DNC|a.b","leadSource":"SPZA-PLT|a.b"}').contactAllowed).toBe(false);
  });

  it.each([
    [source('SPZA-PLT|contoso.dnc', { ActionCode: 'PLT' })],
    [source('SPZA-PLT|dnc.backup-dnc')],
    [{ Description: 'What does DNC mean? Do not contact my colleague.' }],
    [{ ActionCode: 'PLT', Consent: 'perhaps' }],
    [{ ActionCode: 'PLT', DoNotContact: false, Consent: 'yes', OptOut: null }],
    [{ UserDetails: { Company: 'DNC Industries', FirstName: 'No' } }],
  ])('IN-6 %j says nothing against it', (payload) => {
    const lead = read(payload);
    expect(lead.contactAllowed).toBe(true);
    expect(lead.mended.filter((one) => one.mending === 'contradicted')).toEqual([]);
  });
});
