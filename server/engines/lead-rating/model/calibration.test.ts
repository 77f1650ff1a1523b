import { describe, expect, it } from 'vitest';
import { findCalibration } from './calibration.ts';
import { probabilityOf } from './logistic.ts';
import { createRandom } from './simulation.fixture.ts';

function simulate(rows: number, seed: number) {
  const random = createRandom(seed);
  const logOdds = Float64Array.from({ length: rows }, () => random() * 4 - 3);
  const outcomes = Uint8Array.from(logOdds, (value) => (random() < probabilityOf(value) ? 1 : 0));
  return { logOdds, outcomes };
}

describe('LQ-3: probabilities are corrected when they need it', () => {
  it('overconfident and shifted log-odds are found and undone', () => {
    const { logOdds, outcomes } = simulate(20_000, 1);
    const correction = findCalibration(
      logOdds.map((value) => 2 * value + 1),
      outcomes,
    );
    expect(correction?.slope).toBeCloseTo(0.5, 1);
    expect(correction?.offset).toBeCloseTo(-0.5, 1);
  });

  it('right log-odds are left alone, by luck excepted', () => {
    const corrected = Array.from({ length: 100 }, (_, seed) => {
      const { logOdds, outcomes } = simulate(500, seed);
      return findCalibration(logOdds, outcomes);
    }).filter((correction) => correction !== null);
    // The test has a false positive rate of 1 in 100; five would have a chance of 1 in 300.
    expect(corrected.length).toBeLessThan(5);
  });

  it('scores that point the wrong way are not turned around', () => {
    const { logOdds, outcomes } = simulate(5000, 2);
    expect(
      findCalibration(
        logOdds.map((value) => -value),
        outcomes,
      ),
    ).toBeNull();
  });
});
