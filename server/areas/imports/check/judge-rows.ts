import type { ImportOutcome } from '../../../../contract/imports/lists.ts';
import { addressKey } from '../../../engines/contact-verifier/index.ts';
import { becomeTenant, type Transaction } from '../../../platform/database/database.ts';
import { type LeadColumnsRow, listLeads, wholeOrganization } from '../../leads/index.ts';
import { listLocations } from '../../organizations/index.ts';
import { byName, type ImportForm, type LocationPlace } from '../records/import-form.ts';
import type { ImportedLead, Reason } from '../rows/imported-lead.ts';
import type { ReadRow } from '../rows/row-reader.ts';
import { foldWord } from '../rows/values.rules.ts';
import { type Comparison, compareWithLead } from './compare.ts';
import { customerKey, type Matches, matchCrmIds, matchCustomers, matchIds } from './match.repo.ts';

/** A row of the file as it came. */
export interface CellsRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A row with what it would do now. */
export interface JudgedRow extends CellsRow {
  readonly imported: ImportedLead;
  readonly key: string | null;
  readonly outcome: ImportOutcome;
  readonly reasons: readonly Reason[];
  /** The lead that it is. */
  readonly lead: LeadColumnsRow | undefined;
  readonly comparison: Comparison | undefined;
  /** Whose lead it is, or becomes. */
  readonly organizationId: string;
}

/** A row that was read, with what it is recognized by. */
export interface KeyedRow extends CellsRow {
  readonly read: ReadRow;
  readonly key: string | null;
  readonly organizationId: string;
}

/** Reads rows: what can be done while the database is busy with those before. */
export function readRows(form: ImportForm, rows: readonly CellsRow[]): KeyedRow[] {
  return rows.map((row) => keyRow(form, row));
}

/**
 * Judges rows against the leads as they are now, with a handful of statements, whatever their number. Afterwards the
 * transaction is for the import’s organization, as before.
 */
export async function judgeRows(
  tx: Transaction,
  form: ImportForm,
  keyed: readonly KeyedRow[],
  now: Date,
): Promise<JudgedRow[]> {
  const judged = new Map<number, JudgedRow>();
  for (const [organizationId, ofOne] of groupByOrganization(keyed))
    for (const row of await judgeGroup(tx, form, { organizationId, rows: ofOne, now }))
      judged.set(row.number, row);
  if (form.isForPartners) await becomeTenant(tx, form.actor);
  return keyed.flatMap(({ number }) => judged.get(number) ?? []);
}

function keyRow(form: ImportForm, row: CellsRow): KeyedRow {
  const read = form.reader.read(row.cells);
  const organizationId = form.isForPartners
    ? (read.lead.partnerId ?? form.actor.organizationId)
    : form.actor.organizationId;
  return { ...row, read, key: keyOf(form, read.lead), organizationId };
}

/** What a row is recognized by; null: by nothing, so that it is new. */
function keyOf(form: ImportForm, { leadId, columns }: ImportedLead): string | null {
  switch (form.record.settings.matchBy) {
    case 'leadId':
      return leadId ?? null;
    case 'externalId':
      return columns.crm_id ?? null;
    case 'emailAndCustomer': {
      const email = columns.contact_email;
      if (!email) return null;
      return customerKey(addressKey(email) ?? email.toLowerCase(), columns.customer_name ?? '');
    }
  }
}

function groupByOrganization(rows: readonly KeyedRow[]): Map<string, KeyedRow[]> {
  const groups = new Map<string, KeyedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.organizationId);
    if (group) group.push(row);
    else groups.set(row.organizationId, [row]);
  }
  return groups;
}

interface Group {
  readonly organizationId: string;
  readonly rows: readonly KeyedRow[];
  readonly now: Date;
}

async function judgeGroup(tx: Transaction, form: ImportForm, group: Group): Promise<JudgedRow[]> {
  const { organizationId, rows, now } = group;
  const isOwn = organizationId === form.actor.organizationId;
  // The operator’s own organization stands for rows without a partner: they are refused.
  if (form.isForPartners && isOwn) return rows.map((row) => judged(row, 'reject', partnerFaults(form, row)));
  if (form.isForPartners) await becomeTenant(tx, { organizationId });
  const places = form.isForPartners ? await listLocations(tx, organizationId) : undefined;
  const matches = await matchRows(tx, form, group);
  const ids = [...new Set([...matches.values()].flat())];
  const leads = new Map(
    (ids.length === 0 ? [] : await listLeads(tx, wholeOrganization(organizationId, now), ids)).map((lead) => [
      lead.id,
      lead,
    ]),
  );
  return rows.map((row) => judgeRow(form, places ? placed(form, row, places) : row, { matches, leads, now }));
}

