import type pg from 'pg';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { exportMinutes } from '../../../platform/database/pools.ts';
import { newId } from '../../../platform/ids.ts';
import type { Logger } from '../../../platform/log.ts';
import { partBytes, StoredFiles } from '../../../platform/stored-files/index.ts';
import { findMember, hasPermission, type PersonActor } from '../../identity/index.ts';
import { Pace } from '../clockwork/clockwork-pace.ts';
import { pacedStream } from '../clockwork/paced-stream.ts';
import { timeRead } from '../clockwork/time-read.ts';
import { contentTypes, type LeadExport, openExport } from '../list/lead-export-file.ts';
import type { ExportNews, ExportPlace } from './export-news.ts';
import * as repo from './exports.repo.ts';
import { expiryOf, fileKind, isOver, mostFailures, mostFileBytes } from './exports.rules.ts';

/** An export whose file is written now. */
interface Begun {
  readonly actor: PersonActor;
  readonly row: repo.ExportRow;
  readonly fileId: string;
}

/** Whoever follows the progress, or cancels, waits no longer than this for the next part. */
const partMilliseconds = 1500;
/** Nobody waits for the file: where people notice it, it may take three times as long. */
const longestRest = 2;
/** How long a read takes usually is the middle of that many. */
const calmReads = 5;

/**
 * Makes the files of exports, part by part. Nobody sees a file before it is complete: one that was interrupted starts
 * over, in a file of its own, and what was written before is removed.
 */
export class ExportWork {
  private readonly files: StoredFiles;

  /** @param pool for the connection that an export reads from */
  constructor(
    private readonly db: Db,
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly news: ExportNews,
  ) {
    this.files = new StoredFiles(db);
  }

  /** Makes the file from its beginning, in the name of the person, with the roles that they have now (ID-1, ID-2). */
  async make(place: ExportPlace): Promise<void> {
    const begun = await this.begin(place);
    if (!begun) return;
    const client = await this.pool.connect();
    let isWhole = false;
    try {
      const opened = await openExport(client, {
        ...{ db: this.db, actor: begun.actor, query: begun.row.query, now: this.clock.now() },
        limitMilliseconds: exportMinutes * 60_000,
      });
      try {
        isWhole = await this.write(place, begun, opened);
      } finally {
        opened.body.destroy();
      }
    } catch (error) {
      if (!(await this.noteFailure(place, error))) throw error;
    } finally {
      // A connection that was left in the middle is not worth mending.
      client.release(!isWhole);
    }
  }

  /** Deletes exports whose time is over. */
  async forget(): Promise<void> {
    await repo.unscopedForgetExports(this.db, this.clock.now());
  }

  /** undefined: it has ended, was deleted, or the person may not export any longer. */
  private begin(place: ExportPlace): Promise<Begun | undefined> {
    return inOrganization(this.db, place, async (tx) => {
      const now = this.clock.now();
      const row = await repo.lockOwn(tx, place, place.exportId, now);
      if (!row || isOver(row.state)) return undefined;
      const { organizationId } = place;
      if (row.file_id !== null) await this.files.remove(tx, { organizationId, id: row.file_id });
      const actor = await findMember(tx, place, row.id);
      if (!actor || !hasPermission(actor, 'exportLeads')) {
        await repo.endExport(tx, row, {
          ...{ state: 'failed', failure: 'not-allowed', ended_at: now, file_id: null },
        });
        return undefined;
      }
      const expiresAt = expiryOf(now);
      const restarts = row.restarts + (row.state === 'running' ? 1 : 0);
      const started = {
        state: 'running',
        started_at: row.started_at ?? now,
        rows_done: 0,
        restarts,
      } as const;
      await repo.changeExport(tx, row, { ...started, expires_at: expiresAt, file_id: null });
      return { actor, row: { ...row, expires_at: expiresAt }, fileId: newId() };
    });
  }

  /** @returns whether the file is whole; false: nobody wants it any longer */
  private async write(place: ExportPlace, begun: Begun, opened: LeadExport): Promise<boolean> {
    await this.createFile(place, begun, opened);
    const pace = await this.startPace(place);
    let kept: Buffer[] = [];
    let keptBytes = 0;
    let bytes = 0;
    let partBegun = performance.now();
    for await (const piece of pacedStream(opened.body, pace, () => timeRead(this.db, place))) {
      kept.push(piece);
      keptBytes += piece.length;
      if (keptBytes < partBytes && performance.now() - partBegun < partMilliseconds) continue;
      bytes += keptBytes;
      if (bytes > mostFileBytes) return this.fail(place, 'too-large');
      if (!(await this.append(place, begun, Buffer.concat(kept), opened.written()))) return false;
      kept = [];
      keptBytes = 0;
      partBegun = performance.now();
    }
    return this.complete(place, begun, Buffer.concat(kept), opened);
  }

