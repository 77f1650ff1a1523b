import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellCopier } from './copied-cells.ts';
import { defuseCells, type Separator } from './csv.ts';

/** A cell as PostgreSQL writes it. */
const inQuotes = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Copies a line with these cells. */
function copied(
  cells: readonly string[],
  copy: (copier: CellCopier) => void,
  separator: Separator = ',',
): string {
  const copier = new CellCopier(separator);
  copier.begin(Buffer.from(`${cells.join(separator)}\n`));
  copier.beginLine();
  copy(copier);
  expect(copier.isCut).toBe(false);
  return copier.end().toString('utf8');
}

/** What everything that could begin a formula, or that hides one, is made of. */
const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...[
        '"',
        ',',
        '\r',
        '\n',
        '\t',
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        "'",
        ' ',
        ';',
        'a',
        'ä',
        '株',
        '1',
        '😀',
      ],
      ...['\u00a0', '\u3000', '\ufeff', '\u2028', '\v', '\f', '\u001e'],
    ),
  }),
  fc.string({ unit: 'grapheme' }),
);

describe('EX-1: cells as the database copies them', () => {
  it('EX-1 become what the cells of any CSV line become', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = inQuotes(text);
        expect(copied([cell], (one) => one.copyCells(1))).toBe(defuseCells(cell));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['"+49 30 901820"', '"+49 30 901820"'],
    ['"+49 30 901820,=1"', `"'+49 30 901820,=1"`],
    ['"+49 30 901820"",=1"', `"'+49 30 901820"",=1"`],
    ['"+123456"', `"'+123456"`],
    ['"+1234567890123456"', `"'+1234567890123456"`],
    ['+4930901820', '+4930901820'],
    ['+1', "'+1"],
  ])('EX-1 keep a telephone number, and nothing that only begins like one: %s', (cell, written) => {
    expect(copied([cell, '"next"'], (one) => one.copyCells(2))).toBe(`${written},"next"`);
    expect(defuseCells(cell)).toBe(written);
  });

  it.each([',', ';', '\t'] as const)(
    'EX-1 are found one after another between %j, whatever is in them',
    (separator) => {
      fc.assert(
        fc.property(fc.array(hostile, { minLength: 3, maxLength: 6 }), fc.nat(), (texts, n) => {
          const cells = texts.map(inQuotes);
          const count = 1 + (n % (cells.length - 2));
          const copyAll = (one: CellCopier) => {
            one.skipCells(1);
            one.copyCells(count);
            one.writeSeparator();
            one.copyCells(cells.length - 1 - count);
          };
          const safe = cells.slice(1).map((cell) => defuseCells(cell, separator));
          expect(copied(cells, copyAll, separator)).toBe(safe.join(separator));
        }),
      );
    },
  );

  it('EX-1 are cut as long as the end of their line has not arrived', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), fc.nat(), (texts, n) => {
        const line = Buffer.from(`${texts.map(inQuotes).join(',')}\n`);
        const beginning = line.subarray(0, 1 + (n % (line.length - 1)));
        const copier = new CellCopier();
        copier.begin(beginning);
        copier.beginLine();
        copier.copyCells(texts.length);
        expect(copier.isCut).toBe(true);
        expect(copier.takeBack()).toEqual(beginning);
        expect(copier.end().length).toBe(0);
      }),
    );
  });

  it.each([
    ['2026-11-29 10:31:21+00', '2026-11-29T10:31:21.000Z'],
    ['2026-11-29 10:31:21.5+00', '2026-11-29T10:31:21.500Z'],
    ['2026-11-29 10:31:21.25+00', '2026-11-29T10:31:21.250Z'],
    ['2026-11-29 10:31:21.125+00', '2026-11-29T10:31:21.125Z'],
    ['2026-11-29 10:31:21.125375+00', '2026-11-29T10:31:21.125375Z'],
    ['', ''],
  ])('EX-1 write the moment %s as %s', (stored, written) => {
    expect(copied([stored], (one) => one.copyMoment())).toBe(written);
  });

  it('EX-1 are null where nothing is, and empty where an empty text is', () => {
    const read: string[] = [];
    copied(['a', '', 'c', '"d,""e"""', 'f'], (one) => {
      read.push(one.readCells(1), one.readCells(2));
      one.skipCells(1);
      read.push(one.readCells(1));
    });
    expect(read).toEqual(['a', ',c', 'f']);
    expect(copied(['', '""'], (one) => one.copyCells(2))).toBe(',""');
  });

  it('EX-1 have room, however many apostrophes they need', () => {
    const cell = inQuotes(';='.repeat(5000));
    expect(copied([cell], (one) => one.copyCells(1))).toBe(defuseCells(cell));
  });
});
