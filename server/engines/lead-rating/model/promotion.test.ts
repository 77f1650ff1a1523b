import { describe, expect, it, vi } from 'vitest';
import { type LeadExample, type LeadExamples, trainLeadModel } from './examples.ts';
import { logOddsOf } from './logistic.ts';
import { priorModel } from './prior.ts';
import { isNotWorse } from './promotion.ts';
import { afterSimulation, createRandom, gather, simulateExamples } from './simulation.fixture.ts';

// Training is real work, and test machines are shared.
vi.setConfig({ testTimeout: 60_000 });

const leads = 4000;
const examples = [...simulateExamples(leads, 21)];

function train(given: LeadExamples) {
  const result = trainLeadModel(given, 'pooled', afterSimulation(leads));
  if (!result.trained) throw new Error(result.reason);
  return result;
}

/** The same leads with unrelated outcomes. */
function shuffled(list: readonly LeadExample[]): LeadExample[] {
  const random = createRandom(2);
  return list.map((one) => ({ ...one, ending: random() < 0.25 ? 'Won' : 'Declined' }));
}

const good = train(gather(examples));
const early = train(gather(examples.slice(0, 500)));
const senseless = train(gather(shuffled(examples)));

describe('LQ-2: a model is replaced only by one that is not worse on held-out leads', () => {
  it('one that learned from more leads takes the place of an earlier one', () => {
    const verdict = isNotWorse(good.model, early.model, good.heldOut);
    expect(verdict).toMatchObject({ notWorse: true, leads: leads / 4 });
    expect(verdict.logLossChange).toBeLessThan(0);
    expect(verdict.brierChange).toBeLessThan(0);
  });

  it('one that learned nothing does not', () => {
    const verdict = isNotWorse(senseless.model, good.model, good.heldOut);
    expect(verdict.notWorse).toBe(false);
    expect(verdict.logLossChange).toBeGreaterThan(0.01);
    expect(verdict.reason).toMatch(/^The new model was not better, so we kept the current one\. Log loss \+/);
  });

  it('the first learned one takes the place of the prior', () => {
    expect(isNotWorse(early.model, priorModel, early.heldOut).notWorse).toBe(true);
  });

  it('the same model is not worse than itself', () => {
    expect(isNotWorse(good.model, good.model, good.heldOut)).toMatchObject({
      notWorse: true,
      logLossChange: 0,
      brierChange: 0,
    });
  });

  it('a difference too small to matter, but surely there, is still worse', () => {
    // A fifth is won; the current model says so, the candidate says 21 %.
    const always = (probability: number) => ({
      ...good.model,
      features: [],
      calibration: null,
      intercept: logOddsOf(probability),
    });
    const rows = Uint32Array.from({ length: 40_000 }, (_, row) => row);
    const outcomes = Uint8Array.from(rows, (row) => (row % 5 === 0 ? 1 : 0));
    const heldOut = { table: { rows: rows.length, columns: [] }, outcomes, rows, moments: undefined };
    const verdict = isNotWorse(always(0.21), always(0.2), heldOut);
    expect(verdict.logLossChange).toBeGreaterThan(0);
    expect(verdict.logLossChange).toBeLessThan(0.002);
    expect(verdict.notWorse).toBe(false);
  });

  it('leads that the current model has learned from do not count', () => {
    const until = examples[leads - 100]?.receivedAt.toISOString() ?? '';
    const newer = { ...good.model, population: { ...good.model.population, to: until } };
    expect(isNotWorse(senseless.model, newer, good.heldOut).leads).toBe(99);
  });

  it('with too few new leads the current model stays', () => {
    const until = examples[leads - 10]?.receivedAt.toISOString() ?? '';
    const newer = { ...good.model, population: { ...good.model.population, to: until } };
    expect(isNotWorse(good.model, newer, good.heldOut)).toMatchObject({
      notWorse: false,
      leads: 9,
      logLossChange: null,
      reason:
        'Only 9 held-out leads are new to both models. It takes 15 to compare them, so we kept the current one.',
    });
  });
});
