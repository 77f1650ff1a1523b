import { type AnyJob, defineJob } from '../../platform/jobs/jobs.ts';
import { type ContactCheckService, checkPayload } from './contact-checks.service.ts';
import { applyPayload, type ContactMarksService } from './contact-marks.service.ts';

/** Checks of contacts that wait for nobody. */
export function contactCheckJobs(checks: ContactCheckService, marks: ContactMarksService): AnyJob[] {
  return [
    defineJob({ name: 'lead.check-contact', payload: checkPayload, work: (order) => checks.check(order) }),
    defineJob({ name: 'contact-mark.apply', payload: applyPayload, work: (order) => marks.apply(order) }),
  ];
}
