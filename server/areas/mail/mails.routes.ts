import { mailEndpoints } from '../../../contract/mail/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { actorOf, requirePermission } from '../identity/index.ts';
import type { BouncesService } from './bounces.service.ts';
import type { MailsService } from './mails.service.ts';
import { renderMail } from './render-mail.ts';
import { sampleMail } from './sample-mails.ts';

/** The outbox, its templates, and mail that came back (NT-4). */
export function registerMailRoutes(
  app: App,
  { mails, bounces, publicUrl }: { mails: MailsService; bounces: BouncesService; publicUrl: string },
): void {
  const door = doorsOf(app, mailEndpoints);
  door('GET /api/v1/mails', (request) => mails.list(actorOf(request), request.query));

  door('GET /api/v1/mails/:id', (request) => mails.read(actorOf(request), request.params.id));

  door('POST /api/v1/mails/:id/retry', (request) => mails.retry(actorOf(request), request.params.id));

  door('GET /api/v1/mail-templates/:kind', async (request) => {
    requirePermission(actorOf(request), 'readOutbox');
    const { kind } = request.params;
    const { language } = request.query;
    const sample = sampleMail(kind, language, 'Europe/Berlin');
    const { subject, text, html } = renderMail(sample, { publicUrl, linkSecret: undefined });
    return { kind, language, subject, text, html };
  });

  door('POST /api/v1/mail/bounces', async (request) => ({
    taken: await bounces.report(actorOf(request), request.body.items),
  }));
}
