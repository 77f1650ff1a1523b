import { english } from './role-words/catalogue.en.ts';

/** What the roles are called; apart from the other words, as every page of the app shows them. */
export const roleWords = english;
