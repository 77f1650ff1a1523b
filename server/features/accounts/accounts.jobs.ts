import { z } from 'zod';
import { type AnyJob, defineJob } from '../../platform/jobs/jobs.ts';
import type { PasswordReset } from './password-reset.service.ts';

/** Mails links for new passwords, so that asking for one takes as long for an unknown account as for a known one. */
export function accountJobs(reset: PasswordReset): AnyJob[] {
  return [
    defineJob({
      name: 'account.send-reset',
      payload: z.object({ personId: z.uuid(), linkId: z.uuid() }),
      work: ({ personId, linkId }) => reset.send(personId, linkId),
    }),
  ];
}
