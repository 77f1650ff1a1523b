/** What other areas of the app use from working time. */
export { removeAbsence } from './absence-data.ts';
export { AbsenceDialog } from './absence-dialog.tsx';
export { AbsenceSpan } from './absence-span.tsx';
