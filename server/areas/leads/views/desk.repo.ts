import type { Desk, DeskChange } from '../../../../contract/leads/views.ts';
import type { Transaction } from '../../../platform/database/database.ts';

/** What the list remembers for the transaction's person. */
export async function findDesk(
  tx: Transaction,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
): Promise<Desk> {
  const row = await tx
    .selectFrom('desk')
    .select(['look', 'last_query', 'default_view_id'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const { look = null, last_query = null, default_view_id = null } = row ?? {};
  return {
    look: look as Desk['look'],
    lastQuery: last_query as Desk['lastQuery'],
    defaultViewId: default_view_id,
  };
}

/** Stores what is sent, and leaves the rest. */
export async function saveDesk(
  tx: Transaction,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
  { look, lastQuery, defaultViewId }: DeskChange,
  at: Date,
): Promise<void> {
  const columns = {
    ...(look !== undefined && { look: look && JSON.stringify(look) }),
    ...(lastQuery !== undefined && { last_query: lastQuery && JSON.stringify(lastQuery) }),
    ...(defaultViewId !== undefined && { default_view_id: defaultViewId }),
    updated_at: at,
  };
  await tx
    .insertInto('desk')
    .values({ organization_id: organizationId, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['organization_id', 'person_id']).doUpdateSet(columns))
    .execute();
}
