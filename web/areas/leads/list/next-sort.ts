import type { LeadSort } from '../../../../contract/leads/lead-fields.ts';
import type { SortOrder } from '../../../lead-query/list-state.ts';

interface Sortable {
  sort?: LeadSort;
  descendsFirst?: boolean;
}

/** The order after a click on a column: its natural one first, then reversed; null when not sortable. */
export function nextSort(column: Sortable, sort: SortOrder): SortOrder | null {
  if (!column.sort) return null;
  const upwards: SortOrder = column.sort;
  const downwards: SortOrder = `-${column.sort}`;
  if (sort === upwards) return downwards;
  if (sort === downwards) return upwards;
  return column.descendsFirst ? downwards : upwards;
}
