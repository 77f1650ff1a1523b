// npm run bench [-- --stages grid,mail --leads 1000000 --rounds 200 --seconds 10]: fills a database and measures, stage
// by stage. Each stage's figures are written as soon as they exist; a failing stage does not stop the others. Figures
// compare within one run; nothing here asserts wall time.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { inspect, parseArgs } from 'node:util';
import { readProcessorTime, shareOfOthers } from './other-work.ts';
import { type BenchSizes, type Stage, stages } from './stages.ts';
import { round } from './statistics.ts';
import { Workshop } from './workshop.ts';

/** Above this share of the machine, other work distorts the figures. */
const quietShare = 0.1;

const { values } = parseArgs({
  options: {
    stages: { type: 'string' },
    leads: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
  },
});
const sizes: BenchSizes = {
  leads: Number(values.leads),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
};
const chosen = chooseStages(values.stages);
const file = `bench/results/${new Date().toISOString().replace(/[:.]/g, '-')}.json`;
const result: Record<string, unknown> = {
  machine: { cores: cpus().length, cpu: cpus()[0]?.model, node: process.version },
  leads: sizes.leads,
};
const failed: string[] = [];
const busy: string[] = [];
const workshop = new Workshop(sizes.leads, say);
try {
  for (const stage of chosen) {
    say(`${stage.name}…`);
    result[stage.name] = await measure(stage);
    await write();
  }
} finally {
  await workshop.close();
}
if (busy.length > 0) say(`The machine was busy with other work during: ${busy.join(', ')}. Run these again.`);
if (failed.length > 0) say(`Failed: ${failed.join(', ')}.`);
console.log(JSON.stringify(result, null, 2));
process.exitCode = failed.length > 0 ? 1 : 0;

async function measure(stage: Stage): Promise<unknown> {
  const begun = performance.now();
  try {
    await prepare(stage);
    const before = readProcessorTime();
    const figures = await stage.run(workshop, sizes);
    const others = before && shareOfOthers(before, readProcessorTime() ?? before);
    if ((others ?? 0) > quietShare) busy.push(stage.name);
    const seconds = round((performance.now() - begun) / 1000, 1);
    return { figures, seconds, shareOfOthers: others && round(others) };
  } catch (error) {
    failed.push(stage.name);
    say(`${stage.name} failed: ${inspect(error)}`);
    // Whatever state the server is in, the next stage gets a fresh one.
    await workshop.stopServer().catch(() => undefined);
    return { failed: String(error) };
  }
}

/** Prepares what a stage needs before its clock starts. */
async function prepare({ needs }: Stage): Promise<void> {
  if (needs !== 'server') await workshop.stopServer();
  if (needs === 'server') await workshop.server();
  if (needs === 'database') await workshop.database();
}

async function write(): Promise<void> {
  await mkdir('bench/results', { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...result, busy, failed }, null, 2)}\n`);
}

function chooseStages(names: string | undefined): readonly Stage[] {
  if (names === undefined) return stages;
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no stage ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`,
    );
  return stages.filter(({ name }) => wanted.includes(name));
}

function say(line: string): void {
  console.error(line);
}
