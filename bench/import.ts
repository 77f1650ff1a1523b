import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type LeadImport, leadImport } from '../contract/imports/imports.ts';
import { JobQueue } from '../test/job-queue.ts';
import { BenchClient } from './bench-client.ts';
import { readPages } from './clockwork.ts';
import { type BenchProcess, residentBytes } from './processes.ts';
import { percentile, round } from './statistics.ts';

/** Long enough to collect the pages for a 95th percentile. */
const idleMilliseconds = 8000;
const pollMilliseconds = 200;
const sampleMilliseconds = 500;
const patienceMilliseconds = 1_800_000;
const header =
  'Record ID,First Name,Last Name,Job Title,Email,Phone Number,Company Name,Country/Region,Lead Status,Create Date,Amount,Currency,Message\n';

const line = (row: number) =>
  `bench-${row},Ana,Beispiel ${row},CTO,import${row}@company${row % 20_000}.example,+49 30 ${1_000_000 + row},Imported ${row},Germany,In progress,2025-0${1 + (row % 9)}-1${row % 10},${row}.50,EUR,"We would like to know more, and what it costs for a company of our size. Number ${row}"\n`;

/** A file in memory only as far as it is being sent. */
async function* fileOf(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(header);
  for (let row = 1; row <= rows; row += 1000)
    yield Buffer.from(
      Array.from({ length: Math.min(1000, rows - row + 1) }, (_, at) => line(row + at)).join(''),
    );
}

/**
 * How fast a file comes in, is looked through and written, how much memory the worker takes, and how long pages of the
 * grid take meanwhile, compared with an idle server.
 */
export async function benchImport(
  { address, cookie, pool }: { address: string; cookie: string; pool: pg.Pool },
  startWorker: () => Promise<BenchProcess>,
  rows: number,
) {
  await new JobQueue(pool).clear();
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  await readPages(browser, () => sleep(idleMilliseconds / 4));
  const idle = await readPages(browser, () => sleep(idleMilliseconds));
  const ask = async (method: string, path: string): Promise<LeadImport> =>
    leadImport.parse(
      await (await fetch(`${address}/api/v1/imports/${path}`, { method, headers: { cookie } })).json(),
    );
  const worker = await startWorker();
  const memory = sampleMemory(worker.pid);
  const sendBegun = performance.now();
  const sent = await fetch(`${address}/api/v1/imports?name=bench.csv`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'text/csv' },
    // The client of Node takes what is read while it is sent; the types of browsers do not know it.
    body: fileOf(rows) as unknown as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit);
  const { id } = leadImport.parse(await sent.json());
  const uploadSeconds = (performance.now() - sendBegun) / 1000;
  const checkBegun = performance.now();
  const checking = await readPages(browser, () => until(() => ask('GET', id), 'ready'));
  const checkSeconds = (performance.now() - checkBegun) / 1000;
  await ask('POST', `${id}/run`);
  const runBegun = performance.now();
  const writing = await readPages(browser, () => until(() => ask('GET', id), 'done'));
  const runSeconds = (performance.now() - runBegun) / 1000;
  browser.close();
  const { startBytes, mostBytes } = memory.stop();
  await worker.stop();
  const idleP95 = percentile(idle, 0.95);
  return {
    rows,
    uploadSeconds: round(uploadSeconds, 1),
    dryRunRowsPerSecond: round(rows / checkSeconds, 0),
    importRowsPerSecond: round(rows / runSeconds, 0),
    workerStartMb: round(startBytes / 1024 ** 2, 0),
    workerMostMb: round(mostBytes / 1024 ** 2, 0),
    idleP95Ms: round(idleP95),
    dryRunRatioP95: round(percentile(checking, 0.95) / idleP95),
    importRatioP95: round(percentile(writing, 0.95) / idleP95),
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
