/** The properties of a column that decide how wide it is shown. */
interface SpreadColumn {
  /** In rem. */
  readonly width: number;
  /** true: the person chose the width. */
  readonly hasOwnWidth?: boolean;
}

/**
 * The widths of the columns in the given room. What is left over goes to the columns that nobody gave a width, in
 * proportion: a width that someone chose is exactly kept.
 * @param roomRem undefined: not known yet
 */
export function spreadWidths(columns: readonly SpreadColumn[], roomRem: number | undefined): number[] {
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const flexible = columns.reduce((sum, { width, hasOwnWidth }) => (hasOwnWidth ? sum : sum + width), 0);
  const left = Math.max(0, (roomRem ?? 0) - wanted);
  return columns.map(({ width, hasOwnWidth }) =>
    hasOwnWidth || flexible === 0 ? width : width + (left * width) / flexible,
  );
}
