/** What other areas of the app take from leads. */
export { wordEvent } from './lead/timeline/timeline-words.ts';
