import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone } from './check-phone.ts';
import { keeperOfFictionalNumber } from './fictional-numbers.ts';

const now = new Date('2026-11-20T12:00:00Z');
const check = (typed: string, country: string | null = null) => checkPhone(typed, { country, now });

describe('CV-2: any decoration', () => {
  const numbers = [
    '+49 30 901820',
    '+44 20 7219 3000',
    '+1 425 882 8080',
    '+33 1 42 68 53 00',
    '+81 3-1284-5678',
    '+55 11 96123-4312',
    '+39 02 1245 4875',
    '+91 98480 22338',
  ];
  const dresses: readonly ((number: string) => string)[] = [
    (n) => n,
    (n) => ` ${n}\u00a0`,
    (n) => `Tel.: ${n}`,
    (n) => `電話：${n}`,
    (n) => `WhatsApp ${n}`,
    (n) => `${n} (Büro)`,
    (n) => `please call ${n} after 5pm`,
    (n) => `${n}, option 2`,
    (n) => `${n} / +49 151 23456001`,
    (n) => `${n} oder +49 151 23456001`,
    (n) => `<a href="tel:${n.replace(/[^+\d]/g, '')}">${n}</a>`,
    (n) => `tel:${n.replace(/[^+\d]/g, '-').replace(/-+/g, '-')}`,
    (n) => `"${n}"`,
    (n) => `'${n}`,
    (n) => n.replace('+', '00'),
    (n) => n.replace('+', '＋').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    (n) => n.replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit))),
    (n) => n.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    (n) => n.replace(/ /g, '\u2011'),
    (n) => `\u202a${n}\u202c`,
    (n) => `☎️ ${n}`,
  ];

  it('around a number reads as the number', () => {
    for (const number of numbers) {
      const e164 = `+${number.replace(/\D/g, '')}`;
      for (const dress of dresses)
        for (const country of ['DE', 'US', 'JP', null])
          expect(check(dress(number), country).e164, `${dress(number)} ${country}`).toBe(e164);
    }
  });

  it('with an extension keeps it apart', () => {
    for (const words of [' ext. ', ' poste ', ' DW ', ' ramal ', ' 内線 ', ' доб. ', ';ext=', ' x', ' #'])
      for (const number of numbers)
        expect(check(`${number}${words}212`), words).toMatchObject({
          e164: `+${number.replace(/\D/g, '')}`,
          extension: '212',
        });
  });

  it('of garbage is never Valid, and never an error', () => {
    const word = fc.stringMatching(/^[a-zäöüßéèñçşğ内線电話доб.,;:()'"<>/-]{0,12}$/);
    const few = fc.stringMatching(/^[0-9]{0,3}$/);
    const country = fc.constantFrom('DE', 'US', 'FR', 'BR', 'JP', 'IN', 'MX', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, few), { maxLength: 1 }), word, country, (parts, end, home) => {
        const text = parts.flat().join('') + end;
        expect(check(text, home).validity).not.toBe('Valid');
      }),
      { numRuns: 500 },
    );
  });

  it('of any text gives a number that reads as itself, and no fiction', () => {
    const anything = fc
      .array(
        fc.constantFrom(
          '+49',
          '0',
          '00',
          ' ',
          '(',
          ')',
          '/',
          '-',
          '+',
          '30',
          '901820',
          'ext',
          '12',
          'x',
          '\n',
          ';',
          '5',
          '1',
          'E',
          '.0',
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anything, fc.constantFrom('DE', 'US', 'RU', 'IT', 'AR', null), (text, home) => {
        const verdict = check(text, home);
        if (verdict.validity !== 'Valid') return;
        expect(check(verdict.e164 ?? ''), text).toMatchObject({ validity: 'Valid', e164: verdict.e164 });
        const code = /^\+(1|49|7|39|54)/.exec(verdict.e164 ?? '')?.[1];
        if (code)
          expect(keeperOfFictionalNumber(code, (verdict.e164 ?? '').slice(code.length + 1))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['digits', '9'.repeat(1_000_000)],
    ['brackets', '('.repeat(240)],
    ['pluses', '+1'.repeat(120)],
    ['words and digits', 'a1 '.repeat(80)],
    ['slashes', '1/'.repeat(120)],
    ['blanks', `1${' '.repeat(240)}2`],
    ['letters', 'A'.repeat(240)],
    ['tags', '<a href='.repeat(30)],
  ])('of many %s takes no time', (_, text) => {
    const began = performance.now();
    check(text, 'US');
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
