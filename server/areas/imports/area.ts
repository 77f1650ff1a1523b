import type { Area, AreaParts } from '../../platform/area.ts';
import { StoredFiles } from '../../platform/stored-files/index.ts';
import type { LeadChanges } from '../leads/index.ts';
import { CheckWork } from './check/check-work.ts';
import { registerImportRoutes } from './imports.routes.ts';
import { ImportsService } from './imports.service.ts';
import { forgetEverything } from './records/forget-imports.ts';
import { ImportTurns } from './records/import-turns.ts';
import { checkImport, forgetImports, undoImport, writeImport } from './records/imports.jobs.ts';
import { RejectedFile } from './rejected-file.ts';
import { UndoWork } from './run/undo-work.ts';
import { WriteWork } from './run/write-work.ts';

/** Leads from files. */
export function importsArea({
  databases,
  clock,
  log,
  changes,
}: AreaParts & { readonly changes: LeadChanges }): Area {
  const db = databases.general;
  const files = new StoredFiles(db);
  return {
    serve: ({ app }) => {
      registerImportRoutes(app, new ImportsService(db, clock, files), new RejectedFile(db, clock));
    },
    jobs: () => {
      const turns = new ImportTurns(db, clock, log);
      const check = new CheckWork(turns, files);
      const write = new WriteWork(turns, files, changes);
      const undo = new UndoWork(turns, changes);
      return [
        checkImport.doneBy((place) => check.workTurn(place)),
        writeImport.doneBy((place) => write.workTurn(place)),
        undoImport.doneBy((place) => undo.workTurn(place)),
        forgetImports.doneBy(() => forgetEverything(db, clock.now())),
      ];
    },
  };
}
