import { setImmediate as letOthers } from 'node:timers/promises';
import { type Remarks, readTable, TableError, type TableRow } from '../../../engines/table-files/index.ts';
import { inOrganization, type Transaction } from '../../../platform/database/database.ts';
import type { StoredFiles } from '../../../platform/stored-files/index.ts';
import type { ImportForm } from '../records/import-form.ts';
import * as rowsRepo from '../records/import-rows.repo.ts';
import { openFile } from '../records/import-source.ts';
import type { ImportTurns } from '../records/import-turns.ts';
import { checkImport, type ImportPlace, keyOf } from '../records/imports.jobs.ts';
import * as repo from '../records/imports.repo.ts';
import { countWords } from '../records/imports.rules.ts';
import { type JudgedRow, judgeRows, type KeyedRow, readRows } from './judge-rows.ts';

/** A dry run: an import, in whose name, and which of its rounds. */
export type CheckPlace = ImportPlace & { readonly round: number };

/** Rows that an earlier round wrote down are deleted in such pieces. */
const deletedAtOnce = 20_000;
/** Reading a file pauses after this many rows, so that answers of the database are handled. */
const rowsBetweenAnswers = 100;

/**
 * Looks through the rows of a file and writes down what each would do. Each batch is all or nothing, and the next one
 * goes on after the last row that was written down: whoever is killed loses nothing, and no row comes twice. The next
 * rows are read while the database writes those before.
 */
export class CheckWork {
  constructor(
    private readonly turns: ImportTurns,
    private readonly files: StoredFiles,
    private readonly options = { mostRows: 2000, turnMilliseconds: 30_000 },
  ) {}

  /** Works for one turn, and lines up again if there is more. */
  async workTurn(place: CheckPlace): Promise<void> {
    const record = await this.findRound(place);
    if (!record) return;
    if (record.checked_place === 0) await this.forgetEarlierRound(place);
    try {
      if (await this.workRows(place, record))
        await inOrganization(this.turns.db, place, (tx) =>
          checkImport.enqueue(tx, place, { key: keyOf(place) }),
        );
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      const { fault: key, row, column } = error;
      await this.turns.fail(place, {
        key,
        ...(row !== undefined && { row }),
        ...(column !== undefined && { column }),
      });
    }
  }

  private async findRound(place: CheckPlace): Promise<repo.ImportRecord | undefined> {
    const record = await inOrganization(this.turns.db, place, (tx) => repo.findImport(tx, place));
    return record?.state === 'checking' && record.round === place.round ? record : undefined;
  }

  private async forgetEarlierRound(place: CheckPlace): Promise<void> {
    const forget = () =>
      inOrganization(this.turns.db, place, (tx) => rowsRepo.deleteSomeRows(tx, place, deletedAtOnce));
    while ((await forget()) > 0);
  }

  private async workRows(place: CheckPlace, record: repo.ImportRecord): Promise<boolean> {
    const source = await openFile(this.turns.db, this.files, place.organizationId, record.file_id);
    if (!source) {
      await this.turns.fail(place, { key: 'fileGone' });
      return false;
    }
    const remarks: Remarks = { formulas: 0, externalLinks: record.reading.externalLinks };
    const rows = readTable(source, record.reading.shape, remarks);
    const form = this.turns.keepForm(place);
    let after = record.checked_place;
    let writing = Promise.resolve(true);
    try {
      const more = await this.turns.work(place, {
        ...this.options,
        batch: async (size) => {
          const taken = await takeRows(rows, after, size);
          const current = await form();
          if (!current) {
            await this.turns.fail(place, { key: 'lostRole' });
            return undefined;
          }
          const read = readRows(current, taken);
          if (!(await writing)) return undefined;
          const done = taken.length < size;
          writing = this.writeBatch(place, current, { rows: read, after, done, remarks });
          // Its error is the next batch’s, or that of the end.
          writing.catch(() => undefined);
          after = taken.at(-1)?.number ?? after;
          if (!done) return taken.length;
          await writing;
          return undefined;
        },
      });
      return (await writing) && more;
    } finally {
      await rows.return();
    }
  }

