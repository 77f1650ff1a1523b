import { fallbackLanguage } from '../../../../contract/languages/languages.ts';
import { exportHeaders } from '../../../../contract/leads/export-columns.ts';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import { exportWordsIn } from './export-words/export-words.ts';
import { columnsOf, type ExportColumn, exportColumns, leadColumn } from './lead-export-columns.sql.ts';

/** What the rules depend on, selected before the columns of the file. */
export const judgedFacts = [leadColumn('status'), leadColumn('contact_allowed'), leadColumn('expires_at')];

/** What people wrote is always in quotes: some spreadsheets also split lines at semicolons. */
function selectedFor(column: ExportColumn) {
  const inQuotes = column.kind === 'text' || column.kind === 'contact';
  if (column.kind === 'judged') return [];
  const values = column.kind === 'money' ? [column.value, column.currency] : [column.value];
  return values.map((value) => ({ value, inQuotes }));
}

/** The columns of a file, and what to select from each lead for them. */
export function planExport(columns: readonly ExportColumn[]) {
  const selected = [
    ...judgedFacts.map((value) => ({ value, inQuotes: false })),
    ...columns.flatMap(selectedFor),
  ].map((one, at) => ({ ...one, name: `c${at}` }));
  return {
    columns,
    /** In the order that the writers of rows expect. */
    selectList: selected.map(({ value, name }) => value.as(name)),
    /** The names of the selected columns that PostgreSQL puts in quotes. */
    quoted: selected.flatMap(({ inQuotes, name }) => (inQuotes ? [name] : [])),
  };
}
export type ExportPlan = ReturnType<typeof planExport>;

/** The columns and the words that somebody asked for; all columns in the words of the API unless told. */
export function planAsAsked({
  columns,
  language = fallbackLanguage,
}: Partial<Pick<LeadExportQuery, 'columns' | 'language'>>): ExportPlan {
  return planExport(columnsOf(columns ?? exportHeaders, exportWordsIn(language)));
}

/** The file with all columns. */
export const wholePlan = planExport(exportColumns);
