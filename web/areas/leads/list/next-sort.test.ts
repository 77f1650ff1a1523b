import { describe, expect, it } from 'vitest';
import { nextSort } from './next-sort.ts';

describe('a click on a column head (WS-4)', () => {
  it.each([
    ['customerName', undefined, '-createdAt', 'customerName'],
    ['customerName', undefined, 'customerName', '-customerName'],
    ['customerName', undefined, '-customerName', 'customerName'],
    ['dealValue', true, '-createdAt', '-dealValue'],
    ['createdAt', true, '-createdAt', 'createdAt'],
  ] as const)('%s (descends first: %s) under %s sorts by %s', (sort, descendsFirst, now, next) => {
    expect(nextSort({ sort, descendsFirst }, now)).toBe(next);
  });

  it('does nothing where the order is not offered', () => {
    expect(nextSort({}, '-createdAt')).toBeNull();
  });
});
