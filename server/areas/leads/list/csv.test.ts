import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, utf8Mark } from './csv.ts';
import { majorUnits } from './lead-export-values.ts';

const read = (text: string): string[][] =>
  parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: false });

/** Strings with everything harmful: quotes, separators, line ends, formula starts, blanks, any Unicode. */
const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '\t', '=', '+', '-', '@', '＝', "'", ' ', ';', 'a', 'ä', '1'),
  }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

describe('EX-1: CSV', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['say "hi"', 'x,y'], '"say ""hi""","x,y"\r\n'],
    [['two\r\nlines', 'lf\nonly'], '"two\r\nlines","lf\nonly"\r\n'],
    [[null, ''], ',\r\n'],
    [[' padded '], '" padded "\r\n'],
    [[12, -3], '12,-3\r\n'],
    [[], '\r\n'],
  ])('EX-1, RFC 4180 %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['+1-1', "'+1-1"],
    ['+1234567*2', "'+1234567*2"],
    ['+49 30 901820=1', "'+49 30 901820=1"],
    ['+49 30 901820,x', "'+49 30 901820,x"],
    ['+1234567890123456', "'+1234567890123456"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    [' =1', "' =1"],
    ['\u3000＝1', "'\u3000＝1"],
    ['"=1', '\'"=1'],
    ['\ttab', "'\ttab"],
    ['\rcr', "'\rcr"],
    ['\nlf', "'\nlf"],
    ['\n=1', "'\n'=1"],
    ['a;=1', "a;'=1"],
    ['a\r\n\r\n @x', "a\r\n\r\n '@x"],
    ['a\t＝1', "a\t'＝1"],
    ['a;"=1', 'a;"\'=1'],
    ['a,=1', 'a,=1'],
    ['a=1;b', 'a=1;b'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("http://evil.test","click")', '\'=HYPERLINK("http://evil.test","click")'],
    ['a=1', 'a=1'],
    ["'=1", "'=1"],
  ])('EX-1 a cell that a spreadsheet would take for a formula is neutralised: %j', (cell, expected) => {
    expect(read(csvLine([cell, 'next']))).toEqual([[expected, 'next']]);
  });

  it.each([
    '+49 30 901820',
    '+1 (425) 555-0100',
    '+44 (0)20 7946/0123',
    '+1.425.555.0100',
    '+4930901820',
    '+49\u00a030\u00a0901820',
    '+49\u201130\u2011901820',
    'Call me:\r\n+49 30 901820',
    '+49 30 901820;+49 30 901821',
  ])('EX-1 a telephone number goes out as it was typed: %j', (cell) => {
    expect(read(csvLine([cell, 'next']))).toEqual([[cell, 'next']]);
  });

  it('EX-1 takes time in proportion to the length, whatever a cell holds', () => {
    const lookedAt = (cell: string) => {
      let signs = 0;
      const original = String.prototype.charCodeAt;
      const charAt = String.prototype.charAt;
      String.prototype.charCodeAt = function counted(at) {
        signs++;
        return original.call(this, at);
      };
      String.prototype.charAt = function counted(at) {
        signs++;
        return charAt.call(this, at);
      };
      try {
        csvLine([cell, 'next']);
      } finally {
        String.prototype.charCodeAt = original;
        String.prototype.charAt = charAt;
      }
      return signs;
    };
    for (const unit of ['\n', ';', '\t"', '" ', '\r\n', '+1 ', '=', ' ', ';;"', '+', '\u3000', ';+49 30 1 '])
      expect(lookedAt(`x${unit.repeat(4000)}x=`), unit).toBeLessThanOrEqual(
        lookedAt(`x${unit.repeat(1000)}x=`) * 4.1,
      );
  });

  /** Where a spreadsheet would start reading a formula: at the start, or where it may split the cell. */
  const formulaPlace = /(?:^|[;\t\r\n])[^\S\t\r\n"]*(?:"[^\S\t\r\n"]*)*[=+\-@＝＋－＠]|^[\t\r\n]/u;
  const withoutApostrophes = (text: string) => text.replaceAll("'", '');

  it('EX-1 any cells come back from a reader as they were, but for the apostrophes before formulas', () => {
    const table = fc.array(fc.array(hostile, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(rows.map((row) => csvLine(row)).join(''));
        expect(back.map((row) => row.map(withoutApostrophes))).toEqual(
          rows.map((row) => row.map(withoutApostrophes)),
        );
        const pairs = rows.flatMap((row, r) => row.map((cell, c) => [cell, back[r]?.[c] ?? ''] as const));
        for (const [cell, found] of pairs) {
          expect(found).not.toMatch(formulaPlace);
          expect(found === cell).toBe(!formulaPlace.test(cell));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('EX-1 no cell ever begins with the start of a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '-', '@', '＝', '＋', '\t', '\r', '\n'), hostile, (sign, rest) => {
        const [row] = read(csvLine([sign + rest, 'next']));
        expect(row?.[0]?.startsWith("'")).toBe(true);
      }),
    );
  });

  it('EX-1 the mark says UTF-8', () => {
    expect(Buffer.from(utf8Mark)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});

describe('EX-1: money in exports', () => {
  it.each([
    ['1250050', 'USD', '12500.50'],
    ['5', 'EUR', '0.05'],
    ['50', 'EUR', '0.50'],
    ['0', 'EUR', '0.00'],
    ['1500', 'JPY', '1500'],
    ['0', 'JPY', '0'],
    ['1', 'KWD', '0.001'],
    ['123456', 'KWD', '123.456'],
    ['1000000000000000', 'USD', '10000000000000.00'],
    [null, 'USD', null],
    ['5', null, null],
  ])('EX-1 %s minor units of %s are %s', (minor, currency, expected) => {
    expect(majorUnits(minor, currency)).toBe(expected);
  });

  it('EX-1 nothing is rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e15 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (minor, currency) => {
          const digits = majorUnits(String(minor), currency)?.replace('.', '') ?? '';
          expect(Number(digits)).toBe(minor);
        },
      ),
    );
  });
});
