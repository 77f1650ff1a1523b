import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type pg from 'pg';
import Cursor from 'pg-cursor';
import type { LeadState } from '../../../contract/enums.ts';
import type { LeadExportQuery, LeadSelection } from '../../../contract/lead-list.ts';
import { currencies } from '../../../contract/money.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type Actor, requirePermission } from '../identity/index.ts';
import { recordAccess } from './access-log.repo.ts';
import { csvLine, utf8Mark } from './csv.ts';
import { ExportSeats } from './export-seats.ts';
import { orderBy, orderOf } from './lead-cursor.ts';
import { type LeadScope, leadScopeOf } from './lead-scope.ts';
import { selectLeads } from './lead-selection.ts';
import { contactWithheld, stateAt, statusOf } from './leads.rules.ts';

/** Rows that are fetched, written and forgotten at a time: what bounds the memory of an export. */
const rowsPerBatch = 1000;
/** Exports may hold this part of the connections: one in four. */
const shareOfPool = 4;

export interface LeadExport {
  /** Says how many rows the file holds (EX-1). */
  readonly fileName: string;
  readonly rows: number;
  /** Streamed with backpressure; stopping to read ends the query. */
  readonly body: Readable;
}

/** Writes exactly the selected leads as CSV. */
export class LeadExportService {
  private readonly seats: ExportSeats;

  constructor(
    private readonly db: Db,
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {
    this.seats = new ExportSeats(Math.max(1, Math.floor(pool.options.max / shareOfPool)));
  }

  /** The connection behind the body goes back when the body closes, read or not. @throws AppError not-allowed */
  async export(actor: Actor, query: LeadExportQuery): Promise<LeadExport> {
    requirePermission(actor, 'exportLeads');
    const leaveSeat = await this.seats.take();
    try {
      const client = await this.pool.connect();
      try {
        const opened = await this.open(client, actor, query);
        const { body } = opened;
        body.once('close', () => {
          // A reader that went away, or an error: the connection is not worth mending.
          client.release(!body.readableEnded);
          leaveSeat();
        });
        return opened;
      } catch (error) {
        client.release(true);
        throw error;
      }
    } catch (error) {
      leaveSeat();
      throw error;
    }
  }

  private async open(client: pg.PoolClient, actor: Actor, query: LeadExportQuery): Promise<LeadExport> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const { sort, format: _format, ...selection } = query;
    // One snapshot for the count and the rows: the number in the file name is the number in the file.
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      "select set_config('leadlight.organization_id', $1, true), set_config('leadlight.person_id', $2, true)",
      [actor.organizationId, actor.personId ?? ''],
    );
    const rows = await this.count(client, scope, selection);
    await this.record(actor, query, rows, now);
    const rowQuery = this.rowQuery(scope, selection, sort);
    const body = Readable.from(streamCsv(client, rowQuery, now), { objectMode: false });
    return { rows, fileName: fileName(query, rows, now), body };
  }

  private async count(client: pg.PoolClient, scope: LeadScope, selection: LeadSelection): Promise<number> {
    const query = selectLeads(this.db, scope, selection)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .compile();
    const result = await client.query<{ total: number }>(query.sql, [...query.parameters]);
    return result.rows[0]?.total ?? 0;
  }

  private async record(actor: Actor, query: LeadExportQuery, rows: number, at: Date): Promise<void> {
    await inOrganization(this.db, actor, (tx) =>
      recordAccess(tx, actor, {
        action: 'lead.export',
        leadIds: [],
        detail: `${rows} leads of the tab ${query.tab}`,
        at,
      }),
    );
  }

  private rowQuery(scope: LeadScope, selection: LeadSelection, sort: LeadExportQuery['sort']) {
    const query = selectLeads(this.db, scope, selection)
      .leftJoin('location', (join) =>
        join
          .onRef('location.organization_id', '=', 'lead.organization_id')
          .onRef('location.id', '=', 'lead.location_id'),
      )
      .select(columns.map(([name, expression]) => expression.as(name)))
      .orderBy(orderBy(orderOf(sort)))
      .compile();
    return { text: query.sql, values: [...query.parameters] };
  }
}

async function* streamCsv(
  client: pg.PoolClient,
  query: { text: string; values: unknown[] },
  now: Date,
): AsyncGenerator<string> {
  // Rows come as arrays of text: nothing is parsed that is only written out again.
  const asText = { getTypeParser: () => (value: string) => value };
  const cursor = client.query(
    new Cursor<(string | null)[]>(query.text, query.values, { rowMode: 'array', types: asText }),
  );
  yield utf8Mark + csvLine(header);
  for (;;) {
    const rows = await cursor.read(rowsPerBatch);
    if (rows.length === 0) break;
    yield rows.map((row) => csvLine(toCells(row, now))).join('');
  }
  await cursor.close();
  await client.query('commit');
}

