import { addAbortSignal, Readable } from 'node:stream';
import type pg from 'pg';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { ExportFormat } from '../../../../contract/leads/lists.ts';
import { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { type Copied, type CopyFormat, copyOut } from '../../../platform/database/copy-out.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { Download } from '../../../platform/http/download.ts';
import { writeXlsx } from '../../../platform/xlsx/write-xlsx.ts';
import { countedLeads, recordAccess } from '../../audit/index.ts';
import type { Actor } from '../../identity/index.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { sentence } from './catalogue.ts';
import { csvLine, type Separator, utf8Mark } from './csv.ts';
import { type LeadOrder, orderBy } from './lead-cursor.sql.ts';
import { factsOfExport } from './lead-export-facts.sql.ts';
import { ExportLines } from './lead-export-lines.ts';
import { type ExportPlan, planAsAsked, wholePlan } from './lead-export-plan.sql.ts';
import { sheetColumns, sheetRowReader } from './lead-export-sheet.ts';
import { selectInOrder } from './lead-list.repo.ts';
import type { LeadConditions } from './lead-query.sql.ts';
import { look } from './lead-search.sql.ts';

/**
 * Its name contains how many rows it holds (EX-1). Ending the reading ends the query, and an export that breaks off ends
 * in an error.
 */
export interface LeadExport extends Download {
  readonly rows: number;
  /** How many of them are written so far. */
  readonly written: () => number;
}

/** What to export, for whom. */
export interface ExportRequest {
  /** Where the access is recorded. */
  readonly db: Db;
  readonly actor: Actor;
  readonly query: LeadExportQuery;
  readonly now: Date;
  /** The time limit of the one statement that delivers the rows: it includes the reader's time. */
  readonly limitMilliseconds: number;
}

/**
 * Counts the leads of a query, records the access (ID-7), and opens the file with exactly them.
 * @param client held until the body ends; its transaction is one snapshot for the count and the rows
 */
export async function openExport(client: pg.PoolClient, request: ExportRequest): Promise<LeadExport> {
  const { db, actor, query, now, limitMilliseconds } = request;
  const scope = leadScopeOf(actor, now);
  const { order, conditions } = await inOrganization(db, actor, (tx) => look(tx, scope, query));
  // One snapshot for the count and the rows: the number in the file name is the number in the file.
  await client.query('begin isolation level repeatable read read only');
  await client.query(
    `select set_config('leadlight.organization_id', $1, true), set_config('leadlight.person_id', $2, true)`,
    [actor.organizationId, actor.personId ?? ''],
  );
  const { rows, ...recorded } = await factsOfExport({ db, client }, scope, { query, conditions });
  const detail = `${countedLeads(rows)} of the tab ${query.tab}, ${query.format.toUpperCase()}`;
  await inOrganization(db, actor, (tx) =>
    recordAccess(tx, actor, { action: 'lead.export', detail, ...recorded, at: now }),
  );
  const plan = planAsAsked(query);
  const progress = { rows: 0 };
  const reading = new AbortController();
  const source = {
    ...{ query: exportQuery(db, scope, conditions, order, plan), plan },
    ...{ rows, now, limitMilliseconds, ended: reading.signal, progress },
  };
  const body = Readable.from(streamFile(client, source, query), { objectMode: false });
  whenDestroyed(body, () => reading.abort());
  return {
    ...{ rows, body, written: () => progress.rows },
    fileName: exportFileName(query, rows, now),
    contentType: contentTypes[query.format],
  };
}

/** The rows of an export; separate, so that its speed can be compared with `COPY` of the same query. */
export function exportQuery(
  db: Db,
  scope: LeadScope,
  conditions: LeadConditions,
  order: LeadOrder,
  plan: ExportPlan = wholePlan,
) {
  return selectInOrder(db, scope, conditions, order)
    .leftJoin('location', (join) =>
      join
        .onRef('location.organization_id', '=', 'lead.organization_id')
        .onRef('location.id', '=', 'lead.location_id'),
    )
    .leftJoin('person as assignee', 'assignee.id', 'lead.assigned_to')
    .select(plan.selectList)
    .orderBy(orderBy(order));
}

/** The media types of the files. */
export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The name of the file, which says how many rows it has. */
export function exportFileName(
  { tab, format, language }: Pick<LeadExportQuery, 'tab' | 'format' | 'language'>,
  rows: number,
  now: Date,
): string {
  const facts = { tab, day: now.toISOString().slice(0, 10), rows: String(rows) };
  return `${sentence('fileName', facts).in(language)}.${format}`;
}

interface Rows {
  readonly query: Copied;
  readonly plan: ExportPlan;
  /** How many rows there must be. */
  readonly rows: number;
  readonly now: Date;
  readonly limitMilliseconds: number;
  /** Aborted when no one reads anymore. */
  readonly ended: AbortSignal;
  /** How many rows there were so far. */
  readonly progress: { rows: number };
}

/**
 * Runs something as soon as the stream is destroyed. What a stream is made of closes only after its next piece, and a
 * query that finds nothing for minutes has none.
 */
function whenDestroyed(stream: Readable, run: () => void): void {
  const destroy = stream._destroy.bind(stream);
  stream._destroy = (error, done) => {
    run();
    destroy(error, done);
  };
}

/** Streams the file, part by part, at the reader's pace. @throws Error when there are not as many rows as promised */
async function* streamFile(
  client: pg.PoolClient,
  rows: Rows,
  { format, separator }: Pick<LeadExportQuery, 'format' | 'separator'>,
): AsyncGenerator<Buffer> {
  await client.query(`set local statement_timeout = ${rows.limitMilliseconds}`);
  if (format === 'xlsx') yield* streamSheet(client, rows);
  else yield* streamLines(client, rows, format === 'tsv' ? '\t' : separator === 'semicolon' ? ';' : ',');
  await client.query('commit');
}

async function* streamLines(client: pg.PoolClient, rows: Rows, separator: Separator): AsyncGenerator<Buffer> {
  const { plan, now, progress } = rows;
  const headers = plan.columns.map(({ title }) => title);
  yield Buffer.from(utf8Mark + csvLine(headers, separator));
  const lines = new ExportLines(now, plan, separator);
  for await (const part of copiedParts(client, rows, { as: 'csv', quoted: plan.quoted, separator })) {
    const whole = lines.write(part);
    progress.rows = lines.rows;
    if (whole.length > 0) yield whole;
  }
  requireAll(rows);
}

function streamSheet(client: pg.PoolClient, rows: Rows): AsyncGenerator<Buffer> {
  return writeXlsx({ name: 'Leads', columns: sheetColumns(rows.plan), rows: sheetRows(client, rows) });
}

/** Without the right number of rows, the archive gets no directory: nothing can open it. */
async function* sheetRows(client: pg.PoolClient, rows: Rows) {
  const copied = new CopiedRows();
  const readRow = sheetRowReader(rows.plan, rows.now);
  for await (const part of copiedParts(client, rows, { as: 'text' })) {
    const read = copied.read(part).map(readRow);
    yield read;
    rows.progress.rows += read.length;
  }
  requireAll(rows);
}

async function* copiedParts(
  client: pg.PoolClient,
  { query, ended }: Rows,
  format: CopyFormat,
): AsyncGenerator<Buffer> {
  const copied = addAbortSignal(ended, copyOut(client, query, format));
  try {
    for await (const part of copied) yield part as Buffer;
  } finally {
    copied.destroy();
  }
}

function requireAll({ rows, progress }: Rows): void {
  if (progress.rows !== rows) throw new Error(`an export of ${rows} rows has ${progress.rows}`);
}