  private async startPace(place: ExportPlace): Promise<Pace> {
    const pace = new Pace(1, undefined, longestRest);
    for (let read = 0; read < calmReads; read++) pace.noteCalmRead(await timeRead(this.db, place));
    return pace;
  }

  private async createFile(place: ExportPlace, { row, fileId }: Begun, opened: LeadExport): Promise<void> {
    const { organizationId, personId } = place;
    await inOrganization(this.db, place, async (tx) => {
      const now = this.clock.now();
      const current = await repo.lockOwn(tx, place, place.exportId, now);
      if (current?.state !== 'running') return;
      // Whoever wrote it before stops, because it is no longer their file that is wanted.
      if (current.file_id !== null) await this.files.remove(tx, { organizationId, id: current.file_id });
      await this.files.create(tx, {
        ...{ organizationId, personId, id: fileId, kind: fileKind, name: opened.fileName, at: now },
        contentType: contentTypes[row.format],
        expiresAt: row.expires_at,
      });
      await repo.changeExport(tx, current, { rows: opened.rows, rows_done: 0, file_id: fileId });
    });
  }

  private append(place: ExportPlace, { fileId }: Begun, part: Buffer, rows: number): Promise<boolean> {
    const { organizationId, exportId } = place;
    return inOrganization(this.db, place, async (tx) => {
      const file = { exportId, fileId };
      if (!(await repo.noteProgress(tx, place, file, { rows_done: rows }))) return false;
      await this.files.append(tx, { organizationId, id: fileId }, part);
      return true;
    });
  }

  /** The last part, and from then on the file can be seen. */
  private complete(
    place: ExportPlace,
    { fileId }: Begun,
    last: Buffer,
    opened: LeadExport,
  ): Promise<boolean> {
    const key = { organizationId: place.organizationId, id: fileId };
    return inOrganization(this.db, place, async (tx) => {
      const now = this.clock.now();
      const file = { exportId: place.exportId, fileId };
      if (!(await repo.noteProgress(tx, place, file, { rows_done: opened.rows }))) return false;
      if (last.length > 0) await this.files.append(tx, key, last);
      await this.files.complete(tx, key, now);
      const stored = await this.files.find(tx, key, now);
      const row = await repo.lockOwn(tx, place, place.exportId, now);
      if (!row) return false;
      const done = { file_name: opened.fileName, size_bytes: stored?.size_bytes ?? 0, failures: 0 };
      await repo.endExport(tx, row, { state: 'done', ended_at: now, ...done });
      await this.news.tell(tx, place, { rows: opened.rows }, now);
      return true;
    });
  }

  /** @returns false, as there is no file */
  private async fail(place: ExportPlace, failure: 'broken' | 'too-large'): Promise<false> {
    await inOrganization(this.db, place, async (tx) => {
      const now = this.clock.now();
      const row = await repo.lockOwn(tx, place, place.exportId, now);
      if (!row || isOver(row.state)) return;
      if (row.file_id !== null)
        await this.files.remove(tx, { organizationId: place.organizationId, id: row.file_id });
      await repo.endExport(tx, row, { state: 'failed', failure, ended_at: now, file_id: null });
      await this.news.tell(tx, place, failure, now);
    });
    return false;
  }

  /** @returns true when it has failed for good, or nobody wants it any longer */
  private async noteFailure(place: ExportPlace, error: unknown): Promise<boolean> {
    const failures = await inOrganization(this.db, place, async (tx) => {
      const row = await repo.lockOwn(tx, place, place.exportId, this.clock.now());
      if (!row || isOver(row.state)) return undefined;
      await repo.changeExport(tx, row, { failures: row.failures + 1 });
      return row.failures + 1;
    });
    if (failures === undefined) return true;
    if (failures < mostFailures) return false;
    await this.fail(place, 'broken');
    this.log.error({ err: error, exportId: place.exportId }, 'an export failed');
    return true;
  }
}
