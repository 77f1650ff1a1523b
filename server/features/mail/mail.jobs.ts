import { z } from 'zod';
import { type AnyJob, defineJob, type Recurring } from '../../platform/jobs/jobs.ts';
import type { MailSender } from './sending.service.ts';

/** Sends mails, and finds those again whose job was lost. */
export function mailJobs(sender: MailSender): AnyJob[] {
  return [
    defineJob({
      name: 'mail.send',
      payload: z.object({ organizationId: z.uuid(), mailId: z.uuid() }),
      work: ({ organizationId, mailId }) => sender.send(organizationId, mailId),
    }),
    defineJob({ name: 'mail.sweep', payload: z.unknown(), work: () => sender.sweep() }),
  ];
}

/** Each minute. */
export const mailSweep: Recurring = { task: 'mail.sweep', match: '* * * * *' };
