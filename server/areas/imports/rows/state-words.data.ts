import type { LeadState } from '../../../../contract/leads/lists.ts';
import { valuesOfExported } from './exported-words.ts';

/** What programs call the states of leads, without case, spaces and signs. */
const words: Readonly<Record<LeadState, string>> = {
  Received:
    'received new open opennotcontacted unread uncontacted notcontacted lead subscriber marketingqualifiedlead mql ' +
    'untouched neu offen eingegangen unbearbeitet nichtkontaktiert nochnichtkontaktiert notstarted',
  Accepted:
    'accepted active working workingcontacted contacted connected inprogress opendeal opportunity qualified ' +
    'salesqualifiedlead sql proposition proposal proposalpricequote negotiation negotiationreview nurturing nurture ' +
    'badtiming attemptedtocontact prospecting needsanalysis valueproposition perceptionanalysis iddecisionmakers ' +
    'qualification presentationscheduled appointmentscheduled qualifiedtobuy decisionmakerboughtin contractsent develop ' +
    'propose inbearbeitung angenommen akzeptiert aktiv qualifiziert kontaktiert inverhandlung verhandlung angebot ' +
    'angebotversendet wirdbearbeitet',
  Won: 'won closedwon closedconverted converted customer gewonnen sale sold verkauft auftrag auftragerhalten abgeschlossengewonnen erfolgreich',
  Lost: 'lost closedlost closednotconverted canceled cancelled nolongerinterested outsold verloren abgeschlossenverloren nichtgewonnen storniert absage',
  Declined:
    'declined disqualified unqualified rejected abgelehnt notqualified zurückgewiesen nichtqualifiziert unqualifiziert',
  Expired: 'expired abgelaufen verfallen',
  ClosedAsError:
    'closedaserror error duplicate invalid junk fehler irrtum alsirrtumgeschlossen fehlerhaft ungültig doppelt duplikat dublette spam',
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
  'abgeschlossen',
  'beendet',
  'erledigt',
  'archiviert',
]);
