import { workingTimeEndpoints } from '../../../contract/working-time/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { personOf } from '../identity/index.ts';
import type { AbsencesService } from './absences.service.ts';

/** When people are away (WT-2). */
export function registerAbsenceRoutes(app: App, absences: AbsencesService): void {
  const door = doorsOf(app, workingTimeEndpoints);
  door('GET /api/v1/absences', async (request) => ({ items: await absences.list(personOf(request)) }));
  door('PUT /api/v1/absences/:personId', (request) =>
    absences.set(personOf(request), request.params.personId, request.body),
  );
  door('DELETE /api/v1/absences/:personId', async (request, reply) => {
    await absences.remove(personOf(request), request.params.personId);
    return reply.code(204).send(null);
  });
}
