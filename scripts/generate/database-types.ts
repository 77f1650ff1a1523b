import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The types of the tables, as kysely-codegen reads them from a migrated database. */
export async function writeDatabaseTypes(connectionString: string, scratchFile: string): Promise<string> {
  const program = 'node_modules/kysely-codegen/dist/cli/bin.js';
  const options = [
    '--config-file',
    'scripts/generate/codegen.json',
    '--url',
    connectionString,
    '--out-file',
    scratchFile,
  ];
  await promisify(execFile)(process.execPath, [program, ...options]);
  return readFile(scratchFile, 'utf8');
}
