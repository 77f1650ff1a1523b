import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from './errors.ts';

/**
 * A value that stays the same for one process and differs for a later process with the same pid; undefined when no such
 * process is alive (a zombie is not).
 */
export async function processStamp(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // the command in parentheses may itself contain spaces and parentheses
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return fields[19];
}

/** Names the set of processes our pids belong to: one boot of one machine and one pid namespace. */
export async function processWorld(): Promise<string> {
  if (process.platform !== 'linux') return hostname();
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${boot.trim()} ${namespace}`;
}

/**
 * The pids of live PostgreSQL processes that work on the cluster. Each of them has the cluster as its working folder
 * for its whole life, which a reused pid, a zombie or someone's shell does not.
 */
export async function serverProcessesOn(cluster: string, recordedPid?: number): Promise<number[]> {
  if (process.platform !== 'linux')
    return recordedPid && (await runsCluster(recordedPid, cluster)) ? [recordedPid] : [];
  const { dev, ino } = await stat(cluster);
  const pids: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const command = await readFile(join('/proc', name, 'comm'), 'utf8').catch(() => '');
    if (command.trim() !== 'postgres') continue;
    const cwd = await stat(join('/proc', name, 'cwd')).catch(() => undefined);
    if (cwd && cwd.dev === dev && cwd.ino === ino) pids.push(Number(name));
  }
  return pids;
}

/** Whether any process has this pid. */
export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Without /proc: the server was started as `postgres -D <cluster>` and keeps that command line. */
async function runsCluster(pid: number, cluster: string): Promise<boolean> {
  const command = await ps(pid, 'command=');
  return command !== undefined && [' -D ', 'postgres', cluster].every((part) => command.includes(part));
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', column, '-p', String(pid)]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
