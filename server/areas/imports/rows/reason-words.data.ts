import type { DeclineReason, ErrorReason, LostReason } from '../../../../contract/leads/lists.ts';
import {
  closingReasonNumbers,
  declineReasonOfNumber,
  errorReasonNumbers,
  errorReasonOfNumber,
  lostReasonOfNumber,
} from '../../../../contract/leads/reason-numbers.ts';
import { foldWord } from './values.rules.ts';

/** What other programs and people call the reasons with these numbers, besides what the list calls them. */
const closingWords: Readonly<Record<keyof typeof closingReasonNumbers, string>> = {
  1: 'insufficientbudget budgetnichtausreichend budgetreichtnicht',
  2: 'customernotresponding noresponse nonresponsive kundeantwortetnicht keineantwort',
  3: 'choseanothervendor kundewählteanderenanbieter kundehateinenanderenanbietergewählt',
  4: 'requirementsnotmet kundenanforderungennichterfüllt anforderungennichterfüllt',
  5: 'notacustomerlead keinkunde keinechterkunde',
  6: 'timelinetooshort zeitplanzukurz zeitplanzuknapp',
  7: 'spam abuse phishing spamorabuse reportasabuse missbrauch spamodermissbrauch missbrauchspamoderphishing',
  8: 'sonstiges andere anderergrund',
};

const errorWords: Readonly<Record<keyof typeof errorReasonNumbers, string>> = {
  1: 'duplicatebulkupload duplikatdurchmassenupload',
  2: 'duplicateinproduct duplicatelead duplikat dublette',
  3: 'duplicatefromvendor duplikatvomanbieter',
  4: 'syncissue syncerror synchronisierungsproblem',
  5: 'customermatchingissue falscherkunde kundenzuordnungsproblem',
  6: 'solutionissue lösungsproblem',
  7: 'testlead',
  8: 'dataissue datenfehler',
  9: 'sonstiges andere anderergrund',
};

/** The reason that each number and word means (VO-3). */
function spellingsOf<N extends number, Reason extends string>(
  names: Readonly<Record<N, string>>,
  further: Readonly<Record<N, string>>,
  reasonOf: Readonly<Record<N, Reason>>,
): ReadonlyMap<string, Reason> {
  // `Object.keys` loses the literal types.
  const numbers = Object.keys(names).map(Number) as N[];
  return new Map(
    numbers.flatMap((number) =>
      [String(number), foldWord(names[number]), ...further[number].split(' ')].map(
        (word) => [word, reasonOf[number]] as const,
      ),
    ),
  );
}

/** Numbers and words of other programs for each of our reasons, folded. */
export const reasonSpellings: {
  readonly DeclineReason: ReadonlyMap<string, DeclineReason>;
  readonly LostReason: ReadonlyMap<string, LostReason>;
  readonly ErrorReason: ReadonlyMap<string, ErrorReason>;
} = {
  DeclineReason: spellingsOf(closingReasonNumbers, closingWords, declineReasonOfNumber),
  LostReason: spellingsOf(closingReasonNumbers, closingWords, lostReasonOfNumber),
  ErrorReason: spellingsOf(errorReasonNumbers, errorWords, errorReasonOfNumber),
};
