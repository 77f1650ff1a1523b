import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { wordBasis, wordRange } from './rating-words.ts';

const population: ModelCard['population'] = {
  rows: 1234,
  positives: 300,
  baseRate: 0.243,
  from: null,
  to: null,
  endings: null,
};

describe('what rates', () => {
  it('LQ-3: is said to the operator of all partners, not of one', () => {
    const card = { basis: 'pooled' as const, basisWords: 'said to a partner', population, history: [] };
    expect(wordBasis(card, false, 'en')).toBe('said to a partner');
    expect(wordBasis(card, true, 'en')).toContain('1,234 leads of all partners');
  });

  it('LQ-2: starting values are named as the server names them', () => {
    const card = { basis: 'prior' as const, basisWords: 'general assumptions', population, history: [] };
    expect(wordBasis(card, true, 'en')).toBe('general assumptions');
  });

  it('LQ-2: starting values are not put down to few outcomes where models were trained and left', () => {
    const history = [
      { trainedAt: '2026-11-20T02:17:00.000Z', inForce: false, replacedAt: null, reason: 'Not better' },
    ];
    const card = { basis: 'prior' as const, basisWords: 'not enough outcomes', population, history };
    expect(wordBasis(card, false, 'en')).toMatch(/^Based on typical leads: no model/);
  });
});

describe('the limits between ratings', () => {
  it('LQ-1: are ranges of the chance', () => {
    const thresholds = { high: 0.37, low: 0.089 };
    expect(wordRange('High', thresholds, 'en')).toBe('37% or more');
    expect(wordRange('Medium', thresholds, 'en')).toBe('8.9% to 37%');
    expect(wordRange('Low', thresholds, 'en')).toBe('below 8.9%');
  });

  it('LQ-1: leave no room for Medium where it never pays', () => {
    expect(wordRange('Medium', { high: 0.3, low: 0.3 }, 'en')).toBe('None');
  });
});
