import type {
  ImportChange,
  ImportRowPage,
  ImportRowsQuery,
  ImportUploadQuery,
  LeadImport,
} from '../../../contract/imports/imports.ts';
import { importKeptDays } from '../../../contract/imports/lists.ts';
import type { TextEncoding } from '../../engines/table-files/index.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  type Db,
  inOrganization,
  readInOrganization,
  type Transaction,
} from '../../platform/database/database.ts';
import { AppError, foreignCursor, notFound } from '../../platform/errors.ts';
import { longestArrivalMilliseconds } from '../../platform/http/slow-bodies.ts';
import { newId } from '../../platform/ids.ts';
import type { StoredFiles } from '../../platform/stored-files/index.ts';
import { recordAccess, recordRead } from '../audit/index.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { presentImport, presentRow } from './imports.presenter.ts';
import {
  defaultMatch,
  headersKey,
  inspectImport,
  rememberedIn,
  shapeWishes,
  withColumns,
  withMeanings,
} from './inspect-import.ts';
import { receiveFile, type SentFile } from './receive-file.ts';
import { sentence } from './records/catalogue.ts';
import * as rowsRepo from './records/import-rows.repo.ts';
import { importFileKind, openFile } from './records/import-source.ts';
import { checkImport, type ImportPlace, keyOf, undoImport, writeImport } from './records/imports.jobs.ts';
import * as repo from './records/imports.repo.ts';
import {
  type ImportReading,
  type ImportStep,
  mayStep,
  mostAtWork,
  mostKeptBytes,
} from './records/imports.rules.ts';

const mostListed = 50;

