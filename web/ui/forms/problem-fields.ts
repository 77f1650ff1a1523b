import type { Problem, ProblemIssue } from '../../../contract/errors.ts';

interface FieldProblems {
  /** Errors by form field. */
  fields: Record<string, string>;
  /** Sentences that belong to no field of this form. */
  others: string[];
}

/** `body.employees[0].name` and `$.employees.0.name` both become `employees.0.name`. */
export function toFieldPath(path: string): string {
  return path
    .replace(/\[(\d+)\]/gu, '.$1')
    .replace(/\["([^"]+)"\]/gu, '.$1')
    .replace(/^(?:\$|body)(?:\.|$)/u, '')
    .replace(/^body(?:\.|$)/u, '');
}

/**
 * Assigns each issue of a refused request to its field. `fieldOf` returns the form field for a path of the request
 * (`estimatedValue.amountMinor` → `amount`); issues without one apply to the form as a whole.
 */
export function spreadIssues(
  problem: Pick<Problem, 'issues' | 'detail' | 'title'>,
  fieldOf: (path: string) => string | undefined,
): FieldProblems {
  const result: FieldProblems = { fields: {}, others: [] };
  for (const issue of problem.issues ?? []) {
    const field = fieldOf(toFieldPath(issue.path));
    if (field === undefined) result.others.push(describeIssue(issue));
    else result.fields[field] ??= capitalize(issue.message);
  }
  if ((problem.issues ?? []).length === 0) result.others.push(problem.detail || problem.title);
  return result;
}

/** Finds the form field of a path by name or by the part of the path before it: `employees.0.name` in `employees`. */
export function matchField(
  fields: readonly string[],
  renamed: Readonly<Record<string, string>> = {},
): (path: string) => string | undefined {
  return (path) => {
    const owner = Object.keys(renamed).find((name) => path === name || path.startsWith(`${name}.`));
    if (owner !== undefined) return renamed[owner];
    return fields.some((name) => path === name || path.startsWith(`${name}.`)) ? path : undefined;
  };
}

function describeIssue(issue: ProblemIssue): string {
  const path = toFieldPath(issue.path);
  return path === '' ? capitalize(issue.message) : `${path}: ${issue.message}`;
}

/** With a capital: what is wrong with a value, said beside its field. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
