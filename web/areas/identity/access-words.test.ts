import { describe, expect, it } from 'vitest';
import { wordAccess } from './access-words.ts';

describe('wordAccess (ID-7)', () => {
  it.each([
    ['lead.read', null, 'Opened a lead'],
    ['lead.change', 'lead.accepted', 'Changed a lead: accepted'],
    ['lead.export', '25 leads, CSV', 'Exported leads: 25 leads, CSV'],
    ['token.create', '“CRM” (…a1b2): leads:read', 'Created an API token: “CRM” (…a1b2): leads:read'],
    ['session.sign-in', null, 'Signed in'],
    ['something.else', null, 'Something else'],
  ])('%s %s', (action, detail, words) => {
    expect(wordAccess({ action, detail })).toBe(words);
  });
});
