// Fills (--write) or checks (--check) the tests column of docs/behaviour.md from the rule ids in test titles.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const book = 'docs/behaviour.md';
const folders = ['contract', 'server', 'web', 'test', 'e2e', 'bench', 'scripts'];
const ruleLine = /^\| ([A-Z]{2,3}-\d+) \| (.*) \| ([^|]*) \| ([^|]*)\|$/;
// The title follows describe, it or test, or the table of an `each`.
const title =
  /(?:\b(?:describe|it|test)(?:\.\w+)*\(|\)\()\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`)/g;
const ruleId = /\b[A-Z]{2,3}-\d+\b/g;

/** Test files by the rule ids in their titles. */
function findTests(prefixes) {
  const found = new Map();
  for (const path of listTestFiles()) {
    for (const match of readFileSync(path, 'utf8').matchAll(title)) {
      const words = match[1] ?? match[2] ?? match[3] ?? '';
      for (const [id] of words.matchAll(ruleId)) {
        if (prefixes.has(id.split('-')[0])) found.set(id, (found.get(id) ?? new Set()).add(path));
      }
    }
  }
  return found;
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

function linksOf(paths) {
  return [...paths]
    .sort()
    .map((path) => `[${basename(path).replace(/\.test\.tsx?$/, '')}](../${path})`)
    .join(', ');
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
  .map((id) => `${id} is in the title of a test (${[...tests.get(id)].join(', ')}) but not in ${book}`);
const untested = [...rules].filter(([id, { state }]) => /^(here|partly)/.test(state) && !tests.has(id));

const filled = lines
  .map((line) => {
    const [, id] = ruleLine.exec(line) ?? [];
    if (id === undefined) return line;
    const { text, state } = rules.get(id);
    const links = linksOf(tests.get(id) ?? []);
    return `| ${id} | ${text} | ${state} | ${links}${links === '' ? '' : ' '}|`;
  })
  .join('\n');

const mode = process.argv[2];
if (mode === '--write') {
  writeFileSync(book, filled);
} else if (mode === '--check') {
  if (filled !== lines.join('\n')) {
    problems.push(`the tests column is out of date: run node scripts/behaviour-tests.mjs --write`);
  }
} else {
  problems.push('say --write or --check');
}
for (const problem of problems) console.error(`behaviour: ${problem}`);
const names = untested.map(([id]) => id).join(', ');
if (names !== '') console.log(`behaviour: no test names ${names}, although their state is here or partly`);
if (problems.length > 0) process.exitCode = 1;
