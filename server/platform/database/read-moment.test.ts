import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMoment } from './database.ts';

it.each([
  ['2026-11-29 10:31:21.123+00', '2026-11-29T10:31:21.123Z'],
  ['2026-11-29 10:31:21+00', '2026-11-29T10:31:21.000Z'],
  ['2026-11-29 10:31:21.1+00', '2026-11-29T10:31:21.100Z'],
  ['2026-11-29 10:31:21.123456+00', '2026-11-29T10:31:21.123Z'],
  ['2026-11-29 10:31:21.123+05:30', '2026-11-29T05:01:21.123Z'],
  ['12026-11-29 10:31:21+00', '+012026-11-29T10:31:21.000Z'],
  ['0001-01-01 00:00:00+00 BC', '0000-01-01T00:00:00.000Z'],
])('a moment of the database: %s', (text, iso) => {
  expect((readMoment(text) as Date).toISOString()).toBe(iso);
});

it('infinity is no day', () => {
  expect(readMoment('infinity')).toBe(Number.POSITIVE_INFINITY);
});

it('every moment is read as the driver reads it', () => {
  const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') };
  fc.assert(
    fc.property(fc.date({ ...years, noInvalidDate: true }), (moment) => {
      const text = moment.toISOString().replace('T', ' ').replace('Z', '+00');
      expect(readMoment(text)).toEqual(moment);
      // In another notation, which the driver's own parser reads.
      expect(readMoment(text.replace('+00', '+00:00'))).toEqual(moment);
    }),
  );
});
