import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../../contract/countries.ts';
import { checkPhone } from './check-phone.ts';
import { numberPattern } from './number-pattern.ts';

const now = new Date('2026-11-20T12:00:00Z');
const check = (typed: string, country: string | null = null) => checkPhone(typed, { country, now });
const codes = (typed: string, country: string | null = null) =>
  check(typed, country).evidence.map(({ code }) => code);

describe('reading a number', () => {
  it.each([
    // what was typed, the lead's country, E.164
    ['030 901820', 'DE', '+4930901820'],
    ['(030) 90 18-20', 'DE', '+4930901820'],
    ['030/901820', 'DE', '+4930901820'],
    ['4930901820', 'DE', '+4930901820'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['1 415 555 2671', 'US', '+14155552671'],
    ['8 (495) 123-45-61', 'RU', '+74951234561'],
    ['06 6982 1234', 'IT', '+390669821234'],
    ['(11) 96123-4312', 'BR', '+5511961234312'],
    ['010-3456-1789', 'KR', '+821034561789'],
    ['٠١٠٠١٢٣٤٥٦١', 'EG', '+201001234561'],
  ])('CV-2: %j is read by the country %s', (typed, country, e164) => {
    expect(check(typed, country)).toMatchObject({ validity: 'Valid', e164 });
  });

  it.each([
    '+49 30 901820',
    '0049 30 901820',
    '(+49) 30 901820',
    '(0049) 30 901820',
    '+49 (0)30 901820',
    '++49 30 901820',
    '+0049 30 901820',
    '＋４９ ３０ ９０１８２０',
    '\u202a+49 30 901820\u202c',
    'tel:+49-30-901820',
    'phone: +49 30 901820 (office)',
    '+49 30 901820 / +49 171 1234561',
    '+49 30 901820; +49 171 1234561',
    '+49 30 901820 oder 0171 1234561',
  ])('CV-2: %j is read by itself, whatever the country', (typed) => {
    for (const country of ['DE', 'US', 'JP', null])
      expect(check(typed, country)).toMatchObject({ validity: 'Valid', e164: '+4930901820' });
  });

  it('CV-2: 0011 is how Australia writes +', () => {
    expect(check('0011 49 30 901820', 'AU')).toMatchObject({ validity: 'Valid', e164: '+4930901820' });
  });

  it('CV-2: reads what people write beside the rules', () => {
    expect(check('1-800-FLOWERS', 'US')).toMatchObject({ validity: 'Valid', e164: '+18003569377' });
    expect(check('+1-800-CONTACTS')).toMatchObject({ validity: 'Valid', e164: '+18002668228' });
    expect(check('+52 1 55 1234 5671', 'MX')).toMatchObject({ validity: 'Valid', e164: '+525512345671' });
  });

  it.each([
    ['030 901820 ext. 12', 'DE', '12'],
    ['+1 415 555 2671 x123', null, '123'],
    ['+1 415-555-2671;ext=9', null, '9'],
    ['030 901820', 'DE', null],
  ])('CV-2: the extension of %j is kept apart', (typed, country, extension) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ validity: 'Valid', extension });
    expect(verdict.e164).toMatch(/^\+(4930901820|14155552671)$/);
  });

  it('CV-2: the country may be in small letters', () => {
    expect(check('030 901820', 'de').e164).toBe('+4930901820');
  });
});

