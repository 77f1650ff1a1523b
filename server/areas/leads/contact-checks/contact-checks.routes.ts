import { contactCheckEndpoints, contactMarkEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf, personOf } from '../../identity/index.ts';
import type { ContactMarksService } from './contact-marks.service.ts';
import type { LeadChecksService } from './lead-checks.service.ts';

/** Contact checks of a lead, and what people can do about them. */
export function registerContactCheckRoutes(app: App, checks: LeadChecksService): void {
  app.addHook('onSend', async (request, reply) => {
    if (/\/(contact-checks|spam-report)$/.test(request.routeOptions.url ?? ''))
      reply.header('cache-control', 'no-store');
  });
  const door = doorsOf(app, contactCheckEndpoints);
  door('GET /api/v1/leads/:id/contact-checks', (request) => checks.get(actorOf(request), request.params.id));
  door('POST /api/v1/leads/:id/contact-checks', async (request, reply) =>
    reply.code(202).send(await checks.recheck(actorOf(request), request.params.id)),
  );
  door('PUT /api/v1/leads/:id/spam-report', (request) => checks.report(personOf(request), request.params.id));
  door('DELETE /api/v1/leads/:id/spam-report', (request) =>
    checks.withdraw(personOf(request), request.params.id),
  );
}

/** The operator's block and allow lists (CV-6). */
export function registerContactMarkRoutes(app: App, marks: ContactMarksService): void {
  const door = doorsOf(app, contactMarkEndpoints);
  door('GET /api/v1/contact-marks', (request) => marks.list(actorOf(request), request.query));
  door('POST /api/v1/contact-marks', async (request, reply) =>
    reply.code(201).send(await marks.add(actorOf(request), request.body)),
  );
  door('DELETE /api/v1/contact-marks/:id', async (request, reply) => {
    await marks.remove(actorOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}
