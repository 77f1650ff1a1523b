/** Possible duplicates of the lead that is shown (LQ-4). */
export { DuplicatesPanel } from './duplicates-panel.tsx';
