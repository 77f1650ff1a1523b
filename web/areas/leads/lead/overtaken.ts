import type { LeadEvent } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import type { ClientProblem } from '../../../api/client.ts';
import { formatRelative } from '../../../ui/format.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { readChanges, readCurrent } from './refusals.ts';
import { wordActor } from './timeline/timeline-words.ts';

const deeds = {
  'lead.accepted': 'accepted',
  'lead.declined': 'declined',
  'lead.won': 'won',
  'lead.lost': 'lost',
  'lead.closed-as-error': 'closedAsError',
} as const;

const isDeed = (type: LeadEvent['type']): type is keyof typeof deeds => type in deeds;

/** When it happened, worded for the end of a sentence. */
export function wordWhen(at: string, now: number): string {
  return Math.abs(now - Date.parse(at)) < 60_000 ? shared('justNow') : formatRelative(at, now);
}

/** Says who was faster, what they did and when; null if nothing decisive happened. */
export function describeDeed(problem: Pick<ClientProblem, 'changes'>, now: number): string | null {
  const event = readChanges(problem).findLast(({ type }) => isDeed(type) || type === 'lead.expired');
  if (event?.type === 'lead.expired') {
    return t('overtaken.expired', { when: wordWhen(event.at, now) });
  }
  if (!event || !isDeed(event.type)) return null;
  const deed = deeds[event.type];
  return t(`overtaken.${deed}`, { who: wordActor(event.actor), when: wordWhen(event.at, now) });
}

/** Says who was faster, what they did and when; without that, the lead's current status. */
export function describeOvertaking(
  problem: Pick<ClientProblem, 'current' | 'changes' | 'detail'>,
  now: number,
): string {
  const deed = describeDeed(problem, now);
  if (deed !== null) return deed;
  const current = readCurrent(problem);
  const state = current?.outcome ?? (current?.status === 'Archived' ? null : current?.status);
  return state ? t('overtaken.status', { status: words.status[state] }) : problem.detail;
}
