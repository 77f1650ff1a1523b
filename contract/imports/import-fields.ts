import { countryCodes } from '../countries.ts';
import { currencies } from '../currencies.ts';
import type { ExportHeader } from '../leads/lead-fields.ts';
import {
  callsToAction,
  dealStages,
  declineReasons,
  errorReasons,
  leadStates,
  leadTypes,
  lostReasons,
  qualifications,
} from '../leads/lists.ts';

/** How the cells of a column are read. */
export type ImportReading =
  | 'id'
  | 'text'
  | 'email'
  | 'country'
  | 'choice'
  | 'state'
  | 'moment'
  | 'day'
  | 'amount'
  | 'currency'
  | 'flag'
  | 'location'
  | 'person'
  | 'partner'
  | 'stage';

interface ImportColumn {
  readonly reads: ImportReading;
  /** The most characters of a text. */
  readonly most?: number;
}

/**
 * What an import does with each column of the export, so that a file that was exported can come back; a column without
 * a line here does not compile. `null`: Leadlight finds it out itself, and a file does not change it.
 */
const exportedColumns = {
  LeadId: { reads: 'id' },
  LeadCreationDateTime: { reads: 'moment' },
  Status: { reads: 'state' },
  Outcome: { reads: 'state' },
  LeadType: { reads: 'choice' },
  Qualification: { reads: 'choice' },
  CallToAction: { reads: 'choice' },
  LeadSource: { reads: 'text', most: 50 },
  CustomerName: { reads: 'text', most: 200 },
  Country: { reads: 'country' },
  ContactFirstName: { reads: 'text', most: 200 },
  ContactLastName: { reads: 'text', most: 200 },
  ContactTitle: { reads: 'text', most: 200 },
  Email: { reads: 'email' },
  EmailValidity: null,
  Phone: { reads: 'text', most: 200 },
  PhoneValidity: null,
  ContactWithheld: null,
  Message: { reads: 'text', most: 5000 },
  LeadQuality: null,
  OfferId: { reads: 'text', most: 200 },
  OfferTitle: { reads: 'text', most: 200 },
  Location: { reads: 'location' },
  DealName: { reads: 'text', most: 200 },
  EstimatedValue: { reads: 'amount' },
  EstimatedValueCurrency: { reads: 'currency' },
  EstimatedPurchaseDate: { reads: 'day' },
  FinalValue: { reads: 'amount' },
  FinalValueCurrency: { reads: 'currency' },
  Notes: { reads: 'text', most: 5000 },
  CrmId: { reads: 'text', most: 200 },
  CampaignId: { reads: 'text', most: 200 },
  AcceptedDateTime: { reads: 'moment' },
  ClosedDateTime: { reads: 'moment' },
  DeclineReason: { reads: 'choice' },
  LostReason: { reads: 'choice' },
  ErrorReason: { reads: 'choice' },
  Test: { reads: 'flag' },
  PhoneE164: null,
  AssignedTo: { reads: 'person' },
  Stage: { reads: 'stage' },
  ReferralProgram: { reads: 'text', most: 100 },
  // Both follow from other things: when the lead came, and what somebody plans.
  ExpirationDateTime: null,
  NextStepDate: null,
} as const satisfies Readonly<Record<ExportHeader, ImportColumn | null>>;

/** Columns that other programs export and Leadlight does not. */
const furtherColumns = {
  ContactName: { reads: 'text', most: 200 },
  DoNotContact: { reads: 'flag' },
  Partner: { reads: 'partner' },
} as const satisfies Readonly<Record<string, ImportColumn>>;

const columns = { ...exportedColumns, ...furtherColumns };

/** A field that a column of a file can fill, under its name in the export. */
export type ImportField = {
  [Name in keyof typeof columns]: (typeof columns)[Name] extends null ? never : Name;
}[keyof typeof columns];

/** How each field is read. */
export const importFields = Object.fromEntries(
  Object.entries(columns).filter(([, column]) => column !== null),
) as unknown as Readonly<Record<ImportField, ImportColumn>>;

const closedLists: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  LeadType: leadTypes,
  Qualification: qualifications,
  CallToAction: callsToAction,
  DeclineReason: declineReasons,
  LostReason: lostReasons,
  ErrorReason: errorReasons,
};
const listsOfReadings: Readonly<Partial<Record<ImportReading, readonly string[]>>> = {
  state: leadStates,
  stage: dealStages,
  flag: ['true', 'false'],
  country: countryCodes,
  currency: Object.keys(currencies).sort(),
};

/** What a word in a column of this field may mean; undefined: its values are no closed list. */
export function importChoices(field: ImportField): readonly string[] | undefined {
  return closedLists[field] ?? listsOfReadings[importFields[field].reads];
}

// `Object.keys` loses the literal types.
export const importFieldNames = Object.keys(importFields) as unknown as readonly [
  ImportField,
  ...ImportField[],
];

/** Columns of our own export that a file does not change. */
export const derivedHeaders: readonly string[] = Object.entries(columns).flatMap(([header, column]) =>
  column === null ? [header] : [],
);
