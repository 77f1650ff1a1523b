import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { foldForSearch } from '../../../../contract/search-folding.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type TestServer } from '../../../../test/server.ts';
import { trigramText } from '../../../platform/text/search-folding.ts';

const { server, world } = useLeadWorld();

async function idsOf(term: string): Promise<string[]> {
  const path = `/api/v1/leads?limit=200&search=${encodeURIComponent(term)}`;
  const answer = await server.request('GET', path, { as: world.as.admin });
  expect(answer.status, `${term}: ${answer.text}`).toBe(200);
  return body(leadPage, answer).items.map((item) => item.id);
}

type Columns = Parameters<TestServer['make']['lead']>[1];
/** Contains nothing that a search below looks for, so that each lead is found only by its own values. */
const nothing = {
  customer_name: null,
  contact_first_name: null,
  contact_last_name: null,
  contact_email: null,
  contact_phone: null,
  message: null,
};
const named = (contact_first_name: string, contact_last_name: string) => ({
  contact_first_name,
  contact_last_name,
});
const nfd = (text: string) => text.normalize('NFD');

/** What is stored, searches that find it, and searches that do not. */
const cases: [Columns, string[], string[]][] = [
  [
    named('Álvaro', 'Trémieux'),
    ['Alvaro', 'tremieux', nfd('Álvaro'), 'Trémieux Álvaro', 'TREMIEUX, alvaro'],
    ['alvarado'],
  ],
  [named(nfd('Rémi'), nfd('Zürcherlö')), ['Rémi', 'Zürcherlö', 'zurcher', 'Zuercherloe'], []],
  [
    named('Jörg', 'Weißgroß'),
    ['weissgross', 'WEISSGROSS', 'Weißgross', 'jorg', 'Joerg', 'Jörg', 'weissgross joerg'],
    ['jerg'],
  ],
  [named('Joerg', 'Maelk'), ['Jörg Maelk', 'Mälk', 'aelk'], ['jorg maelk']],
  [named('Łukasz', 'Żółtowski'), ['zoltowski', 'LUKASZ', 'Zoltowski Lukasz'], []],
  [named('Sinéad', 'O’Brienzz'), ["O'Brienzz", 'O`Brienzz', 'OBrienzz', 'o brienzz'], []],
  [named('Ｆｕｌｌ', 'Ｗｉｄｔｈｙ'), ['width', 'full widthy', 'ＦＵＬＬ'], []],
  [named('Anna\u00a0Maria', 'Nobis'), ['Anna Maria', 'anna\u2003maria', 'maria anna'], ['annamaria nobody']],
  [named('Wolfgang', 'Sechshauser'), ['Sechshauser, Wolfgang', 'wolfg sechsh', 'SECHSHAUSER;WOLFGANG'], []],
  [
    { customer_name: 'Alpenblick Touristik GmbH' },
    ['alpenblick gmbh', 'gmbh touristik', 'Alpenblick-Touristik'],
    ['alpenblick ag'],
  ],
  [
    { customer_name: 'Meyer-Schmidt & Co.' },
    ['meyer schmidt', 'MeyerSchmidt', 'meyer‐schmidt', 'schmidt & co'],
    [],
  ],
  [{ customer_name: 'Dr.Brinkhoff Praxis' }, ['Dr. Brinkhoff', 'dr brinkhoff'], []],
  [{ customer_name: 'Æther Œuvre Straße' }, ['aether oeuvre', 'ÆTHER', 'strasse', 'œuvre'], []],
  [
    { customer_name: 'Ångström Øresund Đakovo' },
    ['angstrom', 'aangstroem', 'oresund', 'Oeresund', 'dakovo'],
    [],
  ],
  [{ customer_name: 'ﬁnest ﬀ oﬃce' }, ['finest', 'office'], []],
  [{ customer_name: 'İĞDIR Şişli ılgaz' }, ['iğdır', 'igdir', 'sisli', 'ILGAZ'], []],
  [named('أحمد', 'الإبراهيمي'), ['احمد', 'ابراهيم', 'الابراهيمى'], ['محمود']],
  [{ customer_name: 'مُؤَسَّسَة الـنـور' }, ['موسسه', 'النور', 'مؤسسة'], []],
  [named('שָׁלוֹם', 'כֹּהֵן'), ['שלום', 'כהנ', 'כהן שלום'], []],
  [named('Οδυσσέας', 'ΠΑΠΑΔΌΠΟΥΛΟΣ'), ['οδυσσεασ', 'Παπαδόπουλος', 'ΟΔΥΣΣΕΑΣ'], []],
  [named('Пётр', 'Ёлкин'), ['петр', 'ЕЛКИН', 'Ёлкин Пётр'], ['петров']],
  [{ customer_name: 'ООО Ромашкино' }, ['ромашкино ооо', 'РОМАШК'], ['ромашка']],
  [
    named('太郎', '田中'),
    ['田中', '太郎', '田中太郎', '太郎田中', '田中 太郎', '田中　太郎', '田中・太郎'],
    ['田太'],
  ],
  [{ customer_name: '株式会社　若草山工業' }, ['若草', '株式会社若草山', '工業 若草'], ['若山']],
  [{ customer_name: 'ﾄﾖﾀ サクラ' }, ['トヨタ', 'とよた', 'さくら', 'ｻｸﾗ', 'トヨタサクラ'], ['とやた']],
  [{ customer_name: '한빛 나래전자' }, ['한빛', '나래', nfd('한빛나래'), '한빛나래전자'], ['한래']],
  [named('민준', '김'), ['김민준', '민준', '민준김'], []],
  [named('Đức', 'Nguyễn Văn'), ['nguyen', 'Duc Nguyen', nfd('Nguyễn'), 'van duc'], []],
  [{ customer_name: 'บริษัท สมชาย' }, ['สมชาย', 'บริษัท'], ['สมชย']],
  [{ customer_name: 'ज़ाकिर ट्रेडर्स' }, ['जाकिर', 'ट्रेडर्स'], []],
  [{ customer_name: 'ᲗᲑᲘᲚᲘᲡᲘ' }, ['თბილისი'], []],
  [{ customer_name: 'Zero\u200bWidth\u00adName' }, ['zerowidthname', 'Zero\u2060Width'], []],
  [{ customer_name: 'Room ٤٧١١' }, ['4711', 'room ۴۷۱۱'], []],
  [
    { contact_email: 'Bea.Quill+x@Quill-Works.example' },
    ['bea.quill', 'bea.quill+x@quill-works.example', '@quill-works', 'quill works'],
    ['bea@quill'],
  ],
  [
    { contact_email: null, contact_phone: '+49 (0)30 / 90 18 20' },
    [
      '030901820',
      '+4930901820',
      '901820',
      '0049 30 901820',
      '(030) 90 18 20',
      '+49 (0)30 901820',
      '004930901820',
      '90 18 20',
    ],
    ['030901821', '+4940901820'],
  ],
  [
    { contact_phone: '030 77 66 554', phone_e164: '+49307766554' },
    ['+49307766554', '0049 30 7766554', '030-7766554', '7766554'],
    [],
  ],
  [
    { contact_phone: '(425) 882-8080' },
    ['4258828080', '+14258828080', '1-425-882-8080', '425.882.8080', '882 8080'],
    ['4258828081'],
  ],
  [{ contact_phone: '+7 913 745-12-36' }, ['89137451236', '8 (913) 745 12 36', '9137451236'], []],
  [
    { customer_name: 'Mixed Muster', contact_phone: '+43 1 5127 448' },
    ['muster 015127448', '+43 1 5127448 mixed'],
    ['muster 015127449'],
  ],
];

