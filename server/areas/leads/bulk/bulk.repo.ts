import { type Selectable, sql } from 'kysely';
import type { BulkActionName, BulkState } from '../../../../contract/leads/lists.ts';
import type { BulkAction as BulkActionTable } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';
import type { BulkDetails } from './bulk.rules.ts';

/** A bulk action as the database stores it. */
export type BulkActionRow = Omit<Selectable<BulkActionTable>, 'action' | 'state' | 'details'> & {
  readonly action: BulkActionName;
  readonly state: BulkState;
  readonly details: BulkDetails;
  /** The bulk action that undid this one. */
  readonly undone_by: string | null;
};

/** Whose bulk actions: they belong to one person in one organization. */
export interface Whose {
  readonly organizationId: string;
  readonly personId: string;
}

export interface NewBulkAction extends Whose {
  readonly id: string;
  readonly action: BulkActionName;
  readonly details: BulkDetails;
  readonly undoes: string | null;
  /** How many leads it has; one without any has ended. */
  readonly total: number;
  readonly at: Date;
}

/** Waits until no one else counts or orders bulk actions of the organization. */
export async function waitForOtherOrders(tx: Transaction, organizationId: string): Promise<void> {
  await lockName(tx, `bulk ${organizationId}`);
}

/** How many bulk actions of the organization with more leads than that have not ended. */
export async function countOpen(tx: Transaction, organizationId: string, largerThan: number) {
  const { count } = await tx
    .selectFrom('bulk_action')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where('total', '>', largerThan)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many leads the bulk actions have together that the organization ordered since, without those that undo others. */
export async function countOrdered(tx: Transaction, organizationId: string, since: Date): Promise<number> {
  const { leads } = await tx
    .selectFrom('bulk_action')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('total'), sql<number>`0`).as('leads'))
    .where('organization_id', '=', organizationId)
    .where('created_at', '>', since)
    .where('undoes', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(leads);
}

/** Writes an order down; its leads follow. */
export async function insertAction(tx: Transaction, action: NewBulkAction): Promise<void> {
  await tx
    .insertInto('bulk_action')
    .values({
      organization_id: action.organizationId,
      id: action.id,
      person_id: action.personId,
      action: action.action,
      details: JSON.stringify(action.details),
      undoes: action.undoes,
      total: action.total,
      created_at: action.at,
      ...(action.total === 0 ? { state: 'done', started_at: action.at, ended_at: action.at } : {}),
    })
    .execute();
}

function selectOwn(tx: Transaction, { organizationId, personId }: Whose) {
  return (
    tx
      .selectFrom('bulk_action as bulk')
      .leftJoin('bulk_action as later', (join) =>
        join
          .onRef('later.organization_id', '=', 'bulk.organization_id')
          .onRef('later.undoes', '=', 'bulk.id'),
      )
      .selectAll('bulk')
      .select('later.id as undone_by')
      .where('bulk.organization_id', '=', organizationId)
      .where('bulk.person_id', '=', personId)
      // The columns of closed lists are checked by the database.
      .$castTo<BulkActionRow>()
  );
}

/** The person's bulk action with that id. */
export function findOwn(tx: Transaction, whose: Whose, id: string): Promise<BulkActionRow | undefined> {
  return selectOwn(tx, whose).where('bulk.id', '=', id).executeTakeFirst();
}

/** The person's latest bulk actions, newest first. */
export function listOwn(tx: Transaction, whose: Whose, limit: number): Promise<BulkActionRow[]> {
  return selectOwn(tx, whose).orderBy('bulk.id', 'desc').limit(limit).execute();
}

/** The same bulk action, locked until the transaction ends: whoever works its leads holds this lock. */
export async function lockOwn(tx: Transaction, whose: Whose, id: string): Promise<BulkActionRow | undefined> {
  const held = await tx
    .selectFrom('bulk_action')
    .select('id')
    .where('organization_id', '=', whose.organizationId)
    .where('person_id', '=', whose.personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return held && findOwn(tx, whose, id);
}

/** Ends a locked bulk action before its last lead. */
export async function endEarly(
  tx: Transaction,
  action: BulkActionRow,
  state: 'cancelled' | 'failed',
  now: Date,
): Promise<void> {
  await tx
    .updateTable('bulk_action')
    .set({ state, ended_at: now })
    .where('organization_id', '=', action.organization_id)
    .where('id', '=', action.id)
    .execute();
}

/** Counts a failure of a locked bulk action. */
export async function countFailure(tx: Transaction, action: BulkActionRow): Promise<void> {
  await tx
    .updateTable('bulk_action')
    .set({ failures: action.failures + 1 })
    .where('organization_id', '=', action.organization_id)
    .where('id', '=', action.id)
    .execute();
}

/** Deletes bulk actions of all organizations that ended and were ordered before that moment. @returns how many */
export async function unscopedForgetActions(db: Db, orderedBefore: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select forget_bulk_actions(${orderedBefore}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Deletes what was never reached of bulk actions of all organizations that ended before that moment. @returns how many */
export async function unscopedForgetUnreached(db: Db, endedBefore: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select forget_unreached_leads(${endedBefore}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
