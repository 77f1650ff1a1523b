import { sql } from 'kysely';
import type { SharingHindrance, SharingMethod } from '../../../../contract/leads/lists.ts';
import type { SharingRulesChange } from '../../../../contract/leads/sharing.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';
import { newId } from '../../../platform/ids.ts';
import { customerColumns } from '../lead/shown-customer.ts';
import type { PersonInRule, RuleToGiveBy } from './give-by-rule.rules.ts';

/** A rule as it is kept. */
export interface KeptRule extends RuleToGiveBy {
  readonly name: string;
}

/** Who last changed the rules of an organization, and when. */
export interface KeptRulesHead {
  readonly updated_at: Date;
  readonly updated_by: string;
  /** A new one with every change. */
  readonly revision: string;
  readonly escalate_to: string | null;
  readonly escalate_after_hours: number | null;
  readonly escalate_since: Date | null;
}

/** Takes a lock, so that leads are given one batch after another, and never by rules that are being changed. */
export async function lockSharing(tx: Transaction, organizationId: string): Promise<void> {
  await lockName(tx, `sharing ${organizationId}`);
}

/** undefined: there were never any rules. */
export function findRulesHead(tx: Transaction, organizationId: string): Promise<KeptRulesHead | undefined> {
  return tx
    .selectFrom('sharing_rules')
    .select(['updated_at', 'updated_by', 'revision', 'escalate_to', 'escalate_after_hours', 'escalate_since'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
}

/** The rules in their order, with what they gave in the week that begins with that day. */
export async function listRules(tx: Transaction, organizationId: string, week: string): Promise<KeptRule[]> {
  const rules = await tx
    .selectFrom('sharing_rule')
    .select(['id', 'name', 'tab', 'location_ids', 'countries', 'offers', 'method', 'paused'])
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .execute();
  const people = await tx
    .selectFrom('sharing_rule_person')
    .select(['rule_id', 'person_id', 'per_week', 'last_turn', 'week', 'given_in_week'])
    .where('organization_id', '=', organizationId)
    .orderBy('place')
    .execute();
  const byRule = new Map<string, PersonInRule[]>();
  for (const one of people) {
    const list = byRule.get(one.rule_id) ?? [];
    list.push({
      personId: one.person_id,
      perWeek: one.per_week,
      lastTurn: one.last_turn,
      givenThisWeek: one.week === week ? one.given_in_week : 0,
    });
    byRule.set(one.rule_id, list);
  }
  return rules.map(({ id, name, tab, location_ids, countries, offers, method, paused }) => ({
    id,
    name,
    // Both are checked by the database.
    tab: tab as KeptRule['tab'],
    method: method as SharingMethod,
    locationIds: location_ids,
    countries,
    offers,
    paused,
    people: byRule.get(id) ?? [],
  }));
}

/** How long a removed rule can come back with what it gave, and the leads that wait for it. */
const keptMs = 24 * 3_600_000;

/**
 * Puts rules in place of those before them. A rule that stays keeps what it gave to the people who stay, and the leads
 * that wait for it; so does one that comes back within a day.
 */
export async function replaceRules(
  tx: Transaction,
  organizationId: string,
  { rules, head }: { readonly rules: SharingRulesChange['rules']; readonly head: KeptRulesHead },
): Promise<void> {
  await tx
    .insertInto('sharing_rules')
    .values({ organization_id: organizationId, ...head })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ ...head }))
    .execute();
  const rows = rules.map(({ people, ...rule }, place) => ({
    rule: {
      organization_id: organizationId,
      id: rule.id ?? newId(),
      place,
      name: rule.name,
      tab: rule.tab,
      location_ids: rule.locationIds,
      countries: rule.countries,
      offers: rule.offers,
      method: rule.method,
      paused: rule.paused,
      removed_at: null,
    },
    people,
  }));
  const ids = rows.map(({ rule }) => rule.id);
  await removeOthers(tx, organizationId, ids, head.updated_at);
  for (const { rule, people } of rows) {
    await tx
      .insertInto('sharing_rule')
      .values(rule)
      .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ ...rule }))
      .execute();
    await replacePeople(tx, organizationId, rule.id, people);
  }
}

async function removeOthers(tx: Transaction, organizationId: string, kept: readonly string[], at: Date) {
  await tx
    .deleteFrom('sharing_rule')
    .where('organization_id', '=', organizationId)
    .where('removed_at', '<', new Date(at.getTime() - keptMs))
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
  await tx
    .updateTable('sharing_rule')
    .set({ removed_at: at })
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
}

async function replacePeople(
  tx: Transaction,
  organizationId: string,
  ruleId: string,
  people: SharingRulesChange['rules'][number]['people'],
): Promise<void> {
  const ids = people.map(({ personId }) => personId);
  await tx
    .deleteFrom('sharing_rule_person')
    .where('organization_id', '=', organizationId)
    .where('rule_id', '=', ruleId)
    .where('person_id', 'not in', ids)
    .execute();
  const rows = people.map(({ personId, perWeek }, place) => ({
    organization_id: organizationId,
    rule_id: ruleId,
    person_id: personId,
    place,
    per_week: perWeek,
  }));
  await tx
    .insertInto('sharing_rule_person')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'rule_id', 'person_id'])
        .doUpdateSet((eb) => ({ place: eb.ref('excluded.place'), per_week: eb.ref('excluded.per_week') })),
    )
    .execute();
}

