import { describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { lead } from '../../../../contract/leads/leads.ts';
import { body } from '../../../../test/server.ts';
import { companyKey } from './company-key.ts';
import { companyNameOf } from './company-names.rules.ts';
import { codesOf, useDuplicateWorld } from './duplicates.fixture.ts';
import { phoneKey } from './phone-twins.rules.ts';

const { server, world, make, list, idsOf } = useDuplicateWorld();
let counter = 0;
const freemail = () => ({
  contact_email: `someone${++counter}@gmail.com`,
  contact_phone: null,
  phone_e164: null,
});

/** Sends a lead by the API, whose doors read what was typed. */
async function take(contact: object, country?: string): Promise<string> {
  const token = await server.make.apiToken(world.contoso.id, 'leads:create');
  const answer = await server.request('POST', '/api/v1/leads', {
    as: { token },
    body: { contact, country, message: `${++counter}` },
  });
  return body(intakeReceipt, answer).leadId;
}

describe('LQ-4: in any script', () => {
  it.each([
    [
      ['Kenichi', 'Aokizawa', 'Wakakusayama Kogyo'],
      ['Kenichi', 'Aokizawa', 'Wakakusayama Kogyo'],
    ],
    [
      ['健一', '青木沢', '株式会社若草山'],
      ['健一', '青木沢', '株式会社若草山'],
    ],
    [
      ['健一', '青木沢', '株式会社若草山'],
      ['健一', '青木沢', '若草山'],
    ],
    [
      ['健一', '青木沢', '若草山㈱'],
      ['健一', '青木沢', '若草山株式会社'],
    ],
    [
      ['Иван', 'Петровкин', 'ООО Ромашкино'],
      ['Иван', 'Петровкин', 'ООО Ромашкино'],
    ],
    [
      ['Иван', 'Петровкин', 'ООО Ромашкино'],
      ['ИВАН', 'ПЕТРОВКИН', 'Ромашкино ООО'],
    ],
    [
      ['민준', '김', '한빛나래전자'],
      ['민준', '김', '주식회사 한빛나래전자'],
    ],
    [
      ['Jörg', 'Weißgroß', 'Äpfel & Söhne'],
      ['Joerg', 'Weissgross', 'Aepfel und Soehne GmbH'],
    ],
    [
      ['ΜΑΡΙΑ', 'ΠΑΠΑΔΟΠΟΥΛΟΥ', 'ΗΛΙΟΣ ΑΕ'],
      ['Μαρία', 'Παπαδοπούλου', 'Ήλιος'],
    ],
    [
      ['أحمد', 'الخطيب', 'شركة النور'],
      ['أحمد', 'الخطيب', 'شركة النور'],
    ],
    [
      ['Anna', 'Quensel', 'Quendalor GmbH (Germany)'],
      ['Anna', 'Quensel', 'Quendalor'],
    ],
    [
      ['Anna', 'Quensel', 'Quendalor S.A. de C.V.'],
      ['Anna', 'Quensel', 'QUENDALOR'],
    ],
  ])('LQ-4 %j and %j', async ([first, last, company], [otherFirst, otherLast, otherCompany]) => {
    const columns = (given?: string, surname?: string, name?: string) => ({
      ...freemail(),
      contact_first_name: given,
      contact_last_name: surname,
      customer_name: name,
    });
    const one = await make(columns(first, last, company));
    const other = await make(columns(otherFirst, otherLast, otherCompany));
    expect(await idsOf(one)).toEqual([other]);
    expect(await idsOf(other)).toEqual([one]);
  });

  it.each([
    ['+541166773311', '+5491166773311'],
    ['+553191886911', '+5531991886911'],
    ['+525530184297', '+5215530184297'],
  ])('LQ-4 %s and %s are the same line', async (one, other) => {
    const stranger = (phone_e164: string, contact_last_name: string) =>
      make({
        ...freemail(),
        contact_first_name: null,
        contact_last_name,
        customer_name: null,
        phone_e164,
      });
    const first = await stranger(one, 'Okafor');
    const second = await stranger(other, 'Okafor');
    expect(await idsOf(first)).toEqual([second]);
    expect(await idsOf(second)).toEqual([first]);
  });

  it.each([
    ['AR', '+54 11 6677 3311', '+54 9 11 6677 3311'],
    ['BR', '+55 31 9188-6911', '+55 31 99188-6911'],
    ['MX', '55 3018 4297', '+52 1 55 3018 4297'],
    ['VN', '0165 345 6782', '+84 353 456 782'],
    ['CI', '07 08 41 53', '+225 07 07 08 41 53'],
  ])('LQ-4 in %s who types %s and who types %s gave the same number', async (country, one, other) => {
    const first = await take({ phone: one, lastName: 'Okafor' }, country);
    const second = await take({ phone: other, lastName: 'Okafor' }, country);
    await server.queue.run('lead.check-contact');
    for (const [lead, found] of [
      [first, second],
      [second, first],
    ] as const) {
      const { items } = await list(lead);
      expect(items.map((item) => [item.lead.id, codesOf(item)?.[0]])).toEqual([[found, 'same-phone']]);
    }
  });

  it('LQ-4 three spellings of one surname are one person, not a mailbox that many share', async () => {
    const mail = { contact_email: 'anna@gmail.com', customer_name: null };
    const leads = await Promise.all(
      ['Schmidt', 'Schmitd', 'Schmdit', 'Schmit'].map((contact_last_name) =>
        make({ ...mail, contact_last_name }),
      ),
    );
    expect(await idsOf(leads[0] ?? '')).toHaveLength(3);
  });

  it('LQ-4 the keys of the database are those of the application', async () => {
    const { ownerPool } = server.database;
    for (const e164 of [
      '+541166773311',
      '+5491166773311',
      '+5215530184297',
      '+5531991886911',
      '+553132244242',
      '+4930901820',
    ]) {
      const { rows } = await ownerPool.query('select duplicate_phone_key($1) as key', [e164]);
      expect(rows).toEqual([{ key: phoneKey(e164) }]);
    }
    for (const name of ['株式会社若草山', 'Ромашкино', '한빛나래전자', 'Äpfel', 'Contoso']) {
      const { rows } = await ownerPool.query('select duplicate_company_key($1) as key', [name]);
      expect(rows).toEqual([{ key: companyKey(companyNameOf(name).searchText ?? '') }]);
    }
  });
});

describe('LQ-4: addresses are compared as they are read', () => {
  const pairs = [
    ['bea@müstermann.de', 'bea@xn--mstermann-q9a.de'],
    ['bea@xn--mstermann-q9a.de', 'BEA@MÜSTERMANN.DE'],
    ['Ben Muster <ben@firmi-muster.de>', 'ben@firmi-muster.de'],
    ['ben@firmi-muster.de', 'mailto:ben@firmi-muster.de'],
    ['MÜLLER@firmi-muster.de', 'müller@firmi-muster.de'],
    ['(unreadable) ben@@firmi-muster', '(UNREADABLE) Ben@@firmi-muster'],
  ];

  const takeTwo = async ([one, other]: readonly string[]) =>
    [
      await take({ email: one, lastName: 'Muster' }),
      await take({ email: other, lastName: 'Muster' }),
    ] as const;

  it('LQ-4 a domain beyond ASCII, or with a name around the address, is the company’s', async () => {
    const ben = { firstName: 'Ben', lastName: 'Muster' };
    const first = await take({ ...ben, email: 'office@müstermann.de' });
    const second = await take({ ...ben, email: 'Ben Muster <ben@xn--mstermann-q9a.de>' });
    expect(await idsOf(first)).toEqual([second]);
    expect(await idsOf(second)).toEqual([first]);
  });

  it.each(pairs)('LQ-4 %s and %s are the same mailbox', async (...pair) => {
    const [first, second] = await takeTwo(pair);
    expect(await idsOf(first)).toEqual([second]);
    expect(await idsOf(second)).toEqual([first]);
  });

  it.each(pairs)('IN-3 who wrote from %s and writes from %s asked before', async (...pair) => {
    const [first, second] = await takeTwo(pair);
    await server.queue.run('lead.link-repeat');
    const answer = await server.request('GET', `/api/v1/leads/${second}`, { as: world.as.admin });
    expect(body(lead, answer).repeatOf?.id).toBe(first);
  });
});
