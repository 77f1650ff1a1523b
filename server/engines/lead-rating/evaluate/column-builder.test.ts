import { describe, expect, it } from 'vitest';
import { ColumnBuilder } from './column-builder.ts';

function build(cells: readonly string[], decimalComma = false) {
  const builder = new ColumnBuilder('x', decimalComma);
  for (const cell of cells) builder.push(cell);
  return builder.finish();
}

const count = (length: number, cell: (at: number) => string) => Array.from({ length }, (_, at) => cell(at));

describe('LQ-3: a column is understood by its cells', () => {
  it('different numbers are numbers, missing cells included', () => {
    const built = build([...count(60, (at) => `${at % 30}.5`), 'NA', ' ']);
    expect(built).toMatchObject({ column: { kind: 'number', name: 'x' } });
    if (!('column' in built) || built.column.kind !== 'number') throw new Error('no number');
    expect([...built.column.values.slice(28, 31)]).toEqual([28.5, 29.5, 0.5]);
    expect([...built.column.values.slice(-2)]).toEqual([Number.NaN, Number.NaN]);
  });

  it('few different numbers are categories', () => {
    expect(build(count(100, (at) => String(at % 5)))).toMatchObject({
      column: { kind: 'category', values: ['0', '1', '2', '3', '4'] },
    });
  });

  it('a word among hundreds of numbers is a missing number', () => {
    const built = build([...count(200, (at) => String((at * 7) % 100)), 'unknown']);
    expect(built).toMatchObject({ column: { kind: 'number' } });
  });

  it('words are categories, longer ones by their first 200 characters', () => {
    const long = 'y'.repeat(5000);
    expect(build(['a', 'b', ' a ', '', `${long}1`, `${long}2`, 'a', 'b', 'b', 'b'])).toMatchObject({
      column: {
        values: ['a', 'b', 'y'.repeat(200)],
        codes: Uint16Array.of(0, 1, 0, 65_535, 2, 2, 0, 1, 1, 1),
      },
    });
  });

  it('postal codes with leading zeros are no numbers', () => {
    const built = build(count(200, (at) => `0${1000 + (at % 40)}`));
    expect(built).toMatchObject({ column: { kind: 'category' } });
  });

  it('decimal commas are understood where they can be', () => {
    const cells = count(100, (at) => `${at % 50},5`);
    expect(build(cells, true)).toMatchObject({ column: { kind: 'number' } });
    expect(build(cells, false)).toMatchObject({ column: { kind: 'category' } });
  });

  it.each([
    ['nothing', count(100, () => 'n/a'), 'it is empty'],
    ['one value', count(100, () => 'x'), 'it is the same in every row'],
    ['dates', count(100, (at) => `2024-01-${10 + (at % 20)}`), 'it holds dates'],
    [
      'numbers of records',
      count(100, (at) => String(5000 - at)),
      'it is a different whole number in every row, an id',
    ],
    ['ids', count(100, (at) => `id-${at}`), 'it has 100 different texts in 100 rows, ids or free text'],
    ['free text', count(45_000, (at) => `note ${at % 22_000}`), 'it has more than 20000 different texts'],
  ])('%s: not used, and why', (_, cells, dropped) => {
    expect(build(cells)).toEqual({ dropped });
  });

  it('whole numbers that never repeat are ids only when they count the rows, or there are a thousand', () => {
    const scattered = (length: number) => count(length, (at) => String((at * 7919) % 100_003));
    expect(build(scattered(300))).toMatchObject({ column: { kind: 'number' } });
    expect(build(scattered(1000))).toHaveProperty('dropped');
  });

  it('many different numbers stay numbers when there are too many for categories', () => {
    expect(build(count(45_000, (at) => String(at / 7)))).toMatchObject({ column: { kind: 'number' } });
  });
});
