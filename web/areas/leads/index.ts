/** What other areas of the app use from leads. */
export { wordEvent } from './lead/timeline/timeline-words.ts';
