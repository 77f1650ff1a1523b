import { queryOptions } from '@tanstack/react-query';
import type { OperatorPolicy, OperatorPolicyChange } from '../../../contract/organizations/partners.ts';
import { request } from '../../api/client.ts';
import { formatNumber } from '../../ui/format.ts';
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
export function findPeriodProblem(name: PolicyField, typed: string, locale: string): string | null {
  const [least, most] = ranges[name];
  const value = readWhole(typed, locale);
  if (value !== null && value >= least && value <= most) return null;
  return t('outOfRange', { least: formatNumber(least, locale), most: formatNumber(most, locale) });
}

/** The fields that differ from the periods in force. */
export function readPolicyChange(
  form: PolicyForm,
  policy: OperatorPolicy,
  locale: string,
): OperatorPolicyChange {
  const changed = policyFields
    .map((name) => [name, readWhole(form[name], locale)] as const)
    .filter(([name, value]) => value !== null && value !== policy[name]);
  return Object.fromEntries(changed);
}

/** Explains a field in hours, and says how many days its hours are if they are that many. */
export function wordHours(name: 'expiryHours' | 'hotHours', typed: string, locale: string): string {
  const all = readWhole(typed, locale);
  if (all === null || all < 24) return t(`hoursHint.${name}.hours`);
  const days = Math.floor(all / 24);
  const hours = all % 24;
  const values = { days, shownDays: formatNumber(days, locale) };
  if (hours === 0) return t(`hoursHint.${name}.days`, values);
  return t(`hoursHint.${name}.daysAndHours`, { ...values, hours, shownHours: formatNumber(hours, locale) });
}

/** A whole number as digits, or as the errors show it: with the separators of the locale. */
function readWhole(typed: string, locale: string): number | null {
  const text = typed.trim();
  const value = Number(text.replace(/\D/gu, ''));
  return /^\d{1,6}$/.test(text) || text === formatNumber(value, locale) ? value : null;
}
