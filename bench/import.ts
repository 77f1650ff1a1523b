import { setTimeout as sleep } from 'node:timers/promises';
import { type LeadImport, leadImport } from '../contract/imports/imports.ts';
import { JobQueue } from '../test/job-queue.ts';
import { BenchClient } from './bench-client.ts';
import { readPages } from './clockwork.ts';
import { makeQuietTenant } from './neighbours.ts';
import { type BenchProcess, residentBytes } from './processes.ts';
import { percentile, round } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

/** Long enough to collect the pages for a 95th percentile. */
const idleMilliseconds = 8000;
const pollMilliseconds = 100;
/** Beside readers it takes longer. */
const mostBesideReaders = 20_000;
const sampleMilliseconds = 500;
const patienceMilliseconds = 1_800_000;
const header =
  'Record ID,First Name,Last Name,Job Title,Email,Phone Number,Company Name,Country/Region,Lead Status,Create Date,Amount,Currency,Message\n';

const line = (row: number) =>
  `bench-${row},Ana,Beispiel ${row},CTO,import${row}@company${row % 20_000}.example,+49 30 ${1_000_000 + row},Imported ${row},Germany,In progress,2025-0${1 + (row % 9)}-1${row % 10},${row}.50,EUR,"We would like to know more, and what it costs for a company of our size. Number ${row}"\n`;

/** A file in memory only as far as it is being sent. */
async function* fileOf(first: number, rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(header);
  for (let row = 0; row < rows; row += 1000)
    yield Buffer.from(
      Array.from({ length: Math.min(1000, rows - row) }, (_, at) => line(first + row + at)).join(''),
    );
}

/**
 * How fast a file comes in, is looked through and written while nobody else works, with the memory of the worker; then,
 * for another file, how long pages of the list take another organization meanwhile, compared with an idle worker.
 */
export async function benchImport(
  server: BenchServer,
  startWorker: () => Promise<BenchProcess>,
  rows: number,
) {
  await new JobQueue(server.pool).clear();
  const worker = await startWorker();
  const memory = sampleMemory(worker.pid);
  const alone = await importFile(server, { first: 1, rows }, (work) => work());
  const { startBytes, mostBytes } = memory.stop();

  const browser = new BenchClient(server.address, `cookie: ${await makeQuietTenant(server.pool)}\r\n`);
  await readPages(browser, () => sleep(idleMilliseconds / 4));
  const idle = await readPages(browser, () => sleep(idleMilliseconds));
  const pages: number[][] = [];
  await importFile(server, { first: rows + 1, rows: Math.min(rows, mostBesideReaders) }, async (work) => {
    pages.push(await readPages(browser, work));
  });
  browser.close();
  await worker.stop();
  const idleP95 = percentile(idle, 0.95);
  const [checking = [], writing = []] = pages;
  return {
    rows,
    uploadSeconds: round(alone.uploadSeconds, 1),
    dryRunRowsPerSecond: round(rows / alone.checkSeconds, 0),
    importRowsPerSecond: round(rows / alone.runSeconds, 0),
    workerStartMb: round(startBytes / 1024 ** 2, 0),
    workerMostMb: round(mostBytes / 1024 ** 2, 0),
    neighborIdleP95Ms: round(idleP95),
    neighborDryRunRatioP95: round(percentile(checking, 0.95) / idleP95),
    neighborImportRatioP95: round(percentile(writing, 0.95) / idleP95),
  };
}

/** Brings a file, has it looked through and written; `during` runs each of these two while it does what it likes. */
async function importFile(
  { address, cookie }: BenchServer,
  part: { readonly first: number; readonly rows: number },
  during: (work: () => Promise<void>) => Promise<void>,
) {
  const ask = async (method: string, path: string): Promise<LeadImport> =>
    leadImport.parse(
      await (await fetch(`${address}/api/v1/imports/${path}`, { method, headers: { cookie } })).json(),
    );
  const sendBegun = performance.now();
  const sent = await fetch(`${address}/api/v1/imports?name=bench.csv`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'text/csv' },
    // The client of Node takes what is read while it is sent; the types of browsers do not know it.
    body: fileOf(part.first, part.rows) as unknown as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit);
  const { id } = leadImport.parse(await sent.json());
  const checkBegun = performance.now();
  await during(() => until(() => ask('GET', id), 'ready'));
  const checkSeconds = (performance.now() - checkBegun) / 1000;
  await ask('POST', `${id}/run`);
  const runBegun = performance.now();
  await during(() => until(() => ask('GET', id), 'done'));
  return {
    uploadSeconds: (checkBegun - sendBegun) / 1000,
    checkSeconds,
    runSeconds: (performance.now() - runBegun) / 1000,
  };
}

/** Watches how much memory a process takes. */
function sampleMemory(pid: number) {
  const samples: number[] = [];
  const sample = async () => void samples.push(await residentBytes(pid));
  const timer = setInterval(() => void sample().catch(() => undefined), sampleMilliseconds);
  return {
    stop: () => {
      clearInterval(timer);
      return { startBytes: samples[0] ?? Number.NaN, mostBytes: Math.max(...samples) };
    },
  };
}

async function until(look: () => Promise<LeadImport>, state: LeadImport['state']): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patienceMilliseconds; ) {
    const now = await look();
    if (now.state === state) return;
    if (now.state === 'failed') throw new Error(`the import failed: ${now.problem?.message}`);
    await sleep(pollMilliseconds);
  }
  throw new Error(`the import is not ${state}`);
}
