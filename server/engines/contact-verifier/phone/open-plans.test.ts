import { describe, expect, it } from 'vitest';
import { checkPhone } from './check-phone.ts';
import { saysExtension } from './extension-words.ts';
import { numberPattern } from './number-pattern.ts';

const now = new Date('2026-11-20T12:00:00Z');
const check = (typed: string, country: string | null = null) => checkPhone(typed, { country, now });

type Row = readonly [typed: string, country: string | null, e164: string, extension?: string];

function readsAs(...rows: Row[]): void {
  const cases = rows.map(([typed, country, e164, extension = null]) => ({ typed, country, e164, extension }));
  it.each(cases)('$typed ($country) is $e164 $extension', ({ typed, country, e164, extension }) => {
    const verdict = check(typed, country);
    expect(verdict).toMatchObject({ e164, extension });
    // A sequential number is in the plan, but no proof of a person.
    expect(verdict.validity).toBe(numberPattern(e164.slice(-9)) ? 'Unknown' : 'Valid');
  });
}

const isNot = (code: string, ...rows: (readonly [typed: string, country: string])[]) =>
  it.each(rows)(`%j (%s) is Unknown: ${code}`, (typed, country) => {
    const { validity, evidence } = check(typed, country);
    expect([validity, evidence.map((one) => one.code)]).toEqual(['Unknown', [code]]);
  });

describe('CV-2: in plans without a fixed length, a slash takes no digits from the number', () => {
  readsAs(
    ['0211 1234/567', 'DE', '+492111234567'],
    ['0211/12345/67', 'DE', '+492111234567'],
    ['+49 211 1234/567', 'DE', '+492111234567'],
    ['+49 (0)211 1234/567', 'DE', '+492111234567'],
    ['0049 211 1234/567', null, '+492111234567'],
    ['06221 4567/89', 'DE', '+496221456789'],
    ['06221-4567/89', 'DE', '+496221456789'],
    ['02103/1234/56', 'DE', '+492103123456'],
    ['089 12345/67', 'DE', '+49891234567'],
    ['0664 1234/567', 'AT', '+436641234567'],
    ['0664 123456/7', 'AT', '+436641234567'],
    ['+43 732 6596/12', 'AT', '+43732659612'],
    ['0043 732 6596/12', 'AT', '+43732659612'],
    ['+43 732 6596/1234', 'AT', '+4373265961234'],
    ['0732/6596/0', 'AT', '+4373265960'],
    ['0732 6596/0', 'AT', '+4373265960'],
    ['0316 8770/12', 'AT', '+43316877012'],
    ['0577 2345/67', 'IT', '+390577234567'],
    ['+39 0461 1234/56', 'IT', '+390461123456'],
    ['09 12345/67', 'FI', '+35891234567'],
    ['050 123456/7', 'FI', '+358501234567'],
    ['0500-12 34/56', 'SE', '+46500123456'],
    ['031 1234/56', 'SE', '+4631123456'],
  );
});

describe('CV-2: a slash or a hyphen holds the area code apart', () => {
  readsAs(
    ['030/901820', 'DE', '+4930901820'],
    ['0211/1234567', 'DE', '+492111234567'],
    ['06221/4567-89', 'DE', '+496221456789'],
    ['030-90/1820', 'DE', '+4930901820'],
    ['0043/732/6596', 'AT', '+437326596'],
    ['+43/732/6596/12', 'AT', '+43732659612'],
    ['0732/6596-12', 'AT', '+43732659612'],
    ['02/1245-4875', 'IT', '+390212454875'],
    ['08/123-456', 'SE', '+468123456'],
    ['09/1234-567', 'FI', '+35891234567'],
  );
});

