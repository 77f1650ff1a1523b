import type { BusinessProfile } from '../../../../contract/profiles/profiles.ts';
import { ApiError, type ClientProblem, explainError } from '../../../api/client.ts';
import { toFieldPath } from '../../../ui/forms/problem-fields.ts';
import { type FieldKey, keyOfPath } from './draft-fields.ts';

/**
 * Why a change was not saved: a colleague `changed` some of its fields, some are `wrong`, it can be tried again `later`, once
 * somebody has `signed-in`, or `never`.
 */
export interface Refusal {
  readonly kind: 'changed' | 'wrong' | 'later' | 'signed-out' | 'never';
  /** The fields it is about. */
  readonly keys: readonly FieldKey[];
  readonly sentence: string;
  /** What is wrong with each field. */
  readonly wrong: ReadonlyMap<FieldKey, string>;
  /** The profile as it is now, if the server said so. */
  readonly current: BusinessProfile | undefined;
  readonly retryAfterSeconds: number | undefined;
}

const retryMilliseconds = [2000, 4000, 8000, 15_000];
const longestRetryMilliseconds = 30_000;

/** How long to wait before the next attempt, longer after each failure. */
export function retryAfter({ retryAfterSeconds }: Refusal, failures: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return retryMilliseconds[failures - 1] ?? longestRetryMilliseconds;
}

/** What a failed attempt to save these fields means. */
export function readRefusal(error: unknown, keys: readonly FieldKey[]): Refusal {
  const refusal = {
    kind: 'later',
    keys,
    sentence: explainError(error),
    wrong: new Map(),
    current: undefined,
    retryAfterSeconds: undefined,
  } as const;
  if (!(error instanceof ApiError)) return refusal;
  const { code, status, current, retryAfterSeconds } = error.problem;
  const named = namedFields(error.problem, keys);
  if (code === 'profile-changed') {
    const changed = named.size > 0 ? [...named.keys()] : keys;
    return { ...refusal, kind: 'changed', keys: changed, current: current as BusinessProfile | undefined };
  }
  if (status === 400 || status === 413) {
    const whole = new Map(keys.map((key) => [key, refusal.sentence]));
    return { ...refusal, kind: 'wrong', wrong: named.size > 0 ? named : whole };
  }
  if (code === 'not-signed-in') return { ...refusal, kind: 'signed-out' };
  if (status === 403 || status === 404) return { ...refusal, kind: 'never' };
  return { ...refusal, retryAfterSeconds };
}

/** What is said of each field that was sent. */
function namedFields(
  { issues = [] }: Pick<ClientProblem, 'issues'>,
  keys: readonly FieldKey[],
): ReadonlyMap<FieldKey, string> {
  const named = new Map<FieldKey, string>();
  for (const { path, message } of issues) {
    const key = keyOfPath(toFieldPath(path).replace(/^fields\./, ''));
    if (keys.includes(key) && !named.has(key)) named.set(key, message);
  }
  return named;
}
