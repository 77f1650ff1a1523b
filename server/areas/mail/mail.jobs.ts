import { z } from 'zod';
import { type AnyJob, defineJob, type Recurring } from '../../platform/jobs/jobs.ts';
import type { MailSender } from './sending.service.ts';

/** Each minute. */
export const mailSweep: Recurring = { task: 'mail.sweep', match: '* * * * *' };

/** Lets kept mails go when there is a mail server again; the post office sends what is due. */
export function mailJobs(sender: MailSender): AnyJob[] {
  return [
    defineJob({
      name: mailSweep.task,
      lane: 'first',
      payload: z.unknown(),
      work: () => sender.releaseKept(),
    }),
  ];
}
