import type { ImportField } from '../../../../contract/imports/import-fields.ts';
import type { ExportHeader } from '../../../../contract/leads/lead-fields.ts';
import {
  callsToAction,
  dealStages,
  declineReasons,
  errorReasons,
  leadTypes,
  lostReasons,
  qualifications,
} from '../../../../contract/leads/lists.ts';
import { valuesOfExported } from './exported-words.ts';
import type { ImportedColumns } from './imported-lead.ts';
import { reasonSpellings } from './reason-words.data.ts';
import type { RowDraft, RowForm } from './row-reader.ts';
import { foldWord, looksLikeEmail, readCurrency, readDay, readFlag, readMoment } from './values.rules.ts';

/** What reading a cell depends on, besides its text. */
export type CellContext = Pick<RowForm, 'dateOrder' | 'names' | 'now'>;

type Reader = (draft: RowDraft, text: string, context: CellContext) => void;
type ColumnsWith<Value> = {
  [Name in keyof ImportedColumns]-?: Value extends ImportedColumns[Name] ? Name : never;
}[keyof ImportedColumns];

const text =
  (column: ColumnsWith<string>): Reader =>
  (draft, value) => {
    // The types of closed lists do not come here: their columns have readers of their own.
    (draft.columns as Record<string, string>)[column] = value;
  };

const folded = (values: readonly string[]) => new Map(values.map((value) => [foldWord(value), value]));

/** A value from a closed list, in any spelling; words of other programs that nobody knows become `otherwise`. */
function choice(
  field: ImportField & ExportHeader,
  column: keyof ImportedColumns,
  values: readonly string[],
  others?: { readonly words: ReadonlyMap<string, string>; readonly otherwise: string },
): Reader {
  const spellings = new Map([...(others?.words ?? []), ...valuesOfExported(field), ...folded(values)]);
  return (draft, value) => {
    const known = spellings.get(foldWord(value));
    const found = known ?? others?.otherwise;
    if (found === undefined) return draft.refuseWord(field, value, 'noChoice', { values: values.join(', ') });
    if (known === undefined) draft.ask(field, value);
    (draft.columns as Record<string, string>)[column] = found;
  };
}

/** Reasons of other programs have numbers and words of their own (VO-3). */
function reason(
  field: keyof typeof reasonSpellings,
  column: keyof ImportedColumns,
  values: readonly string[],
): Reader {
  return choice(field, column, values, { words: reasonSpellings[field], otherwise: 'Other' });
}

const readLeadType = choice('LeadType', 'lead_type', leadTypes);

/** Partner Center has its own words. */
const leadType: Reader = (draft, value, context) => {
  const word = foldWord(value).replace(/lead$/, '');
  if (word !== 'qualified') return readLeadType(draft, word, context);
  draft.columns.lead_type = 'Profile';
  draft.columns.qualification ??= 'SalesQualified';
};

const moment =
  (field: ImportField, column: 'received_at' | 'accepted_at' | 'closed_at'): Reader =>
  (draft, value, { dateOrder, now }) => {
    const at = readMoment(value, dateOrder);
    if (at === undefined) draft.fault(field, 'noMoment');
    // A day that has begun somewhere may be tomorrow here.
    else if (at.getTime() > now.getTime() + 86_400_000) draft.fault(field, 'future');
    else draft.columns[column] = at > now ? now : at;
  };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const leadId: Reader = (draft, value) => {
  if (uuid.test(value)) draft.leadId = value.toLowerCase();
  else draft.fault('LeadId', 'noId');
};

const email: Reader = (draft, value) => {
  draft.columns.contact_email = value;
  // Whether it is wrong matters only where it is new: leads that are here may have such an address.
  if (value.length > 200) draft.fault('Email', 'tooLong', { most: 200 });
  else if (!looksLikeEmail(value)) draft.fault('Email', 'noEmail');
};

const country: Reader = (draft, value, { names }) => {
  const code = names.findCountry(value);
  if (code === null) draft.refuseWord('Country', value, 'noCountry');
  else draft.columns.country = code;
};

const location: Reader = (draft, value, { names }) => {
  const found = names.locations.get(foldWord(value));
  if (found) draft.locationId = found;
  // Which locations a partner has is looked up once it is known which partner it is.
  else if (names.partners === undefined)
    draft.fault('Location', found === null ? 'severalLocations' : 'noLocation');
};