describe('WS-5: search reads as people do', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (const [columns] of cases) ids.push(await world.lead({ ...nothing, ...columns }));
  });

  it.each(
    cases.map(
      ([columns, found, not], n) =>
        [
          Object.values(columns ?? {})
            .filter(Boolean)
            .join(' '),
          n,
          found,
          not,
        ] as const,
    ),
  )('WS-5 %s', async (_stored, n, found, not) => {
    for (const term of found) expect(await idsOf(term), `“${term}”`).toContain(ids[n]);
    for (const term of not) expect(await idsOf(term), `“${term}”`).not.toContain(ids[n]);
  });

  it('WS-5 finds nothing else by two signs', async () => {
    expect(await idsOf('田中')).toEqual([
      ids[cases.findIndex(([columns]) => columns?.contact_last_name === '田中')],
    ]);
  });

  it('WS-5 finds what was changed by what it says now, and no more by what it said', async () => {
    const id = await world.acceptedLead({ ...nothing, deal_name: 'Grünspan' });
    expect(await idsOf('gruenspan')).toEqual([id]);
    await server.database.ownerDb
      .updateTable('lead')
      .set({ deal_name: 'Rost' })
      .where('id', '=', id)
      .execute();
    expect(await idsOf('gruenspan')).toEqual([]);
    expect(await idsOf('rost')).toEqual([id]);
    await server.database.ownerDb.deleteFrom('lead').where('id', '=', id).execute();
    expect(await idsOf('rost')).toEqual([]);
  });
});

