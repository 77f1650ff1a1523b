/** What all forms share: submitting, errors from the server, drafts, and the dialog around them. */
export { announce, announceFailure } from './announce.ts';
export { DraftBanner } from './draft-banner.tsx';
export { Failures } from './failures.tsx';
export { FormDialog, type FormPlace } from './form-dialog.tsx';
export { LeaveDialog } from './leave-guard.tsx';
export { matchField, spreadIssues } from './problem-fields.ts';
export { SideSheet } from './side-sheet.tsx';
export { type Submission, useSubmission } from './submission.ts';
export { announceWithButtons, announceWithUndo } from './undo.tsx';
export { type DraftControl, useDraft } from './use-draft.ts';
