import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceInKm } from './place.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distances', () => {
  it.each([
    [
      'Berlin and Munich',
      { latitude: 52.52437, longitude: 13.41053 },
      { latitude: 48.13743, longitude: 11.57549 },
      505,
    ],
    [
      'Suva and Apia, across the date line',
      { latitude: -18.14161, longitude: 178.44149 },
      { latitude: -13.83333, longitude: -171.76666 },
      1151,
    ],
    ['the poles', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }, 20015],
  ])('between %s', (_, one, other, km) => {
    expect(Math.round(distanceInKm(one, other))).toBe(km);
  });

  it('are the same both ways, nothing to itself, and at most half of the earth', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        const km = distanceInKm(one, other);
        expect(km).toBeCloseTo(distanceInKm(other, one), 6);
        expect(distanceInKm(one, one)).toBe(0);
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThanOrEqual(20_016);
      }),
    );
  });
});
