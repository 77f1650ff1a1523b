import { Readable } from 'node:stream';
import {
  type BulkAction,
  type BulkOrder,
  type BulkRefusalPage,
  type BulkRefusalQuery,
  type ChangedCount,
  mostBulkLeads,
} from '../../../../contract/leads/bulk.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, foreignCursor, notFound } from '../../../platform/errors.ts';
import type { CsvDownload } from '../../../platform/http/csv-download.ts';
import { newId } from '../../../platform/ids.ts';
import { countedLeads, recordAccess, recordRead } from '../../audit/index.ts';
import {
  hasPermission,
  notAllowed,
  type PersonActor,
  recallRequest,
  requirePermission,
} from '../../identity/index.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { mayDo, rolesFor } from '../lead/leads.policy.ts';
import { csvLine, utf8Mark } from '../list/csv.ts';
import { selectLeads } from '../list/lead-query.sql.ts';
import { look } from '../list/lead-search.sql.ts';
import { recordedFilter } from '../list/recorded-filter.ts';
import { withOwnId } from '../list/stand-ins.ts';
import { selectHeld } from '../sharing/held-leads.sql.ts';
import { requireColleagues } from '../teams.ts';
import { performBulkAction } from './bulk.jobs.ts';
import {
  presentBulkAction,
  presentRefusal,
  reportCells,
  reportHeader,
  undoFactsOf,
} from './bulk.presenter.ts';
import * as repo from './bulk.repo.ts';
import {
  type BulkDetails,
  changesLeads,
  isOver,
  mostAtOnce,
  mostInADay,
  mostOpen,
  mostTeamPlaces,
  planUndo,
} from './bulk.rules.ts';
import * as leadsRepo from './bulk-leads.repo.ts';
import { type BulkWork, keyOf } from './bulk-work.service.ts';
import { sentence } from './catalogue.ts';

/** A small bulk action that is not done by then goes on in the background. */
const mostWaitMilliseconds = 8000;
/** By then a request has worked a small one, or was killed. */
const rescueMilliseconds = 15_000;
const mostListed = 50;
const rowsPerRead = 1000;

/** Which leads, with what tells that they are still the ones that were seen. */
type Which = Pick<BulkOrder, 'leadIds' | 'query' | 'heldBy' | 'expectedCount' | 'seenAt'>;

