import type { ReroutingStanding } from '../../../../contract/partners/lists.ts';
import { type LifecycleFacts, stateAt } from '../../leads/index.ts';

/** What decides whether a lead can go on to another partner. */
export interface ReroutingFacts extends LifecycleFacts {
  /** The operator's people sent it, so they choose who gets it; otherwise the customer does. */
  readonly isOwn: boolean;
  readonly contactAllowed: boolean;
  readonly isRerouted: boolean;
}

/**
 * Whether the operator can send the lead on to another partner at that moment, and if not, why. What a customer wrote
 * to one partner may go to another only if the customer sends it: their consent names the partner (LC-4, IN-6).
 */
export function reroutingStanding(lead: ReroutingFacts, now: Date): ReroutingStanding {
  if (lead.isRerouted) return 'rerouted';
  if (stateAt(lead, now) !== 'Expired') return 'not-expired';
  if (!lead.isOwn) return 'customer-decides';
  return lead.contactAllowed ? 'possible' : 'no-consent';
}