describe('verdicts of the numbering plan', () => {
  it.each([
    ['', 'DE', 'Unknown', 'no-number-given'],
    [' \u00a0\t', 'DE', 'Unknown', 'no-number-given'],
    ['none', 'DE', 'Invalid', 'no-number'],
    ['+', null, 'Invalid', 'no-number'],
    ['030 901820', null, 'Unknown', 'no-country'],
    ['030 901820', 'AQ', 'Unknown', 'no-country'],
    ['030 901820', 'constructor', 'Unknown', 'no-country'],
    ['12', null, 'Invalid', 'too-short'],
    ['12', 'DE', 'Invalid', 'too-short'],
    ['555-2671', 'US', 'Invalid', 'too-short'],
    ['+49', null, 'Invalid', 'too-short'],
    ['+49 30 90182 90182 90182', null, 'Invalid', 'too-long'],
    ['123456789012345678901', 'DE', 'Invalid', 'too-long'],
    ['123456789012345678901', null, 'Invalid', 'too-long'],
    ['9'.repeat(1_000_000), 'DE', 'Invalid', 'too-long'],
    ['+999 123 456 781', null, 'Invalid', 'unknown-country-code'],
    ['+1 123 456 7891', null, 'Invalid', 'not-in-plan'],
    ['4930901820', 'US', 'Unknown', 'country-unclear'],
    ['+1 222 222 2222', null, 'Invalid', 'not-in-plan'],
    ['1234567890', 'US', 'Invalid', 'not-in-plan'],
    ['030 901820', 'DE', 'Valid', 'number-plan'],
  ])('CV-2: %j in %s is %s: %s', (typed, country, validity, code) => {
    expect(check(typed, country).validity).toBe(validity);
    expect(codes(typed, country)).toEqual([code]);
  });

  it('CV-2: valid by the plan alone says so, with the kind of line and when to look again', () => {
    expect(check('0171 1234561', 'DE')).toEqual({
      validity: 'Valid',
      e164: '+491711234561',
      extension: null,
      retryAfterSeconds: null,
      evidence: [
        {
          check: 'number-plan',
          result: 'passed',
          code: 'number-plan',
          detail:
            "The number fits the numbering plan (Germany) as a mobile number. Whether it is in service wasn't checked.",
          at: '2026-11-20T12:00:00.000Z',
          goodUntil: '2027-05-19T12:00:00.000Z',
        },
      ],
    });
  });

  it.each([
    ['+1 800 356 9377', 'a toll-free number'],
    ['+49 900 1 123466', 'a premium-rate number'],
    ['+49 30 901820', 'a fixed line'],
    ['+1 415 555 2671', 'a fixed line or a mobile number'],
    ['+44 56 1234 5671', 'an internet telephony number'],
  ])('CV-2: %j is %s', (typed, line) => {
    expect(check(typed).evidence[0]?.detail).toContain(` as ${line}.`);
  });

  it('CV-2: no sentence repeats the number', () => {
    for (const typed of ['+49 30 901820', '+999 123 456 781', '07700 900461', '+1 123 456 7891'])
      expect(JSON.stringify(check(typed, 'GB').evidence)).not.toMatch(/901820|456|900461/);
  });

  it("CV-2: each country's own example is read by that country, and is valid if it is no number of fiction or pattern", () => {
    const outcomes = getCountries()
      .filter((country) => countryCodes.includes(country))
      .map((country) => getExampleNumber(country, examples))
      .filter((number) => number !== undefined)
      .map((number) => ({ number, verdict: check(number.formatNational(), number.country ?? null) }));
    expect(outcomes.length).toBeGreaterThan(200);
    for (const { number, verdict } of outcomes) {
      expect(verdict.e164).toBe(number.number);
      const plain =
        !numberPattern(number.nationalNumber) &&
        !verdict.evidence.some(({ code }) => code === 'kept-for-fiction');
      if (plain) expect(verdict.validity, number.number).toBe('Valid');
    }
  });
});

