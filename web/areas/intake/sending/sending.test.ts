import { describe, expect, it } from 'vitest';
import { createKeyring, makeKey } from '../../../api/idempotency.ts';
import { checkLeadForm, emptyLeadForm, listOffers, toLeadBody } from './lead-form.ts';

describe('createKeyring (IN-3)', () => {
  it('keeps the key while the content stays and changes it with the content', () => {
    let count = 0;
    const keyOf = createKeyring(() => `key-${++count}`);
    expect(keyOf({ a: 1 })).toBe('key-1');
    expect(keyOf({ a: 1 })).toBe('key-1');
    expect(keyOf({ a: 2 })).toBe('key-2');
    expect(keyOf({ a: 1 })).toBe('key-3');
  });

  it('makes keys that the API takes', () => {
    expect(makeKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(makeKey()).not.toBe(makeKey());
  });
});

describe('the form of a lead', () => {
  it('leaves out what is empty', () => {
    const body = toLeadBody({ ...emptyLeadForm, organizationId: 'p', email: ' kim@customer.example ' });
    expect(JSON.parse(JSON.stringify(body))).toEqual({
      organizationId: 'p',
      contact: { email: 'kim@customer.example' },
      contactAllowed: false,
      contactDirectly: false,
    });
  });

  it('IN-1: names the referral program, without the spaces around it', () => {
    expect(toLeadBody({ ...emptyLeadForm, referralProgram: ' Co-sell ' }).referralProgram).toBe('Co-sell');
    expect(toLeadBody({ ...emptyLeadForm, referralProgram: '  ' }).referralProgram).toBeUndefined();
  });

  it('cannot ask for direct contact without consent (IN-6)', () => {
    const form = { ...emptyLeadForm, contactAllowed: 'no' as const, contactDirectly: true };
    expect(toLeadBody(form).contactDirectly).toBe(false);
  });

  it('needs a partner and a way to reach the customer', () => {
    expect(Object.keys(checkLeadForm(emptyLeadForm))).toEqual(['organizationId', 'email', 'contactAllowed']);
    expect(
      checkLeadForm({ ...emptyLeadForm, organizationId: 'p', phone: '1', contactAllowed: 'no' }),
    ).toEqual({});
  });

  it('names an offer once', () => {
    const offers = [
      { id: 'a', title: 'A' },
      { id: 'a', title: 'A' },
    ];
    expect(listOffers({ id: 'p', name: 'P', country: 'DE', locations: [], offers })).toEqual([
      { value: 'a', label: 'A' },
    ]);
  });
});
