/** Possible duplicates of the lead that is shown (LQ-4). */
export { duplicatesQuery } from './duplicates-data.ts';
export { DuplicatesPanel } from './duplicates-panel.tsx';
