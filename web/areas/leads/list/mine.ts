import type { ListState } from '../../../lead-query/list-state.ts';
import { withFilter } from '../../../lead-query/query.ts';

type Filters = ListState['filters'];

/** Whether the list shows only leads that the person owns, and the filters that turn this on or off. */
export function mineOf(filters: Filters): { isMine: boolean; toggled: Filters } {
  const owners = filters.assignedTo ?? [];
  const isMine = owners.length === 1 && owners[0] === 'me';
  return { isMine, toggled: withFilter(filters, 'assignedTo', isMine ? [] : ['me']) };
}
