interface Sortable<Name extends string> {
  sort?: Name;
  descendsFirst?: boolean;
}

/** The order after a press on a column: its natural one first, then reversed; null when not sortable. */
export function nextSort<Name extends string>(
  column: Sortable<Name>,
  sort: Name | `-${Name}`,
): Name | `-${Name}` | null {
  if (!column.sort) return null;
  const upwards = column.sort;
  const downwards = `-${column.sort}` as const;
  if (sort === upwards) return downwards;
  if (sort === downwards) return upwards;
  return column.descendsFirst ? downwards : upwards;
}