describe('CV-2: endings that count on are numbers of their own: the first', () => {
  readsAs(
    ['030 901820/21', 'DE', '+4930901820'],
    ['030/901820/21', 'DE', '+4930901820'],
    ['+49 30 901820/21/22', 'DE', '+4930901820'],
    ['0211 123456/57', 'DE', '+49211123456'],
    ['06 698212/13', 'IT', '+3906698212'],
    ['08 123 456/57', 'SE', '+468123456'],
    // Where the plan has no longer number, nothing else can be meant.
    ['020 7219 3000/1', 'GB', '+442072193000'],
    ['0171 1234567/68', 'DE', '+491711234567'],
    ['040 1234567/68', 'FI', '+358401234567'],
  );
});

describe('CV-2: where the whole row and its beginning may both be meant, neither is read', () => {
  isNot(
    'several-readings',
    ['030 901820/0', 'DE'],
    ['030 901820/45', 'DE'],
    ['030 901820/123', 'DE'],
    ['02103 12345/46', 'DE'],
    ['0201 12345/6', 'DE'],
    ['0171 1234567/8', 'DE'],
    ['0664 1234567/68', 'AT'],
    ['0732 6596/97', 'AT'],
  );
});

describe('CV-2: a country code that a comma or semicolon holds apart goes with the number behind it', () => {
  readsAs(
    ['+1, 425 882 8080', 'US', '+14258828080'],
    ['+44; 20 7219 3000', 'GB', '+442072193000'],
    ['+49, 30 901820', 'DE', '+4930901820'],
    ['+49, 30 901820', null, '+4930901820'],
    ['+49, 0170 1234567', 'DE', '+491701234567'],
    ['+49; 030 901820', 'DE', '+4930901820'],
    ['+49\n30 901820', 'DE', '+4930901820'],
    ['(+49), 30 901820', 'DE', '+4930901820'],
    ['+49, 30 901820 ext 12', 'DE', '+4930901820', '12'],
    ['+43; 732 6596', 'AT', '+437326596'],
    ['+39, 02 1245 4875', 'IT', '+390212454875'],
    ['+358, 9 1234567', 'FI', '+35891234567'],
    // A number with its own country code is complete.
    ['+ 49 30 901820, +1', 'DE', '+4930901820'],
    ['+ 49 30 901820', null, '+4930901820'],
    ['0049 30 901820, +1', 'DE', '+4930901820'],
    ['+49, +33 1 42 68 53 00', 'DE', '+33142685300'],
    ['030 901820, +49', 'DE', '+4930901820'],
  );

  it('also one that is kept for films', () =>
    expect(check('+44; 20 7946 0958', 'GB')).toMatchObject({ validity: 'Invalid', e164: '+442079460958' }));

  isNot(
    'not-understood',
    ['+1, 020 7946 0958', 'GB'],
    ['+49, 30 901820', 'FR'],
    ['20 7946 0958, +44', 'US'],
    ['+49, 30', 'DE'],
  );
});

describe('CV-2: a single letter is a word for an extension only behind a whole number', () => {
  readsAs(
    ['+41 w 44 668 18 00', 'CH', '+41446681800'],
    ['+41 w. 44 668 18 00', 'CH', '+41446681800'],
    ['+44 W 20 7219 3000', 'GB', '+442072193000'],
    ['22 529 09 00 w 12', 'PL', '+48225290900', '12'],
    ['+48 22 529 09 00 w. 12', 'PL', '+48225290900', '12'],
    ['22 529 09 00 (w. 12)', 'PL', '+48225290900', '12'],
    ['22 529 09 00, w. nr 12', 'PL', '+48225290900', '12'],
    ['225290900w12', 'PL', '+48225290900', '12'],
    ['+48 22 529 09 00 w 123456', 'PL', '+48225290900'],
  );

  it('and few digits', () => {
    expect(saysExtension(' w. ', { before: 7, behind: 5 })).toBe(true);
    expect(saysExtension(' w. ', { before: 6, behind: 5 })).toBe(false);
    expect(saysExtension(' w. ', { before: 7, behind: 6 })).toBe(false);
    expect(saysExtension(' w ')).toBe(false);
  });
});
