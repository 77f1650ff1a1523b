import type { Area, AreaParts } from '../../platform/area.ts';
import { registerDirectoryPages } from './directory.routes.ts';
import { DirectoryService } from './finding/directory.service.ts';

/** The public search for partners. */
export function directoryArea({ config, databases, clock, log }: AreaParts): Area {
  return {
    serve: ({ app }) =>
      registerDirectoryPages(app, new DirectoryService(databases.general, clock, log), config.publicUrl),
  };
}
