import { homeEndpoints } from '../../../contract/home/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { personOf } from '../identity/index.ts';
import type { HomeService } from './home.service.ts';

/** The home page of the signed-in person. */
export function registerHomeRoutes(app: App, home: HomeService): void {
  const door = doorsOf(app, homeEndpoints);
  door('GET /api/v1/home', { config: { turn: 'heavy' } }, (request) => home.read(personOf(request)));
}
