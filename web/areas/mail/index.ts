/** What other areas of the app take from the outbox. */
export { seesOutbox } from './outbox-data.ts';
