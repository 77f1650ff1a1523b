import { describe, expect, it } from 'vitest';
import { isLeadFeature } from './feature-set.ts';
import { logOddsOf } from './logistic.ts';
import { priorBaseRate, priorModel, priorWeights } from './prior.ts';
import { rate } from './rating.ts';
import { meanContributionOf } from './scoring.ts';
import { createRandom, simulateSnapshot } from './simulation.fixture.ts';
import { trainedModelSchema } from './trained-model.ts';

const ordinary = simulateSnapshot(createRandom(1));
const best = {
  ...ordinary,
  qualification: 'SalesQualified' as const,
  emailDomainKind: 'company' as const,
  emailValidity: 'Valid' as const,
  phoneValidity: 'Valid' as const,
  messageLength: 'long' as const,
  hasCompany: true,
  hasLastName: true,
  contactAllowed: true,
  hot: true,
};
const worst = {
  ...ordinary,
  qualification: 'Direct' as const,
  emailDomainKind: 'disposable' as const,
  emailValidity: 'Invalid' as const,
  phoneValidity: 'Invalid' as const,
  messageLength: 'none' as const,
  hot: false,
};

describe('LQ-2: the prior', () => {
  it('gives every assumption a reason, and shares that come to one', () => {
    for (const { reason, logOdds } of priorWeights) {
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(Math.abs(logOdds)).toBeLessThanOrEqual(3);
    }
    for (const name of new Set(priorWeights.map(({ feature }) => feature))) {
      const shares = priorWeights.filter(({ feature }) => feature === name).map(({ share }) => share);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  it('is a model like any other, never measured, with the assumed base rate for the average lead', () => {
    expect(trainedModelSchema.parse(JSON.parse(JSON.stringify(priorModel)))).toEqual(priorModel);
    expect(priorModel.metrics).toBeNull();
    expect(priorModel.features.every(({ name }) => isLeadFeature(name))).toBe(true);
    const average = priorModel.features.reduce(
      (sum, feature) => sum + meanContributionOf(feature),
      priorModel.intercept,
    );
    expect(average).toBeCloseTo(logOddsOf(priorBaseRate), 9);
  });

  it('rates a wanted customer High and a made-up one Low, and says that these are assumptions', () => {
    expect(rate(priorModel, best).quality).toBe('High');
    expect(rate(priorModel, worst).quality).toBe('Low');
    expect(rate(priorModel, best).basis).toEqual({
      kind: 'prior',
      words: 'Based on typical leads until we learn from yours.',
    });
  });
});
