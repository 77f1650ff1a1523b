import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { LeadNeighbors } from '../../../../contract/leads/lead-list.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { type AddressParams, readListState } from '../../../lead-query/list-state.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import { Columns, Stack } from '../../../ui/content/index.ts';
import { customerLabel, Page } from '../../../ui/index.ts';
import { isSomethingOpen, useShortcuts } from '../../../ui/shortcuts.ts';
import { WhoWasToldPanel } from '../../messages/index.ts';
import { ContactChecksPanel, contactChecksQuery, useFollowChecks } from '../contact-checks/index.ts';
import { DuplicatesPanel } from '../duplicates/index.ts';
import { LeadPresenceLine } from '../presence/index.ts';
import { ActionBar } from './action-bar.tsx';
import { Considerations } from './considerations.tsx';
import type { DialogName } from './dialogs/lead-dialogs.tsx';
import { DraftBanners } from './draft-banners.tsx';
import { LeadBanners } from './lead-banners.tsx';
import { leadQuery, neighborsQuery } from './lead-data.ts';
import { BackToList, LeadBadges, LeadNavigation } from './lead-header.tsx';
import { LeadProgress } from './lead-progress.tsx';
import { OwnerControl, ownerButtonId } from './owner/owner-control.tsx';
import { CustomerPanel } from './panels/customer-panel.tsx';
import { ClosingPanel, DealPanel } from './panels/deal-panel.tsx';
import { ConsentPanel, MessagePanel, OriginPanel } from './panels/origin-panels.tsx';
import { RatingPanel } from './panels/rating-panel.tsx';
import { TeamPanel } from './panels/team-panel.tsx';
import { TimelinePanel } from './panels/timeline-panel.tsx';
import { useFavorite } from './use-lead-changes.ts';

/**
 * For people who may contact the customer: not for the operator who only sends the lead on, nor once it is archived.
 */
const showsConsiderations = (lead: Lead) =>
  lead.contact !== null && lead.status !== 'Archived' && !lead.allowedActions.includes('route');

const loadDialogs = () => import('./dialogs/lead-dialogs.tsx');
const LeadDialogs = lazy(loadDialogs);

interface LeadDetailsProps {
  lead: Lead;
  /** The list that the person came from. */
  params: AddressParams;
  /** The dialog that the address asks for. */
  asked: 'accept' | 'decline' | undefined;
  onAskedTaken: () => void;
}

