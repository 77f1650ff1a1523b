import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { z } from 'zod';
import type { ProblemIssue } from '../../../contract/errors.ts';
import { AppError } from '../errors.ts';

const partNames: Record<string, string> = {
  body: 'body',
  querystring: 'query',
  params: 'params',
  headers: 'headers',
};

/** Checks each part of a request by its contract; the error lists every wrong value by its JSON path. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = partNames[httpPart ?? 'body'] ?? 'body';
  return (data) => {
    const result = schema.safeParse(data);
    if (result.success) return { value: result.data };
    const issues = result.error.issues.flatMap((issue) => toProblemIssues(part, issue));
    return { error: invalidRequest(issues) };
  };
};

/** Writes answers through their contract, so that nothing undeclared leaves the house. */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  return (data) => JSON.stringify(schema.parse(data));
};

/** One error for a whole request, however much of it is wrong. */
export function invalidRequest(issues: ProblemIssue[]): AppError {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new AppError(
    'invalid-request',
    first ? `${first.path} ${first.message}${more}.` : 'The request is wrong.',
    { issues },
  );
}

/** A zod issue becomes one entry for each value it speaks of. */
export function toProblemIssues(part: string, issue: z.core.$ZodIssue): ProblemIssue[] {
  const at = (path: readonly PropertyKey[]) => jsonPath(part, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: at([...issue.path, clip(key)]),
      message: 'is not a field that is known here',
      rule: 'unknown-field',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = closestBranch(issue.errors);
    if (branch)
      return branch.flatMap((inner) =>
        toProblemIssues(part, { ...inner, path: [...issue.path, ...inner.path] }),
      );
  }
  return [{ path: at(issue.path), message: sentence(issue), rule: issue.code.replaceAll('_', '-') }];
}

/** Of the ways a value could have been right, the one it came closest to: the one that got deepest. */
function closestBranch(errors: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const depth = (issues: z.core.$ZodIssue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  const typeMismatch = (issues: z.core.$ZodIssue[]) =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  const fitting = errors.filter((issues) => !typeMismatch(issues));
  return [...(fitting.length > 0 ? fitting : errors)].sort((a, b) => depth(b) - depth(a))[0];
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined && issue.message.includes('undefined')
      ? 'is missing'
      : `must be ${article(issue.expected)}`;
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && typeof issue.minimum === 'number' && issue.origin === 'number') {
    return `must be ${issue.minimum} or more`;
  }
  if (issue.code === 'too_big' && typeof issue.maximum === 'number' && issue.origin === 'number') {
    return `must be ${issue.maximum} or less`;
  }
  return issue.message;
}

function article(expected: string): string {
  if (expected === 'array') return 'a list';
  if (expected === 'int' || expected === 'integer') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function jsonPath(part: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (so, key) => (typeof key === 'number' ? `${so}[${key}]` : `${so}.${String(key)}`),
    part,
  );
}

/** Names of unknown fields come from outside: no control characters, no endless names. */
function clip(key: string): string {
  const clean = key.toWellFormed().replace(/\p{C}/gu, '?');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
