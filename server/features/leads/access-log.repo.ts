export { type AccessEntry, listAccess, recordAccess, recordRead } from '../identity/index.ts';
