import { z } from 'zod';
import type { Area, AreaParts } from '../area.ts';
import { defineJob } from '../jobs/jobs.ts';
import { unscopedForgetFiles } from './stored-files.repo.ts';

/** Removes the files whose time is over. */
export const forgetStoredFiles = defineJob({
  name: 'stored-files.forget',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '47 1 * * *',
});

/** What becomes of stored files by itself, whichever area they belong to. */
export function storedFilesKeeping({ databases, clock }: AreaParts): Area {
  return {
    jobs: () => [forgetStoredFiles.doneBy(() => unscopedForgetFiles(databases.general, clock.now()))],
  };
}
