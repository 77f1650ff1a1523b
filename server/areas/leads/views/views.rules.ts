import { unsharedParameters } from '../../../../contract/leads/lists.ts';
import type { ViewColumns, ViewRow } from './views.repo.ts';

/** Someone who wants to change a view. */
interface Changer {
  readonly personId: string;
  /** Whether they may manage what nobody owns. */
  readonly mayManage: boolean;
}

/** Whether the person may change the view: its owner; once they no longer work with leads, those who manage views. */
export function mayChange(
  { owner_id, owner_name }: Pick<ViewRow, 'owner_id' | 'owner_name'>,
  { personId, mayManage }: Changer,
): boolean {
  return owner_id === personId || (owner_name === null && mayManage);
}

/** What remains of a definition when it is shared: nothing that may name people (ID-3, DP-2). */
export function withoutNames<Definition extends { readonly query: object }>(
  definition: Definition,
): Definition {
  const isShared = ([name]: [string, unknown]) => unsharedParameters.every((one) => one !== name);
  return { ...definition, query: Object.fromEntries(Object.entries(definition.query).filter(isShared)) };
}

/** What a change makes of a view: it then belongs to whoever changes it, and names nobody if it is shared. */
export function columnsOf(row: ViewRow, personId: string, change: ViewColumns): ViewColumns {
  const { shared = row.shared, definition = row.definition } = change;
  return {
    ...change,
    ...(row.owner_id !== personId && { ownerId: personId }),
    ...(shared && (change.definition || change.shared) && { definition: withoutNames(definition) }),
  };
}
