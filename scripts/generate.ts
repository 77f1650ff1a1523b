// npm run generate [-- --check]: writes db/types.ts, db/schema.sql, docs/openapi.json and the list of languages from the
// migrations, the functions, the routes and the files in languages/; with --check it only reports which of them are out of date, and fails.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '../server/platform/database/database.ts';
import { migrateToLatest } from '../server/platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../server/platform/embedded-postgres/index.ts';
import { createLogger } from '../server/platform/log.ts';
import { paths } from '../server/platform/paths.ts';
import { writeDatabaseTypes } from './generate/database-types.ts';
import { describeLanguages } from './generate/languages.ts';
import { describeSchema } from './generate/schema.ts';

const check = process.argv.includes('--check');
const folder = await mkdtemp(join(tmpdir(), 'leadlight-generate-'));
await chmod(folder, 0o755);
const postgres = await startEmbeddedPostgres({
  dataFolder: join(folder, 'postgres'),
  settings: { fsync: 'off' },
});
const stale: string[] = [];
await settle('contract/languages/lists.ts', describeLanguages());
try {
  await postgres.ensureDatabase('leadlight');
  const connectionString = postgres.connectionString('leadlight');
  const pool = createPool({ connectionString, poolSize: 2, log: createLogger('silent') });
  await migrateToLatest(pool, paths);
  await settle('db/schema.sql', await describeSchema(pool));
  await pool.end();
  await settle('db/types.ts', await writeDatabaseTypes(connectionString, join(folder, 'types.ts')));
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
// Loaded only now: the API names the languages.
const { describeOpenApi } = await import('./generate/openapi.ts');
await settle('docs/openapi.json', await describeOpenApi());
if (stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run “npm run generate” and commit what it writes.`);
  process.exit(1);
}
process.exit(0);

async function settle(path: string, content: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => '');
  if (present === content) return;
  if (check) stale.push(path);
  else await writeFile(path, content);
}