/** Orders bulk actions, and shows what became of them (WS-6). */
export class BulkService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly work: BulkWork,
  ) {}

  /**
   * Writes down what to do to which leads, and does it if they are few. Repeating the same request does nothing twice.
   * @throws AppError not-allowed, invalid-request, count-changed, limit-reached, idempotency-key-reused
   */
  async order(actor: PersonActor, order: BulkOrder, idempotencyKey: string | undefined): Promise<BulkAction> {
    const { leadIds, query: asked, heldBy, expectedCount, seenAt, ...details } = order;
    const query = asked && withOwnId(actor, asked, 'body');
    requirePermission(actor, 'readLeads');
    requireAction(actor, details);
    const at = this.clock.now();
    const scope = leadScopeOf(actor, at);
    const made = { door: 'bulk-action', idempotencyKey, body: order, newId: newId(), at } as const;
    const { id, total } = await inOrganization(this.db, actor, async (tx) => {
      const knownId = await recallRequest(tx, actor, made);
      if (knownId !== undefined) return { id: knownId, total: 0 };
      await requirePeople(tx, actor, details);
      const chosen = await chooseLeads(tx, scope, { leadIds, query, heldBy, expectedCount, seenAt });
      await requireRoomToday(tx, actor.organizationId, chosen.total, at);
      return this.write(tx, actor, { id: made.newId, details, undoes: null, at, query, heldBy }, chosen);
    });
    return this.begin(actor, id, total);
  }

  /**
   * Undoes what a bulk action really changed, as a bulk action of its own.
   * @throws AppError not-found, action-not-possible, limit-reached
   */
  async undo(actor: PersonActor, undoneId: string): Promise<BulkAction> {
    const at = this.clock.now();
    const { id, total } = await inOrganization(this.db, actor, async (tx) => {
      const undone = await requireOwn(await repo.lockOwn(tx, actor, undoneId));
      const undo = planUndo(undoFactsOf(undone), at);
      if ('refusal' in undo) throw new AppError('action-not-possible', undo.refusal);
      const { organizationId } = actor;
      const total = await leadsRepo.countChangedLeads(tx, organizationId, undoneId);
      return this.write(
        tx,
        actor,
        { id: newId(), details: undo.with, undoes: undoneId, at },
        { total, write: (id) => leadsRepo.insertChangedLeads(tx, organizationId, id, undoneId) },
      );
    });
    return this.begin(actor, id, total);
  }

  /** @throws AppError not-found */
  async get(actor: PersonActor, id: string): Promise<BulkAction> {
    const row = await inOrganization(this.db, actor, (tx) => repo.findOwn(tx, actor, id));
    return presentBulkAction(requireOwn(row), this.clock.now());
  }

  /** The person's latest ones, newest first. */
  async list(actor: PersonActor): Promise<BulkAction[]> {
    const rows = await inOrganization(this.db, actor, (tx) => repo.listOwn(tx, actor, mostListed));
    return rows.map((row) => presentBulkAction(row, this.clock.now()));
  }

  /** Touches no further lead from here on. @throws AppError not-found, action-not-possible */
  async cancel(actor: PersonActor, id: string): Promise<BulkAction> {
    await inOrganization(this.db, actor, async (tx) => {
      const action = requireOwn(await repo.lockOwn(tx, actor, id));
      if (action.state === 'cancelled') return;
      if (isOver(action.state)) throw new AppError('action-not-possible', sentence('over'));
      await repo.endEarly(tx, action, 'cancelled', this.clock.now());
    });
    return this.get(actor, id);
  }

  /** The leads that were left alone, page by page. @throws AppError not-found, invalid-cursor */
  async refusals(
    actor: PersonActor,
    id: string,
    { cursor, limit }: BulkRefusalQuery,
  ): Promise<BulkRefusalPage> {
    const after = readPlace(cursor);
    const rows = await this.report(actor, id, { after, limit: limit + 1, refusedOnly: true });
    const shown = rows.slice(0, limit);
    await this.recordRefusals(actor, id, shown);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => presentRefusal(row, actor.language)),
      nextCursor: rows.length > limit && last ? String(last.place) : null,
    };
  }

  /**
   * What became of each lead, as CSV. Whose leads they are is in it for those who may export leads, as in an export.
   * @throws AppError not-found
   */
  async openReport(actor: PersonActor, id: string): Promise<CsvDownload> {
    const { action, createdAt, total } = await this.get(actor, id);
    await inOrganization(this.db, actor, (tx) =>
      recordAccess(tx, actor, {
        action: 'lead.export',
        leadIds: [],
        detail: `report of bulk ${action}: ${countedLeads(total)}`,
        facts: { bulkActionId: id, rows: total, named: hasPermission(actor, 'exportLeads') },
        at: this.clock.now(),
      }),
    );
    return {
      fileName: `leadlight-${action}-${createdAt.slice(0, 10)}-report.csv`,
      body: Readable.from(this.reportLines(actor, id), { objectMode: false }),
    };
  }

  private async *reportLines(actor: PersonActor, id: string): AsyncGenerator<string> {
    yield utf8Mark + csvLine(reportHeader(actor.language));
    for (let after = 0; ; ) {
      const rows = await this.report(
        actor,
        id,
        { after, limit: rowsPerRead, refusedOnly: false },
        'exportLeads',
      );
      if (rows.length > 0) yield rows.map((row) => csvLine(reportCells(row, actor.language))).join('');
      const last = rows.at(-1);
      if (rows.length < rowsPerRead || !last) return;
      after = last.place;
    }
  }

  /** Leads whose customers are named were read (ID-7). */
  private recordRefusals(actor: PersonActor, id: string, shown: readonly leadsRepo.ReportedLead[]) {
    const leadIds = shown.filter((row) => row.customer_name !== null).map((row) => row.lead_id);
    const facts = { bulkActionId: id, rows: shown.length };
    return inOrganization(this.db, actor, (tx) =>
      recordRead(tx, actor, { action: 'lead.list', leadIds, facts, at: this.clock.now() }),
    );
  }

  /** @param naming who may read the names of customers, besides seeing the leads */
  private report(
    actor: PersonActor,
    id: string,
    page: Omit<leadsRepo.ReportPage, 'organizationId'>,
    naming: 'readLeads' | 'exportLeads' = 'readLeads',
  ) {
    return inOrganization(this.db, actor, async (tx) => {
      requireOwn(await repo.findOwn(tx, actor, id));
      const isNamed = hasPermission(actor, 'readLeads') && hasPermission(actor, naming);
      const scope = isNamed ? leadScopeOf(actor, this.clock.now()) : undefined;
      const { organizationId } = actor;
      return leadsRepo.listReported(tx, scope, id, { organizationId, ...page });
    });
  }

  /** Whether there is room is asked first: what is refused writes no lead. */
  private async write(
    tx: Transaction,
    actor: PersonActor,
    order: Pick<repo.NewBulkAction, 'id' | 'details' | 'undoes' | 'at'> &
      Partial<Pick<Which, 'query' | 'heldBy'>>,
    { total, write }: Chosen,
  ): Promise<{ id: string; total: number }> {
    const { organizationId, personId } = actor;
    const { id, details, undoes, at, query, heldBy } = order;
    requireTeamPlaces(details, total);
    if (total > mostAtOnce) await requireRoom(tx, organizationId);
    await repo.insertAction(tx, {
      ...{ organizationId, personId, id, action: details.action },
      ...{ details, undoes, total, at },
    });
    await write(id);
    const detail = `bulk ${details.action}: ${countedLeads(total)}`;
    const { search, ...filter } = query ?? {};
    const facts = {
      bulkActionId: id,
      leads: total,
      // A search may be someone's name or address, so only the fact that there was one is kept.
      ...(query && { filter: recordedFilter(filter), searched: search !== undefined }),
      ...(heldBy !== undefined && { heldBy }),
      ...(undoes !== null && { undoes }),
    };
    await recordAccess(tx, actor, { action: 'lead.change', leadIds: [], detail, facts, at });
    const place = { organizationId, personId, bulkActionId: id };
    const runAt = new Date(at.getTime() + rescueMilliseconds);
    if (total > 0)
      await performBulkAction.enqueue(tx, place, {
        key: keyOf(place),
        ...(total > mostAtOnce ? {} : { runAt }),
      });
    return { id, total };
  }

  private async begin(actor: PersonActor, id: string, total: number): Promise<BulkAction> {
    const { organizationId, personId } = actor;
    if (total > 0 && total <= mostAtOnce)
      await this.work.workAtOnce({ organizationId, personId, bulkActionId: id }, mostWaitMilliseconds);
    return this.get(actor, id);
  }
}

