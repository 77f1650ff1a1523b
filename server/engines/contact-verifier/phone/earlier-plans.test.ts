import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { checkPhone } from './check-phone.ts';
import { earlierPlans } from './earlier-plans.ts';

const now = new Date('2026-11-20T12:00:00Z');
const check = (typed: string, country: string | null = null) => checkPhone(typed, { country, now });

type Row = readonly [typed: string, country: string | null, e164: string, extension?: string];

const table = (...rows: Row[]) =>
  rows.map(([typed, country, expected, extension = null]) => ({ typed, country, expected, extension }));

describe('CV-2: renumberings of longer ago', () => {
  it('name their year and source', () => {
    for (const [code, plans] of earlierPlans) {
      for (const { since, source, rules } of plans) {
        expect(since, code).toBeGreaterThan(1988);
        expect(source, code).toMatch(/\w{4}/);
        expect(rules.length, code).toBeGreaterThan(0);
      }
    }
  });

  it('change no number that is in the plan of today', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (example) expect(check(example.number).e164, country).toBe(example.number);
    }
  });

  it.each(
    table(
      ['(095) 323-45-61', 'RU', '+74953234561'],
      ['+7 0732 51 23 46', 'RU', '+74732512346'],
      ['+7 3272 51 23 46', 'KZ', '+77272512346'],
      ['+30 81 512 346', 'GR', '+302810512346'],
      ['+34 3 512 34 51', 'ES', '+34935123451'],
      ['+40 1 512 3451', 'RO', '+40215123451'],
      ['092 512346', 'RO', '+40722512346'],
      ['+44 532 212346', 'GB', '+441132212346'],
      ['021 212 3451', 'GB', '+441212123451'],
      ['+54 1 512 3451', 'AR', '+541145123451'],
      ['+58 14 512 3451', 'VE', '+584145123451'],
      ['018 512 346', 'AU', '+61418512346'],
      ['+64 25 512 346', 'NZ', '+64274512346'],
      ['+65 512 3451', 'SG', '+6565123451'],
      ['01 512 3451', 'TH', '+66815123451'],
      ['+94 1 512 346', 'LK', '+94112512346'],
      ['+233 21 123 451', 'GH', '+233302123451'],
      ['+260 1 234 561', 'ZM', '+260211234561'],
      ['+263 4 123 451', 'ZW', '+263242123451'],
      ['+351 1 512 3451', 'PT', '+351215123451'],
      ['+356 512346', 'MT', '+35621512346'],
      ['02-512346', 'CY', '+35722512346'],
      ['+371 9512346', 'LV', '+37129512346'],
      ['+371 7512346', 'LV', '+37167512346'],
      ['+421 7 512 346 61', 'SK', '+421251234661'],
      ['+995 99 512 346', 'GE', '+995599512346'],
      ['+225 22 41 23 46', 'CI', '+2252722412346'],
      ['+44 171 219 3000', 'GB', '+442072193000'],
      ['+216 1 512 346', 'TN', '+21671512346'],
      ['+238 261 23 46', 'CV', '+2382612346'],
      ['+253 81 23 46', 'DJ', '+25377812346'],
      ['+254 2 512 346', 'KE', '+25420512346'],
      ['+258 1 312 346', 'MZ', '+25821312346'],
      ['+268 505 2346', 'SZ', '+26825052346'],
      ['+268 602 2346', 'SZ', '+26876022346'],
    ),
  )('$typed ($country) is $expected', ({ typed, country, expected }) => {
    expect(check(typed, country).e164).toBe(expected);
  });

  it.each([
    ['+223 612 3451', 'ML'],
    ['+228 901 23 45', 'TG'],
    ['+213 61 12 34 51', 'DZ'],
    ['+503 712 3451', 'SV'],
    ['+507 612 3451', 'PA'],
    ['+227 72 34 56', 'NE'],
    ['+235 51 23 46', 'TD'],
    ['+251 1 512 346', 'ET'],
    ['+880 171 512346', 'BD'],
    ['8 095 123 45 61', 'RU'],
  ])('%s (%s) does not say what it is today', (typed, country) => {
    expect(check(typed, country).evidence.map(({ code }) => code)).toEqual(['old-plan']);
  });
});

describe('CV-2: a number of today that lost a digit is none from before a renumbering', () => {
  it.each([
    ['+34 612 345 67', 'ES'],
    ['+65 612 3451', 'SG'],
    ['+30 691 23456', 'GR'],
    ['+351 912 345 67', 'PT'],
    ['+44 7911 12345', 'GB'],
    ['+61 412 345 67', 'AU'],
    ['+52 55 3018 42', 'MX'],
    ['01 42 68 53 0', 'FR'],
  ])('%s (%s) is not Valid', (typed, country) => {
    expect(check(typed, country)).toMatchObject({ validity: 'Invalid' });
  });
});

