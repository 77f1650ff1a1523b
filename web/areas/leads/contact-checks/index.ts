/** The contact checks of a lead and the actions on them (CV-2, CV-3, CV-6, CV-7). */
export { contactChecksQuery } from './contact-checks-data.ts';
export { ContactChecksPanel, contactChecksPanelId } from './contact-checks-panel.tsx';
export { spamReason, standingOf } from './evidence.ts';
export { useFollowChecks, useSpamReport } from './use-contact-actions.ts';
