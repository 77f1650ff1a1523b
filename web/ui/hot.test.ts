import { describe, expect, it } from 'vitest';
import { hotness } from './hot.ts';

const now = Date.parse('2026-05-01T12:00:00.000Z');
const past = '2026-05-01T12:00:00.000Z';
const future = '2026-05-01T12:00:00.001Z';

describe('the flame (LC-5)', () => {
  it.each([
    ['Received', future, 'hot'],
    ['Accepted', future, 'hot'],
    ['Received', past, 'was-hot'],
    ['Accepted', past, 'was-hot'],
    ['Archived', future, null],
    ['Archived', past, null],
    ['Received', null, null],
    [null, past, null],
  ] as const)('%s until %s is %s', (status, hotUntil, expected) => {
    expect(hotness({ status, hotUntil }, now)).toBe(expected);
  });
});
