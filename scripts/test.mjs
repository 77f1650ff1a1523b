// npm test: everything that must hold before a change is merged, in one run. Each step runs even when an earlier one
// failed, so that one run shows every failure; the last lines list them. “npm test unit browser” runs only some steps.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { startSystemPostgres } from './system-postgres.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'leadlight-tests-'));
const only = process.argv.slice(2);
const failures = [];
const totals = { passed: 0, failed: 0, skipped: 0 };
const secondTries = [];
/** More files than these fail for a reason that a second try would only repeat. */
const mostSecondTries = 4;
let runs = 0;

/** Keys, titles and work of the steps. Groups run one after another; `atATime` steps of a group run in parallel. */
const groups = [
  {
    atATime: 4,
    steps: [
      ['types', 'Types', (say) => run(say, 'node', ['node_modules/@typescript/native/bin/tsc', '--noEmit'])],
      ['lint', 'Lint and format', (say) => run(say, 'biome', ['check', '.', '--error-on-warnings'])],
      ['architecture', 'Import directions', checkImports],
      ['behaviour', 'Behaviour page', (say) => run(say, 'node', ['scripts/behaviour-tests.mjs', '--check'])],
    ],
  },
  {
    atATime: 3,
    steps: [
      ['unit', 'Unit tests', (say) => vitest(say, 'unit')],
      ['components', 'Component tests', (say) => vitest(say, 'components')],
      ['generated', 'Generated files', (say) => run(say, 'tsx', ['scripts/generate.ts', '--check'])],
      ['build', 'Build', (say) => run(say, 'node', ['scripts/build-if-changed.mjs'])],
    ],
  },
  {
    // These mostly wait: for browsers, processes and databases. The longest start first, so that none is left running
    // alone.
    atATime: 2,
    steps: [
      ['browser', 'Browser tests', (say) => testInBrowser(say)],
      ['processes', 'Processes: start, stop, kill', (say) => vitest(say, 'processes')],
      ['integration', 'Integration tests', (say) => vitest(say, 'integration')],
      [
        'system-postgres',
        'The tests that know SQL on the PostgreSQL of this system',
        (say) => testOnSystemPostgres(say),
      ],
    ],
  },
];

const begun = Date.now();
for (const { steps, atATime } of groups) {
  const wanted = steps.filter(([key]) => only.length === 0 || only.includes(key));
  const isAlone = wanted.length === 1;
  const next = async () => {
    for (let one = wanted.shift(); one; one = wanted.shift()) await step(one[1], one[2], isAlone);
  };
  await Promise.all(Array.from({ length: atATime }, next));
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\nEverything took ${seconds(begun)} s.`);
for (const { name, reason } of secondTries)
  console.log(`FLAKY, passed only at the second try: ${name}\n  ${reason.slice(0, 600)}`);
for (const failure of failures) console.log(`FAILED after ${failure.seconds} s: ${failure.name}`);
if (failures.length > 0 && totals.failed === 0) totals.failed = failures.length;
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(failures.length > 0 ? 1 : 0);

/** Runs a step and prints its output in one piece when it ends; a step that runs alone prints as it goes. */
async function step(name, work, alone) {
  const parts = [];
  const say = alone ? (part) => process.stdout.write(part) : (part) => parts.push(part);
  say(`\n── ${name}\n`);
  const started = Date.now();
  const fine = await work(say).catch((error) => {
    say(`${error.stack}\n`);
    return false;
  });
  say(fine ? `   fine, ${seconds(started)} s\n` : `   FAILED, ${seconds(started)} s\n`);
  process.stdout.write(parts.join(''));
  if (!fine) failures.push({ name, seconds: seconds(started) });
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

/** @returns whether the program exited with 0 */
function run(say, program, args, env = {}) {
  const command = program === 'node' ? process.execPath : join('node_modules', '.bin', program);
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', say);
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

function checkImports(say) {
  const folders = ['contract', 'server', 'web', 'scripts', 'bench', 'e2e', 'test'];
  return run(say, 'depcruise', ['--config', '.dependency-cruiser.cjs', ...folders]);
}

/**
 * Runs the tests of a project. On the build machine, files that failed run once more, each from the start: with a fresh
 * product and database, so that what the first try left does not fail the second. One stall of a shared machine then does
 * not hide what else the run tells. What needed it is listed at the end, and is a fault to be found that day.
 */
async function vitest(say, project, env = {}, filters = []) {
  const first = await runVitest(say, project, env, filters);
  if (!first) return false;
  const failed = first.files.filter(({ status }) => status !== 'passed');
  if (!process.env.CI || failed.length === 0 || failed.length > mostSecondTries) return count(first);
  const names = failed.map(({ name }) => name);
  const second = await runVitest(say, project, env, names);
  if (!second) return false;
  if (second.fine) secondTries.push(...failed.flatMap(listFailures));
  const others = first.files.filter(({ name }) => !names.includes(name));
  return count({ fine: second.fine, files: [...others, ...second.files] });
}

/** @returns what each file's tests came to; undefined when the run ended before it could tell */
async function runVitest(say, project, env, filters) {
  const report = join(scratch, `${project}-${runs++}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const fine = await run(say, 'vitest', ['run', '--project', project, ...reporters, ...filters], env);
  try {
    return { fine, files: JSON.parse(readFileSync(report, 'utf8')).testResults };
  } catch {
    return;
  }
}

function count({ fine, files }) {
  for (const { status } of files.flatMap(({ assertionResults }) => assertionResults))
    totals[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
  return fine;
}

/** What failed in a file; the file itself when it failed outside of its tests. */
function listFailures({ name, message, assertionResults }) {
  const tests = assertionResults.filter(({ status }) => status === 'failed');
  if (tests.length === 0) return [{ name, reason: message }];
  return tests.map(({ fullName, failureMessages }) => ({ name: fullName, reason: failureMessages[0] }));
}

/**
 * Tests of statements that lean on what PostgreSQL does run again on another version, where one is installed: PostgreSQL 15
 * and later are supported. Other areas read and write rows in ways that do not differ.
 */
async function testOnSystemPostgres(say) {
  const server = startSystemPostgres();
  if (!server) return true;
  try {
    say(`   PostgreSQL ${server.version}\n`);
    return await vitest(
      say,
      'integration',
      { TEST_DATABASE_URL: server.letRolesLogIn(), SECOND_POSTGRES: '1' },
      ['server/areas/leads', 'server/areas/imports', 'server/areas/intake', 'server/platform/database'],
    );
  } finally {
    server.stop();
  }
}

async function testInBrowser(say) {
  const browser = findBrowser();
  if (browser) return vitest(say, 'browser', { CHROMIUM_PATH: browser });
  say('   NOT RUN: the browser tests need a Chromium.\n');
  return !process.env.CI;
}