/** Writes what rules have given to people by now. */
export async function writeGiven(
  tx: Transaction,
  organizationId: string,
  changes: readonly { readonly ruleId: string; readonly person: PersonInRule }[],
  week: string,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ ruleId, person }) => ({
    ruleId,
    personId: person.personId,
    lastTurn: person.lastTurn,
    given: person.givenThisWeek,
  }));
  await sql`
    update sharing_rule_person as p
    set last_turn = r."lastTurn", week = ${week}::date, given_in_week = r.given
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r ("ruleId" uuid, "personId" uuid, "lastTurn" integer, given integer)
    where p.organization_id = ${organizationId} and p.rule_id = r."ruleId" and p.person_id = r."personId"`.execute(
    tx,
  );
}

/** A lead that a rule could not give to anybody. */
export interface Hindered {
  readonly leadId: string;
  readonly ruleId: string;
  readonly reason: SharingHindrance;
}

/**
 * Writes down which of these leads wait for somebody; the others wait no more, except for a rule that was removed and
 * may come back.
 */
export async function writeWaiting(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  { hindered, now }: { readonly hindered: readonly Hindered[]; readonly now: Date },
): Promise<void> {
  const waiting = hindered.map(({ leadId }) => leadId);
  await tx
    .deleteFrom('lead_to_share')
    .where('organization_id', '=', organizationId)
    .where('lead_id', 'in', [...leadIds])
    .$if(waiting.length > 0, (query) => query.where('lead_id', 'not in', waiting))
    .where('rule_id', 'not in', (eb) =>
      eb
        .selectFrom('sharing_rule as removed')
        .select('removed.id')
        .where('removed.organization_id', '=', organizationId)
        .where('removed.removed_at', 'is not', null),
    )
    .execute();
  if (hindered.length === 0) return;
  await tx
    .insertInto('lead_to_share')
    .values(
      hindered.map(({ leadId, ruleId, reason }) => ({
        organization_id: organizationId,
        lead_id: leadId,
        rule_id: ruleId,
        since: now,
        reason,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'lead_id'])
        .doUpdateSet((eb) => ({ rule_id: eb.ref('excluded.rule_id'), reason: eb.ref('excluded.reason') })),
    )
    .execute();
}

/** The leads that wait for somebody, the longest waiting first. */
export async function listWaitingIds(
  tx: Transaction,
  organizationId: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('lead_to_share')
    .select('lead_id')
    .where('organization_id', '=', organizationId)
    .orderBy('since')
    .orderBy('lead_id')
    .limit(limit)
    .execute();
  return rows.map(({ lead_id }) => lead_id);
}

/** What somebody answered or made theirs by hand waits no more, whether or not that was written down. */
function selectWaiting(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('lead_to_share as waiting')
    .innerJoin('lead', (join) =>
      join
        .onRef('lead.organization_id', '=', 'waiting.organization_id')
        .onRef('lead.id', '=', 'waiting.lead_id'),
    )
    .innerJoin('sharing_rule as rule', (join) =>
      join
        .onRef('rule.organization_id', '=', 'waiting.organization_id')
        .onRef('rule.id', '=', 'waiting.rule_id'),
    )
    .where('waiting.organization_id', '=', organizationId)
    .where('rule.removed_at', 'is', null)
    .where('lead.status', '=', 'Received')
    .where('lead.assigned_to', 'is', null);
}

/** How many leads wait, by rule, and since when the first of them does. */
export function countWaiting(tx: Transaction, organizationId: string) {
  return selectWaiting(tx, organizationId)
    .select(({ fn }) => ['rule_id', fn.countAll<number>().as('count'), fn.min('since').as('since')])
    .groupBy('rule_id')
    .execute();
}

/** How many leads wait for somebody. */
export async function countLeadsToShare(tx: Transaction, organizationId: string): Promise<number> {
  const counts = await countWaiting(tx, organizationId);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Leads that wait, with their customers, the longest waiting first. */
export function listWaitingLeads(tx: Transaction, organizationId: string, limit: number) {
  return selectWaiting(tx, organizationId)
    .select([
      ...customerColumns,
      'waiting.since',
      'waiting.reason',
      'rule.id as rule_id',
      'rule.name as rule_name',
    ])
    .orderBy('waiting.since')
    .orderBy('waiting.lead_id')
    .limit(limit)
    .execute();
}

/** Organizations with leads that wait for somebody; ids only. */
export async function unscopedListOrganizationsWithWaiting(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select organization_id from list_organizations_with_leads_to_share()`.execute(db);
  return rows.map(({ organization_id }) => organization_id);
}
