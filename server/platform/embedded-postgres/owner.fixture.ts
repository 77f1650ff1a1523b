/**
 * A Leadlight stand-in for tests: `owner.fixture.ts <data folder> [hold]` starts the server, prints one line of JSON,
 * and then either holds the server until it is killed or exits normally without stop().
 */
import { startEmbeddedPostgres } from './index.ts';

const [, , dataFolder = '', mode] = process.argv;
try {
  const server = await startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off' } });
  await server.ensureDatabase('leadlight');
  process.stdout.write(
    `${JSON.stringify({ ...server.connection, url: server.connectionString('leadlight') })}\n`,
  );
  if (mode === 'hold') setInterval(() => undefined, 1_000);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`,
  );
}
