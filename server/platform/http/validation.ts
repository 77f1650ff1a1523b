import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { z } from 'zod';
import { cutText } from '../../../contract/cut.ts';
import type { ProblemIssue } from '../../../contract/errors.ts';
import { AppError } from '../errors.ts';
import { maxNamedIssues } from './problem.ts';

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
    return { error: invalidRequest(part, result.error.issues) };
  };
};

/** Serializes answers through their contract, so that nothing undeclared is sent. */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  return (data) => JSON.stringify(schema.parse(data));
};

/** One error for a whole request, however much of it is wrong: the first issues are named, all are counted. */
function invalidRequest(part: string, found: readonly z.core.$ZodIssue[]): AppError {
  const wrong = found.flatMap((issue) => simpleIssues(issue));
  const issueCount = wrong.reduce((sum, issue) => sum + sizeOf(issue), 0);
  const issues: ProblemIssue[] = [];
  for (const issue of wrong) {
    if (issues.length >= maxNamedIssues) break;
    issues.push(...toProblemIssues(part, issue, maxNamedIssues - issues.length));
  }
  const [first] = issues;
  const more = issueCount > 1 ? ` (and ${issueCount - 1} more)` : '';
  return new AppError(
    'invalid-request',
    first ? `${first.path} ${first.message}${more}.` : 'The request is wrong.',
    { issues, issueCount },
  );
}

/** For a union, the issues of the closest alternative. */
function simpleIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  const branch = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined;
  if (!branch) return [issue];
  return branch.flatMap((inner) => simpleIssues({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** How many values an issue covers. */
const sizeOf = (issue: z.core.$ZodIssue) => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1);

/** Turns a zod issue into one entry for each value it covers, up to a limit. */
function toProblemIssues(part: string, issue: z.core.$ZodIssue, most: number): ProblemIssue[] {
  const at = (path: readonly PropertyKey[]) => jsonPath(part, path);
  if (issue.code !== 'unrecognized_keys')
    return [{ path: at(issue.path), message: sentence(issue), rule: issue.code.replaceAll('_', '-') }];
  return issue.keys.slice(0, most).map((key) => ({
    path: at([...issue.path, clip(key)]),
    message: 'is not a field that is known here',
    rule: 'unknown-field',
  }));
}

/** Of a union's alternatives, the one whose validation got deepest. */
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
  // Sixty characters and the ellipsis.
  return cutText(clean, 61);
}
