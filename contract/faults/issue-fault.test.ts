import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fault } from './catalogue.ts';
import { faultOf } from './issue-fault.ts';
import { said } from './said.ts';

type Code = z.core.$ZodIssue['code'];
type Case = readonly [what: string, schema: z.ZodType, value: unknown, fault: string];

const withMessage = said(fault('list.nobody'));

/** Of each kind of issue the library has, its sentences; a kind that is missing here does not compile. */
const cases: { readonly [Each in Code]: readonly Case[] } = {
  invalid_type: [
    ['nothing where a text is needed', z.string(), undefined, 'is missing'],
    ['nothing where the schema has words for wrong values', z.uuid(withMessage), undefined, 'is missing'],
    ['null', z.object({}), null, 'must be an object'],
    ['a number for a text', z.string(), 1, 'must be a string'],
    ['a text for a list', z.array(z.string()), 'a', 'must be a list'],
    ['a fraction', z.int(), 1.5, 'must be a whole number'],
    ['no number in a query', z.coerce.number(), 'a', 'must be a number'],
  ],
  invalid_value: [
    ['no choice', z.enum(['a', 'b']), 'c', 'must be one of a, b'],
    ['another value than the only one', z.literal(true), false, 'must be one of true'],
  ],
  unrecognized_keys: [['a field too many', z.strictObject({}), { a: 1 }, 'is not a known field']],
  too_small: [
    ['a small number', z.number().min(3), 2, 'must be 3 or more'],
    ['a number on the limit', z.number().gt(3), 3, 'must be more than 3'],
    ['an empty text', z.string().min(1), '', 'must not be empty'],
    ['a short text', z.string().min(2), '', 'has fewer than 2 characters'],
    ['a text of another length', z.string().length(1), '', 'must have exactly 1 character'],
    ['an empty list', z.array(z.string()).min(1), [], 'must not be empty'],
    ['a short list', z.array(z.string()).min(2), [], 'has fewer than 2 values'],
    ['a list of another length', z.array(z.string()).length(2), [], 'must have exactly 2 values'],
    ['a schema’s own words', z.array(z.string()).min(1, withMessage), [], 'must name at least one person'],
  ],
  too_big: [
    ['a large number', z.number().max(3), 4, 'must be 3 or less'],
    ['a number on the limit', z.number().lt(3), 3, 'must be less than 3'],
    ['a number that is not exact', z.int(), 2 ** 60, 'must be 9007199254740991 or less'],
    ['a long text', z.string().max(1500), 'a'.repeat(1501), 'has more than 1500 characters'],
    ['a text of another length', z.string().length(2), 'abc', 'must have exactly 2 characters'],
    ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'has more than 1 value'],
    ['a list of another length', z.array(z.string()).length(1), ['a', 'b'], 'must have exactly 1 value'],
    ['a schema’s own words', z.array(z.string()).max(0, withMessage), [''], 'must name at least one person'],
  ],
  invalid_format: [
    ['no day', z.iso.date(), 'a', 'is not a calendar date (YYYY-MM-DD)'],
    [
      'no moment',
      z.iso.datetime(),
      'a',
      'is not a timestamp (ISO 8601 in UTC, such as 2026-11-29T09:30:00Z)',
    ],
    ['no id', z.uuid(), 'a', 'is not an ID (UUID)'],
    ['no address', z.email(), 'a', 'is not an email address'],
    ['another pattern', z.string().regex(/b/), 'a', 'does not have the required format'],
    ['a schema’s own words', z.string().regex(/b/, withMessage), 'a', 'must name at least one person'],
  ],
  not_multiple_of: [['a number between steps', z.number().multipleOf(0.5), 0.3, 'must be a multiple of 0.5']],
  invalid_union: [
    [
      'an unknown variant',
      z.discriminatedUnion('a', [z.object({ a: z.literal('b') }), z.object({ a: z.literal('c') })]),
      {},
      'must be one of b, c',
    ],
    ['none of several forms', z.union([z.string(), z.null()]), 1, 'doesn’t match any of the allowed forms'],
    [
      'several forms at once',
      z.xor([z.string(), z.string()]),
      'a',
      'matches more than one of the allowed forms',
    ],
  ],
  invalid_key: [
    [
      'a name of another form',
      z.record(z.uuid(), z.string()),
      { a: '' },
      'has an entry with an invalid name',
    ],
  ],
  invalid_element: [
    ['a wrong value by an object', z.map(z.object(), z.string()), new Map([[{}, 1]]), 'has an invalid entry'],
  ],
  custom: [
    ['a rule without words', z.string().refine(() => false), 'a', 'is not valid'],
    ['a rule with words', z.string().refine(() => false, withMessage), 'a', 'must name at least one person'],
  ],
};

describe.each(Object.entries(cases))('an issue of the kind %s', (code, ofKind) => {
  it.each(ofKind)('IN-4 %s: in our words', (_, schema, value, expected) => {
    const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
    if (!issue) throw new Error('the value was taken');
    expect([issue.code, String(faultOf(issue))]).toEqual([code, expected]);
  });
});
