import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CleanUp } from '../../test/clean-up.ts';
import { freePort, makeDataFolder, openEmbedded, type RunningCli, useBuiltCli } from '../../test/cli.ts';
import { patienceMs } from '../../test/patience.ts';
import { settlePreviousServer } from '../platform/embedded-postgres/postmaster-pid.ts';
import { makeFilledCluster } from './cluster.fixture.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const run = promisify(execFile);

/** A small separate disk; only root on Linux may mount one. */
async function mountDisk(folder: string): Promise<boolean> {
  const mounting = run('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=0755', 'tmpfs', folder]);
  return mounting.then(
    () => true,
    () => false,
  );
}

const cleanUp = new CleanUp();
const data = await makeDataFolder(cleanUp);
const isMounted = process.platform === 'linux' && (await mountDisk(data.folder));
if (isMounted) await cleanUp.add(() => run('umount', ['--lazy', data.folder]));
else {
  console.error('Skipped: a disk of a few megabytes could not be mounted; root may on Linux.');
  await cleanUp.run();
}

const cluster = join(data.folder, 'postgres');
const filler = join(data.folder, 'filler');
let endpoint: string;
let offerName: string;
const acknowledged: string[] = [];

beforeAll(async () => {
  if (!isMounted) return;
  await cleanUp.add(() => settlePreviousServer(cluster, () => undefined));
  ({ endpoint, offerName } = await makeFilledCluster(cluster));
});

afterAll(() => cleanUp.run());
// Declared after it, so that its processes end before their disk goes.
const cli = useBuiltCli();

/** Uses up every remaining byte. */
async function fillDisk(): Promise<void> {
  const file = await open(filler, 'a');
  try {
    for (const size of [1024 * 1024, 4096]) {
      const zeros = Buffer.alloc(size);
      for (;;) if ((await file.write(zeros).catch(() => ({ bytesWritten: 0 }))).bytesWritten < size) break;
    }
  } finally {
    await file.close();
  }
}

interface Started {
  readonly running: RunningCli;
  readonly base: string;
}

async function start(): Promise<Started> {
  const PORT = await freePort();
  const running = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
  return { running, base: `http://127.0.0.1:${PORT}` };
}

/** The statuses of all answers so far. */
const statuses = new Set<number>();
let count = 0;
async function post(base: string): Promise<{ status: number; detail: string; retryAfter: string | null }> {
  const body = JSON.stringify({
    UserDetails: { Email: `lead-${++count}@example.test` },
    LeadSource: `AppSource-PLT|${offerName}`,
    Description: 'We want to know more. '.repeat(200),
  });
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(30_000);
  const answer = await fetch(`${base}${endpoint}`, { method: 'POST', headers, body, signal });
  statuses.add(answer.status);
  const json = (await answer.json()) as { leadId?: string; detail?: string };
  if (answer.status === 201 && json.leadId) acknowledged.push(json.leadId);
  return {
    status: answer.status,
    detail: json.detail ?? '',
    retryAfter: answer.headers.get('retry-after'),
  };
}

/** Posts until an answer has this status; fails with the output of the process when none has. */
async function postUntil({ running, base }: Started, status: number) {
  for (const deadline = Date.now() + 60_000; ; ) {
    const answer = await post(base);
    if (answer.status === status) return answer;
    if (Date.now() > deadline)
      throw new Error(`no answer ${status}, but ${answer.status} ${answer.detail}\n${running.output()}`);
    await sleep(answer.status === 201 ? 0 : 50);
  }
}

async function expectNothingLost(): Promise<void> {
  const client = await openEmbedded(data.folder);
  const { rows } = await client.query('select count(*)::int as present from lead where id = any($1)', [
    acknowledged,
  ]);
  await client.end();
  expect(rows).toEqual([{ present: acknowledged.length }]);
}

/** Fills the database's log until it needs another file and gets none: the server crashes. */
async function breakDown(): Promise<void> {
  const client = await openEmbedded(data.folder);
  try {
    for (;;) await client.query("select pg_logical_emit_message(false, 'filler', repeat('x', 4000000))");
  } catch {
    // As it should.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How a process ended; fails with its output when it keeps running. */
async function endOf(running: RunningCli): Promise<number | NodeJS.Signals> {
  const end = await Promise.race([running.ended, sleep(patienceMs * 3, null, { ref: false })]);
  if (end === null) throw new Error(`it goes on:\n${running.output()}`);
  return end;
}

const nothingIsStored =
  /^The (database’s )?disk\b.*is full.*nothing can be stored until there is space again/;

async function readiness(base: string): Promise<{ status: number; detail: string }> {
  const answer = await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(patienceMs) });
  const { detail = '' } = (await answer.json()) as { detail?: string };
  return { status: answer.status, detail };
}

describe.skipIf(!isMounted)('IN-2 a disk that is really full', () => {
  it('refuses leads in words, loses none, and everything goes on by itself when there is space', async () => {
    const desk = await start();
    const { running, base } = desk;
    await running.ready();
    for (let n = 0; n < 20; n++) expect((await post(base)).status).toBe(201);
    await fillDisk();
    const refused = await postUntil(desk, 503);
    expect(refused).toMatchObject({ retryAfter: '30', detail: expect.stringMatching(nothingIsStored) });
    expect(await readiness(base)).toEqual({ status: 503, detail: expect.stringMatching(nothingIsStored) });

    await breakDown();
    expect(await postUntil(desk, 503)).toMatchObject({ detail: expect.stringMatching(/Try again/) });
    expect(await readiness(base)).toMatchObject({ status: 503 });
    expect(statuses).toEqual(new Set([201, 503]));

    await rm(filler);
    for (let n = 0; n < 20; n++) expect((await postUntil(desk, 201)).status).toBe(201);
    await running.ready();
    await expectNothingLost();
    running.signal('SIGTERM');
    expect(await endOf(running)).toBe(0);
  });

  it('a start says what to do, and finds everything when there is space', async () => {
    const desk = await start();
    const { running } = desk;
    await running.ready();
    await fillDisk();
    await postUntil(desk, 503);
    running.signal('SIGTERM');
    expect(await endOf(running)).toBe(0);

    // The processes that stopped freed some space: a start might find just enough of it.
    await fillDisk();
    const full = await start();
    expect(await endOf(full.running)).toBe(1);
    expect(full.running.output().trim()).toMatch(
      /^Leadlight: The disk .* is full.* Free some space and start Leadlight again\.$/,
    );

    await rm(filler);
    const again = await start();
    await again.running.ready();
    expect((await postUntil(again, 201)).status).toBe(201);
    await expectNothingLost();
    again.running.signal('SIGTERM');
    expect(await endOf(again.running)).toBe(0);
  });
});
