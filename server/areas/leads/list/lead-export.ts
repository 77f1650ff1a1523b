import { addAbortSignal, Readable } from 'node:stream';
import type pg from 'pg';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Copied, copyOut } from '../../../platform/database/copy-out.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { exportMinutes, type PooledDb } from '../../../platform/database/pools.ts';
import type { CsvDownload } from '../../../platform/http/csv-download.ts';
import type { Logger } from '../../../platform/log.ts';
import { type Share, Turns } from '../../../platform/turns.ts';
import { recordAccess } from '../../audit/index.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { sentence } from './catalogue.ts';
import { utf8Mark } from './csv.ts';
import { type LeadOrder, orderBy } from './lead-cursor.sql.ts';
import { exportHeader } from './lead-export-columns.sql.ts';
import { type ExportFacts, factsOfExport } from './lead-export-facts.sql.ts';
import { ExportLines, exportQuoted, exportSelectList } from './lead-export-lines.sql.ts';
import { selectInOrder } from './lead-list.repo.ts';
import type { LeadConditions } from './lead-query.sql.ts';
import { look } from './lead-search.sql.ts';

/** The database ends a statement of its own accord only when we would have ended the export already. */
const graceMilliseconds = 10_000;

/** After waiting this long for an export, it is better to come again. */
const turnOptions = {
  waitMilliseconds: 60_000,
  refusal: sentence('tooManyExports'),
  retryAfterSeconds: 30,
};

/**
 * Its name contains how many rows it holds (EX-1). Ending the reading ends the query, and an export that breaks off ends
 * in an error.
 */
export interface LeadExport extends CsvDownload {
  readonly rows: number;
}

/** Writes exactly the selected leads as CSV. */
export class LeadExportService {
  private readonly turns = new Turns(turnOptions);

  /**
   * @param db where the access is recorded
   * @param exports connections for exports alone: each is held for as long as its reader takes
   */
  constructor(
    private readonly db: Db,
    private readonly exports: PooledDb,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly lifetimeMilliseconds = exportMinutes * 60_000,
  ) {}

  /**
   * The connection behind the body is released when the body closes, read or not.
   * @param gone aborted when the client is gone
   * @throws AppError not-allowed, too-many-requests
   */
  async export(actor: Actor, query: LeadExportQuery, gone?: AbortSignal): Promise<LeadExport> {
    requirePermission(actor, 'exportLeads');
    const giveTurnBack = await this.turns.take(this.sharesOf(actor), gone);
    try {
      const client = await this.exports.pool.connect();
      try {
        const opened = await this.open(client, actor, query);
        this.watch(opened, actor, (whole) => {
          // The reader went away, or there was an error: the connection is not worth mending.
          client.release(!whole);
          giveTurnBack();
        });
        return opened;
      } catch (error) {
        client.release(true);
        throw error;
      }
    } catch (error) {
      giveTurnBack();
      throw error;
    }
  }

  /** Half of the connections for one organization, so that others get theirs however slow its readers are. */
  private sharesOf(actor: Actor): Share[] {
    const all = this.exports.pool.options.max;
    return [
      { of: 'everybody', running: all, waiting: 200 },
      { of: actor.organizationId, running: Math.max(1, Math.floor(all / 2)), waiting: 20 },
    ];
  }

  private watch({ body, rows }: LeadExport, actor: Actor, onClose: (whole: boolean) => void): void {
    const end = setTimeout(
      () => body.destroy(new Error('the export took too long')),
      this.lifetimeMilliseconds,
    ).unref();
    body.once('error', (error) =>
      this.log.error(
        { err: error, organizationId: actor.organizationId, rows },
        'an export broke off before its end',
      ),
    );
    body.once('close', () => {
      clearTimeout(end);
      onClose(body.readableEnded);
    });
  }

  private async open(client: pg.PoolClient, actor: Actor, query: LeadExportQuery): Promise<LeadExport> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const { order, conditions } = await inOrganization(this.db, actor, (tx) => look(tx, scope, query));
    // One snapshot for the count and the rows: the number in the file name is the number in the file.
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `select set_config('leadlight.organization_id', $1, true), set_config('leadlight.person_id', $2, true)`,
      [actor.organizationId, actor.personId ?? ''],
    );
    const { rows, ...recorded } = await factsOfExport({ db: this.db, client }, scope, { query, conditions });
    const detail = `${rows} leads of the tab ${query.tab}, ${query.format.toUpperCase()}`;
    await this.record(actor, detail, recorded, now);
    const rowQuery = exportQuery(this.db, scope, conditions, order);
    const limit = this.lifetimeMilliseconds + graceMilliseconds;
    const reading = new AbortController();
    const body = Readable.from(
      streamCsv(client, { query: rowQuery, rows, now, limit, ended: reading.signal }),
      { objectMode: false },
    );
    whenDestroyed(body, () => reading.abort());
    return { rows, fileName: fileName(query, rows, now), body };
  }

  private async record(actor: Actor, detail: string, facts: ExportFacts, at: Date): Promise<void> {
    await inOrganization(this.db, actor, (tx) =>
      recordAccess(tx, actor, { action: 'lead.export', detail, ...facts, at }),
    );
  }
}

/** The rows of an export; separate, so that its speed can be compared with `COPY` of the same query. */
export function exportQuery(db: Db, scope: LeadScope, conditions: LeadConditions, order: LeadOrder) {
  return selectInOrder(db, scope, conditions, order)
    .leftJoin('location', (join) =>
      join
        .onRef('location.organization_id', '=', 'lead.organization_id')
        .onRef('location.id', '=', 'lead.location_id'),
    )
    .leftJoin('person as assignee', 'assignee.id', 'lead.assigned_to')
    .select(exportSelectList)
    .orderBy(orderBy(order));
}

interface Rows {
  readonly query: Copied;
  /** How many rows there must be. */
  readonly rows: number;
  readonly now: Date;
  /** The time limit of the one statement that delivers them, in milliseconds: it includes the reader's time. */
  readonly limit: number;
  /** Aborted when no one reads anymore. */
  readonly ended: AbortSignal;
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

/**
 * Streams what PostgreSQL copies out, part by part, at the reader's pace.
 * @throws Error when there are not as many rows as promised
 */
async function* streamCsv(
  client: pg.PoolClient,
  { query, rows, now, limit, ended }: Rows,
): AsyncGenerator<Buffer> {
  await client.query(`set local statement_timeout = ${limit}`);
  const copied = addAbortSignal(ended, copyOut(client, query, exportQuoted));
  try {
    yield Buffer.from(utf8Mark + exportHeader);
    const lines = new ExportLines(now);
    for await (const part of copied) {
      const whole = lines.write(part);
      if (whole.length > 0) yield whole;
    }
    if (lines.rows !== rows) throw new Error(`an export of ${rows} rows has ${lines.rows}`);
  } finally {
    copied.destroy();
  }
  await client.query('commit');
}

function fileName(query: LeadExportQuery, rows: number, now: Date): string {
  return `leadlight-${query.tab}-leads-${now.toISOString().slice(0, 10)}-${rows}-rows.csv`;
}
