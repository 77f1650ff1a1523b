export {
  type AccessEntry,
  listAccess,
  recordAccess,
  recordRead,
} from './access-log.repo.ts';
export { countedLeads } from './access-words.ts';
