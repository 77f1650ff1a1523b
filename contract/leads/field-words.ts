import { english } from './field-words/catalogue.en.ts';

/** What the fields of a lead and of its deal are called, wherever one is labeled. */
export const fieldWords = english;
