import type { Activity } from '../../../../contract/leads/activities.ts';
import type { ActivityKind, ActivityOutcome } from '../../../../contract/leads/lists.ts';
import { mentionedIn } from '../../../../contract/leads/mentions.ts';
import type { Actor } from '../../identity/index.ts';
import type { LifecycleFacts } from '../lead/leads.rules.ts';
import { authorOf, isTextWithheld, refuseDeleting, refuseEditing } from './activities.policy.ts';
import type { ActivityRow } from './activities.repo.ts';
import type { ActivityFacts } from './activities.rules.ts';

/** What an activity is presented with. */
export interface ActivitySurroundings {
  readonly lead: LifecycleFacts & { readonly contactAllowed: boolean };
  readonly actor: Actor;
  /** The names of the people whom texts mention. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** What the row says about what was done. */
export function activityFactsOf(row: ActivityRow): ActivityFacts {
  // The table admits only what the contract lists.
  const [kind, outcome] = [row.kind as ActivityKind, row.outcome as ActivityOutcome | null];
  return { kind, at: row.at, outcome, text: row.text };
}

/** Row → wire. Texts that must no longer be shown are dropped here, once (LC-4). */
export function presentActivity(
  row: ActivityRow,
  { lead, actor, names, now }: ActivitySurroundings,
): Activity {
  const { kind, outcome } = activityFactsOf(row);
  const withheld = isTextWithheld(lead, now) && row.text !== null;
  const text = withheld ? null : row.text;
  return {
    id: row.id,
    version: row.version,
    kind,
    at: row.at.toISOString(),
    outcome,
    text,
    textWithheld: withheld,
    mentions: mentionedIn(text).map((id) => ({ id, name: names.get(id) ?? '' })),
    author: {
      kind: row.author_person_id === null ? 'token' : 'person',
      personId: row.author_person_id,
      name: authorOf(row),
    },
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    mayEdit: refuseEditing(actor, lead, row, now) === undefined,
    mayDelete: refuseDeleting(actor, row) === undefined,
  };
}
