import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { Lead, LeadSummary } from '../../../../../contract/leads/leads.ts';
import { request } from '../../../../api/client.ts';
import { useMe } from '../../../../api/me.ts';
import { announce, announceFailure, announceWithUndo } from '../../../../ui/forms/index.ts';
import { useLeadCache } from '../lead-data.ts';
import { currentOf, sendOver } from '../refusals.ts';
import { t } from './catalogue.ts';

type Owner = Lead['assignedTo'];

/** What an assignment has to know of a lead. */
export type AssignedLead = Pick<LeadSummary, 'id' | 'version' | 'assignedTo'>;

interface Order {
  /** The lead as the person sees it. */
  lead: AssignedLead;
  to: Owner;
  /** true: this takes back an earlier choice. */
  isUndo?: boolean;
}

/** Shows the owner of a lead where it is in a list. */
export type ShowOwner = (leadId: string, part: Pick<LeadSummary, 'assignedTo'>) => void;

/**
 * Changes the owner of a lead, with Undo; says so if somebody else was faster.
 * @param show is told at once, and again with what the server has
 */
export function useAssign(show?: ShowOwner) {
  const cache = useLeadCache();
  const myId = useMe().person.id;
  const mutation = useMutation({
    mutationFn: assign,
    onMutate: ({ lead, to }) => show?.(lead.id, { assignedTo: to }),
    onSuccess(after, { lead, to, isUndo }) {
      cache.adopt(after);
      show?.(lead.id, after);
      const said = sayDone(to, myId);
      if (isUndo) announce(said);
      else announceWithUndo(said, () => mutation.mutate({ lead: after, to: lead.assignedTo, isUndo: true }));
    },
    onError(error, { lead }) {
      const current = currentOf(error);
      show?.(lead.id, current ?? lead);
      if (current) cache.adopt(current);
      else cache.refresh(lead.id);
      if (current && !isSame(current.assignedTo, lead.assignedTo)) sayOvertaken(current.assignedTo);
      else announceFailure(t('failed'), error);
    },
  });
  return mutation;
}

/** Another change of the lead is no obstacle, as long as its owner is the one that the person sees. */
function assign({ lead, to }: Order): Promise<Lead> {
  return sendOver(
    lead.version,
    (version) =>
      request('PUT /api/v1/leads/:id/assignment', {
        params: { id: lead.id },
        headers: { 'if-match': `"${version}"` },
        body: { personId: to?.id ?? null },
      }),
    (current) => isSame(current.assignedTo, lead.assignedTo) && current.allowedActions.includes('assign'),
  );
}

const isSame = (one: Owner, other: Owner) => one?.id === other?.id;

function sayDone(to: Owner, myId: string): string {
  if (to === null) return t('done.nobody');
  return to.id === myId ? t('done.me') : t('done.other', { name: to.name });
}

function sayOvertaken(owner: Owner) {
  notifications.show({
    color: 'yellow',
    position: 'top-right',
    title: t('overtaken'),
    message: owner ? t('overtakenBy', { name: owner.name }) : t('overtakenByNobody'),
  });
}
