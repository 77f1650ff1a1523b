import type { LeadState } from '../../../../contract/leads/lists.ts';
import { currencies } from '../../../../contract/money.ts';
import { readMoment } from '../../../platform/database/database.ts';
import { contactWithheld, stateAt, statusOf } from '../lead/leads.rules.ts';
import { CellCopier } from './copied-cells.ts';
import {
  type Cell,
  type ExportColumn,
  exportColumns,
  type Judged,
  leadColumn,
} from './lead-export-columns.sql.ts';

/** What the rules depend on, before the columns of the file. */
const facts = [leadColumn('status'), leadColumn('contact_allowed'), leadColumn('expires_at')];

/** Writes one column from the cells that were copied for it. */
type Write = (cells: CellCopier, judged: Judged) => void;

/** Columns of the file that are written together. */
interface Run {
  readonly kind: 'copied' | 'contact' | 'moment' | 'money' | 'judged';
  readonly columns: readonly ExportColumn[];
}

/** Copying neighbors in one go is quicker than one by one. */
function runsOf(columns: readonly ExportColumn[]): Run[] {
  const runs: Run[] = [];
  for (const column of columns) {
    const kind = column.kind === 'own' || column.kind === 'text' ? 'copied' : column.kind;
    const last = runs.at(-1);
    if (last?.kind === kind && (kind === 'copied' || kind === 'contact'))
      runs[runs.length - 1] = { kind, columns: [...last.columns, column] };
    else runs.push({ kind, columns: [column] });
  }
  return runs;
}

function writerOf({ kind, columns }: Run): Write {
  const count = columns.length;
  const empty = ','.repeat(count - 1);
  const [first] = columns;
  if (first?.kind === 'judged') return (cells, judged) => cells.write(judged[first.of] ?? '');
  if (kind === 'money')
    return (cells) => cells.write(majorUnits(cells.readCells(1) || null, cells.readCells(1) || null) ?? '');
  if (kind === 'moment') return (cells) => cells.copyMoment();
  if (kind === 'copied') return (cells) => cells.copyCells(count);
  return (cells, judged) => {
    if (judged.withheld === null) return cells.copyCells(count);
    cells.skipCells(count);
    cells.write(empty);
  };
}

const writers = runsOf(exportColumns).map(writerOf);

/** What people wrote is always in quotes: some spreadsheets also split lines at semicolons. */
function selectedFor(column: ExportColumn) {
  const inQuotes = column.kind === 'text' || column.kind === 'contact';
  if (column.kind === 'judged') return [];
  const values = column.kind === 'money' ? [column.value, column.currency] : [column.value];
  return values.map((value) => ({ value, inQuotes }));
}

const selected = [
  ...facts.map((value) => ({ value, inQuotes: false })),
  ...exportColumns.flatMap(selectedFor),
].map((one, at) => ({ ...one, name: `c${at}` }));

/** What to select from each lead, in the order that {@link ExportLines} expects. */
export const exportSelectList = selected.map(({ value, name }) => value.as(name));

/** The names of the selected columns that PostgreSQL puts in quotes. */
export const exportQuoted = selected.flatMap(({ inQuotes, name }) => (inQuotes ? [name] : []));

/** Turns what PostgreSQL copies out into lines of the file. */
export class ExportLines {
  /** How many lines there were so far. */
  rows = 0;
  private readonly cells = new CellCopier();
  private readonly judge: (known: string) => Judged;
  /** The beginning of a line whose end is still to come. */
  private rest: Buffer = Buffer.alloc(0);

  constructor(now: Date) {
    this.judge = judgeAt(now);
  }

  /** The lines that end in this part, which may be cut anywhere. */
  write(part: Buffer): Buffer {
    const { cells } = this;
    cells.begin(this.rest.length === 0 ? part : Buffer.concat([this.rest, part]));
    while (cells.beginLine()) {
      this.writeLine();
      if (cells.isCut) break;
      this.rows++;
    }
    this.rest = cells.takeBack();
    return cells.end();
  }

  private writeLine(): void {
    const { cells } = this;
    const known = cells.readCells(facts.length);
    if (cells.isCut) return;
    const judged = this.judge(known);
    for (let at = 0; at < writers.length; at++) {
      if (at > 0) cells.writeComma();
      writers[at]?.(cells, judged);
    }
    cells.write('\r\n');
  }
}

/** Most leads are like an earlier one, whose result is reused. */
function judgeAt(now: Date): (known: string) => Judged {
  const results = new Map<string, Judged>();
  // As PostgreSQL writes moments, so that comparing text compares moments: a fraction has no trailing zeros.
  const nowText = now.toISOString().replace('T', ' ').replace('Z', '+00');
  return (known) => {
    const end = known.lastIndexOf(',');
    const expiresAt = known.slice(end + 1);
    const others = known.slice(0, end);
    const key = expiresAt !== '' && expiresAt <= nowText ? `${others},over` : others;
    const judged = results.get(key) ?? judge(known.split(','), now);
    results.set(key, judged);
    return judged;
  };
}

function judge([state = '', allowed, expiresAt = '']: readonly string[], now: Date): Judged {
  const known = {
    status: (state || null) as LeadState | null,
    // `readMoment` is also for what the driver reads, whose types are unknown.
    expiresAt: expiresAt === '' ? null : (readMoment(expiresAt) as Date),
    availableUntil: null,
    contactAllowed: allowed === 't',
  };
  return { ...statusOf(stateAt(known, now)), withheld: contactWithheld(known, now) };
}

/** Minor units as a decimal number, exactly: `1250050` cents are `12500.50`. */
export function majorUnits(minor: Cell, currency: Cell): Cell {
  if (minor === null || currency === null) return null;
  const digits = currencies[currency] ?? 2;
  if (digits === 0) return minor;
  const padded = minor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
