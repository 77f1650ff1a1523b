import { describe, expect, it, vi } from 'vitest';
import { fitModel } from './fitting.ts';
import { rocAucOf } from './metrics.ts';
import { priorModel } from './prior.ts';
import { predictRows } from './scoring.ts';
import {
  afterSimulation,
  createRandom,
  gather,
  simulateExamples,
  trueProbability,
  truth,
} from './simulation.fixture.ts';
import { type TrainedModel, trainedModelSchema } from './trained-model.ts';
import { type TrainingData, type TrainingResult, trainModel } from './training.ts';

// Training is real work, and test machines are shared.
vi.setConfig({ testTimeout: 60_000 });

const options = { basis: 'pooled', featureSet: { name: 'lead-at-intake', version: 1 } } as const;
const leads = 8000;
const examples = [...simulateExamples(leads, 1)];
const data = gather(examples).finish(afterSimulation(leads));
const result = trained(trainModel(data, options));

function trained(given: TrainingResult) {
  if (!given.trained) throw new Error(given.reason);
  return given;
}

function coefficientOf(model: TrainedModel, name: string, value: string): number {
  const feature = model.features.find((one) => one.name === name);
  if (feature?.kind !== 'category') throw new Error(`no feature ${name}`);
  return feature.levels.find((level) => level.value === value)?.coefficient ?? Number.NaN;
}

describe('LQ-2: a model learns from outcomes', () => {
  it('it comes close to what knowing the true probabilities would reach', () => {
    const { rows } = result.heldOut;
    const best = Float64Array.from(rows, (row) => {
      const example = examples[row];
      return example ? trueProbability(example.snapshot) : Number.NaN;
    });
    const bestAuc =
      rocAucOf(
        best,
        Uint8Array.from(rows, (row) => data.outcomes[row] ?? 0),
      ) ?? 0;
    expect(bestAuc).toBeGreaterThan(0.75);
    expect(result.model.metrics?.rocAuc).toBeGreaterThan(bestAuc - 0.01);
    expect(result.model.metrics?.brier).toBeLessThan((result.model.metrics?.brierOfBaseRate ?? 0) - 0.02);
    expect(result.model.metrics?.expectedCalibrationError).toBeLessThan(0.04);
  });

  it('differences between coefficients are those of the world', () => {
    const { qualification } = truth.weights;
    const learned =
      coefficientOf(result.model, 'qualification', 'SalesQualified') -
      coefficientOf(result.model, 'qualification', 'Direct');
    expect(Math.abs(learned - (qualification?.SalesQualified ?? 0))).toBeLessThan(0.3);
  });

  it('ratings of leads that are won more often are higher', () => {
    const groups = result.model.metrics?.byQuality;
    const share = ({ rows, positives }: { rows: number; positives: number }) => positives / rows;
    if (!groups) throw new Error('not measured');
    expect(share(groups.High)).toBeGreaterThan(share(groups.Medium));
    expect(share(groups.Medium)).toBeGreaterThan(share(groups.Low));
    expect(groups.High.rows + groups.Medium.rows + groups.Low.rows).toBe(result.heldOut.rows.length);
  });

  it('the same leads make the same model', () => {
    expect(trained(trainModel(data, options)).model).toEqual(result.model);
  });

  it('it survives being kept as JSON', () => {
    expect(trainedModelSchema.parse(JSON.parse(JSON.stringify(result.model)))).toEqual(result.model);
  });

  it('what is no model is refused when it is read back', () => {
    expect(() => trainedModelSchema.parse({ ...result.model, format: 2 })).toThrow();
    expect(() => trainedModelSchema.parse({ ...result.model, intercept: Number.NaN })).toThrow();
  });
});

describe('LQ-2: what few leads say little about keeps the weight that the prior assumes', () => {
  const few = gather(simulateExamples(160, 41)).finish(afterSimulation(160));

  it('so that a model of 120 leads ranks much better than one that begins from nothing', () => {
    const rank = (given: TrainingData) => {
      const probabilities = predictRows(trained(trainModel(given, options)).model, data.table, data.order);
      return (
        rocAucOf(
          probabilities,
          Uint8Array.from(data.order, (row) => data.outcomes[row] ?? 0),
        ) ?? 0
      );
    };
    expect(rank(few)).toBeGreaterThan(rank({ ...few, beliefs: undefined }) + 0.03);
    expect(rank(few)).toBeGreaterThan(0.77);
  });

  it('with an overwhelming penalty nothing but the prior is left', () => {
    const { features } = fitModel(few, few.order, 1e9);
    const believed = priorModel.features.find(({ name }) => name === 'qualification');
    const learned = features.find(({ name }) => name === 'qualification');
    if (believed?.kind !== 'category' || learned?.kind !== 'category') throw new Error('no qualification');
    for (const { value, coefficient } of believed.levels) {
      const same = learned.levels.find((level) => level.value === value);
      expect(same?.coefficient).toBeCloseTo(coefficient, 4);
    }
  });
});

