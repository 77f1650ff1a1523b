import { request } from 'node:http';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ExportFormat } from '../contract/leads/lists.ts';
import { orderOf } from '../server/areas/leads/list/lead-cursor.sql.ts';
import { plainExportSelectList } from '../server/areas/leads/list/lead-export-columns.sql.ts';
import { exportQuery } from '../server/areas/leads/list/lead-export-file.ts';
import { appRole } from '../server/platform/database/database.ts';
import { bigOrganization } from './fill.ts';
import { residentBytes } from './processes.ts';
import { round } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

/**
 * A whole export, counted and discarded, compared with a bare `COPY` of the same columns of the same leads in the same
 * run.
 */
export async function benchExport(server: BenchServer) {
  const copySeconds = await copyPlain(server);
  const csv = await measureExport(server, 'csv');
  return {
    ...csv.figures,
    copyRowsPerSecond: round(csv.rows / copySeconds, 0),
    ratioToCopy: round(copySeconds / csv.seconds),
  };
}

/** The same leads as a workbook: how long 100,000 rows take, and how much memory all take. */
export async function benchWorkbook(server: BenchServer) {
  const { rows, seconds, figures } = await measureExport(server, 'xlsx');
  return { ...figures, secondsFor100000Rows: round((seconds / rows) * 100_000, 1) };
}

async function measureExport({ address, cookie, pid }: BenchServer, format: ExportFormat) {
  const before = await residentBytes(pid);
  let peak = before;
  const watch = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      peak = Math.max(peak, bytes);
    });
  }, 20);
  const begun = performance.now();
  const query = `tab=marketplace&format=${format}`;
  const { rows, bytes } = await readExport(`${address}/api/v1/leads/export?${query}`, cookie);
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  const figures = {
    rows,
    megabytes: round(bytes / 1e6, 1),
    rowsPerSecond: round(rows / seconds, 0),
    residentBeforeMb: round(before / 1e6, 0),
    residentGrowthMb: round((peak - before) / 1e6, 0),
  };
  return { rows, seconds, figures };
}

/** How long PostgreSQL alone takes to return the same columns. @returns seconds */
async function copyPlain({ connectionString, db }: BenchServer): Promise<number> {
  const scope = {
    organizationId: bigOrganization,
    personId: null,
    everything: true,
    locationIds: [],
    ownLocationIds: [],
    now: new Date(),
  };
  const query = exportQuery(db, scope, { tab: 'marketplace', found: undefined }, orderOf('-createdAt'))
    .clearSelect()
    .select(plainExportSelectList)
    .compile();
  // COPY takes no parameters.
  const text = query.sql.replace(/\$(\d+)/g, (_, at: string) => literal(query.parameters[Number(at) - 1]));
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`set role ${appRole}; begin`);
    await client.query(`select set_config('leadlight.organization_id', $1, true)`, [bigOrganization]);
    const begun = performance.now();
    const stream = client.query(copyTo(`copy (${text}) to stdout (format csv)`));
    for await (const _part of stream);
    return (performance.now() - begun) / 1000;
  } finally {
    await client.end();
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

function readExport(address: string, cookie: string): Promise<{ rows: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve({ rows: Number(response.headers['x-total-rows']), bytes }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
