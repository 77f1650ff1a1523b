/** The values that people choose from elsewhere. */
export { labelOf, listInUse, vocabulariesQuery } from './vocabularies-data.ts';
