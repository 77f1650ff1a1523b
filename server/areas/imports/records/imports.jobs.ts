import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

const place = { organizationId: z.uuid(), importId: z.uuid(), personId: z.uuid() };
/** An import, and in whose name it goes on. */
const ofImport = z.object(place);
export type ImportPlace = z.infer<typeof ofImport>;

/** Goes on with a dry run where it stopped. */
export const checkImport = defineJob({
  name: 'import.check',
  lane: 'bulk',
  payload: z.object({ ...place, round: z.number().int() }),
});

/** Goes on writing leads where it stopped. */
export const writeImport = defineJob({ name: 'import.write', lane: 'bulk', payload: ofImport });

/** Goes on taking an import back where it stopped. */
export const undoImport = defineJob({ name: 'import.undo', lane: 'bulk', payload: ofImport });

/** Deletes what can no longer be taken back, and imports that are too old to be asked about. */
export const forgetImports = defineJob({
  name: 'import.forget',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '43 1 * * *',
});

/** The key of the job: one at a time waits for each import. */
export function keyOf({ importId }: ImportPlace): string {
  return `import ${importId}`;
}