describe('numbers that are nobody’s', () => {
  it.each([
    ['07700 900000', 'GB'],
    ['07700 900999', 'GB'],
    ['020 7946 0000', 'GB'],
    ['020 7946 0999', 'GB'],
    ['0113 496 0123', 'GB'],
    ['0191 498 0123', 'GB'],
    ['028 9649 6123', 'GB'],
    ['029 2018 0123', 'GB'],
    ['01632 960123', 'GB'],
    ['08081 570123', 'GB'],
    ['0909 879 0123', 'GB'],
    ['03069 990123', 'GB'],
    ['(212) 555-0100', 'US'],
    ['(416) 555-0199', 'CA'],
    ['876 555 0123', 'JM'],
    ['1-800-555-0199', 'US'],
    ['030 23125 000', 'DE'],
    ['069 90009 999', 'DE'],
    ['040 66969 123', 'DE'],
    ['0221 4710 123', 'DE'],
    ['089 99998 123', 'DE'],
    ['0171 39200 42', 'DE'],
    ['0176 040690 42', 'DE'],
    ['0152 28817386', 'DE'],
    ['0174 9464308', 'DE'],
    ['01 99 00 12 34', 'FR'],
    ['02 61 91 12 34', 'FR'],
    ['03 53 01 12 34', 'FR'],
    ['04 65 71 12 34', 'FR'],
    ['05 36 49 12 34', 'FR'],
    ['06 39 98 12 34', 'FR'],
    ['070-174 06 05', 'SE'],
    ['070-174 06 99', 'SE'],
    ['08-465 004 50', 'SE'],
    ['031-390 06 00', 'SE'],
    ['040-628 04 99', 'SE'],
    ['0980-319 200', 'SE'],
    ['020 912 3456', 'IE'],
    ['(02) 5550 1234', 'AU'],
    ['(08) 7010 1234', 'AU'],
    ['0491 570 006', 'AU'],
    ['0491 579 760', 'AU'],
    ['1300 975 707', 'AU'],
    ['1800 160 401', 'AU'],
  ])('CV-2: %j (%s) is kept free for fiction: Invalid', (typed, country) => {
    const verdict = check(typed, country);
    expect(verdict.validity).toBe('Invalid');
    expect(verdict.evidence).toMatchObject([{ check: 'fictional-number', code: 'kept-for-fiction' }]);
    expect(verdict.e164).not.toBeNull();
  });

  it.each([
    ['020 7946 1000', 'GB'],
    ['020 7945 0999', 'GB'],
    ['0113 495 0123', 'GB'],
    ['(212) 555-0200', 'US'],
    ['(212) 555-0099', 'US'],
    ['1-800-555-0123', 'US'],
    ['(212) 556-0123', 'US'],
    ['030 23126 000', 'DE'],
    ['030 23125 00', 'DE'],
    ['0171 39201 42', 'DE'],
    ['01 99 01 12 34', 'FR'],
    ['070-174 06 04', 'SE'],
    ['070-174 07 00', 'SE'],
    ['(02) 5551 1234', 'AU'],
    ['0491 570 007', 'AU'],
    ['1300 975 712', 'AU'],
  ])('CV-2: %j (%s), just beside such a block, is not', (typed, country) => {
    expect(codes(typed, country)).not.toContain('kept-for-fiction');
    expect(check(typed, country).e164).not.toBeNull();
  });

  it.each([
    ['044 444 44 44', 'CH', 'repeated-digits'],
    ['0171 1111111', 'DE', 'repeated-digits'],
    ['0171 2345678', 'DE', 'sequential-digits'],
    ['0171 7654321', 'DE', 'sequential-digits'],
    ['+91 98765 43210', null, 'sequential-digits'],
    ['06 12 34 56 78', 'FR', 'sequential-digits'],
    ['+44 7123 456789', null, 'sequential-digits'],
    ['9123 4567', 'SG', 'sequential-digits'],
    ['+1 415 890 1234', null, 'sequential-digits'],
  ])('CV-2: %j (%s) is not Valid and not refuted: %s', (typed, country, code) => {
    const verdict = check(typed, country);
    expect(verdict.validity).toBe('Unknown');
    expect(verdict.evidence).toMatchObject([
      { check: 'number-plan', result: 'passed' },
      { check: 'fictional-number', result: 'unknown', code },
    ]);
    expect(verdict.e164).not.toBeNull();
  });

  it('CV-2: a pattern needs seven digits, or the whole of a shorter number', () => {
    expect(numberPattern('171222222')).toBeNull();
    expect(numberPattern('1712222222')).toBe('repeated-digits');
    expect(numberPattern('31123456')).toBeNull();
    expect(numberPattern('55555')).toBe('repeated-digits');
    expect(numberPattern('54321')).toBe('sequential-digits');
    expect(numberPattern('111')).toBeNull();
    expect(numberPattern('')).toBeNull();
  });
});

describe('the demo', () => {
  it('CV-2: takes example numbers for good, and nowhere else are they', () => {
    const demo = checkPhone('(212) 555-0123', { country: 'US', now, examplesAreGood: true });
    expect(demo).toMatchObject({ validity: 'Valid', e164: '+12125550123' });
    expect(check('(212) 555-0123', 'US').validity).toBe('Invalid');
  });
});

describe('any text', () => {
  const anyText = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.stringMatching(/^[+0-9 ()./;,x#*-]{0,40}$/),
    fc.stringMatching(/^\+?[0-9]{4,17}( ?(ext|x|#) ?[0-9]{1,6})?$/),
    fc.string({ unit: 'grapheme' }),
  );
  const anyCountry = fc.oneof(fc.constant(null), fc.constantFrom(...countryCodes), fc.string());

  it('CV-2: gets a verdict with evidence, and a valid number reads as itself', () => {
    fc.assert(
      fc.property(anyText, anyCountry, (text, country) => {
        const verdict = check(text, country);
        expect(verdict.evidence.length).toBeGreaterThan(0);
        if (verdict.validity !== 'Valid') return;
        expect(verdict.e164).toMatch(/^\+\d{5,17}$/);
        const again = check(verdict.e164 ?? '');
        expect(again).toMatchObject({ validity: 'Valid', e164: verdict.e164 });
      }),
      { numRuns: 2000 },
    );
  });

  it('CV-2: without a country, four to seventeen plain digits stay Unknown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{3,16}$/), (digits) => {
        expect(check(digits)).toMatchObject({ validity: 'Unknown', e164: null });
      }),
    );
  });
});
