import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRatingCosts, qualityAt, thresholdsFor } from './thresholds.ts';

/** The average cost of each rating, written independently from the description of the costs. */
function expectedCosts(probability: number, worth: number) {
  const { wastedCallHours, wastedTurnHours, lostByWaitingShare } = defaultRatingCosts;
  return {
    High: (1 - probability) * wastedCallHours,
    Medium: probability * lostByWaitingShare * worth + (1 - probability) * wastedTurnHours,
    Low: probability * worth,
  };
}

describe('LQ-1: High and Low are where they cost the least', () => {
  it('at any probability and base rate no other rating is cheaper', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, share, (probability, baseRate) => {
        const costs = expectedCosts(probability, (1 - baseRate) / baseRate);
        const chosen = costs[qualityAt(probability, thresholdsFor(baseRate))];
        expect(chosen).toBeLessThanOrEqual(Math.min(...Object.values(costs)) + 1e-9);
      }),
    );
  });

  it('with a base rate of 20 % High begins at 36 %, and Low ends at 8.6 %', () => {
    const { high, low } = thresholdsFor(0.2);
    expect(high).toBeCloseTo(0.36, 3);
    expect(low).toBeCloseTo(0.0857, 3);
  });

  it('the average lead is Medium, whatever the base rate', () => {
    for (const baseRate of [0.01, 0.1, 0.5, 0.9, 0.99]) {
      expect(qualityAt(baseRate, thresholdsFor(baseRate))).toBe('Medium');
    }
  });

  it('the more a good lead is worth, the fewer are Low', () => {
    const costs = { ...defaultRatingCosts, goodLeadHours: 40 };
    expect(thresholdsFor(0.2, costs).low).toBeLessThan(thresholdsFor(0.2).low);
  });

  it('when working a lead in its turn never pays there is no Medium', () => {
    const { high, low } = thresholdsFor(0.2, { ...defaultRatingCosts, wastedTurnHours: 2 });
    expect(high).toBe(low);
    expect(high).toBeCloseTo(0.2, 9);
  });
});
