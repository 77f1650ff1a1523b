import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * A test is easy to read when it says in one line what must exist before it begins. So the helpers in `test/` open
 * whatever has to be closed again, and `test/job-queue.ts` reads the worker's own tables.
 */
interface Rule {
  readonly found: RegExp;
  readonly instead: string;
}

const set: readonly Rule[] = [
  { found: /\bcreateTestDatabase\b/, instead: 'useTestDatabase() or createDatabaseForTest()' },
  { found: /\bcreate database [\w$]/, instead: 'useEmptyDatabase() or createEmptyDatabaseForTest()' },
  { found: /\bstartTestServer\b/, instead: 'useTestServer() or startServerForTest()' },
  { found: /\bcomposeApp\b/, instead: 'useTestServer() or startServerForTest()' },
  { found: /\bmakeLeadWorld\b/, instead: 'useLeadWorld() or startLeadWorldForTest()' },
];
const queue: Rule = {
  found: /\bgraphile_worker\b/,
  instead: 'the queue of a server or database, or a JobQueue',
};

/** Where a rule does not apply, and why. */
const exceptions: Readonly<Record<string, { readonly names: string; readonly why: string }>> = {
  'server/areas/intake/quarantine/form-protection.integration.test.ts': {
    names: 'composeApp',
    why: 'a second process beside the server, over its database',
  },
  'server/areas/leads/lead/lead-access.integration.test.ts': {
    names: 'composeApp',
    why: 'the application as the owner of its tables, which it never is',
  },
  'server/platform/database/functions.integration.test.ts': {
    names: 'graphile_worker',
    why: 'the worker’s schema goes as a whole, as a database has none at first',
  },
  'server/platform/embedded-postgres/roles.integration.test.ts': {
    names: 'create database',
    why: 'in a server that the test started, not in the one of the test run',
  },
  'test/server.integration.test.ts': {
    names: 'startTestServer',
    why: 'what is left of a start that fails is what it tests',
  },
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');
const isIntegration = (path: string) => /(\.integration\.test|\.fixture)\.ts$|test-support\.ts$/.test(path);
const isTest = (path: string) => isIntegration(path) || /^(test|bench|e2e)\/.*\.ts$|\.test\.tsx?$/.test(path);
/** The one file that uses the worker's tables, and this one. */
const knowing = ['test/job-queue.ts', 'test/set-up.test.ts'];

function findBreaches(path: string, text: string): string[] {
  const rules = [...(isIntegration(path) ? set : []), ...(isTest(path) ? [queue] : [])];
  return rules
    .map(({ found, instead }) => ({ named: found.exec(text)?.[0], instead }))
    .filter(({ named }) => named !== undefined && !named.startsWith(exceptions[path]?.names ?? '-'))
    .map(({ named, instead }) => `${path} names ${named}: take ${instead}`);
}

describe('what a test needs', () => {
  it('is opened and closed by a helper, which also alone knows the tables of the worker', () => {
    const looked = files.filter((path) => isTest(path) && !knowing.includes(path));
    expect(looked.filter(isIntegration).length).toBeGreaterThan(100);
    expect(looked.flatMap((path) => findBreaches(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each(Object.entries(exceptions))(
    '%s is an exception for as long as it needs to be',
    (path, { names }) => {
      expect(readFileSync(path, 'utf8')).toContain(names);
    },
  );

  it.each([
    ['server/areas/a.integration.test.ts', 'database = await createTestDatabase(cleanUp);'],
    ['server/areas/a.integration.test.ts', "await onServer('create database old');"],
    ['server/areas/a.fixture.ts', 'const server = await startTestServer(cleanUp);'],
    ['server/areas/a.integration.test.ts', 'world = await makeLeadWorld(server);'],
    ['server/commands/a.integration.test.ts', 'const app = await composeApp(parts);'],
    ['server/areas/leads/lead/lead-access.integration.test.ts', 'await makeLeadWorld(server);'],
    ['bench/a.ts', 'delete from graphile_worker._private_jobs'],
    ['test/a.ts', 'select from graphile_worker.jobs'],
  ])('a breach in %s is noticed: %s', (path, text) => {
    expect(findBreaches(path, text)).toHaveLength(1);
  });
});
