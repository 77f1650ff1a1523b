import type { BodyOf } from '../../../../contract/endpoints.ts';
import type { Activity } from '../../../../contract/leads/activities.ts';
import {
  type ActivityKind,
  type ActivityOutcome,
  activityOutcomes,
} from '../../../../contract/leads/lists.ts';
import { fromWallClock, toWallClock } from '../../../ui/wall-clock.ts';
import { t } from './catalogue.ts';
import { type Mentioned, toMarked, toWritten } from './mention-text.ts';

/** What is typed about an activity. */
export interface ActivityValues {
  kind: ActivityKind;
  text: string;
  people: readonly Mentioned[];
  /** Empty: none. */
  outcome: ActivityOutcome | '';
  /** What the clock showed, `YYYY-MM-DDTHH:MM`; empty: now. */
  when: string;
}

/** An empty form. */
export const noActivity: ActivityValues = { kind: 'note', text: '', people: [], outcome: '', when: '' };

/** What an activity says, as a form. */
export function valuesOf(activity: Activity, timeZone: string): ActivityValues {
  const { text, people } = toWritten(activity.text, activity.mentions);
  return {
    kind: activity.kind,
    text,
    people,
    outcome: activity.outcome ?? '',
    when: toWallClock(new Date(activity.at), timeZone),
  };
}

/** The outcomes that a kind has. */
export function outcomesOf(kind: ActivityKind): readonly ActivityOutcome[] {
  return activityOutcomes[kind];
}

/** A form of another kind: an outcome belongs to its kind. */
export function ofKind(values: ActivityValues, kind: ActivityKind): ActivityValues {
  const fits = values.outcome !== '' && outcomesOf(kind).includes(values.outcome);
  return { ...values, kind, outcome: fits ? values.outcome : '' };
}

const mostCharacters = 5000;
const minuteMs = 60_000;

/** What is wrong with a form, by field. */
export function findProblems(
  values: ActivityValues,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): Partial<Record<'text' | 'when', string>> {
  const problems: Partial<Record<'text' | 'when', string>> = {};
  if (values.kind === 'note' && values.text.trim() === '') problems.text = t('text.missing');
  if ([...toMarked(values)].length > mostCharacters) problems.text = t('text.tooLong');
  if (values.when === '') return problems;
  const at = fromWallClock(values.when, timeZone);
  if (at === undefined) problems.when = t('when.invalid');
  else if (at.getTime() > now + minuteMs) problems.when = t('when.future');
  return problems;
}

/** What is sent. */
export function bodyOf(
  values: ActivityValues,
  timeZone: string,
): BodyOf<'POST /api/v1/leads/:id/activities'> {
  const at = values.when === '' ? undefined : fromWallClock(values.when, timeZone);
  return {
    kind: values.kind,
    outcome: values.outcome === '' ? null : values.outcome,
    text: toMarked(values).trim() || null,
    ...(at && { at: at.toISOString() }),
  };
}
