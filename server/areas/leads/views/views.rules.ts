import type { ViewColumns, ViewRow } from './views.repo.ts';

/** Whether the person may change the view: its owner; anyone, once the owner has left. */
export function mayChange(
  { owner_id, owner_name }: Pick<ViewRow, 'owner_id' | 'owner_name'>,
  personId: string,
) {
  return owner_id === personId || owner_name === null;
}

/** A view whose owner left belongs to whoever changes it. */
export function withNewOwner(
  { owner_id }: Pick<ViewRow, 'owner_id'>,
  personId: string,
  change: ViewColumns,
): ViewColumns {
  return owner_id === personId ? change : { ...change, ownerId: personId };
}
