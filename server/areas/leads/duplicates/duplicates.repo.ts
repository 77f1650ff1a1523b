import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { type TraitRow, traitColumns } from './lead-traits.ts';

/** The most candidates that each way of finding them returns; what more leads share distinguishes nothing. */
export const maxCandidates = 200;

/** The lead with the columns that are compared; undefined when the scope may not see it. */
export function findTraitRow(
  tx: Transaction,
  scope: LeadScope,
  leadId: string,
): Promise<TraitRow | undefined> {
  return tx
    .selectFrom('lead')
    .select(traitColumns)
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .executeTakeFirst();
}

/** Those of the given leads that the scope may see. */
export function listTraitRows(
  tx: Transaction,
  scope: LeadScope,
  leadIds: readonly string[],
): Promise<TraitRow[]> {
  return tx
    .selectFrom('lead')
    .select(traitColumns)
    .where(visibleTo(scope))
    .where(sql<boolean>`lead.id = any(${[...leadIds]}::uuid[])`)
    .execute();
}

export interface CandidateQuery {
  readonly leadId: string;
  readonly now: Date;
  /** The company's name without its legal form, folded and in ASCII (`trigramText`). */
  readonly company: string | null;
  readonly companyDomain: string | null;
}

export interface Candidates {
  /** Of the whole organization: the caller must check which of them the actor may see. */
  readonly leadIds: readonly string[];
  /** First and last names of the people who wrote from the lead's address, and with its number. */
  readonly emailNames: readonly GivenName[];
  readonly phoneNames: readonly GivenName[];
}

/** A first and a last name, as typed. */
export type GivenName = readonly [first: string | null, last: string | null];

/** Leads that share something with a lead of the current organization, found only through indexes. */
export async function unscopedFindCandidates(tx: Transaction, query: CandidateQuery): Promise<Candidates> {
  const { rows } = await sql<Candidates>`
    select lead_ids as "leadIds", coalesce(email_names, '[]') as "emailNames", coalesce(phone_names, '[]') as "phoneNames"
    from find_duplicate_candidates(${query.leadId}, ${query.now}, ${query.company}, ${query.companyDomain}, ${maxCandidates})`.execute(
    tx,
  );
  return rows[0] ?? { leadIds: [], emailNames: [], phoneNames: [] };
}

export type Decision = 'linked' | 'dismissed';

/** What people decided about pairs with this lead: the other lead's id and the decision. */
export async function listDecisions(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<ReadonlyMap<string, Decision>> {
  const rows = await tx
    .selectFrom('duplicate_decision')
    .select(['lead_id', 'other_lead_id', 'decision'])
    .where('organization_id', '=', organizationId)
    .where((eb) => eb.or([eb('lead_id', '=', leadId), eb('other_lead_id', '=', leadId)]))
    .execute();
  return new Map(rows.map((row) => [row.lead_id === leadId ? row.other_lead_id : row.lead_id, row.decision]));
}

/** A pair in the order in which it is stored. */
export interface Pair {
  readonly organizationId: string;
  readonly leadId: string;
  readonly otherLeadId: string;
}

/** The same pair whichever of the two comes first. */
export function pairOf(organizationId: string, one: string, other: string): Pair {
  const [leadId = one, otherLeadId = other] = [one.toLowerCase(), other.toLowerCase()].toSorted();
  return { organizationId, leadId, otherLeadId };
}

/**
 * Stores the decision, in place of an earlier one. Of two people deciding concurrently, the second waits for the first.
 * @returns what was decided before, if anything
 */
export async function keepDecision(
  tx: Transaction,
  pair: Pair,
  decision: Decision,
  by: { name: string; at: Date },
): Promise<Decision | undefined> {
  // Locks the pair for the whole transaction, even if it has no row yet.
  await lockPair(tx, pair);
  const before = await tx
    .selectFrom('duplicate_decision')
    .select('decision')
    .where('organization_id', '=', pair.organizationId)
    .where('lead_id', '=', pair.leadId)
    .where('other_lead_id', '=', pair.otherLeadId)
    .executeTakeFirst();
  if (before?.decision === decision) return decision;
  const decided = { decision, decided_at: by.at, decided_by_name: by.name };
  await tx
    .insertInto('duplicate_decision')
    .values({
      organization_id: pair.organizationId,
      lead_id: pair.leadId,
      other_lead_id: pair.otherLeadId,
      ...decided,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'lead_id', 'other_lead_id']).doUpdateSet(decided),
    )
    .execute();
  return before?.decision;
}

/** Removes the decision. @returns whether there was one */
export async function dropDecision(tx: Transaction, pair: Pair, decision: Decision): Promise<boolean> {
  await lockPair(tx, pair);
  const dropped = await tx
    .deleteFrom('duplicate_decision')
    .where('organization_id', '=', pair.organizationId)
    .where('lead_id', '=', pair.leadId)
    .where('other_lead_id', '=', pair.otherLeadId)
    .where('decision', '=', decision)
    .executeTakeFirst();
  return dropped.numDeletedRows > 0n;
}

async function lockPair(tx: Transaction, { leadId, otherLeadId }: Pair): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${leadId}), hashtext(${otherLeadId}))`.execute(tx);
}

/** The current version of each of the two, for their timelines' entries. */
export async function listVersions(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<{ id: string; version: number }[]> {
  return tx
    .selectFrom('lead')
    .select(['id', 'version'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...leadIds])
    .orderBy('id')
    .execute();
}
