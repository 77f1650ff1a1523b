import { benchBulk } from './bulk.ts';
import { measureFirstLoad } from './bundle.ts';
import { benchChecks } from './checks.ts';
import { benchClockwork } from './clockwork.ts';
import { benchDesk } from './desk.ts';
import { benchDirectory } from './directory.ts';
import { benchExport, benchWorkbook } from './export.ts';
import { benchExports } from './exports.ts';
import { benchFacets } from './facets.ts';
import { benchFilters } from './filters.ts';
import { benchGrid } from './grid.ts';
import { benchImport } from './import.ts';
import { benchIntake } from './intake.ts';
import { benchMail } from './mail.ts';
import { benchNeighbours } from './neighbours.ts';
import { benchQuality } from './quality.ts';
import { benchStart } from './start.ts';
import type { Workshop } from './workshop.ts';

export interface BenchSizes {
  readonly leads: number;
  readonly rounds: number;
  readonly seconds: number;
}

/** One measurement. A stage that does not need the server has the machine to itself: the server is stopped first. */
export interface Stage {
  readonly name: string;
  readonly needs: 'server' | 'database' | 'nothing';
  readonly run: (workshop: Workshop, sizes: BenchSizes) => Promise<unknown>;
}

/** Enough rows to see a pace, in a few minutes also on a busy machine. */
const mostImported = 60_000;

/** In the order in which they run. */
export const stages: readonly Stage[] = [
  {
    name: 'grid',
    needs: 'server',
    run: async (workshop, { rounds }) => benchGrid(await workshop.server(), rounds),
  },
  {
    name: 'filters',
    needs: 'server',
    run: async (workshop, { rounds }) => benchFilters(await workshop.server(), rounds),
  },
  {
    name: 'facets',
    needs: 'server',
    run: async (workshop, { rounds }) => benchFacets(await workshop.server(), Math.ceil(rounds / 4)),
  },
  {
    name: 'desk',
    needs: 'server',
    run: async (workshop, { rounds }) => benchDesk(await workshop.server(), Math.ceil(rounds / 4)),
  },
  {
    name: 'export',
    needs: 'server',
    run: async (workshop) => {
      const server = await workshop.server();
      await benchExport(server);
      return { ...(await benchExport(server)), xlsx: await benchWorkbook(server) };
    },
  },
  {
    name: 'exports',
    needs: 'server',
    run: async (workshop) => {
      const server = await workshop.server();
      return benchExports(server, () => server.run('work'));
    },
  },
  {
    name: 'intake',
    needs: 'server',
    run: async (workshop, { seconds }) => {
      const { address, connectionString, run } = await workshop.server();
      const worker = await run('work');
      try {
        return await benchIntake(address, connectionString, 16, seconds);
      } finally {
        await worker.stop();
      }
    },
  },
  {
    name: 'neighbours',
    needs: 'server',
    run: async (workshop, { seconds }) => benchNeighbours(await workshop.server(), seconds),
  },
  {
    name: 'clockwork',
    needs: 'server',
    run: async (workshop, { leads }) => {
      const server = await workshop.server();
      const overdue = Math.min(100_000, Math.round(leads / 2));
      return benchClockwork(server, overdue, () => server.run('work'));
    },
  },
  {
    name: 'bulk',
    needs: 'server',
    run: async (workshop) => {
      const server = await workshop.server();
      return benchBulk(server, () => server.run('work'));
    },
  },
  {
    name: 'import',
    needs: 'server',
    run: async (workshop, { leads }) => {
      const server = await workshop.server();
      return benchImport(server, () => server.run('work'), Math.min(leads, mostImported));
    },
  },
  {
    name: 'mail',
    needs: 'database',
    run: async (workshop) => {
      const { pool, run } = await workshop.database();
      return benchMail(pool, 2000, (env) => run('work', env));
    },
  },
  { name: 'start', needs: 'nothing', run: benchStart },
  { name: 'checks', needs: 'nothing', run: benchChecks },
  { name: 'directory', needs: 'nothing', run: benchDirectory },
  { name: 'quality', needs: 'nothing', run: benchQuality },
  { name: 'first-load', needs: 'nothing', run: async () => measureFirstLoad() },
];
