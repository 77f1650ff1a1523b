/** The values that people choose from elsewhere. */
export { listInUse, vocabulariesQuery } from './vocabularies-data.ts';
