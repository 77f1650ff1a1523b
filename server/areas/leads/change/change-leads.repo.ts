import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import { detailColumns, type LeadColumnsRow, summaryColumns } from '../lead/lead-row.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { selectThese } from '../lead/leads.repo.ts';
import type { LeadChangeColumns } from './change-lead.repo.ts';

/**
 * Locks those of the leads that the scope may see until the transaction ends, always in the same order, so that two
 * batches with the same leads cannot deadlock.
 */
export async function lockLeads(
  tx: Transaction,
  scope: LeadScope,
  leadIds: readonly string[],
): Promise<LeadColumnsRow[]> {
  return selectThese(tx, scope, leadIds)
    .select(summaryColumns)
    .select(detailColumns)
    .orderBy('lead.id')
    .forUpdate()
    .execute();
}

/** The teams of leads, by the lead's id; those without one are missing. */
export async function listTeamsOf(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('lead_team_member')
    .select(['lead_id', 'person_id'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .orderBy('added_at')
    .orderBy('person_id')
    .execute();
  const teams = new Map<string, string[]>();
  for (const { lead_id, person_id } of rows) teams.set(lead_id, [...(teams.get(lead_id) ?? []), person_id]);
  return teams;
}

/** What is written about one of several leads. */
export interface LeadColumns {
  readonly leadId: string;
  readonly columns: LeadChangeColumns;
}

/**
 * Writes changes of leads and increments their versions, also where no column differs, such as after a change of the
 * team; with one statement for each set of columns.
 */
export async function updateLeads(
  tx: Transaction,
  organizationId: string,
  changes: readonly LeadColumns[],
  at: Date,
): Promise<void> {
  const sets = new Map<string, LeadColumns[]>();
  for (const change of changes) {
    const names = Object.keys(change.columns).sort().join(' ');
    sets.set(names, [...(sets.get(names) ?? []), change]);
  }
  for (const [names, rows] of sets)
    await updateSet(tx, organizationId, { names: names === '' ? [] : names.split(' '), rows, at });
}

interface ColumnSet {
  readonly names: readonly string[];
  readonly rows: readonly LeadColumns[];
  readonly at: Date;
}

async function updateSet(tx: Transaction, organizationId: string, { names, rows, at }: ColumnSet) {
  const values = rows.map(({ leadId, columns }) => ({ ...plain(columns), id: leadId }));
  const assignments = names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`written.${name}`)}`);
  await sql`
    update lead set ${sql.join([...assignments, sql`updated_at = ${at}`, sql`version = lead.version + 1`])}
    from jsonb_populate_recordset(null::lead, ${JSON.stringify(values)}::jsonb) written
    where lead.organization_id = ${organizationId} and lead.id = written.id
      -- Said once more, so that the planner looks up these leads only, not all of the organization.
      and lead.id = any(${rows.map(({ leadId }) => leadId)}::uuid[])`.execute(tx);
}

/** Values as JSON: what a statement with parameters takes as text of JSON is the value itself here. */
function plain({ employees, ...columns }: LeadChangeColumns): Record<string, unknown> {
  if (employees === undefined) return columns;
  return { ...columns, employees: typeof employees === 'string' ? JSON.parse(employees) : employees };
}

/** Gives each lead its new team. */
export async function replaceTeams(
  tx: Transaction,
  organizationId: string,
  teams: readonly { readonly leadId: string; readonly team: readonly string[] }[],
  at: Date,
): Promise<void> {
  if (teams.length === 0) return;
  await tx
    .deleteFrom('lead_team_member')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`lead_id = any(${teams.map(({ leadId }) => leadId)}::uuid[])`)
    .execute();
  const rows = teams.flatMap(({ leadId, team }) =>
    team.map((personId) => ({
      organization_id: organizationId,
      lead_id: leadId,
      person_id: personId,
      added_at: at,
    })),
  );
  await sql`
    insert into lead_team_member (organization_id, lead_id, person_id, added_at)
    select organization_id, lead_id, person_id, added_at
    from jsonb_populate_recordset(null::lead_team_member, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}
