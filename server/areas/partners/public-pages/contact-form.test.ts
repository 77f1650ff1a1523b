import { describe, expect, it } from 'vitest';
import { emptyForm, readForm } from './contact-form.ts';

const newKey = '018f0000-0000-7000-8000-000000000001';
const setting = { language: 'en' as const, newKey, now: new Date('2026-11-20T10:00:00Z') };
const formKey = '0b6f8a52-7c38-4c0e-9f3c-0d2b30136469';
const filledIn = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.test',
  phone: '',
  company: '',
  title: '',
  country: 'gb',
  message: '',
  consent: 'on',
  formKey,
};

describe('readForm', () => {
  it('takes a form; blank optional fields become null', () => {
    expect(readForm(filledIn, setting).form).toEqual({
      ...filledIn,
      country: 'GB',
      phone: null,
      company: null,
      title: null,
      message: null,
    });
  });

  it.each([undefined, null, 'text', [], {}])('says what is missing in %j', (body) => {
    const { state } = readForm(body, setting);
    expect(state?.formKey).toBe(newKey);
    expect(state?.outdated).toBe(false);
    expect(Object.keys(state?.errors ?? {})).toEqual(['firstName', 'email', 'country', 'consent']);
  });

  it('keeps what was typed and the key of the page', () => {
    const { state } = readForm({ ...filledIn, country: '  ', consent: 'yes' }, setting);
    expect(state).toMatchObject({ formKey, values: { firstName: 'Ada', country: '  ', consent: '' } });
    expect(state?.errors).toEqual({
      country: 'Choose your country.',
      consent: 'Tick this box: without your consent, your request cannot be passed on.',
    });
  });

  it.each([
    ['firstName', 'x'.repeat(201), 'First name has more than 200 characters.'],
    ['message', 'x'.repeat(5001), 'Message has more than 5000 characters.'],
    [
      'company',
      'a\u0000b',
      'Company contains a character that was damaged on its way. Please type it again.',
    ],
    ['country', 'XX', 'Choose your country.'],
    ['country', 'Germany', 'Choose your country.'],
  ])('says what is wrong with %s', (field, value, message) => {
    expect(readForm({ ...filledIn, [field]: value }, setting).state?.errors).toEqual({ [field]: message });
  });

  it('counts a line end of a browser as one character, and allows none in one-line fields', () => {
    const message = `${'x\r\n'.repeat(2499)}xy`;
    const { form } = readForm({ ...filledIn, message, lastName: 'Love\r\nlace' }, setting);
    expect(form?.message).toBe(message.replaceAll('\r\n', '\n'));
    expect(form?.lastName).toBe('Love lace');
  });

  it('takes the first of a field that came twice, and passes over fields it does not know', () => {
    expect(readForm({ ...filledIn, firstName: ['Ada', 'Bob'], utm: 'x' }, setting).form?.firstName).toBe(
      'Ada',
    );
  });

  it('asks to send a form without a good key again, with a new key', () => {
    const { state } = readForm({ ...filledIn, formKey: 'mine' }, setting);
    expect(state).toMatchObject({ formKey: newKey, errors: {}, outdated: true });
  });
});

describe('IN-1: the customer can be answered', () => {
  const errorsOf = (more: object) => readForm({ ...filledIn, ...more }, setting).state?.errors ?? {};

  it.each([
    'not an address',
    'anna',
    'anna@firma,de',
    'anna@',
    '@firma.de',
    'anna@firma',
    'anna(at)firma.de',
    'a@b@c@firma.de',
    'anna@firma..de',
    'anna@firma.invalidtld',
    'x@localhost',
    'anna@[127.0.0.1]',
    '+49 30 901820',
  ])('IN-1 an address that nobody can answer is caught at the field: %j', (email) => {
    const { state } = readForm({ ...filledIn, email, phone: '+49 30 901820' }, setting);
    expect(Object.keys(state?.errors ?? {})).toEqual(['email']);
    expect(state?.errors.email).toMatch(/^This email address doesn’t look right\./);
    expect(state?.values.email).toBe(email);
  });

  it.each([
    'anna@firma-muster.de',
    'ANNA@FIRMA-MUSTER.DE',
    ' anna@firma-muster.de ',
    'müller@müller-söhne.de',
    'ada@example.test',
    'Anna Muster <anna@firma-muster.de>',
    'mailto:anna@firma-muster.de',
    'anna@firma-muster.de; ben@firma-muster.de',
    'anna@firma-muster.de.',
    'anna@\u200bfirma-muster.de',
  ])('IN-1 %j is taken', (email) => {
    expect(errorsOf({ email })).toEqual({});
  });

  it('IN-1 says what was probably meant where the ending is broken', () => {
    expect(errorsOf({ email: 'anna@gmail,com' }).email).toMatch(/ Did you mean anna@gmail\.com\?$/);
  });

  it('IN-1 a likely slip is asked about once, and taken when it is sent again', () => {
    const first = readForm({ ...filledIn, email: 'anna@gmial.com' }, setting).state;
    expect(first?.errors).toEqual({
      email:
        'Did you mean anna@gmail.com? Correct the address, or send the form again if anna@gmial.com is right.',
    });
    const askedEmail = first?.askedEmail;
    expect(askedEmail).toBe('anna@gmial.com');
    const sendAgain = (email: string) => readForm({ ...filledIn, email, askedEmail }, setting);
    expect(sendAgain('anna@gmial.com').form?.email).toBe('anna@gmial.com');
    expect(sendAgain('anna@gmail.com').form?.email).toBe('anna@gmail.com');
    // Another slip is another question.
    expect(Object.keys(errorsOf({ email: 'anna@hotmial.com', askedEmail }))).toEqual(['email']);
    // The answer is kept while other fields are corrected.
    const corrected = readForm({ ...filledIn, email: 'anna@gmial.com', askedEmail, country: '' }, setting);
    expect(corrected.state).toMatchObject({ askedEmail, errors: { country: 'Choose your country.' } });
  });

  it('IN-1 a phone number is enough, if it can be called', () => {
    const called = { ...filledIn, email: '', phone: '030 901820', country: 'DE' };
    expect(readForm(called, setting).form).toMatchObject({ email: null, phone: '030 901820' });
    expect(Object.keys(errorsOf({ email: '', phone: 'call me', country: 'DE' }))).toEqual(['phone']);
    expect(Object.keys(errorsOf({ email: '', phone: '12', country: 'DE' }))).toEqual(['phone']);
    expect(Object.keys(errorsOf({ email: ' ', phone: '' }))).toEqual(['email']);
    // With an address given, a number is never asked about.
    expect(errorsOf({ phone: 'call me' })).toEqual({});
  });

  it.each([
    [
      { firstName: 'Sukarnoputri', lastName: '' },
      { firstName: 'Sukarnoputri', lastName: null },
    ],
    [
      { firstName: ' ', lastName: 'Suharto' },
      { firstName: null, lastName: 'Suharto' },
    ],
  ])('IN-1 people with one name write it into either field: %j', (more, expected) => {
    expect(readForm({ ...filledIn, ...more }, setting).form).toMatchObject(expected);
  });

  it('IN-1 somebody without any name is asked for it', () => {
    expect(Object.keys(errorsOf({ firstName: '', lastName: ' ' }))).toEqual(['firstName']);
  });
});

it('an empty form has no errors and nothing chosen', () => {
  const state = emptyForm(formKey);
  expect(state.errors).toEqual({});
  expect(new Set(Object.values(state.values))).toEqual(new Set(['']));
});
