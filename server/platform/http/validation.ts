import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { z } from 'zod';
import { cutText } from '../../../contract/cut.ts';
import { fault } from '../../../contract/faults/catalogue.ts';
import { faultOf } from '../../../contract/faults/issue-fault.ts';
import type { Sentence } from '../../../contract/sentences.ts';
import { sentence as common } from '../catalogue.ts';
import { AppError, type WrongValue } from '../errors.ts';
import { sentence } from './catalogue.ts';
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
    // Issues carry the wrong value, so that a missing one can be told from one of another type; answers never repeat it.
    const result = schema.safeParse(data, { reportInput: true });
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
  const issues: WrongValue[] = [];
  for (const issue of wrong) {
    if (issues.length >= maxNamedIssues) break;
    issues.push(...toProblemIssues(part, issue, maxNamedIssues - issues.length));
  }
  const [first] = issues;
  const detail = first ? describe(first, issueCount - 1) : sentence('request.wrong');
  return new AppError('invalid-request', detail, { issues, issueCount });
}

function describe({ path, message }: WrongValue, more: number): Sentence {
  return more > 0
    ? common('wrongValues', { path, fault: message, more })
    : common('wrongValue', { path, fault: message });
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
function toProblemIssues(part: string, issue: z.core.$ZodIssue, most: number): WrongValue[] {
  const at = (path: readonly PropertyKey[]) => jsonPath(part, path);
  if (issue.code !== 'unrecognized_keys')
    return [{ path: at(issue.path), message: faultOf(issue), rule: issue.code.replaceAll('_', '-') }];
  return issue.keys.slice(0, most).map((key) => ({
    path: at([...issue.path, clip(key)]),
    message: fault('value.unknownField'),
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
