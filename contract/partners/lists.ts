import { contactWithheldReasons, leadStates } from '../leads/lists.ts';

/** The closed lists of the operator's view of its partners' leads; without the validation library, like all lists. */

/** Why the operator is not shown the contact of a partner's lead. */
export const partnerContactWithheldReasons = [...contactWithheldReasons, 'NotShared'] as const;
export type PartnerContactWithheldReason = (typeof partnerContactWithheldReasons)[number];

/**
 * The values by which the operator filters its partners' leads: the states, and `Informational` for leads without one.
 */
export const partnerLeadStates = [...leadStates, 'Informational'] as const;
export type PartnerLeadState = (typeof partnerLeadStates)[number];

/** Whether the operator can send a lead of a partner to another one, and if not, why. */
export const reroutingStandings = [
  'possible',
  'not-expired',
  'customer-decides',
  'no-consent',
  'rerouted',
] as const;
export type ReroutingStanding = (typeof reroutingStandings)[number];
