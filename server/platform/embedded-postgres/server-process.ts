import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { connectTo } from './databases.ts';
import { EmbeddedPostgresError, errorCode } from './errors.ts';
import { lastLogLines } from './server-log.ts';
import { type ServerUser, spawnOptions } from './server-user.ts';

/** A started postmaster, our own child. */
export interface ServerProcess {
  readonly pid: number | undefined;
  readonly running: boolean;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** What it wrote before it switched to its log files. */
  firstLines(): string[];
  signal(signal: NodeJS.Signals): void;
}

const SILENT_DEADLINE_MS = 30_000;
const RECOVERY_DEADLINE_MS = 15 * 60_000;
/** Shorter than our own shutdown may take; if ended immediately, the server only has to recover at its next start. */
const FAST_STOP_MS = 20_000;
/** While a server notices that a backend crashed, connections just break. */
const UNCLEAR_MS = 3_000;
const POLL_MS = 10;

/**
 * Starts the postmaster. It runs in a separate session, so that Ctrl-C in a terminal reaches only Leadlight, which then
 * stops the server when it is done with it; and it keeps neither our event loop nor a pipe open.
 */
export function spawnServer(
  binaries: Binaries,
  cluster: string,
  user: ServerUser,
  settings: Record<string, string>,
): ServerProcess {
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', cluster, ...args], {
    ...spawnOptions(user),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.unref();
  const firstLines = collectFirstLines(child);
  let running = true;
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      running = false;
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      firstLines.push(error.message);
      end();
    });
  });
  return {
    pid: child.pid,
    get running() {
      return running;
    },
    gone,
    firstLines: () => firstLines.slice(-12),
    signal: (signal) => {
      if (running) child.kill(signal);
    },
  };
}

function collectFirstLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  const { stderr } = child;
  if (!stderr) return lines;
  stderr.setEncoding('utf8');
  stderr.on('data', (text: string) => {
    lines.push(...text.trimEnd().split('\n'));
    lines.splice(0, lines.length - 50);
  });
  stderr.on('error', () => undefined);
  if ('unref' in stderr && typeof stderr.unref === 'function') stderr.unref();
  return lines;
}

/** Resolves when the server accepts queries; a server that replays its log after a crash gets the time it needs. */
export async function waitUntilReady(
  server: ServerProcess,
  folders: { cluster: string; socket: string; log: string },
  log: (line: string) => void,
): Promise<void> {
  const started = Date.now();
  let told = false;
  while (server.running) {
    const state = await recordedState(folders.cluster, server.pid);
    if (state === 'ready' && (await ask(folders.socket)) === 'ready') return;
    const elapsed = Date.now() - started;
    if (state === 'starting' && elapsed > 2_000 && !told) {
      told = true;
      log('The database server is recovering after an unclean stop; this can take some minutes.');
    }
    const patience = state === 'starting' ? RECOVERY_DEADLINE_MS : SILENT_DEADLINE_MS;
    if (elapsed > patience) {
      throw await failure(`did not answer within ${Math.round(patience / 1000)} s`, server, folders.log);
    }
    await sleep(POLL_MS);
  }
  throw await failure('ended while it was starting', server, folders.log);
}

/** Fast shutdown; a server that cannot finish it in time is ended immediately and recovers at its next start. */
export async function endServer(server: ServerProcess, socketFolder: string): Promise<void> {
  // PostgreSQL 18 never exits when told to shut down while it recovers from a crashed backend (it waits for I/O workers
  // it has not signalled); an immediate shutdown costs nothing there, as it has to recover anyway
  if ((await stateBeforeStop(server, socketFolder)) !== 'recovering') {
    server.signal('SIGINT');
    await goneWithin(server, FAST_STOP_MS);
  }
  server.signal('SIGQUIT');
  await goneWithin(server, 10_000);
}

async function stateBeforeStop(server: ServerProcess, socketFolder: string): Promise<Answer | 'gone'> {
  for (const deadline = Date.now() + UNCLEAR_MS; server.running; await sleep(10 * POLL_MS)) {
    const state = await ask(socketFolder);
    if (state !== 'silent' || Date.now() > deadline) return state;
  }
  return 'gone';
}

async function goneWithin(server: ServerProcess, patienceMs: number): Promise<void> {
  const timer = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([server.gone, late]);
  timer.abort();
}

/**
 * The state that the server last wrote to its pid file; connecting over the socket earlier would fill its log with
 * refusals.
 */
async function recordedState(cluster: string, pid: number | undefined): Promise<string | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid ? lines[7]?.trim() : undefined;
}

type Answer = 'ready' | 'recovering' | 'silent';

async function ask(socketFolder: string): Promise<Answer> {
  try {
    const client = await connectTo(socketFolder, 'postgres');
    await client.end();
    return 'ready';
  } catch (error) {
    // cannot_connect_now: starting up or replaying its log
    return errorCode(error) === '57P03' ? 'recovering' : 'silent';
  }
}

async function failure(
  what: string,
  server: ServerProcess,
  logFolder: string,
): Promise<EmbeddedPostgresError> {
  await Promise.race([server.gone, sleep(100)]);
  const lines = [...server.firstLines(), ...(await lastLogLines(logFolder, 12).catch(() => []))];
  return new EmbeddedPostgresError(
    `The built-in database server ${what}; its log is in ${logFolder} and ends with:\n${lines.join('\n')}`,
  );
}
