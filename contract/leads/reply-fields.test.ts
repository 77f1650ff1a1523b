import { describe, expect, it } from 'vitest';
import {
  fillFields,
  mailtoOf,
  mostMailtoCharacters,
  type ReplyValues,
  unknownFields,
} from './reply-fields.ts';

const values: ReplyValues = {
  firstName: 'Kim',
  lastName: ' Akers ',
  customer: 'Alpine & Söhne',
  offer: null,
  myName: 'Ada Berg',
  myCompany: '',
};

describe('WS-17: the fields of a template', () => {
  it.each<[string, string, string[]]>([
    ['Hello {{firstName}} {{ lastName }},', 'Hello Kim Akers,', []],
    ['Hello {{offer}},', 'Hello,', ['offer']],
    ['{{offer}}\nfor {{customer}}', '\nfor Alpine & Söhne', ['offer']],
    ['{{myCompany}} {{myCompany}}', '', ['myCompany']],
    ['{{customer}}: $& {{firstName}}', 'Alpine & Söhne: $& Kim', []],
    ['{{unknown}} {firstName} {{ }}', '{{unknown}} {firstName} {{ }}', []],
    ['', '', []],
  ])('WS-17 %j', (text, expected, empty) => {
    expect(fillFields(text, values)).toEqual({ text: expected, empty });
  });

  it('WS-17 what a customer is called is never read as a field', () => {
    const odd = { ...values, customer: '{{myName}}' };
    expect(fillFields('{{customer}}', odd).text).toBe('{{myName}}');
  });

  it('WS-17 fields that there are not are named', () => {
    expect(unknownFields('{{firstName}} {{ price }} {{price}} {{}}')).toEqual(['price', '']);
  });
});

describe('WS-17: opening the mail program', () => {
  const mail = { to: 'kim@alpine.example', subject: 'Your request', text: 'Hello Kim,\nthanks & bye?' };

  it('WS-17 subject and text arrive as they are, with the line breaks of emails', () => {
    expect(mailtoOf(mail)).toBe(
      'mailto:kim@alpine.example?subject=Your%20request&body=Hello%20Kim%2C%0D%0Athanks%20%26%20bye%3F',
    );
  });

  it.each([
    ['a?subject=x&bcc=all@evil.example', 'mailto:a%3Fsubject%3Dx%26bcc%3Dall@evil.example?'],
    ['"kim, x"@alpine.example', 'mailto:%22kim%2C%20x%22@alpine.example?'],
  ])('WS-17 an address adds no recipients: %j', (to, beginning) => {
    expect(mailtoOf({ ...mail, to })?.startsWith(beginning)).toBe(true);
  });

  it('WS-17 a subject has one line', () => {
    expect(mailtoOf({ ...mail, subject: 'a\r\nbcc: b' })).toContain('subject=a%20bcc%3A%20b&');
  });

  it('WS-17 what is too long for some programs has no address, counted as it is sent', () => {
    expect(mailtoOf({ ...mail, text: 'x'.repeat(1000) })).toBeDefined();
    expect(mailtoOf({ ...mail, text: 'ü'.repeat(1000) })).toBeUndefined();
    expect(mailtoOf({ ...mail, text: 'x'.repeat(mostMailtoCharacters) })).toBeUndefined();
  });
});
