import type { ImportField } from '../../../../contract/imports/import-fields.ts';
import type { LeadChange } from '../../../../contract/leads/lead-actions.ts';
import { subStages } from '../../../../contract/leads/lists.ts';
import { addressKeyBesideTyped } from '../../../engines/contact-verifier/index.ts';
import {
  contactWithheld,
  factsOf,
  type LeadColumnsRow,
  type PlannedChange,
  planEdit,
  stateAt,
} from '../../leads/index.ts';
import {
  fieldOf,
  type ImportedColumns,
  type ImportedLead,
  type Reason,
  type ReasonKey,
} from '../rows/imported-lead.ts';
import { comparableText } from '../rows/values.rules.ts';

type ColumnName = keyof ImportedColumns;

/** What a row would do to the lead that it is. */
export interface Comparison {
  /** undefined: nothing of the row may change the lead. */
  readonly planned: PlannedChange | undefined;
  /** What differs and stays as it is. */
  readonly kept: readonly Reason[];
}

/** Columns about the customer, which only the one who brought them may correct. */
const customerColumns: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'customer_name',
  'country',
  'contact_first_name',
  'contact_last_name',
  'contact_title',
  'contact_email',
  'contact_phone',
  'message',
  'lead_source',
  'offer_name',
  'offer_title',
  'referral_program',
]);
/** Those of them that are not shown while the contact is withheld, and so not compared either (LC-4, IN-6). */
const contactColumns: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'contact_first_name',
  'contact_last_name',
  'contact_title',
  'contact_email',
  'contact_phone',
  'message',
]);
/** Columns of the deal, which people may change while the lead is accepted (LC-6). */
const dealColumns: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'deal_name',
  'deal_value_minor',
  'deal_currency',
  'estimated_purchase_date',
  'deal_notes',
  'crm_id',
  'campaign_id',
]);

/** Columns that belong to some states: what a file says of them for another state was left out when it came. */
const onlyOfSome: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'accepted_at',
  'closed_at',
  'decline_reason',
  'lost_reason',
  'error_reason',
  'final_value_minor',
  'final_value_currency',
]);

/** What holds for one comparison. */
export interface ComparedLead {
  readonly row: LeadColumnsRow;
  readonly team: readonly string[];
  readonly now: Date;
  /** The words for a timeline: `leads.csv`. */
  readonly fileName: string;
  readonly headerOf: (field: ImportField) => string | null;
}

/**
 * Compares a row with the lead that it is. A file changes what people may change: the deal of an accepted lead, and the
 * customer of one that came by import; never its state, which customers and senders are told about.
 */
export function compareWithLead(imported: ImportedLead, lead: ComparedLead): Comparison {
  const { row, now } = lead;
  const facts = factsOf(row);
  const state = stateAt(facts, now);
  const withheld = contactWithheld(facts, now) !== null;
  const differing = (Object.keys(imported.columns) as ColumnName[]).filter(
    (name) =>
      !(withheld && contactColumns.has(name)) &&
      !(onlyOfSome.has(name) && row[name] === null) &&
      !isSame(imported.columns[name], row[name]),
  );
  const isOpen = state === 'Received' || state === 'Accepted';
  const mayCorrect = row.door === 'import' && isOpen;
  const customer = differing.filter((name) => mayCorrect && customerColumns.has(name));
  const deal = differing.filter((name) => state === 'Accepted' && dealColumns.has(name));
  const stage = changedStage(imported, row);
  const kept = differing.filter((name) => !customer.includes(name) && !deal.includes(name));
  const reasons: Reason[] = kept.map((name) => keeping(lead, fieldOf[name], reasonFor(name, isOpen)));
  if (imported.state !== undefined && state !== null && imported.state !== state)
    reasons.push(keeping(lead, 'Status', 'keptState'));
  if (stage !== undefined && state !== 'Accepted')
    reasons.push(keeping(lead, 'Stage', reasonFor('deal_name', isOpen)));
  const planned = planCorrection(imported, lead, {
    customer,
    deal,
    stage: state === 'Accepted' ? stage : undefined,
  });
  return { planned, kept: reasons };
}

