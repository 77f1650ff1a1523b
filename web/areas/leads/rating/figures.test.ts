import { describe, expect, it } from 'vitest';
import { wordFactor, wordPoints, wordScore, wordShare } from './figures.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the figures of the model card', () => {
  it.each([
    [0.234, 'en', '23%'],
    [0.234, 'de', '23 %'],
    [0.0345, 'en', '3.5%'],
    [0.0345, 'de', '3,5 %'],
    [0, 'en', '0%'],
    [1, 'en', '100%'],
  ])('LQ-3: a share of %d in %s reads %s', (share, locale, expected) => {
    expect(plain(wordShare(share, locale))).toBe(expected);
  });

  it('LQ-3: distances between shares are percentage points, not percent', () => {
    expect(wordPoints(0.034, 'en')).toBe('3.4 points');
    expect(wordPoints(0.01, 'en')).toBe('1 point');
    expect(wordPoints(0, 'en')).toBe('0 points');
  });

  it('LQ-3: scores keep their digits, so that they can be compared', () => {
    expect(wordScore(0.7, 'en', 2)).toBe('0.70');
    expect(wordScore(0.1784, 'de', 3)).toBe('0,178');
  });

  it('LQ-3: log-odds become a factor of the odds', () => {
    expect(wordFactor(Math.log(2), 'en')).toBe('× 2.00');
    expect(wordFactor(0, 'en')).toBe('× 1.00');
  });
});