const person: Reader = (draft, value, { names }) => {
  const found = names.people.get(foldWord(value));
  if (found) draft.ownerId = found;
  else draft.remark('AssignedTo', 'noPerson');
};

const partner: Reader = (draft, value, { names }) => {
  if (names.partners === undefined) return;
  const found = names.partners.get(foldWord(value));
  if (found) draft.partnerId = found;
  else draft.fault('Partner', 'noPartner');
};

const flags = valuesOfExported('Test');
const test: Reader = (draft, value) => {
  const isTest = readFlag(flags.get(foldWord(value)) ?? value);
  if (isTest === undefined) draft.refuseWord('Test', value, 'noFlag');
  else draft.columns.is_test = isTest;
};

/** Several columns may say it, and the careful one counts (IN-6). */
const doNotContact: Reader = (draft, value) => {
  const wished = readFlag(value);
  if (wished === undefined) draft.refuseWord('DoNotContact', value, 'noFlag');
  else if (wished) draft.columns.contact_allowed = false;
};

const purchaseDay: Reader = (draft, value, { dateOrder }) => {
  const day = readDay(value, dateOrder);
  if (day === undefined) draft.fault('EstimatedPurchaseDate', 'noDay');
  else draft.columns.estimated_purchase_date = day;
};

const currency =
  (field: 'EstimatedValueCurrency' | 'FinalValueCurrency', slot: 'valueCurrency' | 'finalCurrency'): Reader =>
  (draft, value) => {
    const code = readCurrency(value);
    if (code === undefined) draft.refuseWord(field, value, 'noCurrency');
    else draft[slot] = code;
  };

const stages = new Map([...valuesOfExported('Stage'), ...folded(dealStages)]);
const stage: Reader = (draft, value) => {
  const found = stages.get(foldWord(value));
  if (found === undefined) draft.refuseWord('Stage', value, 'noChoice', { values: dealStages.join(', ') });
  else draft.stage = found;
};

/** How the cells of each field are read. */
export const readers: Readonly<Record<ImportField, Reader>> = {
  LeadId: leadId,
  LeadCreationDateTime: moment('LeadCreationDateTime', 'received_at'),
  Status: (draft, value) => {
    draft.status = value;
  },
  Outcome: (draft, value) => {
    draft.outcome = value;
  },
  LeadType: leadType,
  Qualification: choice('Qualification', 'qualification', qualifications),
  CallToAction: choice('CallToAction', 'call_to_action', callsToAction),
  LeadSource: text('lead_source'),
  CustomerName: text('customer_name'),
  Country: country,
  ContactFirstName: text('contact_first_name'),
  ContactLastName: text('contact_last_name'),
  ContactTitle: text('contact_title'),
  Email: email,
  Phone: text('contact_phone'),
  Message: text('message'),
  OfferId: text('offer_name'),
  OfferTitle: text('offer_title'),
  Location: location,
  DealName: text('deal_name'),
  EstimatedValue: (draft, value) => {
    draft.value = value;
  },
  EstimatedValueCurrency: currency('EstimatedValueCurrency', 'valueCurrency'),
  EstimatedPurchaseDate: purchaseDay,
  FinalValue: (draft, value) => {
    draft.finalValue = value;
  },
  FinalValueCurrency: currency('FinalValueCurrency', 'finalCurrency'),
  Notes: text('deal_notes'),
  CrmId: text('crm_id'),
  CampaignId: text('campaign_id'),
  AcceptedDateTime: moment('AcceptedDateTime', 'accepted_at'),
  ClosedDateTime: moment('ClosedDateTime', 'closed_at'),
  DeclineReason: reason('DeclineReason', 'decline_reason', declineReasons),
  LostReason: reason('LostReason', 'lost_reason', lostReasons),
  ErrorReason: reason('ErrorReason', 'error_reason', errorReasons),
  Test: test,
  AssignedTo: person,
  Stage: stage,
  ReferralProgram: text('referral_program'),
  ContactName: (draft, value) => {
    draft.contactName = value;
  },
  DoNotContact: doNotContact,
  Partner: partner,
};
