import { describe, expect, it } from 'vitest';
import { wordEnding, wordFeature, wordValue } from './feature-words.ts';

const names = { locale: 'en', storefronts: [{ code: 'azure', name: 'Azure Marketplace' }] };

describe('the names of features', () => {
  it('LQ-3: are those of the filters where there are such', () => {
    expect(wordFeature('emailValidity')).toBe('Email validity');
    expect(wordFeature('callToAction')).toBe('Call to action');
  });

  it('LQ-3: that are not known yet are spelled out', () => {
    expect(wordFeature('messageLanguage')).toBe('Message language');
  });
});

describe('the names of values', () => {
  it.each([
    ['callToAction', 'GetItNow', 'Get it now'],
    ['qualification', 'SalesQualified', 'Sales qualified'],
    ['emailValidity', 'Spam', 'Spam'],
    ['emailValidity', '(missing)', 'No address'],
    ['domainFitsCompany', '(missing)', 'Can’t be compared'],
    ['country', 'DE', 'Germany'],
    ['country', '(missing)', 'Not given'],
    ['leadSource', 'azure', 'Azure Marketplace'],
    ['leadSource', 'closed-shop', 'closed-shop'],
    ['leadSource', 'other', 'No storefront'],
    ['receivedHours', '8', '08:00–12:00 UTC'],
    ['receivedHours', '20', '20:00–00:00 UTC'],
    ['receivedWeekday', '1', 'Monday'],
    ['receivedWeekday', '7', 'Sunday'],
    ['receivedWeekday', '8', '8'],
    ['seats', 'high values', 'High values'],
    ['newFeature', 'value', 'value'],
  ])('LQ-3: %s %s reads %s', (feature, value, expected) => {
    expect(wordValue(feature, value, names)).toBe(expected);
  });

  it('LQ-3: storefronts that are not loaded yet show their code', () => {
    expect(wordValue('leadSource', 'azure', { locale: 'en', storefronts: undefined })).toBe('azure');
  });
});

describe('the names of endings', () => {
  it('LQ-2: are those of the outcomes, and spam that was reported', () => {
    expect(['Won', 'Declined', 'ReportedAsSpam', 'TakenBack'].map(wordEnding)).toEqual([
      'Won',
      'Declined',
      'Reported as spam',
      'Taken back',
    ]);
  });
});