function partnerFaults({ headerOf }: ImportForm, { read }: KeyedRow): readonly Reason[] {
  return read.faults.length > 0 ? read.faults : [{ column: headerOf('Partner'), key: 'partnerMissing' }];
}

/** A partner’s location is known by its name only among the partner’s own. */
function placed(form: ImportForm, row: KeyedRow, places: readonly LocationPlace[]): KeyedRow {
  const named = form.record.reading.fields.indexOf('Location');
  const text = named < 0 ? '' : (row.cells[named] ?? '').trim();
  if (text === '') return row;
  const found = byName(places.map(({ id, name }) => [name, id])).get(foldWord(text));
  if (found) return { ...row, read: { ...row.read, lead: { ...row.read.lead, locationId: found } } };
  const fault: Reason = {
    column: form.headerOf('Location'),
    key: found === null ? 'severalLocations' : 'noLocation',
  };
  return { ...row, read: { ...row.read, faults: [...row.read.faults, fault] } };
}

function matchRows(
  tx: Transaction,
  form: ImportForm,
  { organizationId, rows, now }: Group,
): Promise<Matches> {
  const keys = [...new Set(rows.flatMap(({ key }) => key ?? []))];
  if (keys.length === 0) return Promise.resolve(new Map());
  // The operator knows the leads that it sent.
  const which = { organizationId, sentBy: form.isForPartners ? form.actor.organizationId : undefined, now };
  const find = { leadId: matchIds, externalId: matchCrmIds, emailAndCustomer: matchCustomers };
  return find[form.record.settings.matchBy](tx, which, keys);
}

interface Known {
  readonly matches: Matches;
  readonly leads: ReadonlyMap<string, LeadColumnsRow>;
  readonly now: Date;
}

function judgeRow(form: ImportForm, row: KeyedRow, { matches, leads, now }: Known): JudgedRow {
  if (row.read.isHeader) return judged(row, 'skip', [{ column: null, key: 'headerAgain' }]);
  const found = row.key === null ? [] : (matches.get(row.key) ?? []);
  if (found.length > 1)
    return judged(row, 'reject', [
      ...row.read.faults,
      { column: null, key: 'severalLeads', values: { count: found.length } },
    ]);
  const lead = found[0] === undefined ? undefined : leads.get(found[0]);
  if (lead) return judgeKnown(form, row, lead, now);
  const missing = form.record.settings.matchBy === 'leadId' && row.key !== null;
  const faults = missing
    ? [...row.read.faults, { column: form.headerOf('LeadId'), key: 'noLead' } as const]
    : [...row.read.faults, ...emptyFault(row.read.lead)];
  if (faults.length > 0) return judged(row, 'reject', faults);
  return judged(row, 'create', row.read.remarks);
}

/** A lead that nobody can recognize is of no use. */
function emptyFault({ columns }: ImportedLead): readonly Reason[] {
  const { customer_name, contact_last_name, contact_first_name, contact_email, contact_phone } = columns;
  const some = customer_name ?? contact_last_name ?? contact_first_name ?? contact_email ?? contact_phone;
  return some == null ? [{ column: null, key: 'noCustomer' }] : [];
}

function judgeKnown(form: ImportForm, row: KeyedRow, lead: LeadColumnsRow, now: Date): JudgedRow {
  // What has become of a lead is the partner’s.
  if (form.isForPartners) return { ...judged(row, 'unchanged', []), lead };
  const { record, headerOf } = form;
  const comparison = compareWithLead(row.read.lead, {
    row: lead,
    team: [],
    now,
    fileName: record.file_name,
    headerOf,
  });
  // An address that is here, however wrong, is no reason to refuse the row.
  const faults = row.read.faults.filter(
    ({ field }) => !(field === 'Email' && lead.contact_email === row.read.lead.columns.contact_email),
  );
  if (faults.length > 0) return { ...judged(row, 'reject', faults), lead };
  const remarks = [...row.read.remarks, ...comparison.kept];
  if (comparison.planned) return { ...judged(row, 'update', remarks), lead, comparison };
  return { ...judged(row, comparison.kept.length > 0 ? 'skip' : 'unchanged', remarks), lead, comparison };
}

function judged(row: KeyedRow, outcome: ImportOutcome, reasons: readonly Reason[]): JudgedRow {
  const { number, cells, key, organizationId } = row;
  const imported = row.read.lead;
  return {
    number,
    cells,
    key,
    organizationId,
    imported,
    outcome,
    reasons,
    lead: undefined,
    comparison: undefined,
  };
}
