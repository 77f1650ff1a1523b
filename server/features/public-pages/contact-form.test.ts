import { describe, expect, it } from 'vitest';
import { emptyForm, readForm } from './contact-form.ts';

const newKey = '018f0000-0000-7000-8000-000000000001';
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
    expect(readForm(filledIn, newKey).form).toEqual({
      ...filledIn,
      country: 'GB',
      phone: null,
      company: null,
      title: null,
      message: null,
    });
  });

  it.each([undefined, null, 'text', [], {}])('says what is missing in %j', (body) => {
    const { state } = readForm(body, newKey);
    expect(state?.formKey).toBe(newKey);
    expect(state?.outdated).toBe(false);
    expect(Object.keys(state?.errors ?? {})).toEqual([
      'firstName',
      'lastName',
      'email',
      'country',
      'consent',
    ]);
  });

  it('keeps what was typed and the key of the page', () => {
    const { state } = readForm({ ...filledIn, lastName: '  ', consent: 'yes' }, newKey);
    expect(state).toMatchObject({ formKey, values: { firstName: 'Ada', lastName: '  ', consent: '' } });
    expect(state?.errors).toEqual({
      lastName: 'Enter your last name.',
      consent: 'Tick this box: without your consent, your request cannot be passed on.',
    });
  });

  it.each([
    ['firstName', 'x'.repeat(201), 'First name has more than 200 characters.'],
    ['message', 'x'.repeat(5001), 'Message has more than 5000 characters.'],
    ['company', 'a\u0000b', 'Company contains a NUL character or half of a surrogate pair.'],
    ['country', 'XX', 'Choose your country.'],
    ['country', 'Germany', 'Choose your country.'],
  ])('says what is wrong with %s', (field, value, message) => {
    expect(readForm({ ...filledIn, [field]: value }, newKey).state?.errors).toEqual({ [field]: message });
  });

  it('counts a line end of a browser as one character, and allows none in one-line fields', () => {
    const message = `${'x\r\n'.repeat(2499)}xy`;
    const { form } = readForm({ ...filledIn, message, lastName: 'Love\r\nlace' }, newKey);
    expect(form?.message).toBe(message.replaceAll('\r\n', '\n'));
    expect(form?.lastName).toBe('Love lace');
  });

  it('takes the first of a field that came twice, and passes over fields it does not know', () => {
    expect(readForm({ ...filledIn, firstName: ['Ada', 'Bob'], utm: 'x' }, newKey).form?.firstName).toBe(
      'Ada',
    );
  });

  it('asks to send a form without a good key again, with a new key', () => {
    const { state } = readForm({ ...filledIn, formKey: 'mine' }, newKey);
    expect(state).toMatchObject({ formKey: newKey, errors: {}, outdated: true });
  });
});

it('an empty form has no errors and nothing chosen', () => {
  const state = emptyForm(formKey);
  expect(state.errors).toEqual({});
  expect(new Set(Object.values(state.values))).toEqual(new Set(['']));
});