const text = (column: string) => sql.ref<string | null>(`lead.${column}`);
const isoTime = (column: string) =>
  sql<string | null>`to_char(${text(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The raw columns, in the order in which {@link toCells} takes them apart. */
const columns = [
  ['state', text('status')],
  ['expires_at', isoTime('expires_at')],
  ['contact_allowed', text('contact_allowed')],
  ['id', text('id')],
  ['received_at', isoTime('received_at')],
  ['lead_type', text('lead_type')],
  ['qualification', text('qualification')],
  ['call_to_action', text('call_to_action')],
  ['lead_source', text('lead_source')],
  ['customer_name', text('customer_name')],
  ['country', text('country')],
  ['contact_first_name', text('contact_first_name')],
  ['contact_last_name', text('contact_last_name')],
  ['contact_title', text('contact_title')],
  ['contact_email', text('contact_email')],
  ['contact_phone', text('contact_phone')],
  ['message', text('message')],
  [
    'email_validity',
    sql<
      string | null
    >`case when lead.contact_email is not null then coalesce(lead.email_validity, 'Unknown') end`,
  ],
  [
    'phone_validity',
    sql<
      string | null
    >`case when lead.contact_phone is not null then coalesce(lead.phone_validity, 'Unknown') end`,
  ],
  ['lead_quality', text('lead_quality')],
  ['offer_name', text('offer_name')],
  ['offer_title', text('offer_title')],
  ['location', sql<string | null>`location.name`],
  ['deal_name', text('deal_name')],
  ['deal_value_minor', text('deal_value_minor')],
  ['deal_currency', text('deal_currency')],
  ['estimated_purchase_date', sql<string | null>`lead.estimated_purchase_date::text`],
  ['final_value_minor', text('final_value_minor')],
  ['final_value_currency', text('final_value_currency')],
  ['deal_notes', text('deal_notes')],
  ['crm_id', text('crm_id')],
  ['campaign_id', text('campaign_id')],
  ['accepted_at', isoTime('accepted_at')],
  ['closed_at', isoTime('closed_at')],
  ['decline_reason', text('decline_reason')],
  ['lost_reason', text('lost_reason')],
  ['error_reason', text('error_reason')],
  ['is_test', text('is_test')],
] as const;

const header = [
  'LeadId',
  'LeadCreationDateTime',
  'Status',
  'Outcome',
  'LeadType',
  'Qualification',
  'CallToAction',
  'LeadSource',
  'CustomerName',
  'Country',
  'ContactFirstName',
  'ContactLastName',
  'ContactTitle',
  'Email',
  'EmailValidity',
  'Phone',
  'PhoneValidity',
  'ContactWithheld',
  'Message',
  'LeadQuality',
  'OfferId',
  'OfferTitle',
  'Location',
  'DealName',
  'EstimatedValue',
  'EstimatedValueCurrency',
  'EstimatedPurchaseDate',
  'FinalValue',
  'FinalValueCurrency',
  'Notes',
  'CrmId',
  'CampaignId',
  'AcceptedDateTime',
  'ClosedDateTime',
  'DeclineReason',
  'LostReason',
  'ErrorReason',
  'Test',
];

type Cell = string | null;

function toCells(row: readonly Cell[], now: Date): Cell[] {
  const [
    state,
    expiresAt,
    allowed,
    id,
    received,
    type,
    qualification,
    action,
    source,
    customer,
    country,
    ...rest
  ] = row;
  const [
    first,
    last,
    title,
    email,
    phone,
    message,
    emailValidity,
    phoneValidity,
    quality,
    offer,
    offerTitle,
    location,
    ...deal
  ] = rest;
  const facts = {
    status: (state ?? null) as LeadState | null,
    expiresAt: expiresAt ? new Date(expiresAt) : null,
    availableUntil: null,
    contactAllowed: allowed === 't',
  };
  const withheld = contactWithheld(facts, now);
  const shown = (cell: Cell | undefined): Cell => (withheld ? null : (cell ?? null));
  const { status, outcome } = statusOf(stateAt(facts, now));
  return [
    ...[id, received, status, outcome, type, qualification, action, source, customer, country].map(
      (cell) => cell ?? null,
    ),
    ...[
      shown(first),
      shown(last),
      shown(title),
      shown(email),
      emailValidity ?? null,
      shown(phone),
      phoneValidity ?? null,
    ],
    ...[withheld, shown(message), quality ?? null, offer ?? null, offerTitle ?? null, location ?? null],
    ...dealCells(deal),
  ];
}

function dealCells(deal: readonly Cell[]): Cell[] {
  const [name, valueMinor, currency, date, finalMinor, finalCurrency, ...rest] = deal;
  const isTest = rest.at(-1) === 't' ? 'true' : 'false';
  return [
    name ?? null,
    majorUnits(valueMinor ?? null, currency ?? null),
    currency ?? null,
    date ?? null,
    majorUnits(finalMinor ?? null, finalCurrency ?? null),
    finalCurrency ?? null,
    ...rest.slice(0, -1).map((cell) => cell ?? null),
    isTest,
  ];
}

/** Minor units as a decimal number, exactly: `1250050` cents are `12500.50`. */
export function majorUnits(minor: Cell, currency: Cell): Cell {
  if (minor === null || currency === null) return null;
  const digits = currencies[currency] ?? 2;
  if (digits === 0) return minor;
  const padded = minor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

function fileName(query: LeadExportQuery, rows: number, now: Date): string {
  return `leadlight-${query.tab}-leads-${now.toISOString().slice(0, 10)}-${rows}-rows.csv`;
}
