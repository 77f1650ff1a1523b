import { describe, expect, it } from 'vitest';
import { readLeadId } from './lead-id.ts';

const id = '0190aaaa-0000-7000-8000-000000000001';

describe('readLeadId', () => {
  it.each([
    [id, id],
    [`  ${id.toUpperCase()} `, id],
    [`https://leads.example/leads/${id}?tab=qualified`, id],
    [`/leads/${id}`, id],
    ['', null],
    ['12', null],
    [`lead ${id}`, null],
    [`https://leads.example/leads?search=${id}`, null],
  ])('%s', (text, expected) => {
    expect(readLeadId(text)).toBe(expected);
  });
});
