import { type Selectable, sql } from 'kysely';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { ExportFailure, ExportFormat, ExportState } from '../../../../contract/leads/lists.ts';
import type { LeadExport as LeadExportTable } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';

/** Whose exports: they belong to one person in one organization. */
export interface Whose {
  readonly organizationId: string;
  readonly personId: string;
}

/** An export as the database stores it; its query is empty once it has ended. */
export type ExportRow = Omit<
  Selectable<LeadExportTable>,
  'format' | 'state' | 'failure' | 'query' | 'size_bytes'
> & {
  readonly format: ExportFormat;
  readonly state: ExportState;
  readonly failure: ExportFailure | null;
  readonly query: LeadExportQuery;
  readonly size_bytes: number | null;
};

/** Waits until no one else counts or orders exports of the person. */
export async function waitForOtherOrders(tx: Transaction, { personId }: Whose): Promise<void> {
  await lockName(tx, `exports ${personId}`);
}

export interface NewExport extends Whose {
  readonly id: string;
  readonly query: LeadExportQuery;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** Writes down what to export. */
export async function insertExport(tx: Transaction, order: NewExport): Promise<void> {
  await tx
    .insertInto('lead_export')
    .values({
      organization_id: order.organizationId,
      id: order.id,
      person_id: order.personId,
      format: order.query.format,
      query: JSON.stringify(order.query),
      created_at: order.at,
      expires_at: order.expiresAt,
    })
    .execute();
}

function selectOwn(tx: Transaction, { organizationId, personId }: Whose, now: Date) {
  return (
    tx
      .selectFrom('lead_export')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .where('expires_at', '>', now)
      // The columns of closed lists are checked by the database.
      .$castTo<ExportRow>()
  );
}

/** The person's export with that id, unless its time is over. */
export function findOwn(
  tx: Transaction,
  whose: Whose,
  id: string,
  now: Date,
): Promise<ExportRow | undefined> {
  return selectOwn(tx, whose, now).where('id', '=', id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockOwn(
  tx: Transaction,
  whose: Whose,
  id: string,
  now: Date,
): Promise<ExportRow | undefined> {
  return selectOwn(tx, whose, now).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The person's exports, newest first. */
export function listOwn(tx: Transaction, whose: Whose, now: Date): Promise<ExportRow[]> {
  return selectOwn(tx, whose, now).orderBy('id', 'desc').execute();
}

type Change = Partial<{
  state: ExportState;
  failure: ExportFailure;
  rows: number;
  rows_done: number;
  failures: number;
  restarts: number;
  file_id: string | null;
  file_name: string;
  size_bytes: number;
  started_at: Date;
  ended_at: Date;
  expires_at: Date;
}>;

/** Changes an export that is locked. */
export async function changeExport(tx: Transaction, row: ExportRow, change: Change): Promise<void> {
  await tx
    .updateTable('lead_export')
    .set(change)
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .execute();
}

/** Ends an export that is locked; what it was asked for is forgotten, because a search may name people. */
export async function endExport(
  tx: Transaction,
  row: ExportRow,
  change: Change & { state: ExportState; ended_at: Date },
): Promise<void> {
  await tx
    .updateTable('lead_export')
    .set({ ...change, query: sql`'{}'` })
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .execute();
}

/**
 * Notes how far the file has come, if this file is still the one that is wanted; holds the export until the transaction
 * ends.
 * @returns false: it was canceled or deleted, or somebody else started it over
 */
export async function noteProgress(
  tx: Transaction,
  { organizationId }: Whose,
  file: { readonly exportId: string; readonly fileId: string },
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('lead_export')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', file.exportId)
    .where('file_id', '=', file.fileId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Deletes an export that is locked. */
export async function deleteExport(tx: Transaction, row: ExportRow): Promise<void> {
  await tx
    .deleteFrom('lead_export')
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .execute();
}

/** Deletes exports of all organizations whose time is over. @returns how many */
export async function unscopedForgetExports(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select forget_lead_exports(${now}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
