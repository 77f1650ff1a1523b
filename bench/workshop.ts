import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { createDb, createPool, type Db } from '../server/platform/database/database.ts';
import { migrateToLatest } from '../server/platform/database/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/platform/embedded-postgres/index.ts';
import { createLogger } from '../server/platform/log.ts';
import { paths } from '../server/platform/paths.ts';
import { benchEmail, benchPassword, fill } from './fill.ts';
import { type BenchProcess, freePort, runCommand, untilReady } from './processes.ts';
import { round } from './statistics.ts';

/** A filled database, as its owner. */
export interface BenchDatabase {
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly connectionString: string;
  /** Runs one of our commands on it. */
  run(command: string, env?: Record<string, string>): Promise<BenchProcess>;
}

/** A server on that database, with a person of the big organization signed in. */
export interface BenchServer extends BenchDatabase {
  readonly address: string;
  readonly cookie: string;
  readonly pid: number;
}

/** Holds what stages share. Each part is created when a stage first needs it, and removed by `close`. */
export class Workshop {
  private folder: string | undefined;
  private postgres: EmbeddedPostgres | undefined;
  private filled: BenchDatabase | undefined;
  private serving: { readonly server: BenchServer; readonly process: BenchProcess } | undefined;

  constructor(
    private readonly leads: number,
    private readonly say: (line: string) => void,
  ) {}

  async database(): Promise<BenchDatabase> {
    this.filled ??= await this.fill();
    return this.filled;
  }

  async server(): Promise<BenchServer> {
    if (!this.serving) {
      const database = await this.database();
      const port = await freePort();
      const address = `http://127.0.0.1:${port}`;
      const process = await database.run('serve', { PORT: String(port) });
      try {
        await untilReady(address);
        const server = { ...database, address, cookie: await signIn(address), pid: process.pid };
        this.serving = { server, process };
      } catch (error) {
        await process.stop();
        throw error;
      }
    }
    return this.serving.server;
  }

  /** Stops the server, so that the next stage gets a fresh one, or the machine to itself. */
  async stopServer(): Promise<void> {
    const serving = this.serving;
    this.serving = undefined;
    await serving?.process.stop();
  }

  async close(): Promise<void> {
    await this.stopServer();
    await this.filled?.pool.end();
    await this.postgres?.stop();
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }

  private async fill(): Promise<BenchDatabase> {
    this.folder = await mkdtemp(join(tmpdir(), 'leadlight-bench-'));
    this.postgres = await startEmbeddedPostgres({ dataFolder: join(this.folder, 'postgres') });
    const name = 'bench';
    await this.postgres.ensureDatabase(name);
    const connectionString = this.postgres.connectionString(name);
    const pool = createPool({ connectionString, poolSize: 4, log: createLogger('silent') });
    await migrateToLatest(pool, paths);
    this.say(`Filling ${this.leads} leads…`);
    const begun = performance.now();
    await fill(pool, this.leads);
    this.say(`Filled in ${round((performance.now() - begun) / 1000, 0)} s.`);
    const env = { DATABASE_URL: connectionString, LEADLIGHT_INTAKE_PER_MINUTE: '10000000' };
    return {
      pool,
      db: createDb(pool),
      connectionString,
      run: (command, more = {}) => runCommand(command, { ...env, ...more }),
    };
  }
}

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: benchEmail, password: benchPassword }),
  });
  const cookie = /leadlight_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0];
  if (!cookie) throw new Error(`sign-in answered ${response.status}`);
  return cookie;
}
