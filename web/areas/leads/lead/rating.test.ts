import { describe, expect, it } from 'vitest';
import { explainNoRating, isRatedKind, wordProbability } from './rating.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const lead = { actionable: true, isTest: false, checking: false };

describe('the rating of a lead', () => {
  it.each([
    [0.345, 'en', '35%'],
    [0.345, 'de-DE', '35 %'],
    [0.5, undefined, /50/],
    [0.004, 'en', 'less than 1%'],
    [0, 'en', 'less than 1%'],
    [0.999, 'en', 'more than 99%'],
  ])('LQ-1: a probability of %d in %s reads %s', (probability, locale, expected) => {
    expect(plain(wordProbability(probability, locale))).toMatch(
      expected instanceof RegExp ? expected : new RegExp(`^${expected}$`),
    );
  });

  it('LQ-1, IN-8: is there for what can be answered, not for tests', () => {
    expect(isRatedKind(lead)).toBe(true);
    expect(isRatedKind({ ...lead, actionable: false })).toBe(false);
    expect(isRatedKind({ ...lead, isTest: true })).toBe(false);
  });

  it('says why there is none', () => {
    const reasons = [
      { ...lead, isTest: true },
      { ...lead, actionable: false },
      { ...lead, checking: true },
      lead,
    ].map(explainNoRating);
    expect(new Set(reasons).size).toBe(4);
  });
});
