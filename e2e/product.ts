import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';

/** The password of everyone in the demo. */
export const demoPassword = 'leadlight-demo';

/** Settings that must not reach the product from the terminal that the tests run in; empty ones count as not set. */
const nothingOfOurs = {
  DATABASE_URL: '',
  LEADLIGHT_PUBLIC_URL: '',
  LEADLIGHT_DEMO: '',
  LOG_LEVEL: '',
  SMTP_URL: '',
};
/** The product contacts nothing outside this machine. */
const nobodyOutside = { LEADLIGHT_EMAIL_CHECKS: 'syntax' };
const secondsToStart = 120;

export interface Product {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** What the command has printed so far. */
  output(): string;
  /** Runs SQL as the owner of the database, for what no endpoint offers: making time pass, reading someone's email. */
  query<Row extends object = object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Kills the command and keeps its data, as an outage does; {@link resume} brings it back at the same address. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the command the way Ctrl-C does. @throws when it does not end cleanly */
  stop(): Promise<void>;
}

/** Runs the real command `start` from the build, with fresh demo data in its own folder, on a free port; `settings` are added. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const folder = await makeFolder();
  // Keeps the owners of the files: when started by root, the database runs as another user.
  await promisify(execFile)('cp', ['-a', `${inject('demoFolder')}/.`, folder]);
  return startOn(folder, settings);
}

/** The data that the first start leaves behind. @returns the folder; nothing runs on it */
export async function makeDemoFolder(): Promise<string> {
  const folder = await makeFolder();
  const product = await startOn(folder);
  await product.halt();
  return folder;
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-e2e-'));
  // When started by root, the database runs as another user and must be able to enter.
  await chmod(folder, 0o755);
  return folder;
}

/** Runs the real command `start` from the build on a folder of its own, with what is in it. */
export async function startOn(folder: string, settings: Record<string, string> = {}): Promise<Product> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const { NODE_ENV: _, ...env } = process.env;
  const printed: string[] = [];
  const output = () => printed.join('');
  async function launch(): Promise<ChildProcess> {
    printed.length = 0;
    const started = spawn(process.execPath, ['dist/server/cli.js', 'start'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...env,
        ...nothingOfOurs,
        ...nobodyOutside,
        HOST: '127.0.0.1',
        PORT: String(port),
        LEADLIGHT_DATA: folder,
        ...settings,
      },
    });
    started.stdout.on('data', (chunk) => printed.push(String(chunk)));
    started.stderr.on('data', (chunk) => printed.push(String(chunk)));
    try {
      await untilReady(started, output, `Leadlight is ready at ${address}`);
    } catch (error) {
      await end(started);
      throw error;
    }
    return started;
  }
  let child: ChildProcess;
  try {
    child = await launch();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    address,
    output,
    halt: async () => {
      await end(child);
    },
    resume: async () => {
      child = await launch();
    },
    query: (sql, values) => queryDatabase(folder, sql, values),
    stop: async () => {
      const code = await end(child);
      await rm(folder, { recursive: true, force: true });
      if (code !== 0) throw new Error(`“start” ended with ${code}:\n${output()}`);
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function untilReady(child: ChildProcess, output: () => string, line: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not ready after ${secondsToStart} s:\n${output()}`)),
      secondsToStart * 1000,
    );
    child.stdout?.on('data', () => {
      if (!output().includes(line)) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`“start” ended with ${code}:\n${output()}`));
    });
  });
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return child.exitCode;
}

async function queryDatabase<Row extends object>(
  folder: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const [, , , port, host] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const client = new pg.Client({ host, port: Number(port), user: 'postgres', database: 'leadlight' });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
