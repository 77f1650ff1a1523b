import type { Lead, LeadEvent } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import type { ClientProblem } from '../../../api/client.ts';
import { formatRelative } from '../../../ui/format.ts';
import { wordActor } from './timeline/timeline-words.ts';

const deeds: Partial<Record<LeadEvent['type'], string>> = {
  'lead.accepted': 'accepted this lead',
  'lead.declined': 'declined this lead',
  'lead.won': 'closed this lead as won',
  'lead.lost': 'closed this lead as lost',
  'lead.closed-as-error': 'closed this lead as an error',
};

/** The lead that a 409 brought along, if it brought one. */
export function readCurrent(problem: Pick<ClientProblem, 'current'>): Lead | undefined {
  const current = problem.current as Lead | null | undefined;
  return current && typeof current === 'object' && 'id' in current ? current : undefined;
}

/** What happened in the meantime, as a 409 tells it. */
export function readChanges(problem: Pick<ClientProblem, 'changes'>): LeadEvent[] {
  return (problem.changes ?? []) as LeadEvent[];
}

/** When it happened, as it reads at the end of a sentence. */
export function wordWhen(at: string, now: number): string {
  return Math.abs(now - Date.parse(at)) < 60_000 ? 'just now' : formatRelative(at, now);
}

/** Says who was faster, with what and when; without that, how the lead stands now. */
export function describeOvertaking(
  problem: Pick<ClientProblem, 'current' | 'changes' | 'detail'>,
  now: number,
): string {
  const event = readChanges(problem).findLast(
    (candidate) => candidate.type in deeds || candidate.type === 'lead.expired',
  );
  if (event?.type === 'lead.expired') {
    return `This lead expired unanswered ${wordWhen(event.at, now)}.`;
  }
  if (event) return `${wordActor(event.actor)} ${deeds[event.type]} ${wordWhen(event.at, now)}.`;
  const current = readCurrent(problem);
  const state = current?.outcome ?? (current?.status === 'Archived' ? null : current?.status);
  return state ? `Meanwhile, the status of this lead changed to “${words.status[state]}”.` : problem.detail;
}