/** The page of a loaded lead. */
export function LeadDetails({ lead, params, asked, onAskedTaken }: LeadDetailsProps) {
  const [dialog, setDialog] = useState<{ name: DialogName; lead: Lead; duplicateOf?: string } | null>(null);
  const open = (name: DialogName, duplicateOf?: string) => setDialog({ name, lead, duplicateOf });
  useAskedDialog(lead, asked, open, onAskedTaken);
  const neighbors = useQuery({
    ...neighborsQuery(lead.id, orderedQuery(readListState(params))),
    placeholderData: keepPreviousData,
  }).data;
  useNeighborsAhead(neighbors, params);
  useFollowChecks(lead.id, useQuery(contactChecksQuery(lead.id)).data?.checking);
  useDetailsKeys({ lead, params, neighbors, blocked: dialog !== null, open });

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
              <LeadPresenceLine lead={lead} working={dialog !== null} />
            )}
          </>
        }
        actions={<LeadNavigation lead={lead} neighbors={neighbors} params={params} />}
      >
        <Stack>
          <DraftBanners lead={lead} hidden={dialog !== null} onContinue={open} />
          <LeadBanners lead={lead} />
          {showsConsiderations(lead) && <Considerations />}
          <LeadProgress lead={lead} />
          <Columns>
            <Stack>
              <CustomerPanel lead={lead} />
              <MessagePanel lead={lead} />
              <ClosingPanel lead={lead} params={params} />
              <DealPanel lead={lead} onEdit={() => open('edit-deal')} />
              <TeamPanel lead={lead} onEdit={() => open('edit-people')} />
              <ContactChecksPanel lead={lead} />
              <DuplicatesPanel
                leadId={lead.id}
                params={params}
                onCloseAsDuplicate={
                  lead.allowedActions.includes('close-as-error')
                    ? (otherId) => open('close-as-error', otherId)
                    : undefined
                }
              />
            </Stack>
            <Stack>
              <RatingPanel lead={lead} />
              <OriginPanel lead={lead} params={params} />
              <ConsentPanel lead={lead} />
              <TimelinePanel lead={lead} />
              <WhoWasToldPanel leadId={lead.id} />
            </Stack>
          </Columns>
        </Stack>
      </Page>
      <ActionBar lead={lead} onOpen={open} />
      {dialog && (
        <Suspense fallback={null}>
          <LeadDialogs {...dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  );
}

const restMs = 400;

/**
 * Prefetches the next and the previous lead while this one is being read, so that `j` and `k` go there immediately.
 * Someone who is only passing prefetches nothing.
 */
function useNeighborsAhead(neighbors: LeadNeighbors | undefined, params: AddressParams) {
  const client = useQueryClient();
  const address = JSON.stringify(params);
  const { nextId = null, previousId = null } = neighbors ?? {};
  useEffect(() => {
    const order = orderedQuery(readListState(JSON.parse(address) as AddressParams));
    const timer = setTimeout(() => {
      for (const leadId of [nextId, previousId]) {
        if (leadId === null) continue;
        void client.prefetchQuery(leadQuery(leadId));
        void client.prefetchQuery(contactChecksQuery(leadId));
        void client.prefetchQuery(neighborsQuery(leadId, order));
      }
    }, restMs);
    return () => clearTimeout(timer);
  }, [client, nextId, previousId, address]);
}

/** Opens the dialog that the address asks for, if it is allowed now, and removes it from the address. */
function useAskedDialog(
  lead: Lead,
  asked: LeadDetailsProps['asked'],
  open: (name: DialogName) => void,
  onTaken: () => void,
) {
  const take = useEffectEvent((action: 'accept' | 'decline') => {
    if (lead.allowedActions.includes(action)) open(action);
    onTaken();
  });
  useEffect(() => {
    if (asked !== undefined) take(asked);
  }, [asked]);
}

interface DetailsKeys {
  lead: Lead;
  params: AddressParams;
  neighbors: { previousId: string | null; nextId: string | null } | undefined;
  blocked: boolean;
  open: (name: DialogName) => void;
}

/** WS-8 on this page: a, d, f, i, j, k and Escape. */
function useDetailsKeys({ lead, params, neighbors, blocked, open }: DetailsKeys) {
  const navigate = useNavigate();
  const favorite = useFavorite(lead);
  const may = (action: Lead['allowedActions'][number]) => lead.allowedActions.includes(action);
  const goTo = (leadId: string | null | undefined) => {
    if (leadId) void navigate({ to: '/leads/$leadId', params: { leadId }, search: params });
  };
  const unlessBusy = (act: () => void) => () => {
    if (!blocked && !isSomethingOpen()) act();
  };
  const bindings = {
    a: () => may('accept') && open('accept'),
    d: () => may('decline') && open('decline'),
    i: () => may('assign') && document.getElementById(ownerButtonId)?.click(),
    f: () => may('favorite') && favorite.mutate(!lead.favorite),
    j: () => goTo(neighbors?.nextId),
    k: () => goTo(neighbors?.previousId),
  };
  useShortcuts(bindings, { enabled: !blocked });
  useEscape(unlessBusy(() => void navigate({ to: '/leads', search: params })));
  useEffect(() => {
    const idle = setTimeout(() => void loadDialogs(), 1500);
    return () => clearTimeout(idle);
  }, []);
}

/** Handles Escape before anything open on the page does: a press that closes a dialog must not leave the page too. */
function useEscape(act: () => void) {
  const onEscape = useEffectEvent(act);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) onEscape();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
