import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';

export interface BenchProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Runs one of our commands from the build, as an operator does. */
export async function runCommand(command: string, env: Record<string, string>): Promise<BenchProcess> {
  const child = spawn(process.execPath, ['dist/server/cli.js', command], {
    // As bin/leadlight.js sets it: libraries then check less and are faster.
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`“${command}” could not be started`);
  return { pid, stop: () => end(child) };
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Waits until the server reports that it is ready. @returns milliseconds waited */
export async function untilReady(address: string): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < 60_000) {
    const ready = await fetch(`${address}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the server did not become ready in a minute');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Resident memory of a process, in bytes (Linux). */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
