import { describe, expect, it } from 'vitest';
import { judgeDrift, withoutDrift } from './drift.ts';
import { type FeatureColumn, missingCode } from './feature-table.ts';
import { createRandom } from './simulation.fixture.ts';

const rows = 2000;
const random = createRandom(5);
const ordered = {
  order: Uint32Array.from({ length: rows }, (_, row) => row),
  moments: Float64Array.from({ length: rows }, (_, row) => row),
};

const number = (name: string, valueAt: (row: number) => number): FeatureColumn => ({
  kind: 'number',
  name,
  values: Float64Array.from({ length: rows }, (_, row) => valueAt(row)),
});
const category = (
  name: string,
  values: readonly string[],
  codeOf: (row: number) => number,
): FeatureColumn => ({
  kind: 'category',
  name,
  values,
  codes: Uint16Array.from({ length: rows }, (_, row) => codeOf(row)),
});

const columns: readonly FeatureColumn[] = [
  number('noise', () => random()),
  number('rising', (row) => row / 100 + random()),
  number('falling with gaps', (row) => (row % 3 === 0 ? Number.NaN : -row + 50 * random())),
  number('there and back', (row) => Math.abs(row - rows * 0.9) + random()),
  number('first known late', (row) => (row < rows * 0.8 ? Number.NaN : 1)),
  category('steps', ['1', '2', '3', '4'], (row) => Math.floor(row / 500)),
  category('season', ['spring', 'summer', 'autumn', 'winter'], (row) => Math.floor(row / 500)),
  category('colour', ['red', 'blue'], () => Math.floor(random() * 2)),
  category('half empty', ['x'], () => (random() < 0.5 ? 0 : missingCode)),
];
const judge = (keep?: string[]) => judgeDrift({ rows, columns }, ordered, keep);

describe('LQ-2: columns that move with time', () => {
  it('are found: numbers in any direction, numbers of which there are few, and texts', () => {
    expect(judge().map(({ column }) => column)).toEqual([
      'rising',
      'falling with gaps',
      'there and back',
      'first known late',
      'steps',
      'season',
    ]);
  });

  it('are left out when they are numbers; a text that was never seen does no harm', () => {
    const kept = withoutDrift({ rows, columns }, judge()).columns.map(({ name }) => name);
    expect(kept).toEqual(['noise', 'season', 'colour', 'half empty']);
  });

  it('are used when somebody says so', () => {
    expect(judge(['rising']).find(({ column }) => column === 'rising')).toMatchObject({ leftOut: false });
  });

  it('are not left out when nothing else would be left', () => {
    const alone = { rows, columns: columns.slice(1, 3) };
    expect(judgeDrift(alone, ordered).map(({ leftOut }) => leftOut)).toEqual([false, false]);
  });

  it('are not looked for without time, nor among few rows', () => {
    expect(judgeDrift({ rows, columns }, { ...ordered, moments: undefined })).toEqual([]);
    expect(judgeDrift({ rows, columns }, { ...ordered, order: ordered.order.subarray(0, 150) })).toEqual([]);
  });
});
