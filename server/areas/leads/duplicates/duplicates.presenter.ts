import type { DuplicateReason, PossibleDuplicate } from '../../../../contract/leads/duplicates.ts';
import type { Spoken } from '../../../../contract/sentences.ts';
import { factsOf } from '../lead/lead-row.ts';
import { contactWithheld, stateAt, statusOf } from '../lead/leads.rules.ts';
import type { Decision } from './duplicates.repo.ts';
import type { Comparison } from './duplicates.rules.ts';
import type { TraitRow } from './lead-traits.ts';

/** A possible duplicate, whose reasons are read in the language of the reader. */
export interface FoundDuplicate extends Omit<PossibleDuplicate, 'reasons'> {
  readonly reasons: Spoken<DuplicateReason>[];
}

/** Row → wire; the name of a contact that may not be shown is dropped here (LC-4, IN-6). */
export function presentDuplicate(
  row: TraitRow,
  comparison: Comparison,
  decision: Decision | undefined,
  now: Date,
): FoundDuplicate {
  const facts = factsOf(row);
  const name = [row.contact_first_name, row.contact_last_name].filter(Boolean).join(' ');
  return {
    lead: {
      id: row.id,
      customerName: row.customer_name,
      contactName: contactWithheld(facts, now) !== null || name === '' ? null : name,
      createdAt: row.received_at.toISOString(),
      ...statusOf(stateAt(facts, now)),
    },
    score: comparison.score,
    level: comparison.level,
    reasons: [...comparison.reasons],
    linked: decision === 'linked',
    dismissed: decision === 'dismissed',
  };
}

/** Linked leads first, dismissed ones last, otherwise the most similar first, and then the latest. */
export function byRelevance(left: FoundDuplicate, right: FoundDuplicate): number {
  const rank = ({ linked, dismissed }: FoundDuplicate) => (linked ? 0 : dismissed ? 2 : 1);
  return (
    rank(left) - rank(right) ||
    right.score - left.score ||
    right.lead.createdAt.localeCompare(left.lead.createdAt) ||
    left.lead.id.localeCompare(right.lead.id)
  );
}
