import { Readable } from 'node:stream';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { CsvDownload } from '../../platform/http/csv-download.ts';
import { recordAccess } from '../audit/index.ts';
import { type PersonActor, requirePermission } from '../identity/index.ts';
import { csvLine, utf8Mark } from '../leads/index.ts';
import { reasonSentence } from './imports.presenter.ts';
import { sentence } from './records/catalogue.ts';
import { listRows, type WorkedRow } from './records/import-rows.repo.ts';
import { findImport, type ImportKey } from './records/imports.repo.ts';

const rowsPerRead = 1000;

/**
 * The rejected rows of a file, as they came, with the columns and reasons next to them: corrected, the file can be
 * imported, as its further columns fill no field.
 */
export class RejectedFile {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed, not-found */
  async open(actor: PersonActor, importId: string, language: string): Promise<CsvDownload> {
    requirePermission(actor, 'importLeads');
    const key = { organizationId: actor.organizationId, importId };
    const { headers, rejected, fileName } = await inOrganization(this.db, actor, async (tx) => {
      const found = await findImport(tx, key);
      if (!found) throw notFound(sentence('none'));
      await recordAccess(tx, actor, {
        action: 'lead.export',
        leadIds: [],
        detail: `rejected rows: ${found.reject_count}`,
        facts: { importId, rows: found.reject_count },
        at: this.clock.now(),
      });
      return { headers: found.reading.headers, rejected: found.reject_count, fileName: found.file_name };
    });
    return {
      fileName: `${asciiName(fileName)}-rejected-${rejected}-rows.csv`,
      body: Readable.from(this.lines(key, headers, language), { objectMode: false }),
    };
  }

  private async *lines(key: ImportKey, headers: readonly string[], language: string): AsyncGenerator<string> {
    const further = (['column', 'reason'] as const).map((name) => sentence(`rejected.${name}`).in(language));
    yield utf8Mark + csvLine([...headers, ...further]);
    for (let after = 0; ; ) {
      const page = { outcome: 'reject', result: undefined, after, limit: rowsPerRead } as const;
      const rows = await inOrganization(this.db, key, (tx) => listRows(tx, key, page));
      if (rows.length > 0) yield rows.map((row) => csvLine(cellsOf(row, headers.length, language))).join('');
      const last = rows.at(-1);
      if (rows.length < rowsPerRead || !last) return;
      after = last.number;
    }
  }
}

function cellsOf({ cells, reasons }: WorkedRow, width: number, language: string): string[] {
  const list = reasons ?? [];
  const columns = [...new Set(list.flatMap(({ column }) => column ?? []))];
  const said = list.map((reason) => {
    const text = reasonSentence(reason).in(language);
    return list.length > 1 && reason.column !== null ? `${reason.column}: ${text}` : text;
  });
  // A row with more cells than the header keeps its place: the last ones stay together.
  const own = Array.from({ length: width }, (_, at) => cells[at] ?? '');
  if (cells.length > width)
    own[width - 1] = cells
      .slice(width - 1)
      .join(' ')
      .trim();
  return [...own, columns.join(', '), said.join(' ')];
}

/** A name that every header of an answer can hold. */
function asciiName(name: string): string {
  const words = name
    .replace(/\.[A-Za-z]{3,4}$/, '')
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/);
  const plain = words
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 60);
  return plain === '' ? 'import' : plain;
}
