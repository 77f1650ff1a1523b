import type { ImportField } from '../../../contract/imports/import-fields.ts';
import type { ImportRow, LeadImport } from '../../../contract/imports/imports.ts';
import type { Sentence } from '../../../contract/sentences.ts';
import { mostColumns, mostRows, type TableError } from '../../engines/table-files/index.ts';
import { sentence } from './records/catalogue.ts';
import type { WorkedRow } from './records/import-rows.repo.ts';
import type { NamedImport } from './records/imports.repo.ts';
import { type ImportProblem, undoableUntil } from './records/imports.rules.ts';
import type { Reason } from './rows/imported-lead.ts';
import { meaningOf } from './rows/meanings.ts';

const shownSamples = 3;

/** Where an import stands, on the wire. */
export function presentImport(row: NamedImport, now: Date, language: string): LeadImport {
  const { reading, problem } = row;
  const until = ['undoing', 'undone'].includes(row.state) ? null : undoableUntil(row);
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    createdAt: row.created_at.toISOString(),
    createdBy: row.person_name,
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    undoableUntil: until && until > now ? until.toISOString() : null,
    problem: problem && {
      message: problemSentence(problem).in(language),
      row: problem.row ?? null,
      column: problem.column ?? null,
    },
    reading: {
      format: reading.shape.format,
      encoding: reading.shape.format === 'csv' ? reading.shape.encoding : null,
      separator: reading.shape.format === 'csv' ? reading.shape.separator : null,
      sheet: reading.shape.format === 'xlsx' ? reading.shape.sheet : null,
      sheets: [...reading.sheets],
      headerRow: reading.shape.headerRow,
      dateOrder: reading.dateOrder,
      decimalSign: reading.decimalSign,
      source: reading.source,
      formulas: reading.formulas,
      externalLinks: reading.externalLinks,
    },
    columns: reading.headers.map((header, at) => ({
      column: at + 1,
      header,
      samples: (reading.samples[at] ?? []).filter((value) => value !== '').slice(0, shownSamples),
      field: reading.fields[at] ?? null,
    })),
    words: presentWords(row),
    settings: row.settings,
    checkedRows: row.checked_rows,
    summary: {
      create: row.create_count,
      update: row.update_count,
      unchanged: row.unchanged_count,
      skip: row.skip_count,
      reject: row.reject_count,
    },
    written: { created: row.created, updated: row.updated, left: row.left_alone },
    undone: ['undoing', 'undone'].includes(row.state)
      ? { removed: row.removed, restored: row.restored, kept: row.kept }
      : null,
  };
}

/** The words whose meaning is asked, the most frequent first. */
function presentWords({ unknown_words: unknown, reading }: NamedImport): LeadImport['words'] {
  return (Object.entries(unknown) as [ImportField, Record<string, number>][])
    .flatMap(([field, words]) =>
      Object.entries(words).map(([word, rows]) => {
        const meaning = meaningOf(reading.meanings ?? {}, field, word) ?? null;
        return { field, word, rows, meaning };
      }),
    )
    .sort((one, other) => other.rows - one.rows);
}

/** Why a file cannot be read, or an import failed, with the place in the file. */
export function problemSentence({ key, row, column }: ImportProblem): Sentence {
  switch (key) {
    case 'damaged':
    case 'open-quote':
    case 'row-too-long':
      return sentence(`problem.${key}`, { place: placeOf(row, column) });
    case 'too-many-columns':
      return sentence('problem.too-many-columns', { columns: mostColumns, place: placeOf(row, undefined) });
    case 'too-many-rows':
      return sentence('problem.too-many-rows', { rows: mostRows });
    default:
      return sentence(`problem.${key}`);
  }
}

function placeOf(row: number | undefined, column: number | undefined): Sentence | string {
  if (row === undefined) return '';
  return column === undefined
    ? sentence('problem.inRow', { row })
    : sentence('problem.inCell', { row, column });
}

/** The problem of a file that is no table. */
export function problemOf({ fault: key, row, column }: TableError): ImportProblem {
  return { key, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

/** A row of the file, on the wire. */
export function presentRow(row: WorkedRow, language: string): ImportRow {
  return {
    row: row.number,
    outcome: row.outcome,
    result: row.result,
    leadId: row.result === 'removed' ? null : row.lead_id,
    cells: [...row.cells],
    reasons: (row.reasons ?? []).map((reason) => ({
      column: reason.column,
      message: reasonSentence(reason).in(language),
    })),
  };
}

/** What a reason says. */
export function reasonSentence({ key, values }: Reason): Sentence {
  // Each key is stored with the values that its sentence needs: a test reads all of them.
  return (sentence as (key: string, values?: Reason['values']) => Sentence)(`reason.${key}`, values);
}
