import { describe, expect, it } from 'vitest';
import { Pace } from './clockwork-pace.ts';

/** Runs batches on a machine that does `rowsPerMs` rows per millisecond, alongside reads that take `readMs`. */
function run(pace: Pace, batches: number, { rowsPerMs, readMs }: { rowsPerMs: number; readMs: number }) {
  let worked = 0;
  let paused = 0;
  for (let count = 0; count < batches; count++) {
    const rows = pace.batchSize;
    const batch = rows / rowsPerMs;
    worked += batch;
    paused += pace.noteBatch(rows, batch, readMs);
  }
  return { rest: paused / worked, batchMs: pace.batchSize / rowsPerMs };
}

describe('LC-4: expiring a great many leads', () => {
  it('LC-4 takes as many at a time as take about 50 ms, on fast machines and slow ones', () => {
    for (const rowsPerMs of [1, 2, 9]) {
      const pace = new Pace(500);
      pace.noteCalmRead(5);
      expect(run(pace, 30, { rowsPerMs, readMs: 5 }).batchMs).toBeCloseTo(50, 0);
    }
    expect(new Pace(2).batchSize).toBe(2);
  });

  it('LC-4 makes no pauses where nobody feels it, and pauses where they do', () => {
    const pace = new Pace(500);
    for (let count = 0; count < 5; count++) pace.noteCalmRead(5);
    run(pace, 30, { rowsPerMs: 2, readMs: 5.5 });
    expect(run(pace, 10, { rowsPerMs: 2, readMs: 5.5 }).rest).toBe(0);
    run(pace, 30, { rowsPerMs: 2, readMs: 12 });
    expect(run(pace, 10, { rowsPerMs: 2, readMs: 12 }).rest).toBeCloseTo(0.2);
    run(pace, 30, { rowsPerMs: 2, readMs: 5 });
    expect(run(pace, 10, { rowsPerMs: 2, readMs: 5 }).rest).toBe(0);
  });

  it('LC-4 one slow read beside it, or none, makes little difference', () => {
    const pace = new Pace(500);
    pace.noteCalmRead(5);
    run(pace, 30, { rowsPerMs: 2, readMs: 5 });
    pace.noteBatch(40, 20, 500);
    expect(pace.noteBatch(40, 20, undefined)).toBeLessThanOrEqual(20 * 0.05);
  });

  it('work that nobody waits for rests as long as it works, while people notice it', () => {
    const patient = new Pace(1, undefined, 1);
    patient.noteCalmRead(10);
    let pause = 0;
    for (let batch = 0; batch < 10; batch++) pause = patient.noteBatch(0, 100, 50);
    expect(pause).toBe(100);
    for (let batch = 0; batch < 20; batch++) pause = patient.noteBatch(0, 100, 10);
    expect(pause).toBe(0);
  });
});