describe('WS-5: words of one or two letters', () => {
  it('WS-5 are looked for where words begin, and anywhere beside a longer word when they begin none', async () => {
    const lead = (columns: Columns) => world.lead({ ...nothing, ...columns });
    const whole = await lead(named('Qu', 'Xo'));
    const within = await lead(named('Aqu', 'Foxo'));
    const other = await lead({ customer_name: 'Zjkv', message: 'about 1zq and 2vw' });
    expect(await idsOf('xo qu')).toEqual([whole]);
    expect(await idsOf('foxo qu')).toEqual([within]);
    expect(await idsOf('about zq vw')).toEqual([other]);
    expect(await idsOf('zq vw')).toEqual([]);
    // Also when each term matches too many leads of the organization to list their ids.
    await server.database.ownerPool.query(
      `insert into lead (organization_id, id, qualification, lead_type, call_to_action, lead_source, door, routing_reason,
                         customer_name, contact_allowed, status, received_at, updated_at, expires_at)
       select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'AppSource', 'api', 'Made by a test.', 'Bj Ck ' || i, true,
              'Received', now(), now(), now() + interval '1 day' from generate_series(1, 2100) i`,
      [world.contoso.id],
    );
    const inner = await lead({ customer_name: 'Abj Ack' });
    const many = await idsOf('bj ck');
    expect(many.length).toBe(200);
    expect(many).not.toContain(inner);
    await server.database.ownerPool.query(`delete from lead where customer_name like 'Bj Ck %'`);
    expect(await idsOf('abj ck')).toEqual([inner]);
  });
});

describe('LC-4, IN-6: word by word', () => {
  it('LC-4 a lead whose contact is hidden is found by open words alone, however words are mixed', async () => {
    const columns = {
      ...nothing,
      ...named('Quirinius', 'Vogelsang'),
      customer_name: 'Hidden Harbour',
      offer_title: 'Lighthouse',
      message: 'Nebelhorn',
    };
    const shown = await world.lead(columns);
    const hidden = await world.lead({ ...columns, contact_allowed: false });
    expect((await idsOf('hidden lighthouse')).toSorted()).toEqual([shown, hidden].toSorted());
    for (const term of [
      'vogelsang',
      'hidden vogelsang',
      'lighthouse nebelhorn',
      'harbour lighthouse quirinius',
    ])
      expect(await idsOf(term), term).toEqual([shown]);
    expect(await idsOf(hidden)).toEqual([hidden]);
  });

  it('LC-4 a short word that only a hidden contact begins with is looked for anywhere, as if there were no such lead', async () => {
    const columns = { ...nothing, customer_name: 'Quokka Harbour' };
    await world.lead({ ...columns, ...named('Zq', 'Vw'), contact_allowed: false });
    const shown = await world.lead({ ...columns, ...named('Azq', 'Vw') });
    expect(await idsOf('quokka zq')).toEqual([shown]);
  });
});

