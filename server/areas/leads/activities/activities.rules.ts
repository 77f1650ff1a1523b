import type { ActivityKind, ActivityOutcome } from '../../../../contract/leads/lists.ts';
import { activityOutcomes } from '../../../../contract/leads/lists.ts';
import { mentionedIn, mostMentions } from '../../../../contract/leads/mentions.ts';

/** What is said about something that was done. */
export interface ActivityFacts {
  readonly kind: ActivityKind;
  readonly at: Date;
  readonly outcome: ActivityOutcome | null;
  readonly text: string | null;
}

/** What is wrong with an activity. */
export type ActivityFault =
  | 'outcome-of-another-kind'
  | 'note-without-text'
  | 'in-the-future'
  | 'long-ago'
  | 'too-many-mentions';

/** Clocks of machines differ. */
const toleranceMs = 5 * 60_000;
/** Before that, nothing happened that anyone has to write down. */
const earliest = Date.UTC(2000, 0, 1);

/** The first thing that is wrong; undefined: nothing is (WS-15). */
export function faultOf({ kind, at, outcome, text }: ActivityFacts, now: Date): ActivityFault | undefined {
  const outcomes: readonly ActivityOutcome[] = activityOutcomes[kind];
  if (outcome !== null && !outcomes.includes(outcome)) return 'outcome-of-another-kind';
  if (kind === 'note' && text === null) return 'note-without-text';
  if (at.getTime() > now.getTime() + toleranceMs) return 'in-the-future';
  if (at.getTime() < earliest) return 'long-ago';
  return mentionedIn(text).length > mostMentions ? 'too-many-mentions' : undefined;
}

/** Who acts on an activity. */
interface Hand {
  readonly personId: string | null;
  readonly tokenId: string | null;
}

/** Whether an activity is the hand's own. */
export function isAuthor(
  row: { readonly author_person_id: string | null; readonly author_token_id: string | null },
  { personId, tokenId }: Hand,
): boolean {
  return row.author_person_id !== null ? row.author_person_id === personId : row.author_token_id === tokenId;
}

/** Which fields differ, before and after, as the timeline records them: not the text, which may be withheld later. */
export function changesBetween(before: ActivityFacts, after: ActivityFacts) {
  const fields = [
    { field: 'activityKind', before: before.kind, after: after.kind },
    { field: 'activityOutcome', before: before.outcome, after: after.outcome },
    { field: 'activityAt', before: before.at.toISOString(), after: after.at.toISOString() },
  ];
  return fields.filter((one) => one.before !== one.after);
}

/** Those whom a text mentions for the first time: only they are told. */
export function newlyMentioned(before: string | null, after: string | null): string[] {
  const known = new Set(mentionedIn(before));
  return mentionedIn(after).filter((id) => !known.has(id));
}
