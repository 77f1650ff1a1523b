import { type RawBuilder, sql } from 'kysely';
import { recordOf } from '../../../../contract/leads/lead-filters.ts';
import type { LeadState } from '../../../../contract/leads/lists.ts';
import { currencies } from '../../../../contract/money.ts';
import { contactWithheld, stateAt, statusOf } from '../lead/leads.rules.ts';
import { defuseCells } from './csv.ts';
import {
  type Cell,
  type ExportColumn,
  exportColumns,
  type Judged,
  leadColumn,
} from './lead-export-columns.sql.ts';

type Row = readonly Cell[];
type Write = (row: Row, judged: Judged) => string;
/** The index of each value in the row. */
type Places<Name extends string> = Readonly<Record<Name, number>>;

/** Values selected by name. Rows come as arrays, and only this code deals with indexes. */
interface SelectList<Name extends string> {
  readonly selected: readonly RawBuilder<Cell>[];
  readonly placesFrom: (first: number) => Places<Name>;
}

function select<Name extends string>(values: Readonly<Record<Name, RawBuilder<Cell>>>): SelectList<Name> {
  // `Object.keys` loses the literal types.
  const names = Object.keys(values) as Name[];
  return {
    selected: names.map((name) => values[name]),
    placesFrom: (first) => recordOf(names, (name) => first + names.indexOf(name)),
  };
}

/** A piece of a line: neighbors that PostgreSQL joins, or one column that we write. */
interface Piece {
  readonly selected: readonly RawBuilder<Cell>[];
  /** @param first the index of the first of the selected values in the row */
  readonly writer: (first: number) => Write;
}

function pieceOf<Name extends string>(
  values: Readonly<Record<Name, RawBuilder<Cell>>>,
  writerAt: (places: Places<Name>) => Write,
): Piece {
  const { selected, placesFrom } = select(values);
  return { selected, writer: (first) => writerAt(placesFrom(first)) };
}

/**
 * PostgreSQL joins the columns that need no work: a row then has a dozen values rather than forty, which are half the
 * cost of an export.
 */
function piecesOf(all: readonly ExportColumn[]): Piece[] {
  const pieces: Piece[] = [];
  let run: ExportColumn[] = [];
  const endRun = () => {
    if (run.length > 0) pieces.push(joined(run));
    run = [];
  };
  for (const column of all) {
    if (run[0] && (run[0].kind === 'contact') !== (column.kind === 'contact')) endRun();
    const piece = ownPiece(column);
    if (piece) {
      endRun();
      pieces.push(piece);
    } else run.push(column);
  }
  endRun();
  return pieces;
}

/** For a column that we write; undefined: PostgreSQL can join it with its neighbors. */
function ownPiece(column: ExportColumn): Piece | undefined {
  if (column.kind === 'judged') return pieceOf({}, () => (_row, judged) => judged[column.of] ?? '');
  if (column.kind === 'money') return moneyPiece(column);
  // Writing moments is what PostgreSQL is slowest at.
  return column.kind === 'moment' ? momentPiece(column) : undefined;
}

function joined(run: readonly ExportColumn[]): Piece {
  const values = run.flatMap((column) => ('value' in column ? [asCell(column.kind, column.value)] : []));
  const empty = ','.repeat(run.length - 1);
  const isContact = run[0]?.kind === 'contact';
  const cells = sql<Cell>`concat(${sql.join(values, sql`, ',', `)})`;
  return pieceOf(
    { cells },
    (at) => (row, judged) =>
      isContact && judged.withheld !== null ? empty : defuseCells(row[at.cells] ?? ''),
  );
}

/** A cell in RFC 4180 form. */
function asCell(kind: ExportColumn['kind'], value: RawBuilder<Cell>): RawBuilder<Cell> {
  return kind === 'own' ? value : sql<Cell>`'"' || replace(${value}, '"', '""') || '"'`;
}

function momentPiece({ value }: { value: RawBuilder<Cell> }): Piece {
  return pieceOf({ value }, (at) => (row) => isoMoment(row[at.value] ?? ''));
}

/** `2026-11-29 10:31:21.5+00`, as a connection in UTC writes it, becomes `2026-11-29T10:31:21.500Z`. */
function isoMoment(text: string): string {
  if (text === '') return '';
  if (text.length === 26) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`;
}

function moneyPiece({ value, currency }: { value: RawBuilder<Cell>; currency: RawBuilder<Cell> }): Piece {
  return pieceOf(
    { value, currency },
    (at) => (row) => majorUnits(row[at.value] ?? null, row[at.currency] ?? null) ?? '',
  );
}

const pieces = piecesOf(exportColumns);

/** What the rules depend on, before the columns of the file. */
const facts = select({
  state: leadColumn('status'),
  expiresAt: leadColumn('expires_at'),
  allowed: leadColumn('contact_allowed'),
});
const factAt = facts.placesFrom(0);

/** What to select from each lead, in the order that {@link exportLines} expects. */
export const exportSelectList = [...facts.selected, ...pieces.flatMap(({ selected }) => selected)].map(
  (value, at) => value.as(`c${at}`),
);

const writers: readonly Write[] = pieces.map(({ writer }, index) =>
  writer(facts.selected.length + pieces.slice(0, index).flatMap(({ selected }) => selected).length),
);

/** Lines of the file from the selected values, as PostgreSQL writes them. */
export function exportLines(rows: readonly Row[], now: Date): string {
  // Joined at the end: an export would spend most of its time on strings that grow piece by piece.
  const written: string[] = [];
  const judge = judgeAt(now);
  for (const row of rows) {
    const judged = judge(row);
    for (const write of writers) written.push(write(row, judged), ',');
    written[written.length - 1] = '\r\n';
  }
  return written.join('');
}

/** Most leads are like an earlier one, whose result is reused. */
function judgeAt(now: Date): (row: Row) => Judged {
  const known = new Map<string, Judged>();
  // As PostgreSQL writes moments, so that comparing text compares moments: a fraction has no trailing zeros.
  const nowText = now.toISOString().replace('T', ' ').replace('Z', '+00');
  return (row) => {
    const expiresAt = row[factAt.expiresAt];
    const isOver = expiresAt != null && expiresAt <= nowText;
    const key = `${row[factAt.state] ?? ''} ${row[factAt.allowed]} ${isOver}`;
    const judged = known.get(key) ?? judge(row, now);
    known.set(key, judged);
    return judged;
  };
}

function judge(row: Row, now: Date): Judged {
  const expiresAt = row[factAt.expiresAt] ?? null;
  const known = {
    status: (row[factAt.state] ?? null) as LeadState | null,
    expiresAt: expiresAt === null ? null : new Date(isoMoment(expiresAt)),
    availableUntil: null,
    contactAllowed: row[factAt.allowed] === 't',
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
