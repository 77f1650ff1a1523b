import type { DeskDensity } from '../../../../contract/leads/lists.ts';

/** The height of a row next to the open lead in rem: three lines, or two. */
export const besideHeightRem = { comfortable: 4.75, compact: 3.375 } as const satisfies Record<
  DeskDensity,
  number
>;

/** The height of a table row in rem: two lines, or one. */
export const rowHeightRem = { comfortable: 3.25, compact: 2.25 } as const satisfies Record<
  DeskDensity,
  number
>;
