import type { DeskDensity } from '../../../../contract/leads/lists.ts';

/** The height of a table row in rem: two lines, or one. */
export const rowHeightRem = { comfortable: 3.25, compact: 2.25 } as const satisfies Record<
  DeskDensity,
  number
>;
