import { actionCenterEndpoints } from '../../../../contract/messages/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { forReader } from '../../../platform/http/reader-language.ts';
import { personOf } from '../../identity/index.ts';
import type { PreferencesService } from './preferences.service.ts';

/** What the signed-in person gets by email, and whether email reaches them (NT-5). */
export function registerPreferenceRoutes(app: App, preferences: PreferencesService): void {
  const door = doorsOf(app, actionCenterEndpoints);
  door('GET /api/v1/me/mail-preferences', async (request) =>
    forReader(request, await preferences.read(personOf(request))),
  );
  door('PATCH /api/v1/me/mail-preferences', async (request) =>
    forReader(request, await preferences.change(personOf(request), request.body)),
  );
}
