import { type CellName, type ExportHeader, leadField, leadFieldNames } from './lead-fields.ts';

/** All columns of an export, by the words in its first line, in the order of the file. */
export const exportHeaders: readonly ExportHeader[] = leadFieldNames
  .flatMap((name) => Object.entries(leadField(name).exported ?? {}))
  .sort(([, one], [, other]) => one - other)
  // `Object.entries` loses the literal types.
  .map(([header]) => header as ExportHeader);

/** Columns of the list that a reader expects more of in a file than one cell shows: a mark goes with what it is about. */
const expected: Readonly<Partial<Record<CellName, readonly ExportHeader[]>>> = {
  contactName: ['ContactFirstName', 'ContactLastName'],
  emailValidity: ['Email', 'EmailValidity'],
  phoneValidity: ['Phone', 'PhoneE164', 'PhoneValidity'],
};

/**
 * The columns of a file that looks like the list on the screen, in its order. The id comes last, so that the file can be
 * read in again.
 */
export function headersAsShown(cells: readonly CellName[]): ExportHeader[] {
  return [...new Set([...cells.flatMap(headersOfCell), 'LeadId' as const])];
}

function headersOfCell(cell: CellName): readonly ExportHeader[] {
  const named = expected[cell];
  if (named) return named;
  const field = leadFieldNames.find((name) => leadField(name).cell === cell);
  const exported: Readonly<Record<string, number>> = (field && leadField(field).exported) ?? {};
  return exportHeaders.filter((header) => header in exported);
}
