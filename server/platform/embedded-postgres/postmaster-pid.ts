import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, errorCode, unlessMissing } from './errors.ts';
import { pidExists, serverProcessesOn } from './process-table.ts';

/**
 * Leaves no server process and no stale pid file on the cluster; the caller holds the owner lock.
 *
 * A server left running by a killed Leadlight is stopped rather than adopted: the new one then always runs with this
 * release's programs and settings, is our own child whose exit we notice, and holds no sessions, locks or half-done
 * transactions of the dead one. That costs one checkpoint after a crash.
 */
export async function settlePreviousServer(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = await recordedPid(cluster);
  const running = await serverProcessesOn(cluster, pid);
  if (running.length > 0) {
    log(`Stopping the database server that an earlier Leadlight left running (pid ${running.join(', ')}).`);
    await stopProcesses(cluster, pid);
  }
  // Except on Linux, only the recorded process can be seen. There PostgreSQL's own check (shared memory still in use?)
  // must keep its file when the pid is dead; it errs only on a reused pid.
  if (process.platform === 'linux' || (pid !== undefined && pidExists(pid))) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
}

/** The pid in the cluster's postmaster.pid, if there is one. */
export async function recordedPid(cluster: string): Promise<number | undefined> {
  const text = await unlessMissing(readFile(join(cluster, 'postmaster.pid'), 'utf8'));
  // a negative number is a stand-alone backend's pid
  const pid = Math.abs(Number.parseInt(text ?? '', 10));
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

/**
 * Requests a fast shutdown of the postmaster, then a harder one. Without a postmaster only its orphaned children are
 * left: they exit on their own within moments unless busy, and must all be gone before a new server may touch the
 * files.
 */
async function stopProcesses(cluster: string, postmaster: number | undefined): Promise<void> {
  const steps: { signal: NodeJS.Signals | undefined; patienceMs: number }[] = [
    { signal: undefined, patienceMs: 2_000 },
    { signal: 'SIGQUIT', patienceMs: 5_000 },
    { signal: 'SIGKILL', patienceMs: 5_000 },
  ];
  const running = await serverProcessesOn(cluster, postmaster);
  if (postmaster !== undefined && running.includes(postmaster)) {
    signalAll([postmaster], 'SIGINT');
    if (await goneWithin(cluster, postmaster, 60_000)) return;
  }
  for (const { signal, patienceMs } of steps) {
    if (signal) signalAll(await serverProcessesOn(cluster, postmaster), signal);
    if (await goneWithin(cluster, postmaster, patienceMs)) return;
  }
  throw new EmbeddedPostgresError(
    `The database server of an earlier Leadlight on ${cluster} does not stop (pid ${(await serverProcessesOn(cluster, postmaster)).join(', ')}): end it, then start Leadlight again.`,
  );
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error;
    }
  }
}

async function goneWithin(cluster: string, pid: number | undefined, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while ((await serverProcessesOn(cluster, pid)).length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
