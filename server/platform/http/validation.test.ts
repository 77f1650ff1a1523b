import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';

/** The issues reported for a value that breaks the schema. */
function issuesOf(schema: z.ZodType, value: unknown, httpPart = 'body') {
  const result = validatorCompiler({ schema, httpPart, method: 'POST', url: '/' })(value);
  const error = typeof result === 'object' && 'error' in result ? result.error : undefined;
  if (!(error instanceof AppError)) throw new Error('the value was taken');
  return (error.details.issues ?? []).map((issue) => ({ ...issue, message: String(issue.message) }));
}

describe('wrong values', () => {
  const schema = z.strictObject({
    name: z.string(),
    count: z.number().int().min(1).max(5),
    kind: z.enum(['a', 'b']),
    list: z.array(z.strictObject({ id: z.uuid() })),
  });

  it('IN-4 each is named with its path, its rule and what is wrong', () => {
    const wrong = { count: 9, kind: 'c', list: [{ id: 'x' }, { id: 1, more: true }], extra: 1 };
    expect(issuesOf(schema, wrong)).toEqual([
      { path: 'body.name', message: 'is missing', rule: 'invalid-type' },
      { path: 'body.count', message: 'must be 5 or less', rule: 'too-big' },
      { path: 'body.kind', message: 'must be one of a, b', rule: 'invalid-value' },
      { path: 'body.list[0].id', message: 'is not an ID (UUID)', rule: 'invalid-format' },
      { path: 'body.list[1].id', message: 'must be a string', rule: 'invalid-type' },
      { path: 'body.list[1].more', message: 'is not a known field', rule: 'unknown-field' },
      { path: 'body.extra', message: 'is not a known field', rule: 'unknown-field' },
    ]);
  });

  it.each([
    [undefined, 'body', 'is missing'],
    [null, 'body', 'must be an object'],
    [[], 'body', 'must be an object'],
    ['text', 'body', 'must be an object'],
  ])('%j in place of an object', (value, path, message) => {
    expect(issuesOf(schema, value)[0]).toMatchObject({ path, message });
  });

  it.each([
    ['querystring', 'query.name'],
    ['params', 'params.name'],
    ['headers', 'headers.name'],
  ])('in the %s stand at %s', (part, path) => {
    expect(issuesOf(z.object({ name: z.string() }), { name: 1 }, part)[0]?.path).toBe(path);
  });

  it('of several ways to be right the closest is explained', () => {
    const one = z.string().max(2);
    expect(issuesOf(z.union([z.array(one), one]), ['abc', 'ab', 'abcd']).map((issue) => issue.path)).toEqual([
      'body[0]',
      'body[2]',
    ]);
    expect(issuesOf(z.union([z.array(one), one]), 'abc')).toEqual([
      { path: 'body', message: 'has more than 2 characters', rule: 'too-big' },
    ]);
  });

  it('names of unknown fields are clipped and cleaned', () => {
    const [issue] = issuesOf(z.strictObject({}), { [`a\n\ud800${'x'.repeat(1000)}`]: 1 });
    expect(issue?.path).toBe(`body.a?\ufffd${'x'.repeat(57)}…`);
  });

  it('the value itself is never repeated', () => {
    const text = JSON.stringify(issuesOf(schema, { name: ['ada@example.test'], kind: 'ada@example.test' }));
    expect(text).not.toContain('ada@example.test');
  });
});

describe('answers', () => {
  it('leave through their contract: what is not declared does not leave, what is missing is a defect', () => {
    const write = serializerCompiler({ schema: z.object({ id: z.string() }), method: 'GET', url: '/' });
    expect(write({ id: 'a', secret: 'b' })).toBe('{"id":"a"}');
    expect(() => write({})).toThrow();
  });
});
