import { describe, expect, it } from 'vitest';
import { defaultEncodingLimits, encodeRows, learnEncoding, standardize, widthOf } from './encoding.ts';
import { CategoryCodes, type FeatureTable, missingCode } from './feature-table.ts';

function category(name: string, cells: readonly (string | null)[]) {
  const dictionary = new CategoryCodes();
  const codes = Uint16Array.from(cells, (cell) =>
    cell === null ? missingCode : (dictionary.codeOf(cell) ?? 0),
  );
  return { kind: 'category' as const, name, values: dictionary.values, codes };
}

function number(name: string, cells: readonly (number | null)[]) {
  return { kind: 'number' as const, name, values: Float64Array.from(cells, (cell) => cell ?? Number.NaN) };
}

const table = (...columns: FeatureTable['columns']): FeatureTable => {
  const [first] = columns;
  return { rows: first?.kind === 'number' ? first.values.length : (first?.codes.length ?? 0), columns };
};
const allRows = ({ rows }: FeatureTable) => Uint32Array.from(Array(rows).keys());
const entriesOf = (encoded: ReturnType<typeof encodeRows>, row: number) =>
  Array.from(encoded.indices.subarray(encoded.starts[row], encoded.starts[row + 1]));

describe('LQ-2: categories', () => {
  const cells = [...Array(20).fill('often'), ...Array(10).fill('sometimes'), 'once', 'twice', 'twice', null];
  const leads = table(category('source', cells));
  const encoding = learnEncoding(leads, allRows(leads));

  it('keep the frequent levels and pool the rare ones', () => {
    expect(encoding.features).toMatchObject([{ levels: ['often', 'sometimes'] }]);
    expect(encoding.columns).toBe(4);
  });

  it('have one column per row: the level, the pool, or missing', () => {
    const encoded = encodeRows(encoding, leads, Uint32Array.of(0, 20, 30, 31, 33));
    expect([0, 1, 2, 3, 4].map((row) => entriesOf(encoded, row))).toEqual([[0], [1], [2], [2], [3]]);
  });

  it('count a value that was never learned as rare', () => {
    const later = table(category('source', ['unheard of']));
    expect(entriesOf(encodeRows(encoding, later, Uint32Array.of(0)), 0)).toEqual([2]);
  });

  it('learn from the given rows only', () => {
    const some = learnEncoding(
      leads,
      Uint32Array.from({ length: 21 }, (_, row) => row),
    );
    expect(some.features).toMatchObject([{ levels: ['often'] }]);
  });

  it('are left out when they are the same in every row, or missing in every row', () => {
    const same = table(category('a', Array(20).fill('x')), category('b', Array(20).fill(null)));
    expect(learnEncoding(same, allRows(same)).features).toEqual([]);
  });

  it('pool the rarest of all categories when there would be too many columns', () => {
    const a = category(
      'a',
      Array.from({ length: 100 }, (_, row) => (row < 60 ? 'big' : 'middle')),
    );
    const b = category(
      'b',
      Array.from({ length: 100 }, (_, row) => (row < 90 ? 'huge' : 'small')),
    );
    const both = table(a, b);
    const limits = { ...defaultEncodingLimits, maxLevels: 3 };
    expect(learnEncoding(both, allRows(both), limits).features).toMatchObject([
      { levels: ['big', 'middle'] },
      { levels: ['huge'] },
    ]);
  });
});

describe('LQ-2: numbers', () => {
  it('are standardised with the mean and deviation of the training rows', () => {
    const leads = table(number('visits', [1, 3, 1, 3, 100]));
    const encoding = learnEncoding(leads, Uint32Array.of(0, 1, 2, 3));
    expect(encoding.features).toMatchObject([{ scale: { mean: 2, deviation: 1 } }]);
    const encoded = encodeRows(encoding, leads, Uint32Array.of(0, 1));
    expect([...encoded.values]).toEqual([-1, 1]);
  });

  it('missing stands at the mean, with a column of its own', () => {
    const leads = table(number('visits', [1, 3, null, 1, 3]));
    const encoding = learnEncoding(leads, allRows(leads));
    const encoded = encodeRows(encoding, leads, Uint32Array.of(2));
    expect(entriesOf(encoded, 0)).toEqual([1]);
    expect([...encoded.values]).toEqual([1]);
  });

  it('an absurd value counts as the largest that was learned', () => {
    const leads = table(
      number(
        'visits',
        Array.from({ length: 1000 }, (_, row) => row % 10),
      ),
    );
    const [visits] = learnEncoding(leads, allRows(leads)).features;
    if (visits?.kind !== 'number') throw new Error('no number');
    expect(standardize(visits.scale, 1e12)).toBe(standardize(visits.scale, 9));
  });

  it('bend at their quartiles when there are rows enough', () => {
    const leads = table(
      number(
        'visits',
        Array.from({ length: 1000 }, (_, row) => row),
      ),
    );
    const [visits] = learnEncoding(leads, allRows(leads)).features;
    if (visits?.kind !== 'number') throw new Error('no number');
    expect(visits.scale.knots).toHaveLength(3);
    expect(widthOf(visits)).toBe(5);
    const few = learnEncoding(
      leads,
      Uint32Array.from({ length: 50 }, (_, row) => row),
    );
    expect(few.features).toMatchObject([{ scale: { knots: [] } }]);
  });

  it('are left out when they are all the same, but not when only some are known', () => {
    const same = table(
      number('a', Array(20).fill(0.1)),
      number('b', [...Array(10).fill(7), ...Array(10).fill(null)]),
    );
    expect(learnEncoding(same, allRows(same)).features.map(({ name }) => name)).toEqual(['b']);
  });
});
