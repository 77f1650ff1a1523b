import { queryOptions } from '@tanstack/react-query';
import type { OperatorPolicy, OperatorPolicyChange } from '../../../contract/organizations/partners.ts';
import { request } from '../../api/client.ts';
import { t } from './catalogue.ts';

/** The periods in force. */
export const policyQuery = queryOptions({
  queryKey: ['operator-policy'] as const,
  queryFn: ({ signal }) => request('GET /api/v1/operator/policy', { signal }),
});

/** Changes the given fields, unless the periods have changed since that revision. @returns the new periods */
export const changePolicy = (body: OperatorPolicyChange, revision: string) =>
  request('PATCH /api/v1/operator/policy', { body, headers: { 'if-match': `"${revision}"` } });

export type PolicyField = keyof OperatorPolicy;
/** The values of the form. */
export type PolicyForm = Record<PolicyField, string>;

/** The periods in display order. */
export const policyFields = [
  'expiryHours',
  'hotHours',
  'informationalMonths',
  'mailsPerDay',
  'digestHour',
] as const satisfies readonly PolicyField[];

/** The range of whole numbers that each field accepts, as on the server. */
const ranges: Readonly<Record<PolicyField, readonly [number, number]>> = {
  expiryHours: [1, 8760],
  hotHours: [1, 8760],
  informationalMonths: [1, 120],
  mailsPerDay: [1, 1000],
  digestHour: [0, 23],
};

/** The periods as form values. */
export function fillPolicyForm(policy: OperatorPolicy): PolicyForm {
  const texts = policyFields.map((name) => [name, String(policy[name])]);
  return Object.fromEntries(texts) as PolicyForm;
}

/** What is wrong with a field; null if nothing. */
export function findPeriodProblem(name: PolicyField, typed: string): string | null {
  const [least, most] = ranges[name];
  const value = readWhole(typed);
  if (value !== null && value >= least && value <= most) return null;
  return t('outOfRange', { least: String(least), most: String(most) });
}

/** The fields that differ from the periods in force. */
export function readPolicyChange(form: PolicyForm, policy: OperatorPolicy): OperatorPolicyChange {
  const changed = policyFields
    .map((name) => [name, readWhole(form[name])] as const)
    .filter(([name, value]) => value !== null && value !== policy[name]);
  return Object.fromEntries(changed);
}

/** The hours in days, shown next to the field; empty if the text is not a number. */
export function wordHours(typed: string): string {
  const hours = readWhole(typed);
  if (hours === null || hours < 24) return '';
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  const values = { days, shownDays: String(days) };
  if (rest === 0) return t('inDays', values);
  return t('inDaysAndHours', { ...values, hours: rest, shownHours: String(rest) });
}

function readWhole(typed: string): number | null {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null;
}
