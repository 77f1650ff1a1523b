import { describe, expect, it, vi } from 'vitest';
import { type LeadExample, matureRows, trainLeadModel } from './examples.ts';
import {
  afterSimulation,
  createRandom,
  gather,
  simulateExamples,
  simulateSnapshot,
} from './simulation.fixture.ts';

// Training is real work, and test machines are shared.
vi.setConfig({ testTimeout: 60_000 });

const day = 86_400_000;
const now = new Date('2026-06-01T00:00:00Z');

/** A number of leads, one per day, the last one yesterday; each decided after a number of days. */
function makeExamples(endings: readonly LeadExample['ending'][], decidedAfterDays = 0): LeadExample[] {
  const random = createRandom(6);
  return endings.map((ending, at) => {
    const receivedAt = new Date(now.getTime() - (endings.length - at) * day);
    const decidedAt = new Date(receivedAt.getTime() + decidedAfterDays * day);
    return { snapshot: simulateSnapshot(random), receivedAt, decidedAt, ending };
  });
}

const alternate = (won: number, others: number) =>
  Array.from({ length: won + others }, (_, at): LeadExample['ending'] =>
    at % 2 === 0 && at / 2 < won ? 'Won' : 'Declined',
  ).map((ending, at) => (at >= 2 * others ? 'Won' : ending));

describe('LQ-2: what a model learns from', () => {
  it('40 won and 40 others are enough, 39 are not', () => {
    expect(trainLeadModel(gather(makeExamples(alternate(40, 40))), 'organization', now)).toMatchObject({
      trained: true,
      model: { basis: 'organization', population: { rows: 60 } },
    });
    expect(trainLeadModel(gather(makeExamples(alternate(39, 60))), 'organization', now)).toEqual({
      trained: false,
      reason: '39 leads were won and 60 were not; it takes 40 of each.',
    });
    expect(trainLeadModel(gather(makeExamples(alternate(60, 39))), 'organization', now).trained).toBe(false);
  });

  it('all leads at one moment are enough, too', () => {
    const examples = makeExamples(alternate(40, 40)).map((one) => ({
      ...one,
      receivedAt: now,
      decidedAt: now,
    }));
    expect(trainLeadModel(gather(examples), 'organization', now).trained).toBe(true);
  });

  it('only won: refused', () => {
    const result = trainLeadModel(gather(makeExamples(Array(200).fill('Won'))), 'pooled', now);
    expect(result).toEqual({
      trained: false,
      reason: '200 leads were won and 0 were not; it takes 40 of each.',
    });
  });

  it('it does not matter in which order the leads are given', () => {
    const examples = [...simulateExamples(600, 5)];
    const train = (list: readonly LeadExample[]) =>
      trainLeadModel(gather(list), 'pooled', afterSimulation(600));
    const [forwards, backwards] = [train(examples), train(examples.toReversed())];
    if (!forwards.trained || !backwards.trained) throw new Error('not trained');
    expect(backwards.model).toEqual(forwards.model);
  });
});

describe('LQ-3: leads too young for a typical outcome are left out', () => {
  const leads = (decidedAfterDays: number, count: number) => {
    const data = gather(makeExamples(alternate(count / 2, count / 2), decidedAfterDays)).finish(now);
    return data.order.length;
  };

  it('when winning takes 30 days, leads of the last 30 days are not learned from', () => {
    expect(leads(30, 300)).toBe(271);
  });

  it('nine in ten decide how long winning takes: a straggler does not', () => {
    const moments = Float64Array.from({ length: 200 }, (_, at) => now.getTime() - (200 - at) * day);
    const outcomes = Uint8Array.from({ length: 200 }, (_, at) => at % 2);
    const decided = moments.map((moment, at) => moment + (at === 1 ? 190 : 10) * day);
    expect(matureRows({ moments, decided, outcomes }, now)).toHaveLength(191);
  });

  it('when too few would be left, all are taken', () => {
    expect(leads(30, 90)).toBe(90);
  });
});
