import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadSorts } from '../../../../contract/leads/lead-fields.ts';
import { AppError } from '../../../platform/errors.ts';
import {
  decodeCursor,
  encodeCursor,
  type LeadOrder,
  orderOf,
  positionOf,
  reversed,
} from './lead-cursor.sql.ts';

const id = '01932f6e-1c1f-7b7a-9a2c-0a6a3c6d5e4f';

const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());
const values = {
  createdAt: moment,
  customerName: fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !text.includes('\u0000')),
  status: fc.integer({ min: 1, max: 8 }),
  leadQuality: fc.integer({ min: 0, max: 3 }),
  emailValidity: fc.integer({ min: 1, max: 5 }),
  phoneValidity: fc.integer({ min: 1, max: 5 }),
  dealValue: fc.integer({ min: -1, max: Number.MAX_SAFE_INTEGER }),
  expiresAt: fc.oneof(moment, fc.constant('infinity')),
};

const place = fc.record({ name: fc.constantFrom(...leadSorts), descending: fc.boolean() }).chain((order) =>
  fc.record({
    order: fc.constant<LeadOrder>(order),
    position: fc.record({ value: values[order.name] as fc.Arbitrary<string | number>, id: fc.uuid() }),
  }),
);

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
}

const handMade = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const newest = orderOf('-createdAt');

describe('WS-4: cursors', () => {
  it.each(leadSorts.flatMap((name) => [name, `-${name}` as const]))('WS-4 the sort %s', (sort) => {
    const order = orderOf(sort);
    expect(order).toEqual({ name: sort.replace('-', ''), descending: sort.startsWith('-') });
    expect(reversed(reversed(order))).toEqual(order);
    expect(reversed(order).descending).toBe(!order.descending);
  });

  it('WS-4 come back as they went out', () => {
    fc.assert(
      fc.property(place, ({ order, position }) => {
        expect(decodeCursor(order, encodeCursor(order, position))).toEqual(position);
      }),
    );
  });

  it('WS-4 while older leads are being prepared, names and values have marks of their own', () => {
    const meanwhile: LeadOrder = { name: 'dealValue', descending: true, meanwhile: true };
    const position = { value: 'EUR0000000000123456', id };
    expect(decodeCursor(meanwhile, encodeCursor(meanwhile, position))).toEqual(position);
    expect(
      codeOf(() => decodeCursor({ ...meanwhile, meanwhile: false }, encodeCursor(meanwhile, position))),
    ).toBe('invalid-cursor');
  });

  it('WS-4 belong to one sort and one direction', () => {
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(...leadSorts),
        fc.boolean(),
        ({ order, position }, name, descending) => {
          fc.pre(name !== order.name || descending !== order.descending);
          const cursor = encodeCursor(order, position);
          expect(codeOf(() => decodeCursor({ name, descending }, cursor))).toBe('invalid-cursor');
        },
      ),
    );
  });

  it('WS-4 arbitrary text gives invalid-cursor and nothing else', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        expect(codeOf(() => decodeCursor(newest, text))).toBe('invalid-cursor');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['the id is none', ['createdAt', 'd', '2026-11-20T10:00:00.000Z', 'x']],
    ['the id is SQL', ['createdAt', 'd', '2026-11-20T10:00:00.000Z', `${id}' or true --`]],
    ['a day that does not exist', ['createdAt', 'd', '2026-02-30T10:00:00.000Z', id]],
    ['the year 0, which PostgreSQL does not have', ['createdAt', 'd', '0000-01-01T00:00:00.000Z', id]],
    ['infinity where no lead is at', ['createdAt', 'd', 'infinity', id]],
    ['a number for a moment', ['createdAt', 'd', 12, id]],
    ['one element too many', ['createdAt', 'd', '2026-11-20T10:00:00.000Z', id, 1]],
    ['another sort', ['status', 'd', 3, id]],
  ])('WS-4 refuses a mark made by hand: %s', (_what, value) => {
    expect(codeOf(() => decodeCursor(newest, handMade(value)))).toBe('invalid-cursor');
  });

  it.each([
    ['customerName', ['customerName', 'a', 'NUL \u0000', id]],
    ['customerName', ['customerName', 'a', 'x'.repeat(1001), id]],
    ['status', ['status', 'a', 1.5, id]],
    ['status', ['status', 'a', -1, id]],
    ['leadQuality', ['leadQuality', 'a', 1e9, id]],
    ['dealValue', ['dealValue', 'a', 'EUR0000000000123456', id]],
    ['dealValue', ['dealValue', 'a', 1.5, id]],
    ['dealValue', ['dealValue', 'a', -2, id]],
    ['emailValidity', ['emailValidity', 'a', 'Valid', id]],
    ['expiresAt', ['expiresAt', 'a', '-infinity', id]],
    ['expiresAt', ['expiresAt', 'a', '0000-12-31T00:00:00.000Z', id]],
  ] as const)('WS-4 refuses what the column of %s cannot hold (%#)', (name, value) => {
    expect(codeOf(() => decodeCursor({ name, descending: false }, handMade(value)))).toBe('invalid-cursor');
  });

  it('WS-4 refuses half of a surrogate pair', () => {
    const json = `["customerName","a","\\ud800","${id}"]`;
    const cursor = Buffer.from(json).toString('base64url');
    expect(codeOf(() => decodeCursor({ name: 'customerName', descending: false }, cursor))).toBe(
      'invalid-cursor',
    );
  });

  it.each([
    [new Date('2026-11-20T10:00:00.123Z'), '2026-11-20T10:00:00.123Z'],
    [Number.POSITIVE_INFINITY, 'infinity'],
    [3, 3],
    ['acme', 'acme'],
  ])('WS-4 a place is told in what JSON can carry (%#)', (sort_value, value) => {
    expect(positionOf({ id, sort_value })).toEqual({ id, value });
  });
});
