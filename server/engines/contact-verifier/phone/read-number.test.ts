import { getCountryCallingCode, getExampleNumber, isSupportedCountry } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { checkPhone } from './check-phone.ts';
import { saysExtension } from './extension-words.ts';
import { numberPattern } from './number-pattern.ts';
import { renumberedPlans } from './renumbered-plans.ts';

const now = new Date('2026-11-20T12:00:00Z');
const check = (typed: string, country: string | null = null) => checkPhone(typed, { country, now });

type Row = readonly [typed: string, country: string | null, e164: string, extension?: string];

const table = (...rows: Row[]) =>
  rows.map(([typed, country, expected, extension = null]) => ({ typed, country, expected, extension }));

describe('CV-2: extensions, as each language calls them', () => {
  it.each(
    table(
      ['+33 1 42 68 53 00 poste 212', 'FR', '+33142685300', '212'],
      ['+49 30 901820 Durchwahl 12', 'DE', '+4930901820', '12'],
      ['+49 30 901820 DW 12', 'DE', '+4930901820', '12'],
      ['+55 11 3030-1284 ramal 212', 'BR', '+551130301284', '212'],
      ['03-1284-5678 内線 12', 'JP', '+81312845678', '12'],
      ['03-1284-5678（内線12）', 'JP', '+81312845678', '12'],
      ['+48 22 529 09 00 wew. 12', 'PL', '+48225290900', '12'],
      ['020 7219 3000 option 2', 'GB', '+442072193000'],
      ['please call 425-882-8080 after 5pm', 'US', '+14258828080'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: extensions, as each language calls them (2)', () => {
  it.each(
    table(
      ['+39 02 1245 4875 int. 12', 'IT', '+390212454875', '12'],
      ['+34 912 345 674 ext 12', 'ES', '+34912345674', '12'],
      ['+54 11 4345 6782 interno 12', 'AR', '+541143456782', '12'],
      ['+56 2 2345 6782 anexo 12', 'CL', '+56223456782', '12'],
      ['+7 495 123-45-61 доб. 12', 'RU', '+74951234561', '12'],
      ['+380 44 123 45 61 дод. 12', 'UA', '+380441234561', '12'],
      ['+420 224 123 456 klapka 12', 'CZ', '+420224123456', '12'],
      ['+421 2 3234 5671 kl. 12', 'SK', '+421232345671', '12'],
      ['+36 1 234 5671 mellék 12', 'HU', '+3612345671', '12'],
      ['+46 8 123 456 71 ankn 12', 'SE', '+46812345671', '12'],
      ['+47 22 12 34 51 linje 12', 'NO', '+4722123451'],
      ['+45 32 12 34 51 lokal 12', 'DK', '+4532123451', '12'],
      ['+31 20 123 4561 toestel 12', 'NL', '+31201234561', '12'],
      ['+90 212 345 67 82 dahili 12', 'TR', '+902123456782', '12'],
      ['+98 21 8834 5672 داخلی 12', 'IR', '+982188345672', '12'],
      ['+972 2 123 4561 שלוחה 12', 'IL', '+97221234561', '12'],
      ['+972 3 723 4561 תוספת 12', 'IL', '+97237234561', '12'],
      ['+30 21 0123 4561 εσωτ. 12', 'GR', '+302101234561', '12'],
      ['+86 10 1234 5671 分机 12', 'CN', '+861012345671', '12'],
      ['+86 10 1234 5671转12', 'CN', '+861012345671', '12'],
      ['02-2345-6782 分機12', 'TW', '+886223456782', '12'],
      ['02-312-3456 내선 12', 'KR', '+8223123456', '12'],
      ['+66 2 123 4561 ต่อ 12', 'TH', '+6621234561', '12'],
      ['+84 24 3823 4561 máy lẻ 12', 'VN', '+842438234561', '12'],
      ['+84 24 3823 4561 nhánh 12', 'VN', '+842438234561', '12'],
      ['+62 21 2345 6782 pesawat 12', 'ID', '+622123456782', '12'],
      ['+40 21 312 34 56 int. 12', 'RO', '+40213123456', '12'],
      ['+385 1 2345 672 lokal 12', 'HR', '+38512345672', '12'],
      ['+359 2 912 34 51 вътр. 12', 'BG', '+35929123451', '12'],
      ['+358 9 123 4561 alanumero 12', 'FI', '+35891234561', '12'],
      ['+20 2 2345 6782 تحويلة 12', 'EG', '+20223456782', '12'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: labels and sentences around it', () => {
  it.each(
    table(
      ['WhatsApp: +49 151 23456001', 'DE', '+4915123456001'],
      ['電話 03-1284-5678', 'JP', '+81312845678'],
      ['Tel./Handy: 0171 1234561', 'DE', '+491711234561'],
      ['Téléphone : 01 42 68 53 00', 'FR', '+33142685300'],
      ['Celular (WhatsApp) 11 96123-4312', 'BR', '+5511961234312'],
      ['Mob. 0171 1234561 (ab 17 Uhr)', 'DE', '+491711234561'],
      ['Room 5, 030 901820', 'DE', '+4930901820'],
      ['Tel 030 901820 Fax 030 901821', 'DE', '+4930901820'],
      ['Fax 030 901821 Tel 030 901820', 'DE', '+4930901820'],
      ['☎ 030 901820', 'DE', '+4930901820'],
      ['my number is 030 901820 thanks', 'DE', '+4930901820'],
      ['020 7219 3000 (option 2, then 3)', 'GB', '+442072193000'],
      ['call 9-5 on 020 7219 3000', 'GB', '+442072193000'],
      ['+49 (Germany) 30 901820', null, '+4930901820'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: how people write it', () => {
  it.each(
    table(
      ['5215530184297', 'MX', '+525530184297'],
      ['52 1 55 3018 4297', 'MX', '+525530184297'],
      ['044 55 3018 4297', 'MX', '+525530184297'],
      ['045 55 3018 4297', 'MX', '+525530184297'],
      ['01 55 3018 4297', 'MX', '+525530184297'],
      ['00 52 1 55 3018 4297', 'MX', '+525530184297'],
      ['011 52 1 55 3018 4297', 'US', '+525530184297'],
      ['+52 1 55 3018 4297 ext. 12', 'MX', '+525530184297', '12'],
      ['+1 (0) 425 882 8080', 'US', '+14258828080'],
      ['+49+30 901820', 'DE', '+4930901820'],
      ['0919848022338', 'IN', '+919848022338'],
      ['+39 2 1245 4875', 'IT', '+390212454875'],
      ['2 1245 4875', 'IT', '+390212454875'],
      ['+8 913 745 12 36', 'RU', '+79137451236'],
      ['(0xx31) 3224-4242', 'BR', '+553132244242'],
      ['0xx31 3224-4242', 'BR', '+553132244242'],
      ['(0**31) 3224-4242', 'BR', '+553132244242'],
      ['+49 (0) 30 901820', 'DE', '+4930901820'],
      ['+033 1 42 68 53 00', 'FR', '+33142685300'],
      ['+49 49 30 901820', 'DE', '+4930901820'],
      ['+49 0049 30 901820', 'DE', '+4930901820'],
      ['022 529 09 00', 'PL', '+48225290900'],
      ['+0 425 882 8080', 'US', '+14258828080'],
      ['0 11 15-6677-3311', 'AR', '+5491166773311'],
      ['+54 11 15 6677 3311', 'AR', '+5491166773311'],
      ['+54 9 11 15 6677 3311', 'AR', '+5491166773311'],
      ['8 913 745 12 36', 'RU', '+79137451236'],
      ['+1 +1 425 882 8080', 'US', '+14258828080'],
      ['00 49 (0) 30 901820', 'DE', '+4930901820'],
      ['+31 (0)20 123 4561', 'NL', '+31201234561'],
      ['30 901820 +49', 'DE', '+4930901820'],
      ['030/901820 (+49)', 'US', '+4930901820'],
      ['425-882-8080 (+1)', null, '+14258828080'],
      ['0049-(0)30-901820', 'DE', '+4930901820'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: numbers from before a renumbering', () => {
  it.each(
    table(
      ['+55 31 9188-6910', 'BR', '+5531991886910'],
      ['(31) 9188-6910', 'BR', '+5531991886910'],
      ['+225 07 08 41 53', 'CI', '+2250707084153'],
      ['+225 20 21 43 56', 'CI', '+2252720214356'],
      ['07 08 41 53', 'CI', '+2250707084153'],
      ['+84 165 345 6782', 'VN', '+84353456782'],
      ['0165 345 6782', 'VN', '+84353456782'],
      ['+57 1 345 6782', 'CO', '+576013456782'],
      ['+229 97 12 34 51', 'BJ', '+2290197123451'],
      ['+237 99 12 34 51', 'CM', '+237699123451'],
      ['+974 512 3451', 'QA', '+97455123451'],
      ['0171 219 3000', 'GB', '+442072193000'],
      ['012 345 6782', 'EG', '+201223456782'],
      ['+20 12 345 6782', 'EG', '+201223456782'],
      ['+593 8 912 3451', 'EC', '+593989123451'],
      ['+230 712 3451', 'MU', '+23057123451'],
      ['+56 9 8123 4561', 'CL', '+56981234561'],
      ['09 8123 4561', 'CL', '+56981234561'],
      ['+966 1 234 5672', 'SA', '+966112345672'],
      ['+41 1 234 56 72', 'CH', '+41442345672'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: two numbers in one field: the first', () => {
  it.each(
    table(
      ['+49 30 901820 +49 151 23456001', 'DE', '+4930901820'],
      ['425-882-8080/206-266-1000', 'US', '+14258828080'],
      ['425-882-8080 206-266-1000', 'US', '+14258828080'],
      ['030 901820 / 0171 1234561', 'DE', '+4930901820'],
      ['030 901820, 0171 1234561', 'DE', '+4930901820'],
      ['030 901820\n0171 1234561', 'DE', '+4930901820'],
      ['030/901820 bzw. 0171/1234561', 'DE', '+4930901820'],
      ['+49 30 901820/+49 151 23456001', 'DE', '+4930901820'],
      ['01 42 68 53 00 - 06 12 34 56 71', 'FR', '+33142685300'],
      ['123 or 425-882-8080', 'US', '+14258828080'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: letters for digits', () => {
  it.each(
    table(
      ['1 800 GO FEDEX', 'US', '+18004633339'],
      ['1300 FLOWER', 'AU', '+611300356937'],
      ['13 CATS', 'AU', '+61132287'],
      ['0800 FLOWERS', 'GB', '+448003569377'],
      ['1-800-FLOWERS', 'US', '+18003569377'],
      ['+1-800-CONTACTS', null, '+18002668228'],
      ['1-800-flowers', 'US', '+18003569377'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: spreadsheets, links and other scripts', () => {
  it.each(
    table(
      ['4930901820.0', 'DE', '+4930901820'],
      ['32450402696.0', 'BE', '+32450402696'],
      ['3.2450402696E10', 'BE', '+32450402696'],
      ['3,2450402696E+10', 'BE', '+32450402696'],
      ["'+49 30 901820", 'DE', '+4930901820'],
      ['="030901820"', 'DE', '+4930901820'],
      ['<a href="tel:+6562345672">6234 5672</a>', 'SG', '+6562345672'],
      ['tel:+49-30-901820;ext=12', null, '+4930901820', '12'],
      ['tel:901820;phone-context=+4930', null, '+4930901820'],
      ['०९१९८४८०२२३३८', 'IN', '+919848022338'],
      ['+९१ ९८४८० २२३३८', 'IN', '+919848022338'],
      ['٠١٠٠١٢٣٤٥٦١', 'EG', '+201001234561'],
      ['۰۲۱ ۸۸۳۴ ۵۶۷۲', 'IR', '+982188345672'],
      ['＋４９ ３０ ９０１８２０', null, '+4930901820'],
      ['০১৭১২৩৪৫৬৭১', 'BD', '+8801712345671'],
      ['๐๒ ๑๒๓ ๔๕๖๑', 'TH', '+6621234561'],
      ['https://wa.me/4915123456001', null, '+4915123456001'],
      ['tel:%2B4930901820', 'DE', '+4930901820'],
      ['+49–30–901820', 'DE', '+4930901820'],
      ['+49&nbsp;30&nbsp;901820', 'DE', '+4930901820'],
      ['[Call](tel:+4930901820)', 'DE', '+4930901820'],
    ),
  )('$typed ($country) is $expected $extension', ({ typed, country, expected, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164: expected, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(expected.slice(-9)) ? 'Unknown' : 'Valid');
  });
});

describe('CV-2: a wrong number is never Valid, and what may be a number is never Invalid', () => {
  it.each(
    table(
      ['+63 2 812 3451', 'PH', 'UNKNOWN'],
      ['3.24504E+10', 'BE', 'UNKNOWN'],
      ['004-92-58-76-11', 'FR', 'UNKNOWN'],
      ['+8 495 123-45-61', 'RU', 'UNKNOWN'],
      ['4930901820', 'US', 'UNKNOWN'],
      ['2024-05-17 12:30', 'US', 'UNKNOWN'],
      ['none', 'DE', 'INVALID'],
      ['000000', 'DE', 'INVALID'],
      ['abc', 'DE', 'INVALID'],
      ['12', 'DE', 'INVALID'],
      ['n/a', 'US', 'INVALID'],
      ['call me', 'US', 'INVALID'],
      ['555-2671', 'US', 'INVALID'],
      ['+49 30 90182 90182 90182', null, 'INVALID'],
      ['030 901820', null, 'UNKNOWN'],
      ['invoice 4258828080', 'US', 'UNKNOWN'],
      ['+1 123 456 7891', null, 'INVALID'],
      ['after 5pm', 'US', 'INVALID'],
      ['+49', 'DE', 'INVALID'],
      ['see email', 'DE', 'INVALID'],
      ['+999 123 456 781', null, 'INVALID'],
      ['030 901820+12', 'DE', 'UNKNOWN'],
      ['901820 +4930', 'DE', 'UNKNOWN'],
      ['030 901820 +2', 'DE', 'UNKNOWN'],
      ['425 882 8080 +999', 'US', 'UNKNOWN'],
    ),
  )('$typed ($country) is $expected', ({ typed, country, expected }) => {
    expect(check(typed, country).validity.toUpperCase()).toBe(expected);
  });

  it.each([
    ['4.93E+09', 'DE', 'rounded'],
    ['+63 2 812 3451', 'PH', 'old-plan'],
    ['4930901820', 'US', 'country-unclear'],
    ['004-92-58-76-11', 'FR', 'several-readings'],
    ['my number ends with 4711', 'DE', 'not-understood'],
    ['0000000', 'DE', 'no-number'],
    ['030 901820', null, 'no-country'],
  ])('%j (%s) says why: %s', (typed, country, code) => {
    expect(check(typed, country).evidence.map((one) => one.code)).toEqual([code]);
  });

  it('a number from before a renumbering says so', () => {
    expect(check('+55 31 9188-6910').evidence[0]?.detail).toBe(
      "Written as before the renumbering of 2016. The number fits the numbering plan (Brazil) as a mobile number. Whether it is in service wasn't checked.",
    );
  });
});

describe('CV-2: renumbered plans', () => {
  it('name their year and source, and lead into the plan of today', () => {
    for (const [code, plans] of renumberedPlans) {
      for (const { since, source, rules } of plans) {
        expect(since, code).toBeGreaterThan(1998);
        expect(source, code).toMatch(/\w{4}/);
        expect(rules.length, code).toBeGreaterThan(0);
      }
    }
  });

  it('change no number that is in the plan of today', () => {
    for (const country of Object.keys(examples)) {
      if (!isSupportedCountry(country)) continue;
      const example = getExampleNumber(country, examples);
      if (example && renumberedPlans.has(getCountryCallingCode(country)))
        expect(check(example.number).e164).toBe(example.number);
    }
  });
});

describe('CV-2: words for an extension', () => {
  it.each([
    'poste',
    ' Durchwahl: ',
    ', DW ',
    ' (ext. ',
    ' доб. № ',
    '内線',
    ' εσωτ. ',
    ' máy lẻ ',
    ' int. nr ',
    ' #',
    'x',
    ' mellék ',
  ])('%j', (words) => expect(saysExtension(words)).toBe(true));
  it.each(['', ' ', ' option ', ' after ', ' oder ', ' / ', ' Fax ', ' extra ', ' postes '])(
    '%j is none',
    (words) => expect(saysExtension(words)).toBe(false),
  );
});
