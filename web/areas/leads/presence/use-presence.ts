import { presenceBeatSeconds } from '../../../../contract/leads/live.ts';
import type { LeadPresence, PresenceBeat } from '../../../../contract/leads/presence.ts';
import { request } from '../../../api/client.ts';
import { useHere } from '../../../api/use-here.ts';
import type { Present } from './presence-words.ts';

const nobody: readonly Present[] = [];

/** Says that the person has the lead open, and returns who else has. */
export function usePresence(leadId: string, doing: PresenceBeat['doing']): readonly Present[] {
  return useHere({ subject: leadId, doing, beatSeconds: presenceBeatSeconds, say, leave })?.others ?? nobody;
}

function say(id: string, doing: PresenceBeat['doing'], signal: AbortSignal): Promise<LeadPresence> {
  return request('PUT /api/v1/leads/:id/presence', { params: { id }, body: { doing }, signal });
}

function leave(id: string): Promise<unknown> {
  return request('DELETE /api/v1/leads/:id/presence', { params: { id }, outlivesPage: true });
}