function keeping({ headerOf }: ComparedLead, field: ImportField, key: ReasonKey): Reason {
  return { column: headerOf(field), field, key };
}

function reasonFor(name: ColumnName, isOpen: boolean): ReasonKey {
  if (!isOpen) return 'final';
  return customerColumns.has(name) || !dealColumns.has(name) ? 'kept' : 'foreignDeal';
}

/** The stage that the row names, if the lead is not there. */
function changedStage({ stage }: ImportedLead, row: LeadColumnsRow): string | undefined {
  return stage === undefined || stage === row.stage || row.stage === null ? undefined : stage;
}

interface Corrected {
  readonly customer: readonly ColumnName[];
  readonly deal: readonly ColumnName[];
  readonly stage: string | undefined;
}

function planCorrection(
  imported: ImportedLead,
  { row, team, now, fileName }: ComparedLead,
  { customer, deal, stage }: Corrected,
): PlannedChange | undefined {
  const edit = planEdit(row, { ids: team, left: [] }, editOf(imported, deal, stage), now);
  if (customer.length === 0 && !edit) return undefined;
  const columns = Object.fromEntries(customer.map((name) => [name, imported.columns[name]]));
  return {
    columns: { ...columns, ...checkedAgain(imported, customer), ...edit?.columns },
    type: 'lead.edited',
    changes: edit?.changes ?? [],
    // Contacts are not in timelines: they would stay there when they must no longer be shown.
    note: customer.length === 0 ? fileName : `${fileName}: ${customer.map(plainName).join(', ')}`,
  };
}

/** What a check found out belongs to the contact that it looked at. */
function checkedAgain({ columns }: ImportedLead, customer: readonly ColumnName[]) {
  return {
    ...(customer.includes('contact_email') && {
      email_read: addressKeyBesideTyped(columns.contact_email ?? null),
      email_validity: 'Unknown' as const,
      checks_pending: true,
    }),
    ...(customer.includes('contact_phone') && { phone_validity: 'Unknown' as const, checks_pending: true }),
  };
}

const plainName = (name: ColumnName) => name.replace(/^contact_/, '').replaceAll('_', ' ');

function editOf(
  { columns }: ImportedLead,
  deal: readonly ColumnName[],
  stage: string | undefined,
): LeadChange {
  const has = (name: ColumnName) => deal.includes(name);
  const value = { amountMinor: columns.deal_value_minor ?? 0, currency: columns.deal_currency ?? '' };
  return {
    ...(has('deal_name') && { dealName: columns.deal_name ?? undefined }),
    ...(has('deal_notes') && { notes: columns.deal_notes }),
    ...(has('crm_id') && { crmId: columns.crm_id }),
    ...(has('campaign_id') && { campaignId: columns.campaign_id }),
    ...((has('deal_value_minor') || has('deal_currency')) && { estimatedValue: value }),
    ...(has('estimated_purchase_date') && {
      estimatedPurchaseDate: columns.estimated_purchase_date ?? undefined,
    }),
    ...(stage !== undefined && { subStages: ticksUpTo(stage) }),
  } as LeadChange;
}

/** The stage is the furthest one that is ticked. */
function ticksUpTo(stage: string) {
  const place = (subStages as readonly string[]).indexOf(stage);
  return Object.fromEntries(
    subStages.flatMap((name, at) => (at === place ? [[name, true]] : at > place ? [[name, false]] : [])),
  );
}

function isSame(said: unknown, stored: unknown): boolean {
  if (said instanceof Date) return stored instanceof Date && said.getTime() === stored.getTime();
  if (typeof said === 'string' && typeof stored === 'string')
    return said === stored || comparableText(said) === comparableText(stored);
  return said === stored;
}
