/** Leads that may be the same inquiry as the one that is shown (LQ-4). */
export { DuplicatesPanel } from './duplicates-panel.tsx';
