import { type RawBuilder, sql } from 'kysely';
import { exportHeaders } from '../../../../contract/leads/export-columns.ts';
import type { LeadField } from '../../../../contract/leads/lead-field.ts';
import {
  type ExportHeader,
  type LeadFieldName,
  type LeadFieldWith,
  leadField,
  leadFieldNames,
} from '../../../../contract/leads/lead-fields.ts';
import type { ContactWithheldReason } from '../../../../contract/leads/lists.ts';
import { type ExportWords, plainExportWords, type ValueWords } from './export-words/export-words.ts';
import { storedColumn } from './lead-columns.sql.ts';

export type Cell = string | null;

/** What the rules say about a lead at the moment of the export. */
export interface Judged {
  readonly status: Cell;
  readonly outcome: Cell;
  readonly withheld: ContactWithheldReason | null;
}

/**
 * The source of a column in the file. `own`: written by ourselves, never needs quotes; `text`: written by someone else;
 * `contact`: likewise, and empty while the contact must not be shown; `judged`: what the rules say.
 */
export type ExportSource =
  | { readonly kind: 'own' | 'text' | 'contact' | 'moment'; readonly value: RawBuilder<Cell> }
  | { readonly kind: 'money'; readonly value: RawBuilder<Cell>; readonly currency: RawBuilder<Cell> }
  | { readonly kind: 'judged'; readonly of: keyof Judged; readonly words?: ValueWords };
export type ExportColumn = ExportSource & {
  readonly header: ExportHeader;
  /** What the first line calls it. */
  readonly title: string;
  /** The type of the field that it comes from. */
  readonly type: LeadField['type'];
};

export const leadColumn = (name: string) => sql.ref<Cell>(`lead.${name}`);
const checked = (of: string, validity: string): ExportSource => ({
  kind: 'own',
  value: sql<Cell>`case when ${leadColumn(of)} is not null then coalesce(${leadColumn(validity)}, 'Unknown') end`,
});
const money = (value: string, currency: string): ExportSource => ({
  kind: 'money',
  value: leadColumn(value),
  currency: leadColumn(currency),
});
const own = (name: string): ExportSource => ({ kind: 'own', value: leadColumn(name) });

type Composed = ExportHeader<
  LeadFieldWith<{ readonly type: 'money' | 'reference' } | { readonly judged: true }>
>;

/**
 * Columns that are not just their field's column: always money, names instead of ids and judged values; others if they
 * say more.
 */
const composed: Readonly<Record<Composed, ExportSource>> = {
  Status: { kind: 'judged', of: 'status' },
  Outcome: { kind: 'judged', of: 'outcome' },
  ContactWithheld: { kind: 'judged', of: 'withheld' },
  EstimatedValue: money('deal_value_minor', 'deal_currency'),
  EstimatedValueCurrency: own('deal_currency'),
  FinalValue: money('final_value_minor', 'final_value_currency'),
  FinalValueCurrency: own('final_value_currency'),
  AssignedTo: { kind: 'text', value: sql.ref<Cell>('assignee.name') },
  Location: { kind: 'text', value: sql.ref<Cell>('location.name') },
};
const sources: Readonly<Partial<Record<ExportHeader, ExportSource>>> = {
  ...composed,
  EmailValidity: checked('contact_email', 'email_validity'),
  PhoneValidity: checked('contact_phone', 'phone_validity'),
  // Once a lead is answered, its deadline means nothing.
  ExpirationDateTime: {
    kind: 'moment',
    value: sql<Cell>`case when ${leadColumn('status')} in ('Received', 'Expired') then ${leadColumn('expires_at')} end`,
  },
};

const kinds = {
  id: 'own',
  choice: 'own',
  day: 'own',
  flag: 'own',
  money: 'own',
  reference: 'own',
  moment: 'moment',
  country: 'text',
  text: 'text',
} as const satisfies Record<LeadField['type'], ExportSource['kind']>;

function columnSource(name: LeadFieldName): ExportSource {
  const { type, contact } = leadField(name);
  const column = storedColumn(name);
  if (type === 'flag')
    return { kind: 'own', value: sql<Cell>`case when ${column} then 'true' else 'false' end` };
  return { kind: contact ? 'contact' : kinds[type], value: column };
}

const columnsByHeader: ReadonlyMap<string, ExportColumn> = new Map(
  leadFieldNames.flatMap((name) =>
    Object.keys(leadField(name).exported ?? {}).map((title) => {
      // `Object.keys` loses the literal types.
      const header = title as ExportHeader;
      const { type } = leadField(name);
      return [header, { header, title, type, ...(sources[header] ?? columnSource(name)) }];
    }),
  ),
);

/** The columns with these headers, in this order, in the words of the file. */
export function columnsOf(
  headers: readonly ExportHeader[],
  words: ExportWords = plainExportWords,
): ExportColumn[] {
  return headers
    .flatMap((header) => columnsByHeader.get(header) ?? [])
    .map((column) => inWords(column, words));
}

function inWords(column: ExportColumn, { headers, values }: ExportWords): ExportColumn {
  const titled = { ...column, title: headers[column.header] };
  const words = values[column.header];
  if (words === undefined) return titled;
  if (titled.kind === 'judged') return { ...titled, words };
  // Words may need quotes, as what people write does.
  return titled.kind === 'own' ? { ...titled, kind: 'text', value: wordOf(titled.value, words) } : titled;
}

/** The word of a value; a value without a word stays as it is. */
function wordOf(value: RawBuilder<Cell>, words: ValueWords): RawBuilder<Cell> {
  const whens = Object.entries(words).map(([one, word]) => sql`when ${one} then ${word}`);
  return sql<Cell>`case ${value} ${sql.join(whens, sql` `)} else ${value} end`;
}

/** All columns in the order of the file. */
export const exportColumns: readonly ExportColumn[] = columnsOf(exportHeaders);

/** The columns as stored, under their names in the file: what a plain `COPY` of them would write. */
export const plainExportSelectList = exportColumns.flatMap((column) =>
  'value' in column ? [column.value.as(column.header)] : [],
);
