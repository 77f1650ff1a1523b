import { type RawBuilder, sql } from 'kysely';
import type { ContactWithheldReason, LeadState } from '../../../../contract/enums.ts';
import { currencies } from '../../../../contract/money.ts';
import { contactWithheld, stateAt, statusOf } from '../lead/leads.rules.ts';
import { csvLine, defuseCells } from './csv.ts';

type Cell = string | null;

/** What the rules make of a lead at the moment of the export. */
interface Judged {
  readonly status: Cell;
  readonly outcome: Cell;
  readonly withheld: ContactWithheldReason | null;
}

/**
 * One column of the file. `own`: written by ourselves, nothing in it needs quotes; `text`: somebody else wrote it;
 * `contact`: likewise, and empty while the contact must not be shown; `judged`: what the rules say.
 */
type ExportColumn = { readonly header: string } & (
  | { readonly kind: 'own' | 'text' | 'contact' | 'moment'; readonly value: RawBuilder<Cell> }
  | { readonly kind: 'money'; readonly value: RawBuilder<Cell>; readonly currency: RawBuilder<Cell> }
  | { readonly kind: 'judged'; readonly of: keyof Judged }
);

const lead = (column: string) => sql.ref<Cell>(`lead.${column}`);
const checked = (of: string, validity: string) =>
  sql<Cell>`case when ${lead(of)} is not null then coalesce(${lead(validity)}, 'Unknown') end`;

/** All columns in their order. New ones go to the end: programs may count. */
const columns: readonly ExportColumn[] = [
  { header: 'LeadId', kind: 'own', value: lead('id') },
  { header: 'LeadCreationDateTime', kind: 'moment', value: lead('received_at') },
  { header: 'Status', kind: 'judged', of: 'status' },
  { header: 'Outcome', kind: 'judged', of: 'outcome' },
  { header: 'LeadType', kind: 'own', value: lead('lead_type') },
  { header: 'Qualification', kind: 'own', value: lead('qualification') },
  { header: 'CallToAction', kind: 'own', value: lead('call_to_action') },
  { header: 'LeadSource', kind: 'text', value: lead('lead_source') },
  { header: 'CustomerName', kind: 'text', value: lead('customer_name') },
  { header: 'Country', kind: 'text', value: lead('country') },
  { header: 'ContactFirstName', kind: 'contact', value: lead('contact_first_name') },
  { header: 'ContactLastName', kind: 'contact', value: lead('contact_last_name') },
  { header: 'ContactTitle', kind: 'contact', value: lead('contact_title') },
  { header: 'Email', kind: 'contact', value: lead('contact_email') },
  { header: 'EmailValidity', kind: 'own', value: checked('contact_email', 'email_validity') },
  { header: 'Phone', kind: 'contact', value: lead('contact_phone') },
  { header: 'PhoneValidity', kind: 'own', value: checked('contact_phone', 'phone_validity') },
  { header: 'ContactWithheld', kind: 'judged', of: 'withheld' },
  { header: 'Message', kind: 'contact', value: lead('message') },
  { header: 'LeadQuality', kind: 'own', value: lead('lead_quality') },
  { header: 'OfferId', kind: 'text', value: lead('offer_name') },
  { header: 'OfferTitle', kind: 'text', value: lead('offer_title') },
  { header: 'Location', kind: 'text', value: sql.ref<Cell>('location.name') },
  { header: 'DealName', kind: 'text', value: lead('deal_name') },
  {
    header: 'EstimatedValue',
    kind: 'money',
    value: lead('deal_value_minor'),
    currency: lead('deal_currency'),
  },
  { header: 'EstimatedValueCurrency', kind: 'own', value: lead('deal_currency') },
  { header: 'EstimatedPurchaseDate', kind: 'own', value: lead('estimated_purchase_date') },
  {
    header: 'FinalValue',
    kind: 'money',
    value: lead('final_value_minor'),
    currency: lead('final_value_currency'),
  },
  { header: 'FinalValueCurrency', kind: 'own', value: lead('final_value_currency') },
  { header: 'Notes', kind: 'text', value: lead('deal_notes') },
  { header: 'CrmId', kind: 'text', value: lead('crm_id') },
  { header: 'CampaignId', kind: 'text', value: lead('campaign_id') },
  { header: 'AcceptedDateTime', kind: 'moment', value: lead('accepted_at') },
  { header: 'ClosedDateTime', kind: 'moment', value: lead('closed_at') },
  { header: 'DeclineReason', kind: 'own', value: lead('decline_reason') },
  { header: 'LostReason', kind: 'own', value: lead('lost_reason') },
  { header: 'ErrorReason', kind: 'own', value: lead('error_reason') },
  { header: 'Test', kind: 'own', value: sql<Cell>`case when lead.is_test then 'true' else 'false' end` },
  { header: 'PhoneE164', kind: 'contact', value: lead('phone_e164') },
];

