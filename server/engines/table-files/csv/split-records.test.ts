import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSplitter } from './split-records.ts';

/** All records of a text that arrives in pieces. */
function split(pieces: readonly string[], separator = ','): string[][] {
  const splitter = new RecordSplitter(separator);
  return pieces.flatMap((piece, at) => [...splitter.split(piece, at === pieces.length - 1)]);
}

/** The same from a library that reads sign by sign; undefined: a quotation mark never closes. */
function readSlowly(text: string): string[][] | undefined {
  try {
    return parse(text, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch {
    return undefined;
  }
}

const signs = ['a', 'b', ' ', 'word', '"', '""', ',', ',', '\n', '\r', '\r\n', '日本'];
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 20 }).map((list) => list.join(''));

describe('EX-2: a text is split into records', () => {
  it('EX-2 as a reader does that goes sign by sign, wherever the text was cut into pieces', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (text, at) => {
        const pieces = [text.slice(0, at), text.slice(at)];
        const expected = readSlowly(text);
        if (expected) expect(split(pieces)).toEqual(expected);
        else expect(() => split(pieces)).toThrow('open-quote');
      }),
      { numRuns: 3000 },
    );
  });

  it('EX-2 a record that arrives in thousands of pieces costs no more than its length', () => {
    const cell = 'x'.repeat(300_000);
    const text = `a,"${cell}"\nb,c\n`;
    const pieces = Array.from({ length: Math.ceil(text.length / 10) }, (_, at) =>
      text.slice(at * 10, at * 10 + 10),
    );
    expect(split(pieces)).toEqual([
      ['a', cell],
      ['b', 'c'],
    ]);
  });

  it('EX-2 records are given as soon as a piece ends them', () => {
    const splitter = new RecordSplitter(';');
    expect([...splitter.split('a;b\nc;', false)]).toEqual([['a', 'b']]);
    expect([...splitter.split('d\n', true)]).toEqual([['c', 'd']]);
  });
});
