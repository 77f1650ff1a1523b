// npm test: everything that must hold before a change is taken, in one run. Each step runs even when an earlier one
// failed, so that one run tells everything; the last lines say what failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { startSystemPostgres } from './system-postgres.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'leadlight-tests-'));
const only = process.argv.slice(2);
const failures = [];
const totals = { passed: 0, failed: 0, skipped: 0 };

step('lint', 'Lint and format', () => run('biome', ['check', '.', '--error-on-warnings']));
step('types', 'Types', () => run('tsc', ['--noEmit']));
step('architecture', 'Import directions', () =>
  run('depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    'contract',
    'server',
    'web',
    'scripts',
    'bench',
    'e2e',
    'test',
  ]),
);
step('behaviour', 'Behaviour page', () => run('node', ['scripts/behaviour-tests.mjs', '--check']));
step('generated', 'Generated files', () => run('tsx', ['scripts/generate.ts', '--check']));
step('unit', 'Unit tests', () => vitest('unit'));
step('build', 'Build', () => run('node', ['scripts/build-if-changed.mjs']));
step('integration', 'Integration tests', () => vitest('integration'));
step('processes', 'Processes: start, stop, kill', () => vitest('processes'));
step('system-postgres', 'The same database tests on the PostgreSQL of this system', testOnSystemPostgres);
step('browser', 'Browser tests', testInBrowser);

rmSync(scratch, { recursive: true, force: true });
for (const { name, seconds } of failures) console.log(`FAILED after ${seconds} s: ${name}`);
if (failures.length > 0 && totals.failed === 0) totals.failed = failures.length;
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(failures.length > 0 ? 1 : 0);

function step(key, name, work) {
  if (only.length > 0 && !only.includes(key)) return;
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const fine = work();
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  if (fine) console.log(`   fine, ${seconds} s`);
  else failures.push({ name, seconds });
}

function run(program, args, env = {}) {
  const command = program === 'node' ? process.execPath : join('node_modules', '.bin', program);
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function vitest(project, env = {}, filters = []) {
  const report = join(scratch, `${project}-${Object.keys(env).length}.json`);
  const fine = run(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    env,
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    totals.skipped += numPendingTests;
  } catch {
    return false; // it ended before it could count
  }
  return fine;
}

/** What knows SQL runs again on another version, where one is installed: PostgreSQL 15 and later are supported. */
function testOnSystemPostgres() {
  const server = startSystemPostgres();
  if (!server) return true;
  try {
    console.log(`   PostgreSQL ${server.version}`);
    return vitest('integration', { TEST_DATABASE_URL: server.pattern }, [
      'server/features',
      'server/platform/database',
    ]);
  } finally {
    server.stop();
  }
}

function testInBrowser() {
  const browser = findBrowser();
  if (browser) return vitest('browser', { CHROMIUM_PATH: browser });
  console.error('   NOT RUN: the browser tests need a Chromium.');
  return !process.env.CI;
}
