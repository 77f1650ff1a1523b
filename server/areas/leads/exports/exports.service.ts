import { Readable } from 'node:stream';
import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import type { Download } from '../../../platform/http/download.ts';
import { newId } from '../../../platform/ids.ts';
import { StoredFiles } from '../../../platform/stored-files/index.ts';
import { countedLeads, recordAccess } from '../../audit/index.ts';
import { type PersonActor, recallRequest, requirePermission } from '../../identity/index.ts';
import { contentTypes } from '../list/lead-export-file.ts';
import { sentence } from './catalogue.ts';
import type { ExportNews } from './export-news.ts';
import { makeExport } from './exports.jobs.ts';
import { presentExport } from './exports.presenter.ts';
import * as repo from './exports.repo.ts';
import { expiryOf, isOver, mostKept, mostOpen } from './exports.rules.ts';

/** Orders exports that are made in the background, and hands out their files (EX-1). */
export class ExportsService {
  private readonly files: StoredFiles;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly news: ExportNews,
  ) {
    this.files = new StoredFiles(db);
  }

  /**
   * Writes down what to export, and has it made; a repeated request orders nothing more.
   * @throws AppError not-allowed, limit-reached, idempotency-key-reused; not-found when what it ordered is gone
   */
  async order(
    actor: PersonActor,
    query: LeadExportQuery,
    idempotencyKey: string | undefined,
  ): Promise<BackgroundExport> {
    requirePermission(actor, 'exportLeads');
    const { organizationId, personId } = actor;
    const [made, at] = [newId(), this.clock.now()];
    const request = { door: 'export', idempotencyKey, body: query, newId: made, at } as const;
    const id = await inOrganization(this.db, actor, async (tx) => {
      const known = await recallRequest(tx, actor, request);
      if (known !== undefined) return known;
      await requireRoom(tx, actor, at);
      const order = { organizationId, personId, id: made, query, at, expiresAt: expiryOf(at) };
      await repo.insertExport(tx, order);
      await makeExport.enqueue(tx, { organizationId, personId, exportId: made }, { key: `export ${made}` });
      return made;
    });
    return this.get(actor, id);
  }

  /** @throws AppError not-found */
  async get(actor: PersonActor, id: string): Promise<BackgroundExport> {
    const row = await inOrganization(this.db, actor, (tx) => repo.findOwn(tx, actor, id, this.clock.now()));
    return presentExport(requireOwn(row));
  }

  /** The person's exports, newest first. */
  async list(actor: PersonActor): Promise<BackgroundExport[]> {
    const rows = await inOrganization(this.db, actor, (tx) => repo.listOwn(tx, actor, this.clock.now()));
    return rows.map(presentExport);
  }

  /** Keeps nothing of the file; whoever writes it stops at its next part. @throws AppError not-found, action-not-possible */
  async cancel(actor: PersonActor, id: string): Promise<BackgroundExport> {
    await this.change(actor, id, async (tx, row) => {
      if (row.state === 'cancelled') return;
      if (isOver(row.state)) throw new AppError('action-not-possible', sentence('over'));
      await this.removeFile(tx, row);
      await repo.endExport(tx, row, { state: 'cancelled', ended_at: this.clock.now(), file_id: null });
    });
    return this.get(actor, id);
  }

  /** Deletes it with its file, whether or not it has ended. @throws AppError not-found */
  async delete(actor: PersonActor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, row) => {
      await this.removeFile(tx, row);
      await repo.deleteExport(tx, row);
    });
  }

  /**
   * The file, for whoever asked for it and may still export; that they take it is recorded (ID-7).
   * @throws AppError not-allowed, not-found, action-not-possible
   */
  async open(actor: PersonActor, id: string): Promise<Download> {
    requirePermission(actor, 'exportLeads');
    const at = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const row = requireOwn(await repo.findOwn(tx, actor, id, at));
      const key = { organizationId: actor.organizationId, id: row.file_id ?? '' };
      const file = row.state === 'done' ? await this.files.find(tx, key, at) : undefined;
      if (!file?.completed_at) throw new AppError('action-not-possible', sentence('notReady'));
      await recordAccess(tx, actor, {
        action: 'lead.export',
        leadIds: [],
        detail: `download of an export: ${countedLeads(row.rows ?? 0)}, ${row.format.toUpperCase()}`,
        facts: { exportId: id, rows: row.rows, format: row.format },
        at,
      });
      const { organizationId, personId } = actor;
      await this.news.forget(tx, { organizationId, personId, exportId: id });
      return {
        fileName: file.name,
        contentType: contentTypes[row.format],
        bytes: file.size_bytes,
        body: Readable.from(this.files.read(key), { objectMode: false }),
      };
    });
  }

  private change(
    actor: PersonActor,
    id: string,
    work: (tx: Transaction, row: repo.ExportRow) => Promise<void>,
  ): Promise<void> {
    return inOrganization(this.db, actor, async (tx) =>
      work(tx, requireOwn(await repo.lockOwn(tx, actor, id, this.clock.now()))),
    );
  }

  private async removeFile(tx: Transaction, row: repo.ExportRow): Promise<void> {
    if (row.file_id === null) return;
    await this.files.remove(tx, { organizationId: row.organization_id, id: row.file_id });
  }
}

/** What belongs to someone else answers like what does not exist (ID-3). */
function requireOwn(row: repo.ExportRow | undefined): repo.ExportRow {
  if (!row) throw notFound(sentence('none'));
  return row;
}

/** @throws AppError limit-reached */
async function requireRoom(tx: Transaction, whose: repo.Whose, now: Date): Promise<void> {
  await repo.waitForOtherOrders(tx, whose);
  const rows = await repo.listOwn(tx, whose, now);
  if (rows.filter(({ state }) => !isOver(state)).length >= mostOpen)
    throw new AppError('limit-reached', sentence('tooManyOpen', { most: mostOpen }));
  if (rows.length >= mostKept)
    throw new AppError('limit-reached', sentence('tooManyKept', { most: mostKept }));
}