describe('CV-2: places on the map', () => {
  it.each(['52.5200, 13.4050', '52.520008,13.404954'])('are no numbers: %j', (typed) => {
    expect(check(typed, 'DE')).toMatchObject({ validity: 'Invalid', e164: null });
  });
});

describe('CV-2: signs, words and endings that are no part of the number', () => {
  it.each(
    table(
      ['49 (0) 30 901820', 'DE', '+4930901820'],
      ['+49 l51 23456001', 'DE', '+4915123456001'],
      ['+49 3O 9O182O', 'DE', '+4930901820'],
      ['+49 Germany: 30 901820', 'FR', '+4930901820'],
      ['plus 49 30 901820', 'US', '+4930901820'],
      ['00.33.1.42.68.53.00', 'FR', '+33142685300'],
      ['+39 0 333 1245487', 'IT', '+393331245487'],
      ['+54 9 (011) 6677-3311', 'AR', '+5491166773311'],
      ["044'668'18'00", 'CH', '+41446681800'],
      ['01_42_68_53_00', 'FR', '+33142685300'],
      ['01,42,68,53,00', 'FR', '+33142685300'],
      ['425~882~8080', 'US', '+14258828080'],
      ['〇三-一二八四-五六七八', 'JP', '+81312845678'],
      ['零三-1284-5678', 'JP', '+81312845678'],
      ['425.882.8080 9am-5pm PST', 'US', '+14258828080'],
      ['+36 1 234 5671 / 12 mellék', 'HU', '+3612345671'],
      ['030 901820/21', 'DE', '+4930901820'],
      ['030 90 18 20/21', 'DE', '+4930901820'],
      ['030/90/18/20', 'DE', '+4930901820'],
      ['020 7219 3000/1', 'GB', '+442072193000'],
      ['022 529 09 00/01', 'PL', '+48225290900'],
      ['+91 22 2345 6781 / 82 / 83', 'IN', '+912223456781'],
      ['022-23456781/82', 'IN', '+912223456781'],
      ['+66 2 123 4561-4', 'TH', '+6621234561'],
      ['030 901820-22', 'DE', '+493090182022'],
      ['4258828080-2062661000', 'US', '+14258828080'],
      ['(425) 882-8080(206) 266-1000', 'US', '+14258828080'],
      ['030 901820 0171 1234561 089 1234561', 'DE', '+4930901820'],
      ['1. 030 901820 2. 0171 1234561', 'DE', '+4930901820'],
      ['49-30-901820.0', 'DE', '+4930901820'],
      ['4.930901820000000E+09', 'DE', '+4930901820'],
      ['+48 0512 345 671', 'PL', '+48512345671'],
      ['+34 0612345671', 'ES', '+34612345671'],
      ['+420 0601 123 451', 'CZ', '+420601123451'],
      ['+1 0425 882 8080', 'US', '+14258828080'],
      ['+44_7797_712341', 'JE', '+447797712341'],
      ['F: 030 901821 T: 030 901820', 'DE', '+4930901820'],
      ['Fx: 425-882-8081 Ph: 425-882-8080', 'US', '+14258828080'],
      ['Télécopie : 01 42 68 53 01 Tél : 01 42 68 53 00', 'FR', '+33142685300'],
      ['faks 22 529 09 01, tel. 22 529 09 00', 'PL', '+48225290900'],
      ['φαξ 210 1234561 τηλ 210 1234562', 'GR', '+302101234562'],
      ['فاكس 02 2345 6781 هاتف 02 2345 6782', 'EG', '+20223456782'],
      ['+7 495 123-45-61 добавочный номер 12', 'RU', '+74951234561', '12'],
      ['+48 22 529 09 00 nr wew. 12', 'PL', '+48225290900', '12'],
      ['+90 212 345 67 82 iç hat 12', 'TR', '+902123456782', '12'],
      ['010-12345671转分机12', 'CN', '+861012345671', '12'],
      ['+972 3-723-4561 שלוחה מספר 12', 'IL', '+97237234561', '12'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    expect(check(typed, country)).toMatchObject({ e164: expected, extension });
  });

  it.each([
    ['Order no 4258828080', 'US'],
    ['+44 ! 712341', 'JE'],
    ['ID: 4258828080', 'US'],
    ['Ref. 4258828080', 'US'],
    ['425-882-8080 12', 'US'],
    ['425-882-8080 (12)', 'US'],
    ['0086-10-65521234-8001', 'CN'],
  ])('%j (%s) is neither Valid nor Invalid', (typed, country) => {
    expect(check(typed, country).validity).toBe('Unknown');
  });
});
