import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LeadNeighbors } from '../../../../contract/leads/lead-list.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { type AddressParams, readListState } from '../../../lead-query/list-state.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import { customerLabel, Page } from '../../../ui/index.ts';
import { isSomethingOpen, useShortcuts } from '../../../ui/shortcuts.ts';
import { askForActivity } from '../activities/index.ts';
import { askForStep } from '../next-step/index.ts';
import { LeadPresenceLine } from '../presence/index.ts';
import { replyButtonId } from '../reply/index.ts';
import { ActionBar } from './action-bar.tsx';
import type { DialogName } from './dialogs/lead-dialogs.tsx';
import { useLeadCommands } from './lead-commands.ts';
import { LeadContent } from './lead-content.tsx';
import { neighborsQuery } from './lead-data.ts';
import { BackToList, LeadBadges, LeadNavigation } from './lead-header.tsx';
import { useLeadsAhead } from './leads-ahead.ts';
import { OwnerControl, ownerButtonId } from './owner/owner-control.tsx';
import { useFavorite } from './use-lead-changes.ts';
import { useLeadDialogs } from './use-lead-dialogs.tsx';

interface LeadDetailsProps {
  lead: Lead;
  /** The list that the person came from. */
  params: AddressParams;
}

/** The page of a loaded lead. */
export function LeadDetails({ lead, params }: LeadDetailsProps) {
  const { neighbors, known, keep } = useNeighbors(lead.id, params);
  const dialogs = useLeadDialogs(lead, keep);
  useDetailsKeys({ lead, params, neighbors: known, blocked: dialogs.isOpen, open: dialogs.open });
  useLeadCommands({ lead, neighbors, params, open: dialogs.open });
  return (
    <>
      <Page
        title={customerLabel(lead)}
        heading={<bdi>{customerLabel(lead)}</bdi>}
        up={<BackToList params={params} />}
        description={
          <>
            <LeadBadges lead={lead} />
            <OwnerControl lead={lead} />
            {!lead.allowedActions.includes('route') && (
              <LeadPresenceLine lead={lead} working={dialogs.isOpen} />
            )}
          </>
        }
        actions={<LeadNavigation lead={lead} neighbors={neighbors} params={params} />}
      >
        <LeadContent lead={lead} params={params} dialogs={dialogs} />
      </Page>
      <ActionBar lead={lead} onOpen={dialogs.open} />
      {dialogs.dialog}
    </>
  );
}

const restMs = 400;

/**
 * The previous and the next lead of the list, fetched ahead. Once the person has answered this lead, they stay what they
 * were before: the answer may have taken it out of the list.
 */
function useNeighbors(leadId: string, params: AddressParams) {
  const order = orderedQuery(readListState(params));
  const { data: current, isPlaceholderData } = useQuery({
    ...neighborsQuery(leadId, order),
    placeholderData: keepPreviousData,
  });
  const [kept, setKept] = useState<LeadNeighbors>();
  const neighbors = kept ?? current;
  useLeadsAhead([neighbors?.nextId, neighbors?.previousId], restMs, (client, id) => {
    void client.prefetchQuery(neighborsQuery(id, order));
  });
  /** Not those of the lead before. */
  const known = kept ?? (isPlaceholderData ? undefined : current);
  return { neighbors, known, keep: () => setKept(neighbors) };
}

interface DetailsKeys {
  lead: Lead;
  params: AddressParams;
  /** undefined: not known yet */
  neighbors: LeadNeighbors | undefined;
  blocked: boolean;
  open: (name: DialogName) => void;
}

/** WS-8 on this page: a, d, f, i, j, k, n, r, s and Escape. */
function useDetailsKeys({ lead, params, neighbors, blocked, open }: DetailsKeys) {
  const navigate = useNavigate();
  const favorite = useFavorite(lead);
  const may = (action: Lead['allowedActions'][number]) => lead.allowedActions.includes(action);
  const goTo = (leadId: string | null | undefined) => {
    if (leadId) void navigate({ to: '/leads/$leadId', params: { leadId }, search: params });
  };
  const step = useStep(neighbors, goTo);
  const unlessBusy = (act: () => void) => () => {
    if (!blocked && !isSomethingOpen()) act();
  };
  const bindings = {
    a: () => may('accept') && open('accept'),
    d: () => may('decline') && open('decline'),
    f: () => may('favorite') && favorite.mutate(!lead.favorite),
    i: () => may('assign') && document.getElementById(ownerButtonId)?.click(),
    j: () => step('nextId'),
    k: () => step('previousId'),
    n: () => askForActivity(lead.id, { kind: 'note' }),
    r: () => document.getElementById(replyButtonId)?.click(),
    s: () => askForStep(lead.id),
  };
  useShortcuts(bindings, { enabled: !blocked });
  useEscape(unlessBusy(() => void navigate({ to: '/leads', search: params })));
}

type Way = keyof LeadNeighbors;

/** Goes to a neighbor; a press that comes before the neighbors are known waits for them. */
function useStep(
  neighbors: LeadNeighbors | undefined,
  goTo: (leadId: string | null) => void,
): (way: Way) => void {
  const wanted = useRef<Way>(undefined);
  const arrive = useEffectEvent((found: LeadNeighbors) => {
    const { current } = wanted;
    wanted.current = undefined;
    if (current) goTo(found[current]);
  });
  useEffect(() => {
    if (neighbors) arrive(neighbors);
  }, [neighbors]);
  return (way) => {
    if (neighbors) goTo(neighbors[way]);
    else wanted.current = way;
  };
}

/** Handles Escape before anything open on the page does: a press that closes a dialog must not leave the page too. */
function useEscape(act: () => void): void {
  const onEscape = useEffectEvent(act);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // In a field of the page, what is being typed stays in view.
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key === 'Escape' && !event.isComposing && !isTyping) onEscape();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
