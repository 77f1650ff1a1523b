/** What other pages of the app take from the details of a lead. */

export { LocationSelect } from './dialogs/location-select.tsx';
export { PartnerSelect } from './dialogs/partner-select.tsx';
export * from './forms/index.ts';
export { Notice } from './notice.tsx';
export { wordEvent } from './timeline-words.ts';
