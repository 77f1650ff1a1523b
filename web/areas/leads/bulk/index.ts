/** Ticking leads of the list, and doing the same to all of them. */
export { SelectMode } from './select-mode.tsx';
export { HeadTickBox, TickBox } from './tick-box.tsx';
export { useBulkDock } from './use-bulk-dock.ts';
export { type TickedLeads, useSelection } from './use-selection.ts';
export { useSelectionKeys } from './use-selection-keys.ts';
