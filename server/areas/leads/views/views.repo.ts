import { sql } from 'kysely';
import { maxOwnViews, maxSharedViews } from '../../../../contract/leads/lists.ts';
import type { SavedDefinition, ViewDefinition } from '../../../../contract/leads/views.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';
import { leadReaders } from '../../identity/index.ts';

export interface ViewRow {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly owner_id: string;
  /** null: the owner has no role that reads leads in the organization */
  readonly owner_name: string | null;
  readonly definition: SavedDefinition;
  readonly layer: SavedDefinition | null;
  readonly followed: boolean;
  readonly version: number;
  readonly updated_at: Date;
}

/** Who looks at views. */
interface Reader {
  readonly organizationId: string;
  readonly personId: string;
}

function selectViews(tx: Transaction, { organizationId, personId }: Reader) {
  return tx
    .selectFrom('saved_view as v')
    .select((eb) => [
      'v.id',
      'v.name',
      'v.shared',
      'v.owner_id',
      'v.definition',
      'v.version',
      'v.updated_at',
      eb
        .selectFrom('person as p')
        .innerJoin('membership as m', 'm.person_id', 'p.id')
        .select('p.name')
        .whereRef('p.id', '=', 'v.owner_id')
        .where('m.organization_id', '=', organizationId)
        .where('m.role', 'in', [...leadReaders])
        .limit(1)
        .as('owner_name'),
      eb
        .selectFrom('saved_view_layer as l')
        .select('l.definition')
        .where('l.organization_id', '=', organizationId)
        .where('l.person_id', '=', personId)
        .whereRef('l.view_id', '=', 'v.id')
        .as('layer'),
      eb
        .exists(
          eb
            .selectFrom('saved_view_follower as f')
            .select(sql`1`.as('one'))
            .where('f.organization_id', '=', organizationId)
            .where('f.person_id', '=', personId)
            .whereRef('f.view_id', '=', 'v.id'),
        )
        .as('followed'),
    ])
    .where('v.organization_id', '=', organizationId)
    .where((eb) => eb.or([eb('v.owner_id', '=', personId), eb('v.shared', '=', true)]))
    .$castTo<ViewRow>();
}

/** The person's own views and the shared ones, as many as there may be. */
export function listViews(tx: Transaction, reader: Reader): Promise<ViewRow[]> {
  return selectViews(tx, reader)
    .orderBy((eb) => eb('v.owner_id', '=', reader.personId), 'desc')
    .orderBy('v.created_at')
    .orderBy('v.id')
    .limit(maxOwnViews + maxSharedViews)
    .execute();
}

/** A view that the person may open; undefined: there is none, or it is someone else's own. */
export function findView(tx: Transaction, reader: Reader, viewId: string): Promise<ViewRow | undefined> {
  return selectViews(tx, reader).where('v.id', '=', viewId).executeTakeFirst();
}

/** Locks a view until the transaction ends, so that two changes follow one another. */
export async function lockView(tx: Transaction, organizationId: string, viewId: string): Promise<void> {
  await selectView(tx, organizationId, viewId).forUpdate().execute();
}

/**
 * Keeps a view as it is until the transaction ends: what is attached to it now finds it, and a change of its sharing sees
 * what was attached. Others may do the same meanwhile.
 */
export async function keepView(tx: Transaction, organizationId: string, viewId: string): Promise<void> {
  await selectView(tx, organizationId, viewId).forKeyShare().execute();
}

function selectView(tx: Transaction, organizationId: string, viewId: string) {
  return tx
    .selectFrom('saved_view')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', viewId);
}