  /** One transaction. @returns false when somebody else goes on, or nobody should */
  private writeBatch(place: CheckPlace, form: ImportForm, batch: Batch): Promise<boolean> {
    return inOrganization(this.turns.db, form.actor, async (tx) => {
      const record = await repo.lockImport(tx, place);
      if (
        record?.state !== 'checking' ||
        record.round !== place.round ||
        record.checked_place !== batch.after
      )
        return false;
      const now = this.turns.clock.now();
      const judged = await judgeRows(tx, form, batch.rows, now);
      const staged = await markRepeated(tx, place, judged);
      await rowsRepo.insertRows(tx, place, staged);
      const { reading } = record;
      await repo.updateImport(tx, place, {
        ...countOutcomes(record, staged),
        unknown_words: countWords(
          record.unknown_words,
          batch.rows.flatMap(({ read }) => read.asked),
        ),
        failures: 0,
        checked_place: batch.rows.at(-1)?.number ?? record.checked_place,
        ...(batch.done && {
          state: 'ready',
          checked_at: now,
          reading: { ...reading, formulas: reading.formulas || batch.remarks.formulas > 0 },
        }),
      });
      return true;
    });
  }
}

interface Batch {
  readonly rows: readonly KeyedRow[];
  /** The last row before. */
  readonly after: number;
  /** There are no more rows. */
  readonly done: boolean;
  readonly remarks: Remarks;
}

async function takeRows(
  rows: AsyncGenerator<TableRow, void, undefined>,
  after: number,
  size: number,
): Promise<TableRow[]> {
  const taken: TableRow[] = [];
  while (taken.length < size) {
    const { value, done } = await rows.next();
    if (done || !value) break;
    if (value.number > after) taken.push({ number: value.number, cells: value.cells.map(storable) });
    if (value.number % rowsBetweenAnswers === 0) await letOthers();
  }
  return taken;
}

/** The database holds no NUL and no half of a pair: the reader of the row says that it cannot be read. */
function storable(cell: string): string {
  return (cell.isWellFormed() ? cell : cell.toWellFormed()).replaceAll('\0', '\ufffd');
}

/** A row that is the same lead as an earlier one of the file is left out: it would overwrite what that says. */
async function markRepeated(
  tx: Transaction,
  place: CheckPlace,
  judged: readonly JudgedRow[],
): Promise<rowsRepo.StagedRow[]> {
  const keys = judged.flatMap((row) => (row.outcome === 'reject' ? [] : (keyInFile(row) ?? [])));
  const earlier = new Map(await rowsRepo.findEarlierRows(tx, place, [...new Set(keys)]));
  return judged.map((row) => {
    const key = row.outcome === 'reject' ? null : keyInFile(row);
    const first = key === null ? undefined : earlier.get(key);
    if (key !== null && first === undefined) earlier.set(key, row.number);
    const staged = { ...stage(row), matchKey: key };
    if (first === undefined) return staged;
    return { ...staged, outcome: 'skip', reasons: [{ column: null, key: 'sameAs', values: { row: first } }] };
  });
}

const keyInFile = ({ key, organizationId }: JudgedRow) => (key === null ? null : `${organizationId} ${key}`);

function stage({ number, cells, outcome, reasons, lead, organizationId }: JudgedRow): rowsRepo.StagedRow {
  return {
    number,
    cells,
    outcome,
    matchKey: null,
    leadId: lead?.id ?? null,
    leadOrganizationId: lead ? organizationId : null,
    reasons,
    version: lead?.version ?? null,
  };
}

function countOutcomes(record: repo.ImportRecord, rows: readonly rowsRepo.StagedRow[]) {
  const count = (wanted: rowsRepo.StagedRow['outcome']) =>
    rows.filter(({ outcome }) => outcome === wanted).length;
  return {
    checked_rows: record.checked_rows + rows.length,
    create_count: record.create_count + count('create'),
    update_count: record.update_count + count('update'),
    unchanged_count: record.unchanged_count + count('unchanged'),
    skip_count: record.skip_count + count('skip'),
    reject_count: record.reject_count + count('reject'),
  };
}
