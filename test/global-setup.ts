import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateToLatest } from '../server/platform/database/migrate.ts';
import { ownerRole } from '../server/platform/database/roles.ts';
import { startEmbeddedPostgres } from '../server/platform/embedded-postgres/index.ts';
import { paths } from '../server/platform/paths.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the server, with `%DATABASE%` where the name of the database goes. */
    testServer: string;
  }
}

/** The migrated database that each test file gets a copy of. */
export const templateDatabase = 'leadlight_template';

/** One real PostgreSQL for the whole run: the embedded one, or the one that TEST_DATABASE_URL names. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given
    ? { pattern: given, template: given.replace('%DATABASE%', templateDatabase), stop: async () => undefined }
    : await startTemporaryServer();
  await createTemplate(server);
  project.provide('testServer', server.pattern);
  return server.stop;
}

async function startTemporaryServer() {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-test-'));
  // When started by root, the server runs as another user and must be able to enter.
  await chmod(folder, 0o755);
  // Tests need no durability; what must survive a crash is tested against a server with its own settings.
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return {
    // The tests see everything; the product's roles log in as usual.
    pattern: `${server.superuserConnectionString('%DATABASE%').replace('%25DATABASE%25', '%DATABASE%')}&roles=login`,
    template: server.connectionString(templateDatabase),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The tables belong to the owner that the product's own start would give them to. */
async function createTemplate({ pattern, template }: { pattern: string; template: string }): Promise<void> {
  const owner = template.includes(ownerRole) ? ` owner ${ownerRole}` : '';
  const maintenance = new pg.Client({ connectionString: pattern.replace('%DATABASE%', 'postgres') });
  await maintenance.connect();
  await maintenance.query(`drop database if exists ${templateDatabase}`);
  await maintenance.query(
    `create database ${templateDatabase} encoding 'UTF8' template template0 lc_collate 'C' lc_ctype 'C.UTF-8'${owner}`,
  );
  await maintenance.end();
  const pool = new pg.Pool({ connectionString: template });
  pool.on('error', () => undefined);
  await migrateToLatest(pool, paths);
  await pool.end();
}
