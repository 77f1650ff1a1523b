import { z } from 'zod';
import { mailKinds } from '../../../contract/mail/lists.ts';
import {
  bounceReport,
  bounceReportTaken,
  mailDetails,
  mailPage,
  mailQuery,
  mailTemplate,
  mailTemplateQuery,
} from '../../../contract/mail/mail.ts';
import { id } from '../../../contract/text.ts';
import type { App } from '../../platform/http/app.ts';
import { actorOf, requirePermission } from '../identity/index.ts';
import type { BouncesService } from './bounces.service.ts';
import type { MailKinds } from './kinds/mail-kinds.ts';
import type { MailsService } from './mails.service.ts';
import { renderMail } from './render-mail.ts';

const tags = ['Mail'];
const params = z.object({ id });

interface MailDoors {
  readonly mails: MailsService;
  readonly bounces: BouncesService;
  readonly kinds: MailKinds;
  readonly publicUrl: string;
}

/** The outbox, its templates, and mail that came back (NT-4). */
export function registerMailRoutes(app: App, { mails, bounces, kinds, publicUrl }: MailDoors): void {
  app.get(
    '/api/v1/mails',
    {
      schema: {
        tags,
        summary: 'The emails of my organization, newest first',
        querystring: mailQuery,
        response: { 200: mailPage },
      },
    },
    (request) => mails.list(actorOf(request), request.query),
  );

  app.get(
    '/api/v1/mails/:id',
    { schema: { tags, summary: 'An email as it reads', params, response: { 200: mailDetails } } },
    (request) => mails.read(actorOf(request), request.params.id),
  );

  app.post(
    '/api/v1/mails/:id/retry',
    {
      schema: {
        tags,
        summary: 'Try again to send an email that failed or was kept',
        params,
        response: { 200: mailDetails },
      },
    },
    (request) => mails.retry(actorOf(request), request.params.id),
  );

  app.get(
    '/api/v1/mail-templates/:kind',
    {
      schema: {
        tags,
        summary: 'A kind of email, with made-up facts',
        params: z.object({ kind: z.enum(mailKinds) }),
        querystring: mailTemplateQuery,
        response: { 200: mailTemplate },
      },
    },
    async (request) => {
      requirePermission(actorOf(request), 'readOutbox');
      const { kind } = request.params;
      const { language } = request.query;
      const sample = { ...kinds[kind].sample, locale: language, timeZone: 'Europe/Berlin' };
      const { subject, text, html } = renderMail(sample, { publicUrl, linkSecret: undefined });
      return { kind, language, subject, text, html };
    },
  );

  app.post(
    '/api/v1/mail/bounces',
    {
      schema: {
        tags,
        summary: 'Report email that came back',
        body: bounceReport,
        response: { 200: bounceReportTaken },
      },
    },
    async (request) => ({ taken: await bounces.report(actorOf(request), request.body.items) }),
  );
}
