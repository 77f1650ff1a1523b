import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type DirectoryQuery, emptyQuery } from '../server/areas/directory/search/directory-page.ts';
import { DirectoryIndex } from '../server/areas/directory/search/held/directory-index.ts';
import { makeDirectoryPages } from './directory-pages.ts';
import { percentile, round } from './statistics.ts';

const pages = 100_000;
const rounds = 60;
const message = 'measure-directory';
const now = Date.UTC(2026, 11, 1, 12);
setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;
const munich = { latitude: 48.13743, longitude: 11.57549 };

/** Kinds of searches, from what most people ask to what costs most. */
const searches: Readonly<Record<string, Partial<DirectoryQuery>>> = {
  everything: {},
  lastPage: { page: 50 },
  country: { country: 'DE' },
  facets: { country: 'DE', industry: ['insurance', 'automotive'], service: ['integration', 'training'] },
  near: { near: munich, withinKm: 100 },
  byDistance: { near: munich, withinKm: 250, sort: 'distance' },
  byName: { sort: 'name' },
  oneWord: { words: 'cloud' },
  manyWords: { words: 'cloud migration consulting for insurance and automotive companies' },
  misspelled: { words: 'migartion securty' },
  beginnings: { words: 'con sec dat' },
  onlyInDescriptions: { words: 'verlerquaost primintunglaza' },
  wordsFacetsNear: {
    words: 'cloud consulting',
    near: munich,
    industry: ['insurance', 'automotive'],
    size: 'morethan20000employees',
    language: 'de',
  },
  nothing: {
    words: 'cloud',
    country: 'JP',
    industry: ['mining'],
    badge: 'Badge 19',
    budget: 1,
    language: 'sv',
  },
};

/** Builds the index of the directory and searches it, in a process of its own: its memory is that of the index. */
export async function benchDirectory(): Promise<unknown> {
  const child = fork(fileURLToPath(import.meta.url), [message]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the measuring process ended with ${code} and without figures`);
  });
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return figures;
}

async function measure() {
  const made = await makeDirectoryPages(pages, now);
  const withoutIndex = usedMegabytes();
  const begun = performance.now();
  const cpuBegun = process.cpuUsage();
  const index = new DirectoryIndex(made);
  const buildSeconds = (performance.now() - begun) / 1000;
  const buildCpuSeconds = process.cpuUsage(cpuBegun).user / 1e6;
  const keysBegun = performance.now();
  index.prepareWeek(now);
  const weekSeconds = (performance.now() - keysBegun) / 1000;
  const indexMegabytes = usedMegabytes() - withoutIndex;
  const putMilliseconds = made
    .slice(0, 300)
    .map((page) => timeOf(() => index.put({ ...page, countedRequests: 1 })));
  const kinds = Object.entries(searches).map(([name, query]) => [name, timeSearch(index, query)] as const);
  return {
    pages,
    buildSeconds: round(buildSeconds),
    buildCpuSeconds: round(buildCpuSeconds),
    weekSeconds: round(weekSeconds),
    indexMegabytes: round(indexMegabytes, 0),
    putMilliseconds: figuresOf(putMilliseconds),
    searches: Object.fromEntries(
      kinds.map(([name, { total, samples, cpuSamples }]) => [
        name,
        { total, ...figuresOf(samples), cpu: figuresOf(cpuSamples) },
      ]),
    ),
    allSearches: {
      ...figuresOf(kinds.flatMap(([, { samples }]) => samples)),
      cpu: figuresOf(kinds.flatMap(([, { cpuSamples }]) => cpuSamples)),
    },
  };
}

/** Each search by the clock, and by what it took of the processor, which other work on the machine changes less. */
function timeSearch(index: DirectoryIndex, query: Partial<DirectoryQuery>) {
  const asked = { ...emptyQuery, ...query };
  for (let n = 0; n < 5; n++) index.search(asked, now);
  const samples: number[] = [];
  const cpuSamples: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const cpuBegun = process.cpuUsage();
    samples.push(timeOf(() => index.search(asked, now)));
    const { user, system } = process.cpuUsage(cpuBegun);
    cpuSamples.push((user + system) / 1000);
  }
  return { total: index.search(asked, now).total, samples, cpuSamples };
}

function timeOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function figuresOf(samples: readonly number[]) {
  return { p50: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

function usedMegabytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

if (process.argv[2] === message) {
  process.send?.(await measure());
  process.disconnect();
}