/** The first line of the file. */
export const exportHeader = csvLine(columns.map((column) => column.header));

/** What the rules look at, before the columns of the file. */
const facts = [lead('status'), lead('expires_at'), lead('contact_allowed')];

type Row = readonly Cell[];
type Write = (row: Row, judged: Judged) => string;

/** A piece of a line: neighbours that PostgreSQL puts together, or one column that is up to us. */
interface Piece {
  readonly selected: readonly RawBuilder<Cell>[];
  /** @param at where the selected values stand in the row */
  readonly writer: (at: number) => Write;
}

/**
 * Columns that need no thought are put together by PostgreSQL: a row then comes as a dozen values and not as forty,
 * which is half of what an export takes.
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

/** Of a column that is up to us; undefined: PostgreSQL can put it together with its neighbours. */
function ownPiece(column: ExportColumn): Piece | undefined {
  if (column.kind === 'judged') return judgedPiece(column.of);
  if (column.kind === 'money') return moneyPiece(column);
  // Writing moments is what PostgreSQL would take longest for.
  return column.kind === 'moment' ? momentPiece(column) : undefined;
}

function joined(run: readonly ExportColumn[]): Piece {
  const values = run.flatMap((column) => ('value' in column ? [asCell(column.kind, column.value)] : []));
  const empty = ','.repeat(run.length - 1);
  const isContact = run[0]?.kind === 'contact';
  return {
    selected: [sql<Cell>`concat(${sql.join(values, sql`, ',', `)})`],
    writer: (at) => (row, judged) =>
      isContact && judged.withheld !== null ? empty : defuseCells(row[at] ?? ''),
  };
}

/** A cell as RFC 4180 writes it. */
function asCell(kind: ExportColumn['kind'], value: RawBuilder<Cell>): RawBuilder<Cell> {
  return kind === 'own' ? value : sql<Cell>`'"' || replace(${value}, '"', '""') || '"'`;
}

function momentPiece({ value }: { value: RawBuilder<Cell> }): Piece {
  return { selected: [value], writer: (at) => (row) => isoMoment(row[at] ?? '') };
}

/** `2026-11-29 10:31:21.5+00`, as a connection in UTC writes it, as `2026-11-29T10:31:21.500Z`. */
function isoMoment(text: string): string {
  if (text === '') return '';
  if (text.length === 26) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`;
}

function judgedPiece(of: keyof Judged): Piece {
  return { selected: [], writer: () => (_row, judged) => judged[of] ?? '' };
}

function moneyPiece({ value, currency }: { value: RawBuilder<Cell>; currency: RawBuilder<Cell> }): Piece {
  return {
    selected: [value, currency],
    writer: (at) => (row) => majorUnits(row[at] ?? null, row[at + 1] ?? null) ?? '',
  };
}

const pieces = piecesOf(columns);

/** The columns as they are stored, under their names in the file: what a plain `COPY` of them would write. */
export const plainExportSelection = columns.flatMap((column) =>
  'value' in column ? [column.value.as(column.header)] : [],
);

/** What to select of each lead, in the order in which {@link exportLines} takes it. */
export const exportSelection = [...facts, ...pieces.flatMap(({ selected }) => selected)].map((value, at) =>
  value.as(`c${at}`),
);

const writers: readonly Write[] = pieces.map(({ writer }, index) =>
  writer(facts.length + pieces.slice(0, index).flatMap(({ selected }) => selected).length),
);

/** Lines of the file from what was selected, as PostgreSQL writes it. */
export function exportLines(rows: readonly Row[], now: Date): string {
  // Put together at once: strings that grow piece by piece are what an export would spend its time on.
  const written: string[] = [];
  const judge = judgeAt(now);
  for (const row of rows) {
    const judged = judge(row);
    for (const write of writers) written.push(write(row, judged), ',');
    written[written.length - 1] = '\r\n';
  }
  return written.join('');
}

/** Most leads are like one that came before. */
function judgeAt(now: Date): (row: Row) => Judged {
  const known = new Map<string, Judged>();
  // As PostgreSQL writes moments, so that text compares as they do: a fraction has no zeros at its end.
  const nowText = now.toISOString().replace('T', ' ').replace('Z', '+00');
  return (row) => {
    const [state = '', expiresAt, allowed] = row;
    const isOver = expiresAt != null && expiresAt <= nowText;
    const key = `${state} ${allowed} ${isOver}`;
    const judged = known.get(key) ?? judge(row, now);
    known.set(key, judged);
    return judged;
  };
}

function judge([state = null, expiresAt = null, allowed]: Row, now: Date): Judged {
  const known = {
    status: state as LeadState | null,
    expiresAt: expiresAt === null ? null : new Date(isoMoment(expiresAt)),
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
