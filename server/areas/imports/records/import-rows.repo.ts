import { sql } from 'kysely';
import type { ImportOutcome, ImportResult } from '../../../../contract/imports/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { PlannedChange } from '../../leads/index.ts';
import type { Reason } from '../rows/imported-lead.ts';
import type { ImportKey } from './imports.repo.ts';

/** A row of a file with what happens to it. */
export interface StagedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly outcome: ImportOutcome;
  readonly matchKey: string | null;
  readonly leadId: string | null;
  readonly leadOrganizationId: string | null;
  readonly reasons: readonly Reason[];
  /** The version of the lead that it was compared with. */
  readonly version: number | null;
}

/** What an update replaced: columns with their former values, and what the timeline says when they come back. */
export interface FormerLead {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly changes: PlannedChange['changes'];
}

/** Writes rows down, with one statement. */
export async function insertRows(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
  rows: readonly StagedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into lead_import_row (organization_id, import_id, number, cells, outcome, match_key, lead_id, lead_organization_id, reasons, new_version)
    select ${organizationId}, ${importId}, r.number, r.cells::json, r.outcome, r.match_key, r.lead_id, r.lead_organization_id, r.reasons::json, r.version
    from unnest(${rows.map(({ number }) => number)}::integer[], ${rows.map(({ cells }) => JSON.stringify(cells))}::text[],
                ${rows.map(({ outcome }) => outcome)}::text[], ${rows.map(({ matchKey }) => matchKey)}::text[],
                ${rows.map(({ leadId }) => leadId)}::uuid[], ${rows.map((row) => row.leadOrganizationId)}::uuid[],
                ${rows.map(({ reasons }) => (reasons.length === 0 ? null : JSON.stringify(reasons)))}::text[],
                ${rows.map(({ version }) => version)}::integer[])
      as r (number, cells, outcome, match_key, lead_id, lead_organization_id, reasons, version)`.execute(tx);
}

/** Forgets some of the rows of an import, whose file is read again. @returns how many */
export async function deleteSomeRows(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
  maximum: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from lead_import_row
    where organization_id = ${organizationId} and import_id = ${importId} and number in (
      select number from lead_import_row
      where organization_id = ${organizationId} and import_id = ${importId} order by number limit ${maximum})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** The first row of the import with each of these keys, besides rejected ones. */
export async function findEarlierRows(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ match_key: string; number: number }>`
    select match_key, min(number) as number from lead_import_row
    where organization_id = ${organizationId} and import_id = ${importId} and match_key = any(${[...keys]}::text[])
    group by match_key`.execute(tx);
  return new Map(rows.map(({ match_key: key, number }) => [key, number]));
}

/** A row that waits to be written, or to be taken back. */
export interface WorkedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly outcome: ImportOutcome;
  readonly match_key: string | null;
  readonly lead_id: string | null;
  readonly lead_organization_id: string | null;
  readonly reasons: readonly Reason[] | null;
  readonly result: ImportResult | null;
  readonly former: FormerLead | null;
  /** The version of the lead: seen by the dry run, and then left by the import. */
  readonly new_version: number | null;
}

const workedColumns = [
  'number',
  'cells',
  'outcome',
  'match_key',
  'lead_id',
  'lead_organization_id',
  'reasons',
  'result',
  'former',
  'new_version',
] as const;

/** Where to go on in a file, and for how many rows. */
interface NextRows {
  readonly after: number;
  readonly limit: number;
}

function selectWorked(tx: Transaction, { organizationId, importId }: ImportKey, { after, limit }: NextRows) {
  return tx
    .selectFrom('lead_import_row')
    .select(workedColumns)
    .where('organization_id', '=', organizationId)
    .where('import_id', '=', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .$castTo<WorkedRow>();
}

/** The next rows that would create or update a lead, after a place in the file. */
export function listToWrite(
  tx: Transaction,
  key: ImportKey,
  after: number,
  limit: number,
): Promise<WorkedRow[]> {
  return selectWorked(tx, key, { after, limit }).where('outcome', 'in', ['create', 'update']).execute();
}

/** The next rows that created or updated a lead, after a place in the file. */
export function listToTakeBack(
  tx: Transaction,
  key: ImportKey,
  after: number,
  limit: number,
): Promise<WorkedRow[]> {
  return selectWorked(tx, key, { after, limit }).where('result', 'in', ['created', 'updated']).execute();
}

/** What became of a row. */
export interface RowResult {
  readonly number: number;
  readonly result: ImportResult;
  readonly leadId: string | null;
  readonly leadOrganizationId?: string | null;
  readonly reasons?: readonly Reason[];
  readonly former?: FormerLead;
  readonly newVersion?: number;
}

/** Writes what became of rows, with one statement. What is missing stays as it was. */
export async function writeResults(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
  results: readonly RowResult[],
): Promise<void> {
  if (results.length === 0) return;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql`
    update lead_import_row r
    set result = w.result, lead_id = coalesce(w.lead_id, r.lead_id),
        lead_organization_id = coalesce(w.lead_organization_id, r.lead_organization_id),
        reasons = coalesce(w.reasons::json, r.reasons), former = coalesce(w.former::json, r.former),
        new_version = coalesce(w.new_version, r.new_version)
    from unnest(${results.map(({ number }) => number)}::integer[], ${results.map(({ result }) => result)}::text[],
                ${results.map(({ leadId }) => leadId)}::uuid[], ${results.map((one) => one.leadOrganizationId ?? null)}::uuid[],
                ${results.map(({ reasons }) => json(reasons))}::text[], ${results.map(({ former }) => json(former))}::text[],
                ${results.map(({ newVersion }) => newVersion ?? null)}::integer[])
      as w (number, result, lead_id, lead_organization_id, reasons, former, new_version)
    where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.number = w.number`.execute(
    tx,
  );
}

/** Which rows to show. */
export interface RowPage {
  readonly outcome: ImportOutcome | undefined;
  readonly result: ImportResult | undefined;
  readonly after: number;
  readonly limit: number;
}

/** Rows of an import in the order of the file. */
export function listRows(
  tx: Transaction,
  { organizationId, importId }: ImportKey,
  { outcome, result, after, limit }: RowPage,
): Promise<WorkedRow[]> {
  return tx
    .selectFrom('lead_import_row')
    .select(workedColumns)
    .where('organization_id', '=', organizationId)
    .where('import_id', '=', importId)
    .where('number', '>', after)
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome as ImportOutcome))
    .$if(result !== undefined, (query) => query.where('result', '=', result as ImportResult))
    .orderBy('number')
    .limit(limit)
    .$castTo<WorkedRow>()
    .execute();
}
