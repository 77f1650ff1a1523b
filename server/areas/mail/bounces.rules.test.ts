import { expect, it } from 'vitest';
import { mailIdOf } from './bounces.rules.ts';

const id = '01a20333-cacc-70a0-8362-ce8910b6403c';

it.each([
  [`<${id}@vendor.test>`, id],
  [` ${id.toUpperCase()}@vendor.test `, id],
  ['<something-else@vendor.test>', undefined],
  [`<${id}>`, undefined],
  [`<${id}@vendor.test> <other@vendor.test>`, undefined],
  ['', undefined],
])('NT-4 the Message-ID “%s” is of the mail %s', (messageId, mailId) => {
  expect(mailIdOf(messageId)).toBe(mailId);
});