/** @throws AppError not-allowed */
function requireAction(actor: PersonActor, details: BulkDetails): void {
  if (details.action === 'report-spam') requirePermission(actor, 'reportSpam');
  if (changesLeads(details) && !mayDo(actor, details.action))
    throw notAllowed(rolesFor(details.action, actor.organizationKind), actor);
}

/** @throws AppError invalid-request */
async function requirePeople(tx: Transaction, actor: PersonActor, details: BulkDetails): Promise<void> {
  if (details.action === 'accept') await requireColleagues(tx, actor, details.teamMemberIds);
  if (details.action === 'assign' && details.personIds !== null)
    await requireColleagues(tx, actor, details.personIds, 'body.personIds');
}

/** What belongs to someone else answers like what does not exist (ID-3). */
function requireOwn(row: repo.BulkActionRow | undefined): repo.BulkActionRow {
  if (!row) throw notFound(sentence('none'));
  return row;
}

/** @throws AppError limit-reached */
async function requireRoom(tx: Transaction, organizationId: string): Promise<void> {
  await repo.waitForOtherOrders(tx, organizationId);
  if ((await repo.countOpen(tx, organizationId, mostAtOnce)) < mostOpen) return;
  throw new AppError('limit-reached', sentence('tooManyOpen', { most: mostOpen }));
}

/** @throws AppError limit-reached */
async function requireRoomToday(
  tx: Transaction,
  organizationId: string,
  total: number,
  at: Date,
): Promise<void> {
  const ordered = await repo.countOrdered(tx, organizationId, new Date(at.getTime() - 86_400_000));
  if (ordered + total > mostInADay)
    throw new AppError('limit-reached', sentence('tooManyInADay', { most: mostInADay }));
}

/** @throws AppError limit-reached */
function requireTeamPlaces(details: BulkDetails, leads: number): void {
  if (details.action !== 'accept') return;
  const people = details.teamMemberIds.length;
  if (leads * people > mostTeamPlaces)
    throw new AppError(
      'limit-reached',
      sentence('tooManyTeamPlaces', { leads, people, most: mostTeamPlaces }),
    );
}

/** The leads of an order: how many, and how they are written down. */
interface Chosen {
  readonly total: number;
  readonly write: (bulkActionId: string) => Promise<unknown>;
}

/** @throws AppError count-changed, limit-reached */
async function chooseLeads(
  tx: Transaction,
  scope: LeadScope,
  { leadIds = [], query, heldBy, expectedCount = 0, seenAt }: Which,
): Promise<Chosen> {
  if (query === undefined && heldBy === undefined)
    return {
      total: leadIds.length,
      write: (id) => leadsRepo.insertNamedLeads(tx, scope, id, leadIds),
    };
  const at = scope.now.getTime();
  const leads = await meant(tx, scope, { query, heldBy });
  const seen = { leads, seenAt: new Date(Math.min(Date.parse(seenAt ?? '') || at, at)) };
  const requireExpected = async (count: number) => {
    if (count > mostBulkLeads)
      throw new AppError('limit-reached', sentence('tooManyLeads', { most: mostBulkLeads }));
    if (count === expectedCount) return;
    const receivedSince = await leadsRepo.countReceivedSince(seen);
    const current = { expectedCount, count, receivedSince, countedAt: seen.seenAt.toISOString() };
    throw new AppError('count-changed', sentence('countChanged', { expected: expectedCount, count }), {
      current: current satisfies ChangedCount,
    });
  };
  const limit = mostBulkLeads + 1;
  await requireExpected(await leadsRepo.countMeantLeads(tx, seen, limit));
  return {
    total: expectedCount,
    // Someone may have answered a lead between the two statements.
    write: async (id) => requireExpected(await leadsRepo.insertMeantLeads(tx, scope, id, { ...seen, limit })),
  };
}

async function meant(
  tx: Transaction,
  scope: LeadScope,
  { query, heldBy }: Pick<Which, 'query' | 'heldBy'>,
): Promise<leadsRepo.MeantLeads> {
  if (query === undefined) return selectHeld(tx, scope, heldBy ?? '');
  return selectLeads(tx, scope, (await look(tx, scope, query)).conditions);
}

/** @throws AppError invalid-cursor */
function readPlace(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,7}$/.test(cursor)) throw foreignCursor();
  return Number(cursor);
}
