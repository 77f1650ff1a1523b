import { describe, expect, it } from 'vitest';
import { isMissing, readMoment, readNumber, readOutcome } from './cells.ts';

describe('LQ-3: cells of any table', () => {
  it.each(['1', 'yes', 'Yes', 'TRUE', 'won', '1.0'])('%s is won', (text) => {
    expect(readOutcome(text)).toBe(1);
  });
  it.each(['0', 'no', 'No', 'false', 'LOST', '0.0'])('%s is not won', (text) => {
    expect(readOutcome(text)).toBe(0);
  });
  it.each(['', 'maybe', '2', '-1', 'constructor', 'open'])('%j is no outcome', (text) => {
    expect(readOutcome(text)).toBeUndefined();
  });

  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['+.5', 0.5],
    ['0', 0],
    ['0.25', 0.25],
    ['1e3', 1000],
    ['007', undefined],
    ['1,5', undefined],
    ['1.000,5', undefined],
    ['12 %', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['1e999', undefined],
    ['', undefined],
  ])('%j as a number is %s', (text, number) => {
    expect(readNumber(text, false)).toBe(number);
  });

  it('a decimal comma is one where cells are parted otherwise', () => {
    expect(readNumber('1,5', true)).toBe(1.5);
  });

  it.each(['', 'NA', 'n/a', 'NULL', 'NaN', '-', '?', 'None'])('%j is missing', (text) => {
    expect(isMissing(text)).toBe(true);
  });
  it.each(['0', 'no', 'Select', 'Norway'])('%j is not missing', (text) => {
    expect(isMissing(text)).toBe(false);
  });
});

describe('LQ-3: moments of any table', () => {
  it.each([
    ['2024-03-01', '2024-03-01T00:00:00.000Z'],
    ['2024-03-01T14:05:06Z', '2024-03-01T14:05:06.000Z'],
    ['2024-03-01 14:05:06.123', '2024-03-01T14:05:06.000Z'],
    ['2024-03-01T14:05:06+02:00', '2024-03-01T12:05:06.000Z'],
    ['2024/3/1 9:05', '2024-03-01T09:05:00.000Z'],
    ['1.3.2024', '2024-03-01T00:00:00.000Z'],
    ['1 Mar 2024', '2024-03-01T00:00:00.000Z'],
    ['01-March-2024 12:30 AM', '2024-03-01T00:30:00.000Z'],
  ])('%s is %s', (text, iso) => {
    const moment = readMoment(text);
    expect(new Date(moment?.dayFirst ?? Number.NaN).toISOString()).toBe(iso);
    expect(moment?.monthFirst).toBe(moment?.dayFirst);
  });

  it('a date with slashes may be read in two ways, or in one only', () => {
    const both = readMoment('3/1/2024');
    expect(both).toEqual({ dayFirst: Date.UTC(2024, 0, 3), monthFirst: Date.UTC(2024, 2, 1) });
    expect(readMoment('3/31/2024')).toEqual({ dayFirst: Number.NaN, monthFirst: Date.UTC(2024, 2, 31) });
  });

  it.each([
    '2024-13-01',
    '2024-02-30',
    '31.11.2024',
    '32/13/2024',
    'Lead 5',
    '12',
    '',
    '5 Foo 2024',
    '2024-03-01 99:00',
  ])('%j is no date', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });
});
