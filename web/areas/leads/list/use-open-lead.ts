import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Lead, LeadSummary } from '../../../../contract/leads/leads.ts';
import { queryKeys } from '../../../api/queries.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { neighborsQuery } from '../lead/lead-data.ts';
import type { LeadList } from './list-view.ts';

export interface OpenLead {
  /** null: none, because the list is loading or empty */
  id: string | null;
  /** As the list has it, or as it was loaded by itself. */
  lead: LeadSummary | undefined;
  /** The leads before and after it in the list, as far as they are known. */
  previousId: string | null;
  nextId: string | null;
  open: (leadId: string) => void;
}

/** A press that the address does not show yet. */
interface Wish {
  leadId: string;
  /** What the address and the list were when it came. */
  since: string | null;
  list: LeadList['query'];
}

/**
 * The lead that is open next to the list: the one that the address names, or else the first. A press opens a lead at
 * once; the address follows.
 */
export function useOpenLead(control: ListControl, list: LeadList, enabled: boolean): OpenLead {
  const { leadId, openLead, restoring } = control;
  const [wish, setWish] = useState<Wish | null>(null);
  const isSettled = enabled && !restoring && !list.isPending && !list.isPlaceholderData;
  const first = isSettled ? list.leads[0]?.id : undefined;
  useEffect(() => {
    if (leadId === null && first !== undefined) openLead(first);
  }, [leadId, first, openLead]);

  const isWished = wish !== null && wish.since === leadId && wish.list === list.query;
  const id = enabled ? (isWished ? wish.leadId : (leadId ?? first ?? null)) : null;
  const now = useRef({ since: leadId, list: list.query });
  useEffect(() => {
    now.current = { since: leadId, list: list.query };
  });
  const open = useCallback(
    (next: string) => {
      setWish({ leadId: next, ...now.current });
      openLead(next);
    },
    [openLead],
  );
  return { id, ...useNeighbors(id, control, list), open };
}

/** A lead that is not among the rows has a place in the list all the same: the server knows it. */
function useNeighbors(id: string | null, { state }: ListControl, { leads, isPending }: LeadList) {
  const client = useQueryClient();
  const index = leads.findIndex((lead) => lead.id === id);
  const isApart = id !== null && index === -1 && !isPending;
  const asked = useQuery({ ...neighborsQuery(id ?? '', orderedQuery(state)), enabled: isApart });
  if (isApart) {
    const lead = client.getQueryData<Lead>(queryKeys.lead(id));
    return { lead, previousId: asked.data?.previousId ?? null, nextId: asked.data?.nextId ?? null };
  }
  return {
    lead: leads[index],
    previousId: leads[index - 1]?.id ?? null,
    nextId: index === -1 ? null : (leads[index + 1]?.id ?? null),
  };
}
