import { expect, it } from 'vitest';
import { z } from 'zod';
import { makeId } from './idempotency.ts';

it('BP-12 a location that is added gets an id that the API takes, another each time', () => {
  const ids = Array.from({ length: 200 }, () => makeId());
  for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
