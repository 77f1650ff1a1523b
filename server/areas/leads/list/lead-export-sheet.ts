import type { SheetColumn, SheetRow } from '../../../platform/xlsx/write-xlsx.ts';
import type { Cell, ExportColumn, Judged } from './lead-export-columns.sql.ts';
import { type ExportPlan, judgedFacts } from './lead-export-plan.sql.ts';
import { judgeAt, judgedWord, majorUnits } from './lead-export-values.ts';

/** The columns of the sheet: moments and days are dates (in UTC, like in CSV), amounts are numbers, all else is text. */
export function sheetColumns({ columns }: ExportPlan): SheetColumn[] {
  return columns.map((column) => ({
    header: column.title,
    kind: cellKind(column),
    width: widthOf(column),
  }));
}

function cellKind({ kind, type }: ExportColumn): SheetColumn['kind'] {
  if (kind === 'moment') return 'moment';
  if (kind === 'money') return 'number';
  return type === 'day' ? 'day' : 'text';
}

/** What most cells hold has room, and so has the header beside the button of its filter. */
function widthOf({ header, title, type, kind }: ExportColumn): number {
  const longTexts: readonly string[] = ['Message', 'Notes'];
  if (longTexts.includes(header)) return 60;
  const usual = { id: 38, moment: 20, text: 26 } as const;
  const room = type === 'id' || type === 'moment' ? usual[type] : kind === 'contact' ? usual.text : 14;
  return Math.max(room, title.length + 4);
}

/** Reads one cell; `next` is the next value that was copied out. */
type ReadCell = (next: () => Cell, judged: Judged) => Cell;

function readerOf(column: ExportColumn): ReadCell {
  if (column.kind === 'judged') return (_, judged) => judgedWord(judged[column.of], column.words);
  if (column.kind === 'money') return (next) => majorUnits(next(), next());
  if (column.kind === 'moment') return (next) => isoMoment(next());
  if (column.kind !== 'contact') return (next) => next();
  return (next, judged) => {
    const value = next();
    return judged.withheld === null ? value : null;
  };
}

/** Turns what PostgreSQL copies out of one lead into a row of the sheet. */
export function sheetRowReader({ columns }: ExportPlan, now: Date): (copied: readonly Cell[]) => SheetRow {
  const judge = judgeAt(now);
  const readers = columns.map(readerOf);
  return (copied) => {
    const [state, allowed, expiresAt] = copied;
    const judged = judge(state ?? '', allowed ?? '', expiresAt ?? '');
    let at = judgedFacts.length;
    const next = () => copied[at++] ?? null;
    return readers.map((read) => read(next, judged));
  };
}

/** `2026-11-29 10:31:21.5+00`, as a connection in UTC writes it. */
function isoMoment(copied: Cell): Cell {
  return copied?.replace(' ', 'T').replace(/\+00$/, 'Z') ?? null;
}
