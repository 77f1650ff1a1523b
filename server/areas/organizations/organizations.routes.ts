import { organizationEndpoints } from '../../../contract/organizations/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { actorOf } from '../identity/index.ts';
import type { OrganizationsService } from './organizations.service.ts';

/** Storefronts for everyone who is signed in, partners for the operator's people. */
export function registerOrganizationRoutes(app: App, organizations: OrganizationsService): void {
  const door = doorsOf(app, organizationEndpoints);
  door('GET /api/v1/storefronts', async (request) => {
    actorOf(request);
    const storefronts = await organizations.storefronts();
    return { items: [...storefronts].map(([code, name]) => ({ code, name })) };
  });

  door('GET /api/v1/partners', async (request) => ({
    items: await organizations.partners(actorOf(request)),
  }));
}
