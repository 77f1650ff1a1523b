import { mailEndpoints } from '../../../contract/mail/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { forReader } from '../../platform/http/reader-language.ts';
import { actorOf, requirePermission } from '../identity/index.ts';
import type { BouncesService } from './bounces.service.ts';
import type { MailKinds } from './kinds/mail-kinds.ts';
import type { MailsService } from './mails.service.ts';
import { renderMail } from './render-mail.ts';

interface MailDoors {
  readonly mails: MailsService;
  readonly bounces: BouncesService;
  readonly kinds: MailKinds;
  readonly publicUrl: string;
}

/** The outbox, its templates, and returned emails (NT-4). */
export function registerMailRoutes(app: App, { mails, bounces, kinds, publicUrl }: MailDoors): void {
  const door = doorsOf(app, mailEndpoints);
  door('GET /api/v1/mails', async (request) =>
    forReader(request, await mails.list(actorOf(request), request.query)),
  );

  door('GET /api/v1/mails/:id', async (request) =>
    forReader(request, await mails.read(actorOf(request), request.params.id)),
  );

  door('POST /api/v1/mails/:id/retry', async (request) =>
    forReader(request, await mails.retry(actorOf(request), request.params.id)),
  );

  door('GET /api/v1/mail-templates/:kind', (request) => {
    requirePermission(actorOf(request), 'readOutbox');
    const { kind } = request.params;
    const { language } = request.query;
    const sample = { ...kinds[kind].sample, locale: language, timeZone: 'Europe/Berlin' };
    const { subject, text, html } = renderMail(sample, { publicUrl, linkSecret: undefined });
    return { kind, language, subject, text, html };
  });

  door('POST /api/v1/mail/bounces', async (request) => ({
    taken: await bounces.report(actorOf(request), request.body.items),
  }));
}
