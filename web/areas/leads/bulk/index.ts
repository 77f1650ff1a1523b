/** Ticking leads of the list, and doing the same to all of them. */
/** Loads the dock, which is of use once there are leads to tick. */
export const loadBulkDock = () => import('./bulk-dock.tsx');
export { SelectMode } from './select-mode.tsx';
export { HeadTickBox, TickBox } from './tick-box.tsx';
export { type TickedLeads, useSelection } from './use-selection.ts';