/** Imports of leads from files: brought, looked through, written, taken back (EX-2). */
export class ImportsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Keeps a file and begins its dry run. Nothing is kept of a file that is no table.
   * @throws AppError not-allowed, limit-reached, body-too-large, invalid-request with the place in the file
   */
  async bring(
    actor: PersonActor,
    sent: SentFile,
    query: ImportUploadQuery,
    language: string,
  ): Promise<LeadImport> {
    requirePermission(actor, 'importLeads');
    const at = this.clock.now();
    const importId = newId();
    const fileId = newId();
    const key = { organizationId: actor.organizationId, id: fileId };
    const fileName = query.name || String(sentence('name'));
    await inOrganization(this.db, actor, async (tx) => {
      await this.requireRoomForFile(tx, actor, at);
      await this.files.create(tx, {
        ...key,
        personId: actor.personId,
        kind: importFileKind,
        name: fileName,
        contentType: sent.contentType,
        at,
        expiresAt: new Date(at.getTime() + importKeptDays * 86_400_000),
      });
    });
    try {
      const { encoding, bytes } = await receiveFile(this.db, this.files, key, { ...sent, clock: this.clock });
      const reading = await this.inspect(actor, fileId, encoding);
      await inOrganization(this.db, actor, async (tx) => {
        await repo.waitForOtherImports(tx, actor.organizationId);
        await requireRoom(tx, actor, 0);
        const settings = {
          matchBy: query.matchBy ?? defaultMatch(reading),
          startState: 'Accepted' as const,
          currency: 'EUR',
          notify: false,
        };
        const { organizationId, personId } = actor;
        const brought = {
          organizationId,
          personId,
          importId,
          fileId,
          fileName,
          fileBytes: bytes,
          reading,
          settings,
          at,
        };
        await repo.insertImport(tx, brought);
        await this.orderCheck(tx, actor, importId, 1);
        await this.record(tx, actor, importId, 'import: dry run');
      });
    } catch (error) {
      await inOrganization(this.db, actor, (tx) => this.files.remove(tx, key));
      throw error;
    }
    return this.get(actor, importId, language);
  }

  /** @throws AppError not-allowed, not-found */
  async get(actor: PersonActor, importId: string, language: string): Promise<LeadImport> {
    requirePermission(actor, 'importLeads');
    const row = await readInOrganization(this.db, actor, (tx) =>
      repo.findImport(tx, keyFor(actor, importId)),
    );
    return presentImport(requireFound(row), this.clock.now(), language);
  }

  /** The organization’s latest imports, newest first. */
  async list(actor: PersonActor, language: string): Promise<LeadImport[]> {
    requirePermission(actor, 'importLeads');
    const rows = await readInOrganization(this.db, actor, (tx) =>
      repo.listImports(tx, actor.organizationId, mostListed),
    );
    return rows.map((row) => presentImport(row, this.clock.now(), language));
  }

  /** Rows of the file with what happens to each, page by page. @throws AppError not-found, invalid-cursor */
  async rows(
    actor: PersonActor,
    importId: string,
    { outcome, result, cursor, limit }: ImportRowsQuery,
    language: string,
  ): Promise<ImportRowPage> {
    requirePermission(actor, 'importLeads');
    const after = readPlace(cursor);
    const rows = await readInOrganization(this.db, actor, async (tx) => {
      requireFound(await repo.findImport(tx, keyFor(actor, importId)));
      const page = { outcome, result, after, limit: limit + 1 };
      const found = await rowsRepo.listRows(tx, keyFor(actor, importId), page);
      const leadIds = found.slice(0, limit).flatMap(({ lead_id: id }) => id ?? []);
      await recordRead(tx, actor, {
        action: 'lead.list',
        leadIds,
        facts: { importId },
        at: this.clock.now(),
      });
      return found;
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => presentRow(row, language)),
      nextCursor: rows.length > limit && last ? String(last.number) : null,
    };
  }

  /**
   * Reads the file in another way, or fills other fields: the dry run starts over.
   * @throws AppError not-found, action-not-possible, invalid-request
   */
  async change(
    actor: PersonActor,
    importId: string,
    change: ImportChange,
    language: string,
  ): Promise<LeadImport> {
    const before = await this.findFor(actor, importId, 'change');
    const wishes = shapeWishes(before.reading, change);
    const reread = wishes
      ? await this.inspect(actor, before.file_id, before.reading.found ?? undefined, wishes)
      : before.reading;
    const { dateOrder, decimalSign, columns, matchBy, startState, currency, notify } = change;
    const signs = { ...(dateOrder && { dateOrder }), ...(decimalSign && { decimalSign }) };
    const { meanings } = before.reading;
    const kept = { ...reread, ...signs, ...(meanings && { meanings }) };
    const reading = withMeanings(withColumns(kept, columns), change.meanings);
    await this.step(actor, importId, 'change', async (tx, record) => {
      const settings = {
        ...record.settings,
        ...(matchBy && { matchBy }),
        ...(startState && { startState }),
        ...(currency && { currency }),
        ...(notify !== undefined && { notify }),
      };
      const round = record.round + 1;
      const nothing = { checked_rows: 0, checked_place: 0, create_count: 0, update_count: 0 };
      const counts = { ...nothing, unchanged_count: 0, skip_count: 0, reject_count: 0, unknown_words: {} };
      const start = { state: 'checking' as const, checked_at: null, failures: 0, problem: null };
      await repo.updateImport(tx, keyFor(actor, importId), { ...start, ...counts, round, reading, settings });
      await this.orderCheck(tx, actor, importId, round);
    });
    return this.get(actor, importId, language);
  }

  /** Writes the leads, or goes on after a pause. @throws AppError not-found, action-not-possible */
  async run(actor: PersonActor, importId: string, language: string): Promise<LeadImport> {
    await this.step(actor, importId, 'run', async (tx, record) => {
      if (record.create_count + record.update_count === 0)
        throw new AppError('action-not-possible', sentence('nothingMapped'));
      const at = this.clock.now();
      const { headers, fields, meanings = {} } = record.reading;
      const mapping = { headers: headersKey(headers), fields, meanings, at };
      await repo.rememberMapping(tx, actor.organizationId, mapping);
      await repo.updateImport(tx, keyFor(actor, importId), {
        state: 'running',
        started_at: record.started_at ?? at,
        failures: 0,
      });
      const place = placeFor(actor, importId);
      await writeImport.enqueue(tx, place, { key: keyOf(place) });
      await this.record(tx, actor, importId, 'import: begun');
    });
    return this.get(actor, importId, language);
  }

  /** Stops after the rows that are being written. @throws AppError not-found, action-not-possible */
  async pause(actor: PersonActor, importId: string, language: string): Promise<LeadImport> {
    await this.step(actor, importId, 'pause', (tx) =>
      repo.updateImport(tx, keyFor(actor, importId), { state: 'paused' }),
    );
    return this.get(actor, importId, language);
  }

  /** Ends an import before its last row. @throws AppError not-found, action-not-possible */
  async cancel(actor: PersonActor, importId: string, language: string): Promise<LeadImport> {
    await this.step(actor, importId, 'cancel', async (tx, record) => {
      const ended_at = this.clock.now();
      await repo.updateImport(tx, keyFor(actor, importId), { state: 'cancelled', ended_at });
      if (record.file_id !== null)
        await this.files.remove(tx, { organizationId: actor.organizationId, id: record.file_id });
      await this.record(tx, actor, importId, 'import: canceled');
    });
    return this.get(actor, importId, language);
  }

  /** Takes back what nobody changed since. @throws AppError not-found, action-not-possible */
  async undo(actor: PersonActor, importId: string, language: string): Promise<LeadImport> {
    await this.step(actor, importId, 'undo', async (tx) => {
      await repo.updateImport(tx, keyFor(actor, importId), { state: 'undoing', place: 0, failures: 0 });
      const place = placeFor(actor, importId);
      await undoImport.enqueue(tx, place, { key: keyOf(place) });
      await this.record(tx, actor, importId, 'import: taken back');
    });
    return this.get(actor, importId, language);
  }

  /** @throws AppError not-allowed, not-found, action-not-possible */
  private step(
    actor: PersonActor,
    importId: string,
    step: ImportStep,
    work: (tx: Transaction, record: repo.NamedImport) => Promise<void>,
  ): Promise<void> {
    requirePermission(actor, 'importLeads');
    return inOrganization(this.db, actor, async (tx) => {
      const record = requireFound(await repo.lockImport(tx, keyFor(actor, importId)));
      this.requireStep(record, step);
      await work(tx, record);
    });
  }

  /** Files that still arrive count as imports at work. @throws AppError limit-reached */
  private async requireRoomForFile(tx: Transaction, actor: PersonActor, now: Date): Promise<void> {
    const { organizationId } = actor;
    await repo.waitForOtherImports(tx, organizationId);
    const begunAfter = new Date(now.getTime() - longestArrivalMilliseconds);
    const { bytes, arriving } = await this.files.use(
      tx,
      { organizationId, kind: importFileKind },
      begunAfter,
    );
    if (bytes >= mostKeptBytes)
      throw new AppError(
        'limit-reached',
        sentence('tooMuchKept', { most: mostKeptBytes / 1024 / 1024 / 1024 }),
      );
    await requireRoom(tx, actor, arriving);
  }

  private requireStep(record: repo.NamedImport, step: ImportStep): void {
    if (mayStep(step, record, this.clock.now())) return;
    const isLate = step === 'undo' && record.started_at !== null && record.ended_at !== null;
    throw new AppError(
      'action-not-possible',
      isLate && record.state !== 'undone'
        ? sentence('undoLate', { days: importKeptDays })
        : sentence('notNow'),
    );
  }

  private async findFor(actor: PersonActor, importId: string, step: ImportStep): Promise<repo.NamedImport> {
    requirePermission(actor, 'importLeads');
    const found = await inOrganization(this.db, actor, (tx) => repo.findImport(tx, keyFor(actor, importId)));
    const record = requireFound(found);
    this.requireStep(record, step);
    return record;
  }

  private async inspect(
    actor: PersonActor,
    fileId: string | null,
    found: TextEncoding | undefined,
    wishes = {},
  ): Promise<ImportReading> {
    const source = await openFile(this.db, this.files, actor.organizationId, fileId);
    if (!source) throw new AppError('action-not-possible', sentence('problem.fileGone'));
    return inspectImport(source, found, {
      wishes,
      remembered: (headers) =>
        inOrganization(this.db, actor, (tx) => rememberedIn(tx, actor.organizationId)(headers)),
    });
  }

  private orderCheck(tx: Transaction, actor: PersonActor, importId: string, round: number): Promise<void> {
    const place = placeFor(actor, importId);
    return checkImport.enqueue(tx, { ...place, round }, { key: keyOf(place) });
  }

  private record(tx: Transaction, actor: PersonActor, importId: string, detail: string): Promise<void> {
    const at = this.clock.now();
    return recordAccess(tx, actor, { action: 'lead.change', leadIds: [], detail, facts: { importId }, at });
  }
}

const keyFor = ({ organizationId }: PersonActor, importId: string): repo.ImportKey => ({
  organizationId,
  importId,
});

const placeFor = ({ organizationId, personId }: PersonActor, importId: string): ImportPlace => ({
  organizationId,
  importId,
  personId,
});

/** What belongs to someone else answers like what does not exist (ID-3). */
function requireFound(row: repo.NamedImport | undefined): repo.NamedImport {
  if (!row) throw notFound(sentence('none'));
  return row;
}

/** @throws AppError limit-reached */
async function requireRoom(
  tx: Transaction,
  { organizationId }: PersonActor,
  arriving: number,
): Promise<void> {
  if ((await repo.countAtWork(tx, organizationId)) + arriving < mostAtWork) return;
  throw new AppError('limit-reached', sentence('tooManyAtWork', { most: mostAtWork }));
}

/** @throws AppError invalid-cursor */
function readPlace(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw foreignCursor();
  return Number(cursor);
}
