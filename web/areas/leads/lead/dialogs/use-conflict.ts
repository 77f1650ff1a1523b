import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { Lead, LeadEvent } from '../../../../../contract/leads/leads.ts';
import type { ClientProblem } from '../../../../api/client.ts';
import { announce } from '../../../../ui/forms/index.ts';
import { readNow } from '../../../../ui/now.ts';
import { type Conflict, compareVersions, mergeVersions } from '../conflict.ts';
import { type DealForm, fillForm, readForm } from '../deal-form/deal-form.ts';
import { type DealValues, differingFields, readDeal } from '../deal-values.ts';
import { useLeadCache } from '../lead-data.ts';
import { describeOvertaking, readChanges, readCurrent } from '../overtaken.ts';
import { t } from './catalogue.ts';

interface ConflictProblem {
  /** Who did what, in one sentence, when the lead can no longer be edited. */
  closed: string | null;
  current: Lead;
  changes: LeadEvent[];
  comparison: Conflict;
  mine: DealValues;
  theirs: DealValues;
}

export interface ConflictState {
  /** The version being edited. */
  base: Lead;
  problem: ConflictProblem | null;
  take: (problem: ClientProblem) => boolean;
  /** Whether the lead that came with a refusal contains everything that was typed; if so, it is shown. */
  isSaved: (problem: ClientProblem) => boolean;
  resolve: (prefer: 'mine' | 'theirs') => void;
}

/** Keeps the version being edited, and handles a newer one that someone else saved. */
export function useConflict(
  lead: Lead,
  form: UseFormReturnType<DealForm>,
  locale: string | undefined,
  onDone: () => void,
): ConflictState {
  const cache = useLeadCache();
  const [base, setBase] = useState(lead);
  const [problem, setProblem] = useState<ConflictProblem | null>(null);

  function take(refusal: ClientProblem): boolean {
    const current = readCurrent(refusal);
    if (current === undefined) return false;
    const mine = readForm(form.getValues(), locale);
    const theirs = readDeal(current);
    cache.adopt(current);
    setProblem({
      closed: current.allowedActions.includes('edit') ? null : describeOvertaking(refusal, readNow()),
      current,
      changes: readChanges(refusal),
      comparison: compareVersions(readDeal(base), mine, theirs),
      mine,
      theirs,
    });
    return true;
  }

  function isSaved(refusal: ClientProblem): boolean {
    const current = readCurrent(refusal);
    if (current === undefined) return false;
    const mine = readForm(form.getValues(), locale);
    const { clashing, mine: missing } = compareVersions(readDeal(base), mine, readDeal(current));
    if (clashing.length + missing.length > 0) return false;
    cache.adopt(current);
    return true;
  }

  function resolve(prefer: 'mine' | 'theirs') {
    if (problem === null) return;
    const merged = mergeVersions(readDeal(base), problem.mine, problem.theirs, prefer);
    setBase(problem.current);
    setProblem(null);
    if (differingFields(problem.theirs, merged).length === 0) {
      announce(t('conflict.theirsKept'));
      onDone();
      return;
    }
    form.setValues(fillForm(merged, problem.current.country, locale));
  }

  return { base, problem, take, isSaved, resolve };
}
