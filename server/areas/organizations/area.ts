import type { Area, AreaParts } from '../../platform/area.ts';
import { registerOrganizationRoutes } from './organizations.routes.ts';
import { OrganizationsService } from './organizations.service.ts';

/** Organizations, their locations, offers and profiles. */
export function organizationsArea({ databases }: AreaParts) {
  const organizations = new OrganizationsService(databases.general);
  const area: Area = { serve: ({ app }) => registerOrganizationRoutes(app, organizations) };
  return { ...area, organizations };
}
