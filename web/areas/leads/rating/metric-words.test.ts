import { describe, expect, it } from 'vitest';
import { cautionAbout, type HeldOutMetrics, wordMetrics } from './metric-words.ts';

const metrics: HeldOutMetrics = {
  rows: 400,
  positives: 100,
  from: null,
  to: null,
  rocAuc: 0.74,
  prAuc: 0.46,
  brier: 0.15,
  brierOfBaseRate: 0.1875,
  expectedCalibrationError: 0.03,
  reliability: [
    { rows: 200, meanProbability: 0.4, observedShare: 0.38 },
    { rows: 200, meanProbability: 0.1, observedShare: 0.12 },
  ],
  byQuality: {
    High: { rows: 0, positives: 0 },
    Medium: { rows: 0, positives: 0 },
    Low: { rows: 0, positives: 0 },
  },
};

const wordAll = (changes: Partial<HeldOutMetrics> = {}) => {
  const [roc, pr, brier, calibration] = wordMetrics({ ...metrics, ...changes }, 'en');
  if (!roc || !pr || !brier || !calibration) throw new Error('a figure is missing');
  return { roc, pr, brier, calibration };
};

describe('the figures in plain words', () => {
  it('LQ-3: compare each figure with what must be beaten', () => {
    const { roc, pr, brier, calibration } = wordAll();
    expect(roc.compared).toContain('Of 100 pairs of a won lead and another, it ranked 74 correctly');
    expect(pr.compared).toContain('0.25');
    expect(brier.compared).toBe('Guessing 25% for every lead would give 0.188; this is 20% better.');
    expect(calibration.compared).toMatch(/about \d(\.\d)? points by chance/);
    expect([roc, pr, brier, calibration].map(({ verdict }) => verdict)).toEqual([
      'good',
      'good',
      'good',
      'good',
    ]);
  });

  it.each([
    [0.7, 'good'],
    [0.69, 'fair'],
    [0.6, 'fair'],
    [0.52, 'weak'],
    [0.3, 'weak'],
  ])('LQ-3: a ROC AUC of %d is %s', (rocAuc, verdict) => {
    expect(wordAll({ rocAuc }).roc.verdict).toBe(verdict);
  });

  it.each([
    [4, 0.1, 'good'],
    [4, 0.012, 'fair'],
    [4, 0.01, 'weak'],
    [280, 0.8, 'good'],
    [280, 0.7, 'weak'],
  ])('LQ-3: with %d of 400 won, a PR AUC of %d is %s', (positives, prAuc, verdict) => {
    expect(wordAll({ positives, prAuc }).pr.verdict).toBe(verdict);
  });

  it('LQ-3: a Brier score that the share won beats is said to be worse', () => {
    const { brier } = wordAll({ brier: 0.2 });
    expect(brier.verdict).toBe('weak');
    expect(brier.compared).toContain('6.7% worse');
  });

  it('LQ-3: a calibration error that luck explains is no fault', () => {
    const few = metrics.reliability.map((bin) => ({ ...bin, rows: 20 }));
    expect(wordAll({ expectedCalibrationError: 0.07 }).calibration.verdict).toBe('fair');
    expect(wordAll({ expectedCalibrationError: 0.07, reliability: few }).calibration.verdict).toBe('good');
    expect(wordAll({ expectedCalibrationError: 0.2, reliability: few }).calibration.verdict).toBe('weak');
  });

  it('LQ-3: leads that all ended alike say so, without a verdict', () => {
    const { roc, pr, brier } = wordAll({
      positives: 0,
      rocAuc: null,
      prAuc: null,
      brier: 0.01,
      brierOfBaseRate: 0,
    });
    expect([roc.verdict, pr.verdict]).toEqual([null, null]);
    expect(roc.compared).toContain('ended the same way');
    expect(brier.value).toBe('0.010');
    expect(brier.verdict).toBe('weak');
  });
});

describe('the caution about few leads', () => {
  it('LQ-3: is there when either kind is rare, and names it', () => {
    expect(cautionAbout({ rows: 400, positives: 49 })).toContain('49 of these leads were won');
    expect(cautionAbout({ rows: 400, positives: 390 })).toContain('10 of these leads weren’t won');
    expect(cautionAbout({ rows: 400, positives: 50 })).toBeNull();
  });
});
