import { describe, expect, it } from 'vitest';
import { toMailLink, toPhoneLink } from './contact-links.ts';

describe('toMailLink', () => {
  it.each([
    ['kim+sales@partner.example', 'mailto:kim+sales@partner.example'],
    ['kim?bcc=x@partner.example', 'mailto:kim%3Fbcc%3Dx@partner.example'],
    ['kim@a.example,lee@b.example', null],
    ['none', null],
    [null, null],
  ])('%s', (email, link) => {
    expect(toMailLink(email)).toBe(link);
  });
});

describe('toPhoneLink', () => {
  it.each([
    ['+49 (0)30 555-01 47', 'tel:+49305550147'],
    ['(425) 555.0100', 'tel:4255550100'],
    ['call me', null],
    ['555 0100 ext 4', null],
    [null, null],
  ])('%s', (phone, link) => {
    expect(toPhoneLink(phone)).toBe(link);
  });
});
