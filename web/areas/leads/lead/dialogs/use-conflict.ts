import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import type { ClientProblem } from '../../../../api/client.ts';
import { readNow } from '../../../../ui/now.ts';
import { type Conflict, compareVersions, findSide, type Side, type Versions } from '../conflict.ts';
import { type DealForm, fillField, readForm } from '../deal-form/deal-form.ts';
import { type DealField, type DealValues, readDeal } from '../deal-values.ts';
import { useLeadCache } from '../lead-data.ts';
import { describeDeed, describeOvertaking, wordWhen } from '../overtaken.ts';
import { readChanges, readCurrent } from '../refusals.ts';
import { wordActor } from '../timeline/timeline-words.ts';
import { t } from './catalogue.ts';

interface ConflictProblem {
  /** Who did what, in one sentence, when the lead can no longer be edited. */
  closed: string | null;
  current: Lead;
  /** Who did what and when, in one sentence. */
  title: string;
  comparison: Conflict;
  versions: Versions;
}

export interface ConflictState {
  /** The version being edited: what is saved replaces this one. */
  base: { version: number; values: DealValues };
  problem: ConflictProblem | null;
  take: (problem: ClientProblem) => boolean;
  /** Whether the lead that came with a refusal contains everything that was typed; if so, it is shown. */
  isSaved: (problem: ClientProblem) => boolean;
  /** The side whose value the form has; null when the person changed it to something else since. */
  sideOf: (field: DealField) => Side | null;
  choose: (field: DealField, side: Side) => void;
}

/**
 * Keeps the version being edited, and handles a newer one that someone else saved: the form gets what only they
 * changed and keeps everything that was typed, and the next save is based on their version.
 * @param start the deal as the form began with it
 */
export function useConflict(
  lead: Lead,
  start: DealValues,
  form: UseFormReturnType<DealForm>,
  locale: string | undefined,
): ConflictState {
  const cache = useLeadCache();
  const [base, setBase] = useState({ version: lead.version, values: start });
  const [problem, setProblem] = useState<ConflictProblem | null>(null);
  const readTyped = () => readForm(form.getValues(), locale);

  function fill(field: DealField, values: DealValues) {
    form.setValues(fillField(field, values, lead.country, locale));
    form.clearErrors();
  }

  function take(refusal: ClientProblem): boolean {
    const current = readCurrent(refusal);
    if (current === undefined) return false;
    const versions = { mine: readTyped(), theirs: readDeal(current), before: base.values };
    const comparison = compareVersions(versions.before, versions.mine, versions.theirs);
    const closed = current.allowedActions.includes('edit') ? null : describeOvertaking(refusal, readNow());
    cache.adopt(current);
    if (closed === null) {
      for (const field of comparison.theirs) fill(field, versions.theirs);
      setBase({ version: current.version, values: versions.theirs });
    }
    setProblem({ closed, current, title: wordWhoChanged(refusal), comparison, versions });
    return true;
  }

  function isSaved(refusal: ClientProblem): boolean {
    const current = readCurrent(refusal);
    if (current === undefined) return false;
    const { clashing, mine: missing } = compareVersions(base.values, readTyped(), readDeal(current));
    if (clashing.length + missing.length > 0) return false;
    cache.adopt(current);
    return true;
  }

  return {
    base,
    problem,
    take,
    isSaved,
    sideOf: (field) => problem && findSide(field, readTyped(), problem.versions),
    choose: (field, side) => problem && fill(field, problem.versions[side]),
  };
}

function wordWhoChanged(refusal: ClientProblem): string {
  const now = readNow();
  const last = readChanges(refusal).at(-1);
  if (!last) return t('conflict.titleUnknown');
  return (
    describeDeed(refusal, now) ??
    t('conflict.title', { who: wordActor(last.actor), when: wordWhen(last.at, now) })
  );
}
