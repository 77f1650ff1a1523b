import { z } from 'zod';
import { byId, declareEndpoints } from '../endpoint.ts';
import { mailKinds } from './lists.ts';
import {
  bounceReport,
  bounceReportTaken,
  mailDetails,
  mailPage,
  mailQuery,
  mailTemplate,
  mailTemplateQuery,
} from './mail.ts';

/** The outbox, its templates, and returned emails (NT-4). */
export const mailEndpoints = declareEndpoints('Mail', {
  'GET /api/v1/mails': {
    summary: 'The emails of my organization, newest first',
    query: mailQuery,
    answers: { 200: mailPage },
  },
  'GET /api/v1/mails/:id': {
    summary: 'An email as it reads',
    params: byId,
    answers: { 200: mailDetails },
  },
  'POST /api/v1/mails/:id/retry': {
    summary: 'Try again to send an email that failed or was kept',
    params: byId,
    answers: { 200: mailDetails },
  },
  'GET /api/v1/mail-templates/:kind': {
    summary: 'A kind of email, with made-up facts',
    params: z.object({ kind: z.enum(mailKinds) }),
    query: mailTemplateQuery,
    answers: { 200: mailTemplate },
  },
  'POST /api/v1/mail/bounces': {
    summary: 'Report bounced email',
    body: bounceReport,
    answers: { 200: bounceReportTaken },
  },
});
