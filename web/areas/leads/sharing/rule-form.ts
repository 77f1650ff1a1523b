import { mostPerWeek, type SharingMethod } from '../../../../contract/leads/lists.ts';
import type { SharingRule } from '../../../../contract/leads/sharing.ts';
import { t } from './catalogue.ts';
import type { RuleChange } from './sharing-data.ts';

/** A rule as form values. */
export interface RuleForm {
  name: string;
  tab: 'all' | 'marketplace' | 'qualified';
  locationIds: string[];
  countries: string[];
  offers: string[];
  method: SharingMethod;
  paused: boolean;
  personIds: string[];
  /** What is typed, by person; nothing: no limit. */
  perWeek: Record<string, string>;
}

/** The values that the form begins with; of a new rule, without one. */
export function fillRule(rule: SharingRule | undefined): RuleForm {
  return {
    name: rule?.name ?? '',
    tab: rule?.tab ?? 'all',
    locationIds: [...(rule?.locationIds ?? [])],
    countries: [...(rule?.countries ?? [])],
    offers: [...(rule?.offers ?? [])],
    method: rule?.method ?? 'in-turn',
    paused: rule?.paused ?? false,
    personIds: rule?.people.map(({ id }) => id) ?? [],
    perWeek: Object.fromEntries(
      (rule?.people ?? []).map(({ id, perWeek }) => [id, perWeek === null ? '' : String(perWeek)]),
    ),
  };
}

/** The rule that the form says. */
export function readRule(form: RuleForm, id: string | null): RuleChange {
  const { name, tab, locationIds, countries, offers, method, paused, personIds, perWeek } = form;
  return {
    id,
    name: name.trim(),
    tab: tab === 'all' ? null : tab,
    locationIds,
    countries,
    offers,
    method,
    paused,
    people: personIds.map((personId) => ({ personId, perWeek: readLimit(perWeek[personId] ?? '') })),
  };
}

function readLimit(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}

/** What is wrong with a limit for a week; null: nothing. */
export function findLimitProblem(typed: string): string | null {
  const limit = readLimit(typed);
  if (limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= mostPerWeek)) return null;
  return t('dialog.noNumber', { most: String(mostPerWeek) });
}