/** How many views the person owns; no other request of theirs adds one until the transaction ends. */
export async function countOwnViews(tx: Transaction, reader: Reader): Promise<number> {
  await lockName(tx, `saved-views ${reader.personId}`);
  const { count } = await tx
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', reader.organizationId)
    .where('owner_id', '=', reader.personId)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many views the organization shares; no other request adds one until the transaction ends. */
export async function countSharedViews(tx: Transaction, { organizationId }: Reader): Promise<number> {
  await lockName(tx, `shared-views ${organizationId}`);
  const { count } = await tx
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('shared', '=', true)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many views the person follows; no other request of theirs adds one until the transaction ends. */
export async function countFollowedViews(
  tx: Transaction,
  { organizationId, personId }: Reader,
): Promise<number> {
  await lockName(tx, `followed-views ${personId}`);
  const { count } = await tx
    .selectFrom('saved_view_follower')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

export interface NewView {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly definition: ViewDefinition;
}

/** Stores a new view of the person. */
export async function insertView(
  tx: Transaction,
  { organizationId, personId }: Reader,
  { id, name, shared, definition }: NewView,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('saved_view')
    .values({
      organization_id: organizationId,
      id,
      owner_id: personId,
      name,
      shared,
      definition: JSON.stringify(definition),
      created_at: at,
      updated_at: at,
    })
    .execute();
}

export interface ViewColumns {
  readonly ownerId?: string;
  readonly name?: string;
  readonly shared?: boolean;
  readonly definition?: ViewDefinition | SavedDefinition;
}

/** Changes what is given of a view, and increments its version. */
export async function updateView(
  tx: Transaction,
  organizationId: string,
  viewId: string,
  { ownerId, name, shared, definition }: ViewColumns,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('saved_view')
    .set((eb) => ({
      ...(ownerId !== undefined && { owner_id: ownerId }),
      ...(name !== undefined && { name }),
      ...(shared !== undefined && { shared }),
      ...(definition !== undefined && { definition: JSON.stringify(definition) }),
      version: eb('version', '+', 1),
      updated_at: at,
    }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', viewId)
    .execute();
}

/** Deletes a view with everyone's layers and subscriptions. */
export async function deleteView(tx: Transaction, organizationId: string, viewId: string): Promise<void> {
  await tx
    .deleteFrom('saved_view')
    .where('organization_id', '=', organizationId)
    .where('id', '=', viewId)
    .execute();
}

/** What others made of a view ends when it is no longer shared with them. */
export async function deleteFollowersBut(
  tx: Transaction,
  { organizationId, personId }: Reader,
  viewId: string,
): Promise<void> {
  await tx
    .deleteFrom('saved_view_follower')
    .where('organization_id', '=', organizationId)
    .where('view_id', '=', viewId)
    .where('person_id', '<>', personId)
    .execute();
}

/** Keeps what the person changed about a view for themselves, in place of what they changed before. */
export async function saveLayer(
  tx: Transaction,
  { organizationId, personId }: Reader,
  viewId: string,
  definition: ViewDefinition,
  at: Date,
): Promise<void> {
  const columns = { definition: JSON.stringify(definition), updated_at: at };
  await tx
    .insertInto('saved_view_layer')
    .values({ organization_id: organizationId, view_id: viewId, person_id: personId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'view_id', 'person_id']).doUpdateSet(columns),
    )
    .execute();
}

/** Takes back what the person changed about a view for themselves; without a layer nothing changes. */
export function deleteLayer(tx: Transaction, reader: Reader, viewId: string): Promise<void> {
  return deleteOwn(tx, 'saved_view_layer', reader, viewId);
}

/** Has the person told about new leads in a view; repeating it changes nothing. */
export async function follow(
  tx: Transaction,
  { organizationId, personId }: Reader,
  viewId: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('saved_view_follower')
    .values({ organization_id: organizationId, view_id: viewId, person_id: personId, since: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Has the person no longer told about a view; repeating it changes nothing. */
export function unfollow(tx: Transaction, reader: Reader, viewId: string): Promise<void> {
  return deleteOwn(tx, 'saved_view_follower', reader, viewId);
}

async function deleteOwn(
  tx: Transaction,
  table: 'saved_view_layer' | 'saved_view_follower',
  { organizationId, personId }: Reader,
  viewId: string,
): Promise<void> {
  await tx
    .deleteFrom(table)
    .where('organization_id', '=', organizationId)
    .where('view_id', '=', viewId)
    .where('person_id', '=', personId)
    .execute();
}
