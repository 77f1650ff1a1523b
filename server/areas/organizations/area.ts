import type { Area, AreaParts } from '../../platform/area.ts';
import { registerDirectoryRoutes } from './organizations.routes.ts';
import { DirectoryService } from './organizations.service.ts';

/** Organizations, their locations, offers and profiles. */
export function organizationsArea({ databases }: AreaParts) {
  const directory = new DirectoryService(databases.general);
  const area: Area = { serve: ({ app }) => registerDirectoryRoutes(app, directory) };
  return { ...area, directory };
}
