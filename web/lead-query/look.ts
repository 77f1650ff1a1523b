import { type CellName, cellNames } from '../../contract/leads/lead-fields.ts';
import {
  columnWidths,
  type DeskDensity,
  type DeskLayout,
  deskDensities,
  deskLayouts,
  listWidths,
  type WidthRange,
} from '../../contract/leads/lists.ts';
import type { DeskLook, SavedDefinition } from '../../contract/leads/views.ts';

/** A column that is shown; its width in rem where the person chose one. */
export type ChosenColumn = NonNullable<DeskLook['columns']>[number];

/** How the list looks. The page size is part of the list's state, because the address has it. */
export interface Look {
  readonly layout: DeskLayout;
  readonly density: DeskDensity;
  /** null: the usual columns */
  readonly columns: readonly ChosenColumn[] | null;
  /** Of the list next to an open lead, in rem; undefined: the usual one */
  readonly listWidth?: number | undefined;
}

export const usualLook: Look = { layout: 'grid', density: 'comfortable', columns: null };

/** Whether something kept is still the name of a column. */
export const isCell = (id: string): id is CellName => cellNames.some((name) => name === id);

/** Reads a look as it was saved, without columns that no longer exist. */
export function readLook(saved: SavedDefinition['look'] | null): Look {
  if (saved === null) return usualLook;
  return {
    layout: deskLayouts.find((one) => one === saved.layout) ?? usualLook.layout,
    density: deskDensities.find((one) => one === saved.density) ?? usualLook.density,
    columns:
      saved.columns === null
        ? null
        : saved.columns.flatMap(({ id, ...rest }) => (isCell(id) ? [{ id, ...rest }] : [])),
    ...(saved.listWidth !== undefined && { listWidth: clampWidth(saved.listWidth, listWidths) }),
  };
}

/** A width that the API takes. */
export function clampWidth(rem: number, { least, most }: WidthRange = columnWidths): number {
  const rounded = Math.round(rem * 8) / 8;
  return Math.min(most, Math.max(least, rounded));
}
