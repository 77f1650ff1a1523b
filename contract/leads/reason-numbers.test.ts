import { describe, expect, it } from 'vitest';
import { declineReasons, errorReasons, lostReasons } from './lists.ts';
import {
  closingReasonNumbers,
  declineNumbersInWords,
  declineReasonNumbers,
  declineReasonOfNumber,
  errorReasonNumbers,
  errorReasonNumbersOf,
  errorReasonOfNumber,
  lostReasonNumbers,
  lostReasonOfNumber,
} from './reason-numbers.ts';

describe('VO-3 reasons and numbers', () => {
  it('there are eight numbers for declining and losing, and nine for errors', () => {
    expect(Object.keys(closingReasonNumbers)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(Object.keys(errorReasonNumbers)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('the three reasons that programs choose from, and we lacked, have their numbers', () => {
    expect(declineReasonNumbers).toMatchObject({ NotGenuineCustomer: 5, SpamOrAbuse: 7 });
    expect(lostReasonNumbers.TimelineTooShort).toBe(6);
  });

  it('a number is read as a reason that has this number, where there is one', () => {
    const lists = [
      [declineReasons, declineReasonNumbers, declineReasonOfNumber],
      [lostReasons, lostReasonNumbers, lostReasonOfNumber],
      [errorReasons, errorReasonNumbersOf, errorReasonOfNumber],
    ] as unknown as [string[], Record<string, number>, Record<number, string>][];
    for (const [reasons, numberOf, reasonOf] of lists) {
      const taken = new Set(reasons.map((reason) => numberOf[reason]));
      for (const [number, reason] of Object.entries(reasonOf))
        if (taken.has(Number(number))) expect(numberOf[reason], `${number} ${reason}`).toBe(Number(number));
        else expect(['Duplicate', 'Other']).toContain(reason);
    }
  });

  it('the description of the API names them', () => {
    expect(declineNumbersInWords).toContain('7 Report as abuse, spam or phishing: SpamOrAbuse');
  });
});
