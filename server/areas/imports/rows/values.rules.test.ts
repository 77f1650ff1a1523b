import { describe, expect, it } from 'vitest';
import {
  cleanText,
  comparableText,
  findDateOrder,
  findDecimalSign,
  readAmount,
  readDay,
  readFlag,
  readMoment,
  toMinor,
} from './values.rules.ts';

const minor = (text: string, sign: '.' | ',', currency = 'EUR') => {
  const amount = readAmount(text, sign);
  return amount && toMinor(amount, amount.currency ?? currency);
};

describe('EX-2: amounts in files', () => {
  it.each<[string, '.' | ',', number | undefined]>([
    ['12500.50', '.', 1_250_050],
    ['12,500.50', '.', 1_250_050],
    ['12.500,50', ',', 1_250_050],
    ["1'234.5", '.', 123_450],
    ['1 234,5', ',', 123_450],
    ['€ 1.200,-', ',', 120_000],
    ['3000 USD', '.', 300_000],
    ['$5', '.', 500],
    ['.5', '.', 50],
    ['007', '.', 700],
    ['0', '.', 0],
    ['1,5', '.', undefined],
    ['1.234.5', '.', undefined],
    ['1.005', '.', undefined],
    ['-5', '.', undefined],
    ['$5 USD', '.', undefined],
    ['5 XYZ', '.', undefined],
    ['many', '.', undefined],
    ['99999999999999999', '.', undefined],
    ['1'.repeat(50), '.', undefined],
  ])('EX-2 %s with %s before decimals is %s', (text, sign, cents) => {
    expect(minor(text, sign)).toBe(cents);
  });

  it('EX-2 have no more decimals than their currency', () => {
    expect(minor('5', '.', 'JPY')).toBe(5);
    expect(minor('5.5', '.', 'JPY')).toBeUndefined();
    expect(minor('5.505', '.', 'KWD')).toBe(5505);
  });

  it('EX-2 show their decimal sign by themselves, unless any would fit', () => {
    expect(findDecimalSign(['1.234', '12,5'])).toBe(',');
    expect(findDecimalSign(['1,234', '1,234.50'])).toBe('.');
    expect(findDecimalSign(['1.234', '5', ''])).toBeUndefined();
  });
});

describe('EX-2: dates in files', () => {
  it.each<[string, 'dmy' | 'mdy', string | undefined]>([
    ['2026-11-30', 'dmy', '2026-11-30'],
    ['2026-11-30T10:00:00Z', 'dmy', '2026-11-30'],
    ['30.11.2026', 'mdy', '2026-11-30'],
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['3-4-26', 'dmy', '2026-04-03'],
    ['30 Nov 2026', 'dmy', '2026-11-30'],
    ['1. Dezember 2026', 'dmy', '2026-12-01'],
    ['Nov 30, 2026', 'dmy', '2026-11-30'],
    ['13/32/2026', 'mdy', undefined],
    ['31.02.2026', 'dmy', undefined],
    ['0001-01-01', 'dmy', undefined],
    ['2026-11-30 soon', 'dmy', undefined],
    ['tomorrow', 'dmy', undefined],
  ])('EX-2 %s (%s) is the day %s', (text, order, day) => {
    expect(readDay(text, order)).toBe(day);
  });

  it.each<[string, string | undefined]>([
    ['2026-11-01T23:30:00.125Z', '2026-11-01T23:30:00.125Z'],
    ['2026-11-01 10:15', '2026-11-01T10:15:00.000Z'],
    ['11/30/2026 9:05 PM', '2026-11-30T21:05:00.000Z'],
    ['2026-11-01T10:00:00+02:00', '2026-11-01T08:00:00.000Z'],
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01 25:00', undefined],
    ['2026-11-01 13:00 PM', undefined],
  ])('EX-2 %s is the moment %s', (text, moment) => {
    expect(readMoment(text, 'mdy')?.toISOString()).toBe(moment);
  });

  it('EX-2 show by themselves which number comes first, unless any would fit', () => {
    expect(findDateOrder(['03/04/2026', '30/04/2026'])).toBe('dmy');
    expect(findDateOrder(['03/04/2026', '04/30/2026'])).toBe('mdy');
    expect(findDateOrder(['03/04/2026', '30.04.2026'])).toBeUndefined();
  });
});

describe('EX-2: texts in files', () => {
  it('EX-2 lose the apostrophe that an export put before a formula, and no other', () => {
    expect(cleanText(" '=cmd|calc ")).toBe('=cmd|calc');
    expect(cleanText("'t Hooft")).toBe("'t Hooft");
    expect(comparableText("a;'=1\r\nb")).toBe('a;=1\nb');
  });

  it('EX-2 say yes and no in the words of programs', () => {
    expect(['TRUE', 'Ja', 'x', '0', 'Do Not Allow', 'Allow', 'perhaps'].map(readFlag)).toEqual([
      ...[true, true, true, false, true, false, undefined],
    ]);
  });
});
