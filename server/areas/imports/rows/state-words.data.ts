import type { LeadState } from '../../../../contract/leads/lists.ts';
import { valuesOfExported } from './exported-words.ts';

/** What programs call the states of leads, without case, spaces and signs. */
const words: Readonly<Record<LeadState, string>> = {
  Received:
    'received new open opennotcontacted unread uncontacted notcontacted lead subscriber marketingqualifiedlead mql ' +
    'untouched neu offen eingegangen notstarted',
  Accepted:
    'accepted active working workingcontacted contacted connected inprogress opendeal opportunity qualified ' +
    'salesqualifiedlead sql proposition proposal proposalpricequote negotiation negotiationreview nurturing nurture ' +
    'badtiming attemptedtocontact prospecting needsanalysis valueproposition perceptionanalysis iddecisionmakers ' +
    'qualification presentationscheduled appointmentscheduled qualifiedtobuy decisionmakerboughtin contractsent develop ' +
    'propose inbearbeitung angenommen aktiv qualifiziert kontaktiert',
  Won: 'won closedwon closedconverted converted customer gewonnen sale sold',
  Lost: 'lost closedlost closednotconverted canceled cancelled nolongerinterested outsold verloren',
  Declined: 'declined disqualified unqualified rejected abgelehnt notqualified',
  Expired: 'expired abgelaufen',
  ClosedAsError: 'closedaserror error duplicate invalid junk fehler',
};

/** The words of our own exports, in every language. */
const exported = valuesOfExported('Status');
const isState = (value: string): value is LeadState => Object.hasOwn(words, value);

/** The state that each word means. */
export const stateWords: ReadonlyMap<string, LeadState> = new Map([
  ...[...exported].flatMap(([word, state]) => (isState(state) ? [[word, state] as const] : [])),
  ...Object.entries(words).flatMap(([state, list]) =>
    list.split(' ').map((word) => [word, state as LeadState] as const),
  ),
]);

/** Words for leads that are over, where another column says how they ended. */
export const closedWords: ReadonlySet<string> = new Set([
  ...[...exported].flatMap(([word, value]) => (value === 'Archived' ? [word] : [])),
  'archived',
  'closed',
  'inactive',
  'done',
  'geschlossen',
  'archiviert',
]);