describe('LQ-3: metrics are of leads that the model has not seen', () => {
  it('the held-out quarter is younger than all that was learned from', () => {
    const { population, metrics } = result.model;
    expect(population.rows + (metrics?.rows ?? 0)).toBe(leads);
    expect(metrics?.rows).toBe(leads / 4);
    expect(Date.parse(population.to ?? '')).toBeLessThan(Date.parse(metrics?.from ?? ''));
  });

  it('turning every held-out outcome around changes the metrics and nothing else', () => {
    const outcomes = Uint8Array.from(data.outcomes);
    for (const row of result.heldOut.rows) outcomes[row] = 1 - (outcomes[row] ?? 0);
    const turned = trained(trainModel({ ...data, outcomes }, options)).model;
    expect({ ...turned, metrics: null }).toEqual({ ...result.model, metrics: null });
    expect(turned.metrics?.rocAuc).toBeCloseTo(1 - (result.model.metrics?.rocAuc ?? 0), 9);
  });

  it('values that only held-out leads have are not in the model', () => {
    const held = new Set(result.heldOut.rows);
    const columns = data.table.columns.map((column) => {
      if (column.kind !== 'category' || column.name !== 'country') return column;
      const fresh = column.values.length;
      return {
        ...column,
        values: [...column.values, 'XX'],
        codes: column.codes.map((code, row) => (held.has(row) ? fresh : code)),
      };
    });
    const table = { ...data.table, columns };
    const { model } = trained(trainModel({ ...data, table }, options));
    expect(JSON.stringify(model)).not.toContain('XX');
  });

  it('the population is told: how many, how they ended, from when to when', () => {
    const { population } = result.model;
    const endings = Object.values(population.endings ?? {}).reduce((sum, count) => sum + count, 0);
    expect(endings).toBe(population.rows);
    expect(population.endings?.Won).toBe(population.positives);
    expect(population.baseRate).toBe(population.positives / population.rows);
    expect(population.from).toBe('2025-01-01T00:00:00.000Z');
  });

  it('when the world turns colder the probabilities are corrected by the newest leads learned from', () => {
    const random = createRandom(8);
    // From 60 % on, half of what would have been won is lost.
    const colder = Uint8Array.from(data.outcomes, (won, row) =>
      row > leads * 0.6 && random() < 0.5 ? 0 : won,
    );
    const { model, heldOut } = trained(trainModel({ ...data, outcomes: colder }, options));
    expect(model.calibration).not.toBeNull();
    const meanOf = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const observed = (model.metrics?.positives ?? 0) / (model.metrics?.rows ?? 1);
    const corrected = meanOf(predictRows(model, heldOut.table, heldOut.rows));
    const asFitted = meanOf(predictRows({ ...model, calibration: null }, heldOut.table, heldOut.rows));
    expect(Math.abs(corrected - observed)).toBeLessThan(Math.abs(asFitted - observed) / 3);
  });
});

describe('LQ-2: training refuses what cannot be learned from', () => {
  const small = (count: number, won: (row: number) => boolean): TrainingData => ({
    table: {
      rows: count,
      columns: [
        {
          kind: 'number',
          name: 'x',
          values: Float64Array.from({ length: count }, (_, row) => row % 7),
        },
      ],
    },
    outcomes: Uint8Array.from({ length: count }, (_, row) => (won(row) ? 1 : 0)),
    order: Uint32Array.from({ length: count }, (_, row) => row),
    moments: Float64Array.from({ length: count }, (_, row) => row),
    endings: undefined,
  });

  it.each([
    ['all won', () => true],
    ['none won', () => false],
    ['won only among the held-out', (row: number) => row >= 75],
  ])('%s: with the reason', (_, won) => {
    expect(trainModel(small(100, won), options)).toMatchObject({
      trained: false,
      reason: expect.stringMatching(
        /^Of the 75 leads to learn from \d+ were won and \d+ were not; it takes 10 of each\.$/,
      ),
    });
  });

  it('no feature that differs: with the reason', () => {
    const { table, ...rest } = small(100, (row) => row % 2 === 0);
    const columns = table.columns.map((column) =>
      column.kind === 'number' ? { ...column, values: new Float64Array(100).fill(3) } : column,
    );
    expect(trainModel({ ...rest, table: { rows: 100, columns } }, options)).toEqual({
      trained: false,
      reason: 'No feature differs between these leads.',
    });
  });

  it('a feature that tells everything leaves all numbers finite', () => {
    const { table, ...rest } = small(200, (row) => row % 2 === 0);
    const columns = table.columns.map((column) =>
      column.kind === 'number' ? { ...column, values: column.values.map((_, row) => row % 2) } : column,
    );
    const { model } = trained(trainModel({ ...rest, table: { rows: 200, columns } }, options));
    expect(trainedModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
    expect(model.metrics?.rocAuc).toBe(1);
  });
});
