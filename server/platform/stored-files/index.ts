export { storeStream } from './store-stream.ts';
export { storedFilesKeeping } from './stored-files.jobs.ts';
export {
  type FileKey,
  type NewFile,
  partBytes,
  type StoredFile,
  StoredFiles,
  unscopedForgetFiles,
} from './stored-files.repo.ts';
