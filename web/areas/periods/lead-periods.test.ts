import { describe, expect, it } from 'vitest';
import { operatorPolicy } from '../../../contract/organizations/partners.ts';
import {
  fillPolicyForm,
  findPeriodProblem,
  policyFields,
  readPolicyChange,
  wordHours,
} from './lead-periods.ts';

const policy = { expiryHours: 336, hotHours: 72, informationalMonths: 6, mailsPerDay: 10, digestHour: 17 };

describe('the form of the periods (LC-10)', () => {
  it('sends only what differs', () => {
    const form = fillPolicyForm(policy);
    expect(readPolicyChange(form, policy, 'en')).toEqual({});
    expect(readPolicyChange({ ...form, hotHours: ' 48 ', digestHour: '0' }, policy, 'en')).toEqual({
      hotHours: 48,
      digestHour: 0,
    });
  });

  it('LC-10 refuses what the server refuses, and takes what it takes', () => {
    for (const name of policyFields) {
      for (const value of [-1, 0, 1, 1.5, 23, 24, 120, 121, 1000, 1001, 8760, 8761]) {
        const taken = operatorPolicy.shape[name].safeParse(value).success;
        expect(findPeriodProblem(name, String(value), 'en') === null, `${name} ${value}`).toBe(taken);
      }
    }
    for (const typed of ['', ' ', 'ten', '1e2', '0x10', '10 hours', '1.5', '1,5', '8.760'])
      expect(findPeriodProblem('hotHours', typed, 'en'), typed).toBe('Enter a whole number from 1 to 8,760');
    expect(findPeriodProblem('hotHours', '8,760', 'en')).toBeNull();
    expect(findPeriodProblem('hotHours', '8.760', 'de-DE')).toBeNull();
    expect(readPolicyChange({ ...fillPolicyForm(policy), hotHours: '8.760' }, policy, 'de-DE')).toEqual({
      hotHours: 8760,
    });
  });

  it.each([
    ['336', ' That’s 14 days.'],
    ['24', ' That’s 1 day.'],
    ['49', ' That’s 2 days and 1 hour.'],
    ['23', ''],
    ['', ''],
    ['many', ''],
  ])('%j hours: %j', (typed, words) => {
    const expired = 'After that, it expires and its contact is no longer shown.';
    expect(wordHours('expiryHours', typed, 'en')).toBe(`${expired}${words}`);
    const hot = 'After a customer asks to be contacted directly.';
    expect(wordHours('hotHours', typed, 'en')).toBe(`${hot}${words}`);
  });
});
