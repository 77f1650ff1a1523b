import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { exportMinutes, type PooledDb } from '../../../platform/database/pools.ts';
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
import { exportLines, exportSelectList } from './lead-export-lines.sql.ts';
import { selectInOrder } from './lead-list.repo.ts';
import { type LeadConditions, selectLeads } from './lead-query.sql.ts';
import { look } from './lead-search.sql.ts';

/** Rows per fetch: with the batch that is fetched ahead, this bounds the memory of an export. */
const rowsPerBatch = 500;
/** Rows written in one turn of the event loop, so that others get theirs. */
const rowsPerTurn = 250;

/** After waiting this long for an export, it is better to come again. */
const turnOptions = {
  waitMilliseconds: 60_000,
  refusal: sentence('tooManyExports'),
  retryAfterSeconds: 30,
};

export interface LeadExport {
  /** Contains how many rows the file holds (EX-1). */
  readonly fileName: string;
  readonly rows: number;
  /** Streamed with backpressure; ending the reading ends the query, and an export that breaks off ends in an error. */
  readonly body: Readable;
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
      `select set_config('leadlight.organization_id', $1, true), set_config('leadlight.person_id', $2, true),
              set_config('cursor_tuple_fraction', '1', true)`,
      [actor.organizationId, actor.personId ?? ''],
    );
    const rows = await this.count(client, scope, conditions);
    const facts = await factsOfExport({ db: this.db, client }, scope, { query, conditions, rows });
    const detail = `${rows} leads of the tab ${query.tab}, ${query.format.toUpperCase()}`;
    await this.record(actor, detail, facts, now);
    const rowQuery = this.rowQuery(scope, conditions, order);
    const body = Readable.from(streamCsv(client, { query: rowQuery, rows, now }), { objectMode: false });
    return { rows, fileName: fileName(query, rows, now), body };
  }

  private async count(client: pg.PoolClient, scope: LeadScope, conditions: LeadConditions): Promise<number> {
    const query = selectLeads(this.db, scope, conditions)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .compile();
    const result = await client.query<{ total: number }>(query.sql, [...query.parameters]);
    return result.rows[0]?.total ?? 0;
  }

  private async record(actor: Actor, detail: string, facts: ExportFacts, at: Date): Promise<void> {
    await inOrganization(this.db, actor, (tx) =>
      recordAccess(tx, actor, { action: 'lead.export', detail, ...facts, at }),
    );
  }

  private rowQuery(scope: LeadScope, conditions: LeadConditions, order: LeadOrder) {
    const query = exportQuery(this.db, scope, conditions, order).compile();
    return { text: query.sql, values: [...query.parameters] };
  }
}

/** The rows of an export; separate, so that its speed can be compared with the same query through the bare driver. */
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
  readonly query: { readonly text: string; readonly values: unknown[] };
  /** How many rows there must be. */
  readonly rows: number;
  readonly now: Date;
}

type Row = (string | null)[];

/**
 * Fetches batch by batch through a database cursor, so that no statement timeout covers the time that the reader takes.
 * The next batch is fetched while this one is written.
 * @throws Error when there are not as many rows as promised
 */
async function* streamCsv(client: pg.PoolClient, { query, rows, now }: Rows): AsyncGenerator<string> {
  await client.query(`declare export no scroll cursor for ${query.text}`, query.values);
  let written = 0;
  let next = quietly(fetchBatch(client));
  yield utf8Mark + exportHeader;
  for (;;) {
    const batch = await next;
    if (batch.length === 0) break;
    next = quietly(fetchBatch(client));
    for (let at = 0; at < batch.length; at += rowsPerTurn) {
      const part = batch.slice(at, at + rowsPerTurn);
      yield exportLines(part, now);
      await nextTurn();
    }
    written += batch.length;
  }
  if (written !== rows) throw new Error(`an export of ${rows} rows has ${written}`);
  await client.query('commit');
}

/** Rows are arrays of text: what is only written out again is not parsed. */
const nextBatch: pg.QueryArrayConfig = {
  text: `fetch ${rowsPerBatch} from export`,
  rowMode: 'array',
  types: { getTypeParser: () => (value: string) => value },
};

async function fetchBatch(client: pg.PoolClient): Promise<Row[]> {
  return (await client.query<Row>(nextBatch)).rows;
}

/** Errors reach whoever awaits the work; when nobody does any longer, the reader is gone. */
function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function fileName(query: LeadExportQuery, rows: number, now: Date): string {
  return `leadlight-${query.tab}-leads-${now.toISOString().slice(0, 10)}-${rows}-rows.csv`;
}
