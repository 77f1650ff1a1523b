import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', 'dist/**'];

/**
 * Tests whose subject is no statement: doors, pages, streams, emails, texts, people who sign in, hostile values. Left out
 * when `npm test` runs the others again on a second version of PostgreSQL.
 */
const sameOnEveryPostgres = process.env.SECOND_POSTGRES
  ? [
      'server/**/{fuzz,redaction-everywhere,asked-again}*',
      'server/areas/intake/doors/{limits,marketplace,odd-payloads}',
      'server/areas/intake/quarantine/{form-protection,quarantine}',
      'server/areas/leads/{activities,sharing,views}/**/*',
      'server/areas/leads/lead/lead-redaction',
    ].map((names) => `${names}.integration.test.ts`)
  : [];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/fixed-seed.ts'],
          globalSetup: ['test/gazetteer.ts'],
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, '**/*.integration.test.ts', '**/*.component.test.tsx', 'e2e/**'],
          // Nothing here takes long; machines differ, and are shared.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Files share their modules: loading them again for each costs more than the tests.
          isolate: false,
        },
      },
      {
        // Components of the app by themselves, in a document without a browser around it (decision 044).
        test: {
          name: 'components',
          environment: 'happy-dom',
          setupFiles: ['test/parts/set-up.ts'],
          include: ['web/**/*.component.test.tsx'],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Files share their modules, as loading the app's libraries costs more than the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          setupFiles: ['test/fixed-seed.ts'],
          include: ['**/*.integration.test.ts'],
          exclude: [
            ...exclude,
            ...sameOnEveryPostgres,
            'server/platform/embedded-postgres/**',
            'server/commands/**',
          ],
          globalSetup: ['test/global-setup.ts', 'test/gazetteer.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 2,
          // Files share their modules: loading the server again for each costs more than its tests.
          isolate: false,
        },
      },
      {
        // Servers and processes that are started, killed and started again.
        test: {
          name: 'processes',
          setupFiles: ['test/fixed-seed.ts'],
          include: [
            'server/platform/embedded-postgres/**/*.integration.test.ts',
            'server/commands/**/*.integration.test.ts',
          ],
          exclude,
          globalSetup: ['test/global-setup.ts', 'test/built-cli.ts', 'test/gazetteer.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          exclude,
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // Files share their modules: loading them again for each takes a second.
          isolate: false,
        },
      },
    ],
  },
});
