import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { SOCKET_PORT, socketFolderOf } from '../server/platform/embedded-postgres/socket-folder.ts';
import type { CleanUp } from './clean-up.ts';
import { makeForTest, useMade } from './made.ts';

/** The command line, as `scripts/build.mjs` builds it, from the current sources. */
export interface BuiltCli {
  /** The built program. */
  readonly file: string;
  /** Starts a command in a separate process. */
  run(command: string, env?: Record<string, string>): RunningCli;
}

export interface RunningCli {
  readonly pid: number;
  /** Everything it has written so far, on both streams. */
  output(): string;
  /** Resolves when the output contains the text; fails when the process ends before. */
  says(text: string): Promise<void>;
  /** Resolves when `/health/ready` answers. */
  ready(): Promise<void>;
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  signal(name: NodeJS.Signals): void;
}

/** The command line, built once for the whole run; what is still running after the tests of this file is killed. */
export function useBuiltCli(): BuiltCli {
  return useMade(openCli);
}

async function openCli(cleanUp: CleanUp): Promise<BuiltCli> {
  const file = inject('builtCli');
  const running = new Set<RunningCli>();
  await cleanUp.add(async () => {
    const left = [...running];
    for (const one of left) one.signal('SIGKILL');
    await Promise.all(left.map((one) => one.ended));
  });
  return {
    file,
    run: (command, env = {}) => {
      const process = start(file, command, env);
      running.add(process);
      void process.ended.then(() => running.delete(process));
      return process;
    },
  };
}

function start(file: string, command: string, env: Record<string, string>): RunningCli {
  const child = spawn(process.execPath, [file, command], {
    // Tests query no external name server.
    env: {
      PATH: process.env.PATH,
      HOME: tmpdir(),
      TZ: process.env.TZ,
      LEADLIGHT_EMAIL_CHECKS: 'syntax',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  let over = false;
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    return (code ?? signal) as number | NodeJS.Signals;
  });
  const until = async (condition: () => boolean | Promise<boolean>, what: string) => {
    for (const deadline = Date.now() + 60_000; !(await condition()); await sleep(10)) {
      if (over || Date.now() > deadline) throw new Error(`“${command}” ${what}; it said:\n${text}`);
    }
  };
  return {
    pid: child.pid ?? 0,
    output: () => text,
    says: (wanted) => until(() => text.includes(wanted), `did not say “${wanted}”`),
    ready: () => until(() => isReady(env.PORT ?? ''), 'did not become ready'),
    ended,
    signal: (name) => child.kill(name),
  };
}

async function isReady(port: string): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return String(address.port);
}

/** A connection to the embedded database that a started process runs in this data folder, as its owner. */
export async function openEmbedded(dataFolder: string): Promise<pg.Client> {
  const cluster = join(dataFolder, 'postgres');
  const host = socketFolderOf(cluster, (await stat(cluster)).uid);
  // A restarting server has no socket for a moment.
  for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
    const client = new pg.Client({
      host,
      port: SOCKET_PORT,
      user: 'postgres',
      database: 'leadlight',
      // A server that goes away at this moment never answers.
      connectionTimeoutMillis: 5000,
      query_timeout: 20_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** A data folder that the database's own account can reach. */
export interface DataFolder {
  readonly folder: string;
}

/** A data folder for the tests of this file or `describe`, removed after them. */
export function useDataFolder(): DataFolder {
  return useMade(makeDataFolder);
}

/** A data folder for the running test. */
export function makeDataFolderForTest(): Promise<DataFolder> {
  return makeForTest(makeDataFolder);
}

/** Creates what {@link useDataFolder} and {@link makeDataFolderForTest} provide. */
export async function makeDataFolder(cleanUp: CleanUp): Promise<DataFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-test-'));
  await cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  await chmod(folder, 0o755);
  return { folder };
}
