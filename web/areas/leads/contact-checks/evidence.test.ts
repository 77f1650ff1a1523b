import { describe, expect, it } from 'vitest';
import type { Evidence, LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import {
  isOverdue,
  needsNoLook,
  pollDelayMs,
  sortEvidence,
  spamReason,
  standingOf,
  suggestAddress,
  summarize,
} from './evidence.ts';

const at = '2026-05-01T12:00:00.000Z';
const finding = (check: Evidence['check'], result: Evidence['result'], code: string = check): Evidence => ({
  check,
  result,
  code,
  detail: `${check} ${result}`,
  at,
  goodUntil: null,
});

function checksWith(validity: 'Valid' | 'Spam' | 'Unknown', evidence: Evidence[]): LeadContactChecks {
  return {
    checking: false,
    withheld: null,
    email: { validity, basis: null, readAs: null, evidence, checkedAt: at, goodUntil: null, retryAt: null },
    phone: null,
    spamReport: null,
    allowedActions: [],
  };
}

describe('evidence', () => {
  it('CV-3: hints stand apart from what decided', () => {
    const evidence = [finding('syntax', 'passed'), finding('spelling', 'hint'), finding('mailbox', 'failed')];
    const { findings, hints } = sortEvidence(evidence);
    expect(findings.map(({ check }) => check)).toEqual(['syntax', 'mailbox']);
    expect(hints.map(({ check }) => check)).toEqual(['spelling']);
  });

  it('CV-7: the reason for spam is the finding that failed, and there is none without spam', () => {
    const evidence = [finding('syntax', 'passed'), finding('disposable', 'failed')];
    expect(spamReason(checksWith('Spam', evidence))).toBe('disposable failed');
    expect(spamReason(checksWith('Spam', []))).toBeNull();
    expect(spamReason(checksWith('Unknown', evidence))).toBeNull();
    expect(spamReason(undefined)).toBeNull();
  });

  it.each([
    [at, true],
    ['2026-05-01T12:00:00.001Z', false],
    [null, false],
  ])('CV-3: good until %s is overdue: %s', (goodUntil, expected) => {
    expect(isOverdue({ goodUntil }, Date.parse(at))).toBe(expected);
  });
});

describe('the suggested address', () => {
  it.each([
    ['kim@gmial.com', 'gmail.com', 'kim@gmail.com'],
    ['"a@b"@gmial.com', 'gmail.com', '"a@b"@gmail.com'],
    ['gmial.com', 'gmail.com', null],
    ['@gmial.com', 'gmail.com', null],
    ['kim@gmial.com', 'not a domain', null],
    [null, 'gmail.com', null],
    ['Kim <kim@gmail,com>', 'gmail.com', null],
    ['kim@gmail,com', 'gmail.com', 'kim@gmail.com'],
  ])('%s with %s is %s', (typed, code, expected) => {
    expect(suggestAddress(typed, finding('spelling', 'hint', code))).toBe(expected);
  });

  it('is not made of other hints', () => {
    expect(suggestAddress('info@shop.example', finding('role-address', 'hint', 'shop.example'))).toBeNull();
  });
});

describe('the standing of a contact', () => {
  const lead = { emailValidity: 'Unknown', phoneValidity: null, checking: true } as const;

  it('is that of the lead until its checks are loaded', () => {
    expect(standingOf(lead, undefined)).toEqual({
      email: { validity: 'Unknown', basis: null },
      phone: null,
      checking: true,
    });
  });

  it('CV-2: is that of the checks afterwards, with what the verdict rests on', () => {
    const checks = checksWith('Valid', []);
    const phone = { validity: 'Valid', basis: 'plan' } as const;
    const standing = standingOf(lead, { ...checks, phone: phone as LeadContactChecks['phone'] });
    expect(standing).toMatchObject({ email: { validity: 'Valid' }, phone, checking: false });
    expect(summarize(standing)).toBe('Checked. Email address: Valid. Phone number: Valid.');
  });
});

describe('asking again for a check that is under way', () => {
  it('gets slower, so that a long check is no burden', () => {
    expect(pollDelayMs(0)).toBeLessThanOrEqual(5000);
    expect(pollDelayMs(500)).toBeGreaterThanOrEqual(10_000);
  });
});

describe('CV-3: checks that nobody needs to look at are folded', () => {
  const contact = {
    firstName: null,
    lastName: null,
    title: null,
    email: 'kim@customer.example',
    phone: null,
  };
  const lead = {
    contact,
    contactWithheld: null,
    emailValidity: 'Valid',
    phoneValidity: null,
    checking: false,
  } as const;

  it('when nothing was given, or nothing may be shown', () => {
    expect(needsNoLook({ ...lead, contact: null, contactWithheld: 'NoConsent' }, undefined)).toBe('Withheld');
    expect(needsNoLook({ ...lead, contact: { ...contact, email: null } }, undefined)).toBe(
      'Nothing to check',
    );
  });

  it('when all of it is valid, as the lead says before the checks are loaded', () => {
    expect(needsNoLook(lead, undefined)).toBe('All passed');
    expect(needsNoLook(lead, checksWith('Valid', [finding('syntax', 'passed')]))).toBe('All passed');
  });

  it('not while a check runs, nor with anything but Valid, a hint or a report', () => {
    const spamReport = { by: 'Grace', at };
    expect(needsNoLook({ ...lead, checking: true }, undefined)).toBeNull();
    expect(needsNoLook({ ...lead, phoneValidity: 'Unknown' }, undefined)).toBeNull();
    expect(needsNoLook(lead, checksWith('Spam', []))).toBeNull();
    expect(needsNoLook(lead, checksWith('Valid', [finding('spelling', 'hint')]))).toBeNull();
    expect(needsNoLook(lead, { ...checksWith('Valid', []), spamReport })).toBeNull();
  });
});
