import { z } from 'zod';
import { type AnyJob, defineJob } from '../../platform/jobs/jobs.ts';
import type { FailedSignIns } from './failed-sign-ins.service.ts';
import type { PasswordReset } from './password-reset.service.ts';

/** What takes as long for an unknown account as for a known one: mailing the link for a new password, noting a failed sign-in. */
export function accountJobs(reset: PasswordReset, failures: FailedSignIns): AnyJob[] {
  return [
    defineJob({
      name: 'account.send-reset',
      lane: 'first',
      payload: z.object({ personId: z.uuid(), linkId: z.uuid() }),
      work: ({ personId, linkId }) => reset.send(personId, linkId),
    }),
    defineJob({
      name: 'account.note-failed-sign-in',
      // strangers cause these: they must delay nothing that people wait for
      lane: 'bulk',
      payload: z.object({
        personId: z.uuid(),
        entryId: z.uuid(),
        at: z.iso.datetime(),
        address: z.string(),
      }),
      work: (failure) => failures.note(failure),
    }),
  ];
}
