import { unlinkSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, errorCode, unlessMissing } from './errors.ts';
import { processStamp, processWorld } from './process-table.ts';

const HEARTBEAT_MS = 3_000;
const SILENCE_MS = 15_000;

/** The right to start and stop the server of one cluster, held by one live process at a time. */
export interface OwnerLock {
  release(): Promise<void>;
  /** The same without waiting, for use while the process exits. */
  releaseNow(): void;
}

interface Owner {
  readonly pid: number;
  readonly stamp: string;
  readonly world: string;
}

/**
 * Takes the cluster's owner file or reports who holds it. The file is named `<cluster>.owner.<n>` and the highest n
 * counts: a dead owner is succeeded by creating n + 1, which only one process can do, so nobody ever deletes a file
 * that a faster successor has just created.
 */
export async function takeOwnership(cluster: string, log: (line: string) => void): Promise<OwnerLock> {
  const stamp = (await processStamp(process.pid)) ?? '';
  const me: Owner = { pid: process.pid, stamp, world: await processWorld() };
  for (let attempt = 0; attempt < 100; attempt++) {
    const last = (await generations(cluster)).at(-1) ?? 0;
    if (last > 0) await refuseIfAlive(fileOf(cluster, last), me, log);
    if (await succeed(cluster, last, me)) return keep(fileOf(cluster, last + 1));
  }
  throw new EmbeddedPostgresError(
    `Several Leadlight processes are starting on ${cluster} at once: start only one of them.`,
  );
}

/** Becomes the owner after generation `last`, unless someone else already has. */
async function succeed(cluster: string, last: number, me: Owner): Promise<boolean> {
  const mine = fileOf(cluster, last + 1);
  if (!(await createFile(mine, me))) return false;
  const now = await generations(cluster);
  const overtaken = now.some((n) => n > last + 1);
  // overtaken: we were slow, owners came and went meanwhile, and a later one holds it
  const obsolete = overtaken ? [last + 1] : now.filter((n) => n <= last);
  for (const n of obsolete) await rm(fileOf(cluster, n), { force: true });
  return !overtaken;
}

function keep(file: string): OwnerLock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    async release() {
      clearInterval(heartbeat);
      await rm(file, { force: true });
    },
    releaseNow() {
      clearInterval(heartbeat);
      try {
        unlinkSync(file);
      } catch {
        // a file that remains is recognized as stale at the next start
      }
    },
  };
}

const fileOf = (cluster: string, n: number) => `${cluster}.owner.${n}`;

async function generations(cluster: string): Promise<number[]> {
  const prefix = `${basename(cluster)}.owner.`;
  const names = (await readdir(dirname(cluster))).filter((name) => name.startsWith(prefix));
  const numbers = names.map((name) => Number(name.slice(prefix.length)));
  return numbers.filter((n) => Number.isSafeInteger(n) && n > 0).sort((a, b) => a - b);
}

async function createFile(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function refuseIfAlive(file: string, me: Owner, log: (line: string) => void): Promise<void> {
  const owner = await readOwner(file);
  if (!owner) return;
  const alive =
    owner.world === me.world
      ? (await processStamp(owner.pid)) === owner.stamp
      : await showsSignsOfLife(file, log);
  if (!alive) return;
  throw new EmbeddedPostgresError(
    `Another Leadlight is running on this data folder (pid ${owner.pid}, ${file}): stop it first, or give this one a LEADLIGHT_DATA folder of its own.`,
  );
}

/** An unreadable file is being written right now, or was when its writer died. */
async function readOwner(file: string): Promise<Owner | undefined> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const text = await unlessMissing(readFile(file, 'utf8'));
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Owner;
    } catch {
      await sleep(25);
    }
  }
  return undefined;
}

/**
 * The pid of an owner in another container, on another machine or before a reboot says nothing to us, so its heartbeat
 * decides: a fresh one that keeps changing is alive, a silent one is not.
 */
async function showsSignsOfLife(file: string, log: (line: string) => void): Promise<boolean> {
  const first = (await unlessMissing(stat(file)))?.mtimeMs;
  if (first === undefined || Date.now() - first > SILENCE_MS) return false;
  log('Waiting to see whether a Leadlight in another container still uses this data folder.');
  const deadline = Date.now() + SILENCE_MS;
  while (Date.now() < deadline) {
    await sleep(100);
    const now = (await unlessMissing(stat(file)))?.mtimeMs;
    if (now === undefined) return false;
    if (now !== first) return true;
  }
  return false;
}
