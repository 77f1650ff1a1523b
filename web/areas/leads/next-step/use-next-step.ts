import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { Lead, NextStep } from '../../../../contract/leads/leads.ts';
import { request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithButtons } from '../../../ui/forms/index.ts';
import { formatDay, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { askForActivity } from '../activities/ask-for-activity.ts';
import { useLeadCache } from '../lead/lead-data.ts';
import { currentOf, sendOver } from '../lead/refusals.ts';
import { t } from './catalogue.ts';

/** What is to become of the next step of a lead. */
export interface StepOrder {
  /** The lead as the person sees it. */
  lead: Lead;
  to: NextStep | null;
  /** true: what was planned is done. */
  done?: boolean;
  /** true: this takes back an earlier change. */
  isUndo?: boolean;
}

/** Plans the next step of a lead, or says that it is done, with Undo; says so if somebody else was faster. */
export function useNextStep(onPlanNext: () => void) {
  const cache = useLeadCache();
  const { locale } = useLocale();
  const mutation = useMutation({
    mutationFn: saveNextStep,
    onSuccess(after, order) {
      cache.adopt(after);
      const undo = () => mutation.mutate({ lead: after, to: order.lead.nextStep, isUndo: true });
      tellDone(order, undo, onPlanNext);
    },
    onError(error, { lead }) {
      const current = currentOf(error);
      if (current) cache.adopt(current);
      else cache.refresh(lead.id);
      if (current && !isSame(current.nextStep, lead.nextStep)) tellOvertaken(current.nextStep, locale);
      else announceFailure(t('failed'), error);
    },
  });
  return mutation;
}

/** Another change of the lead is no obstacle, as long as its next step is the one that the person sees. */
export function saveNextStep({ lead, to, done = false }: StepOrder): Promise<Lead> {
  return sendOver(
    lead.version,
    (version) =>
      request('PUT /api/v1/leads/:id/next-step', {
        params: { id: lead.id },
        headers: { 'if-match': `"${version}"` },
        body: { nextStep: to, done },
      }),
    (current) => isSame(current.nextStep, lead.nextStep) && current.allowedActions.includes('assign'),
  );
}

const isSame = (one: NextStep | null, other: NextStep | null) =>
  one?.what === other?.what && one?.day === other?.day && one?.at === other?.at;

function tellDone(order: StepOrder, undo: () => void, planNext: () => void): void {
  const { lead, to, done, isUndo } = order;
  const what = lead.nextStep?.what ?? '';
  const takeBack = { label: shared('action.undo'), act: undo };
  if (isUndo) announce(t('restored'));
  else if (done)
    announceWithButtons(t('isDone', { what }), [
      takeBack,
      { label: t('noteIt'), act: () => askForActivity(lead.id, { kind: 'call', text: what }) },
      { label: t('planNext'), act: planNext },
    ]);
  else announceWithButtons(t(to === null ? 'removed' : 'saved'), [takeBack]);
}

function tellOvertaken(step: NextStep | null, locale: string): void {
  notifications.show({
    color: 'yellow',
    position: 'top-right',
    title: t('changed'),
    message: step
      ? t('changedTo', { what: step.what, day: formatDay(step.day, locale) })
      : t('changedToNothing'),
  });
}