describe('WS-5: the database folds as the application does', () => {
  it('WS-5 every sign that both know, alone and between letters', async () => {
    // Capitals that Unicode added after the embedded server's ICU was built.
    const younger = /[\u1c89\u2c2f\ua7b8-\ua7ff\u{10570}-\u{105bf}\u{10d40}-\u{10d8f}\u{16e40}-\u{16eff}]/u;
    const texts: string[] = [];
    for (let point = 1; point < 0x20000; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const sign = String.fromCodePoint(point);
      if (/\p{Assigned}/u.test(sign) && !younger.test(sign)) texts.push(`a${sign}B`);
    }
    const { rows } = await server.database.ownerPool.query<{ folded: string; signs: string; parts: string }>(
      `select fold_text(t) as folded, trigram_text(fold_text(t)) as signs, normalize(t, nfkd) as parts
       from unnest($1::text[]) with ordinality as x (t, n) order by n`,
      [texts],
    );
    // Excludes characters that an older PostgreSQL does not decompose, because its Unicode lacks them.
    const known = texts.map((text, n) => rows[n]?.parts === text.normalize('NFKD'));
    expect(known.filter((is) => !is).length).toBeLessThan(200);
    const different = texts.filter((text, n) => {
      const folded = foldForSearch(text);
      return known[n] && (rows[n]?.folded !== folded || rows[n]?.signs !== trigramText(folded));
    });
    expect(different).toEqual([]);
  });

  it('WS-5 the parts of a lead, however they are folded together, as each by itself', async () => {
    const part = fc.option(
      fc
        .array(fc.constantFrom(...'aBz09 .,-&#(0)+_/@\t\n\r"ßéÄø中あ\u0300', ' & ', ' - ', '(0)'), {
          maxLength: 12,
        })
        .map((signs) => signs.join('')),
      { nil: null, freq: 6 },
    );
    const plain = fc.option(fc.string({ unit: 'binary-ascii', maxLength: 12 }), { nil: null, freq: 6 });
    const parts = (of: typeof part) =>
      fc.record({
        customer_name: of,
        offer_title: of,
        deal_name: of,
        deal_notes: of,
        contact_first_name: of,
        contact_last_name: of,
        contact_phone: of,
        message: of,
      });
    const made = fc.sample(fc.oneof(parts(plain), parts(part)), 400);
    const stored = (value: string | null) => value?.replaceAll('\0', '') ?? null;
    const ids: string[] = [];
    for (const columns of made) {
      const kept = Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, stored(value)]));
      ids.push(await world.lead({ ...nothing, ...kept, contact_email: 'Some.One@Example.test' }));
    }
    const { rows } = await server.database.ownerPool.query(
      `select k.lead_id, k.words, k.customer_order, w.*
       from lead_lookup k join lead l on l.organization_id = k.organization_id and l.id = k.lead_id,
       lateral (select regexp_replace(fold_text(replace(coalesce(l.contact_phone, ''), '(0)', '')), '[^0-9]+', '', 'g') as digits,
                       fold_spellings(replace(concat_ws(' ', l.contact_first_name, l.contact_last_name), E'\n', ' ')) as contact) c,
       lateral (select
         fold_spellings(replace(coalesce(l.customer_name, ''), E'\n', ' ')) || E'\n' ||
         fold_spellings(replace(coalesce(l.offer_title, ''), E'\n', ' ')) || E'\n' ||
         fold_spellings(replace(coalesce(l.deal_name, ''), E'\n', ' ')) || E'\n' ||
         fold_spellings(replace(coalesce(l.deal_notes, ''), E'\n', ' ')) || E'\n' ||
         c.contact || case when octet_length(c.contact) = char_length(c.contact) then '' else
           ' ' || fold_text(replace(concat_ws(' ', l.contact_last_name, l.contact_first_name), E'\n', ' ')) end || E'\n' ||
         fold_spellings(l.contact_email) || E'\n' || c.digits || E'\n' ||
         fold_spellings(replace(coalesce(l.message, ''), E'\n', ' ')) as wanted,
         left(fold_text(coalesce(l.customer_name, '')), 200) || E'\x01' || left(coalesce(l.customer_name, ''), 200) as wanted_order) w
       where k.lead_id = any($1)`,
      [ids],
    );
    expect(rows).toHaveLength(made.length);
    for (const row of rows) expect([row.words, row.customer_order]).toEqual([row.wanted, row.wanted_order]);
  });
});
