import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Deal } from '../../../../contract/leads/deals.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { DealStage } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { ApiError, type ClientProblem } from '../../../api/client.ts';
import { useLiveLeads } from '../../../api/live.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { readNow } from '../../../ui/now.ts';
import { useLeadCache } from '../lead/lead-data.ts';
import { describeOvertaking, wordWhen } from '../lead/overtaken.ts';
import { changeLead, currentOf, readChanges, sendOver } from '../lead/refusals.ts';
import { wordActor } from '../lead/timeline/timeline-words.ts';
import { t } from './catalogue.ts';
import { nameOf } from './deal-name.ts';
import { refreshDeals, showDeal, stopReadingDeals } from './deals-data.ts';
import { isSameTicks, stageOf, type Ticks, ticksFor, ticksOf, withTicks } from './stages.ts';

const moveKey = ['move-deal'];

interface Order {
  /** The deal as the person saw it. */
  deal: Deal;
  ticks: Ticks;
  /** true: this takes back an earlier move. */
  isUndo?: boolean;
}

/** Moves a deal to a stage: shown at once, put back if the server refuses, with Undo. */
export function useMove(): (deal: Deal, to: DealStage) => void {
  const client = useQueryClient();
  const cache = useLeadCache();
  // Moves of one deal may follow each other before the first is answered.
  const versions = useRef(new Map<string, number>());
  const { mutate } = useMutation({
    mutationKey: moveKey,
    scope: { id: 'move-deal' },
    mutationFn: (order: Order) => move(order, versions.current.get(order.deal.id)),
    onSuccess(after, order) {
      versions.current.set(after.id, after.version);
      cache.adopt(after);
      const undo = () => {
        const moved = { ...withTicks(order.deal, order.ticks), version: after.version };
        begin(client, { deal: moved, ticks: ticksOf(order.deal.ticked), isUndo: true }, mutate);
      };
      tellDone(order, undo);
    },
    onError(error, { deal }) {
      const current = currentOf(error);
      if (current) {
        versions.current.set(current.id, current.version);
        cache.adopt(current);
      }
      showDeal(client, asItIs(deal, current));
      tellRefused(error, deal, current);
    },
    onSettled: () => refreshUnlessMoving(client, 1),
  });
  return useCallback((deal, to) => begin(client, { deal, ticks: ticksFor(to) }, mutate), [client, mutate]);
}

/** What the server has would take back, for a moment, moves that are shown already: those to come refresh instead. */
function refreshUnlessMoving(client: QueryClient, ending: 0 | 1): void {
  if (client.isMutating({ mutationKey: moveKey }) === ending) refreshDeals(client);
}

/** Reads the deals again when leads change, but not while deals are being moved: the last move reads them anyway. */
export function useFollowedDeals(): void {
  const client = useQueryClient();
  useLiveLeads(() => refreshUnlessMoving(client, 0));
}

function begin(client: QueryClient, order: Order, send: (order: Order) => void): void {
  void stopReadingDeals(client);
  showDeal(client, withTicks(order.deal, order.ticks));
  send(order);
}

/** Another change of the lead is no obstacle, as long as its stages are the ones that the person saw. */
function move({ deal, ticks }: Order, known: number | undefined): Promise<Lead> {
  return sendOver(
    Math.max(deal.version, known ?? 0),
    (version) => changeLead(deal.id, version, { subStages: ticks }),
    (current) =>
      current.deal !== null &&
      isSameTicks(ticksOfLead(current), ticksOf(deal.ticked)) &&
      current.allowedActions.includes('edit'),
  );
}

function ticksOfLead({ deal }: Lead): Ticks {
  const at = deal?.subStages;
  return {
    qualified: at?.qualified != null,
    developed: at?.developed != null,
    proposed: at?.proposed != null,
    negotiated: at?.negotiated != null,
  };
}

/** The deal after a refusal: as the server says, or as it was. */
function asItIs(deal: Deal, current: Lead | undefined): Deal {
  if (current?.status !== 'Accepted') return deal;
  const { version, allowedActions } = current;
  return { ...withTicks(deal, ticksOfLead(current)), version, allowedActions };
}

function tellDone({ deal, ticks, isUndo }: Order, undo: () => void): void {
  const said = { deal: nameOf(deal), stage: words.stage[stageOf(ticks)] };
  if (isUndo) announce(t('move.undone', said));
  else announceWithUndo(t('move.done', said), undo);
}

function tellRefused(error: unknown, deal: Deal, current: Lead | undefined): void {
  if (current === undefined || !(error instanceof ApiError)) {
    announceFailure(t('move.failed', { deal: nameOf(deal) }), error);
    return;
  }
  announce(sayOvertaken(error.problem, deal, current));
}

function sayOvertaken(problem: ClientProblem, deal: Deal, current: Lead): string {
  if (current.status !== 'Accepted') return describeOvertaking(problem, readNow());
  const said = { deal: nameOf(deal), stage: words.stage[stageOf(ticksOfLead(current))] };
  const event = readChanges(problem).findLast(({ type }) => type === 'lead.edited');
  if (event === undefined) return t('move.overtakenByNobody', said);
  return t('move.overtaken', {
    ...said,
    who: wordActor(event.actor),
    when: wordWhen(event.at, readNow()),
  });
}
