import { directoryEndpoints } from '../../../contract/organizations/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { actorOf } from '../identity/index.ts';
import type { DirectoryService } from './organizations.service.ts';

/** Storefronts for everyone who is signed in, partners for the operator's people. */
export function registerDirectoryRoutes(app: App, directory: DirectoryService): void {
  const door = doorsOf(app, directoryEndpoints);
  door('GET /api/v1/storefronts', async (request) => {
    actorOf(request);
    const storefronts = await directory.storefronts();
    return { items: [...storefronts].map(([code, name]) => ({ code, name })) };
  });

  door('GET /api/v1/partners', async (request) => ({
    items: await directory.partners(actorOf(request)),
  }));
}
