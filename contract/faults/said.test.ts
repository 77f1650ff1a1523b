import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../sentences.ts';
import { text } from '../text.ts';
import { learnLanguage } from '../translations.ts';
import { faultBehind, said } from './said.ts';

describe('what schemas say', () => {
  it('is English, and leads back to a sentence that can be read in another language', () => {
    const fault = sentencesOf('test/odd', { odd: 'is odd: {value, number}' });
    learnLanguage('de', { 'test/odd': { odd: 'ist ungerade: {value, number}' } });
    const message = said(fault('odd', { value: 1001 }));
    expect(message).toBe('is odd: 1,001');
    expect(faultBehind(message)?.in('de')).toBe('ist ungerade: 1.001');
  });

  it('has its sentence wherever the contract says something', () => {
    const [issue] = text(12_345).safeParse('x'.repeat(12_346)).error?.issues ?? [];
    expect(issue?.message).toBe('has more than 12345 characters');
    expect(String(faultBehind(issue?.message ?? ''))).toBe(issue?.message);
    expect(faultBehind('Invalid input')).toBeUndefined();
  });
});
