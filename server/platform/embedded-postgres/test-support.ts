import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach } from 'vitest';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './index.ts';
import { startEmbeddedPostgres } from './index.ts';
import { settlePreviousServer } from './postmaster-pid.ts';
import { defaultServerUser } from './server-user.ts';
import { socketFolderOf } from './socket-folder.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
}, 90_000);

/** Runs at the end of the test, in reverse order, even when it fails. */
export function atEnd(cleanUp: () => Promise<unknown>): void {
  cleanUps.push(cleanUp);
}

/** A temp folder of the given mode (mkdtemp makes 0700, which the server's account could not enter). */
export async function makeFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-test-'));
  await chmod(folder, mode);
  atEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** A data folder that does not exist yet; any server left on it at the end is stopped. */
export async function makeDataFolder(...below: string[]): Promise<string> {
  const folder = join(await makeFolder(), ...below, 'postgres');
  atEnd(() => stopWhateverRuns(folder));
  return folder;
}

/** Stops a server that a test left on the cluster, and removes its socket folder. */
export async function stopWhateverRuns(cluster: string): Promise<void> {
  const found = await stat(cluster).catch(() => undefined);
  if (!found) return;
  await settlePreviousServer(cluster, () => undefined);
  await rm(socketFolderOf(cluster, found.uid), { recursive: true, force: true });
}

/** Copies a folder with modes, links and, as root, owners; much faster than Node's cp. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

let sample: Promise<string> | undefined;

/** A copy of a stopped cluster that has a database `leadlight` with a table `kept`; faster than initdb. */
export async function makeCluster(...below: string[]): Promise<string> {
  sample ??= makeSample();
  const folder = await makeDataFolder(...below);
  await mkdir(dirname(folder), { recursive: true });
  await copyFolder(await sample, folder);
  return folder;
}

afterAll(async () => {
  if (sample) await rm(dirname(await sample), { recursive: true, force: true });
});

async function makeSample(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'leadlight-test-'));
  await chmod(parent, 0o755);
  const dataFolder = join(parent, 'postgres');
  const server = await startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off' } });
  await server.ensureDatabase('leadlight');
  await query(server.connectionString('leadlight'), 'create table kept as select 1 as one');
  await server.stop();
  return dataFolder;
}

/** Starts without fsync, which makes a difference only when the whole machine crashes. */
export async function start(
  dataFolder: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  return stoppedAtEnd(await startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off' }, ...options }));
}

/** Makes sure the server is stopped when the test ends. */
export function stoppedAtEnd(server: EmbeddedPostgres): EmbeddedPostgres {
  atEnd(() => server.stop());
  return server;
}

/** Runs one statement in one database and returns its rows. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await openClient(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** An open client that survives the server's end. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The pid in the first line of the cluster's postmaster.pid. */
export async function postmasterPid(cluster: string): Promise<number> {
  return Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8'), 10);
}

/** Whether a process is alive; a zombie is not. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The ids for spawning a process under the server's account; empty when that is our own. */
export async function serverIds(): Promise<{ uid?: number; gid?: number }> {
  return (await defaultServerUser()).ids ?? {};
}

/** A process that is killed at the end of the test. */
export function spawnUntilEnd(command: string, args: string[], options: object = {}): ChildProcess {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  return child;
}

/** What owner.fixture.ts prints. */
export interface OwnerReport {
  readonly error?: string;
  readonly host: string;
  readonly url: string;
}

/** Starts owner.fixture.ts in a separate Node process. */
export function spawnOwner(
  dataFolder: string,
  mode: 'hold' | 'end',
  ids: { uid?: number; gid?: number } = {},
) {
  const here = dirname(fileURLToPath(import.meta.url));
  const script = join(here, 'owner.fixture.ts');
  const child = spawnUntilEnd(process.execPath, ['--import', 'tsx', script, dataFolder, mode], {
    cwd: here,
    ...ids,
  });
  const report = (async (): Promise<OwnerReport> => {
    if (!child.stdout) throw new Error('no output');
    for await (const line of createInterface(child.stdout)) return JSON.parse(line) as OwnerReport;
    throw new Error('the owner process ended without a report');
  })();
  report.catch(() => undefined);
  return { child, report };
}

/** Kills a child without a chance to clean up. */
export async function killHard(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export const isRoot = process.getuid?.() === 0;
