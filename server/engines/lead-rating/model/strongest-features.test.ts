import { describe, expect, it } from 'vitest';
import { strongestFeatures } from './strongest-features.ts';
import type { ModelFeature } from './trained-model.ts';

const none = { coefficient: 0, share: 0 };
const features: ModelFeature[] = [
  {
    kind: 'category',
    name: 'even',
    levels: [
      { value: 'yes', coefficient: 1, share: 0.5 },
      { value: 'no', coefficient: -1, share: 0.5 },
    ],
    pooled: none,
    missing: none,
  },
  {
    kind: 'number',
    name: 'falling',
    scale: { mean: 10, deviation: 2, low: 4, high: 16, knots: [0] },
    slopes: [1, -3],
    missing: none,
    meanContribution: 0,
    spread: 2,
  },
  {
    kind: 'category',
    name: 'rare',
    levels: [{ value: 'often', coefficient: 0, share: 0.99 }],
    pooled: none,
    missing: { coefficient: 5, share: 0.01 },
  },
];

describe('LQ-3: the strongest features', () => {
  it('are those that move the ratings of the population, whichever way', () => {
    expect(strongestFeatures({ features, calibration: null }, 10)).toEqual([
      { feature: 'falling', effect: 2, raises: 'low values', lowers: 'high values' },
      { feature: 'even', effect: 1, raises: 'yes', lowers: 'no' },
      {
        feature: 'rare',
        effect: expect.closeTo(5 * Math.sqrt(0.0099), 9),
        raises: '(missing)',
        lowers: 'often',
      },
    ]);
  });

  it('are as many as asked for, after calibration', () => {
    expect(strongestFeatures({ features, calibration: { slope: 0.5, offset: 1 } }, 1)).toMatchObject([
      { feature: 'falling', effect: 1 },
    ]);
  });
});
