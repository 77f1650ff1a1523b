// Writes (--write) or checks (--check) the two proofs that docs/behaviour.md names for each rule, and the full list in
// docs/behaviour-tests.md, from the rule ids in test titles.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const book = 'docs/behaviour.md';
const index = 'docs/behaviour-tests.md';
const mostProofs = 2;
const folders = ['contract', 'server', 'web', 'test', 'e2e', 'bench', 'scripts'];
const ruleLine = /^\| ([A-Z]{2,3}-\d+) \| (.*) \| ([^|]*) \| ([^|]*)\|$/;
// The title follows describe, it or test, or the table of an `each`.
const title =
  /(?:\b(?:describe|it|test)(?:\.\w+)*\(|\)\()\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`)/g;
const ruleId = /\b[A-Z]{2,3}-\d+\b/g;

/** How often each test file names a rule in a title, by rule. */
function findTests(prefixes) {
  const found = new Map();
  for (const path of listTestFiles()) {
    for (const id of rulesIn(readFileSync(path, 'utf8'))) {
      if (!prefixes.has(id.split('-')[0])) continue;
      const paths = found.get(id) ?? new Map();
      found.set(id, paths.set(path, (paths.get(path) ?? 0) + 1));
    }
  }
  return found;
}

/** The rules that the titles of a test file name, once per mention. */
function rulesIn(text) {
  return [...text.matchAll(title)].flatMap(
    (match) => (match[1] ?? match[2] ?? match[3] ?? '').match(ruleId) ?? [],
  );
}

function listTestFiles() {
  return folders.flatMap((folder) => {
    try {
      const names = readdirSync(folder, { recursive: true });
      return names.filter((name) => /\.test\.tsx?$/.test(name)).map((name) => join(folder, name));
    } catch (error) {
      if (error.code === 'ENOENT') return [];
      throw error;
    }
  });
}

/** The files that mention a rule most come first. */
function byWeight(paths) {
  return [...paths].sort(([one, less], [other, more]) => more - less || (one < other ? -1 : 1));
}

function linksOf(paths) {
  return paths.map(([path]) => `[${basename(path).replace(/\.test\.tsx?$/, '')}](../${path})`).join(', ');
}

const lines = readFileSync(book, 'utf8').split('\n');
const rules = new Map(
  lines.flatMap((line) => {
    const match = ruleLine.exec(line);
    return match ? [[match[1], { text: match[2], state: match[3].trim() }]] : [];
  }),
);
const tests = findTests(new Set([...rules.keys()].map((id) => id.split('-')[0])));

const problems = [...tests.keys()]
  .filter((id) => !rules.has(id))
  .map(
    (id) => `${id} is in the title of a test (${[...tests.get(id).keys()].join(', ')}) but not in ${book}`,
  );
const untested = [...rules].filter(([id, { state }]) => /^(here|partly)/.test(state) && !tests.has(id));

const filled = lines
  .map((line) => {
    const [, id] = ruleLine.exec(line) ?? [];
    if (id === undefined) return line;
    const { text, state } = rules.get(id);
    const links = linksOf(byWeight(tests.get(id) ?? []).slice(0, mostProofs));
    return `| ${id} | ${text} | ${state} | ${links}${links === '' ? '' : ' '}|`;
  })
  .join('\n');

const everything = [
  '# Tests by rule',
  '',
  'Written by `node scripts/behaviour-tests.mjs --write` from the titles of the tests. What each rule says is in [behaviour.md](behaviour.md).',
  '',
  '| rule | tests, those that say most first |',
  '|---|---|',
  ...[...rules.keys()].map((id) => `| ${id} | ${linksOf(byWeight(tests.get(id) ?? [])) || 'none'} |`),
  '',
].join('\n');

const mode = process.argv[2];
if (mode === '--write') {
  writeFileSync(book, filled);
  writeFileSync(index, everything);
} else if (mode === '--check') {
  const known = existsSync(index) ? readFileSync(index, 'utf8') : '';
  if (filled !== lines.join('\n') || everything !== known) {
    problems.push(`the tests of the rules are out of date: run node scripts/behaviour-tests.mjs --write`);
  }
} else {
  problems.push('say --write or --check');
}
for (const problem of problems) console.error(`behaviour: ${problem}`);
const names = untested.map(([id]) => id).join(', ');
if (names !== '') console.log(`behaviour: no test names ${names}, although their state is here or partly`);
if (problems.length > 0) process.exitCode = 1;
