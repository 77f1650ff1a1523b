import type { LeadField } from './lead-field.ts';
import {
  callsToAction,
  contactWithheldReasons,
  dealStages,
  declineReasons,
  emailValidities,
  errorReasons,
  leadOutcomes,
  leadQualities,
  leadStates,
  leadTypes,
  lostReasons,
  phoneValidities,
  qualifications,
} from './lists.ts';

/**
 * The one table of lead fields: filters, facets, sort orders and the columns of grid and export derive from it, on the
 * wire, in the database and in the app (docs/decisions/035). Filters are in the order of their parameters. No
 * validation library: the browser uses this too.
 */
export const leadFields = {
  id: { type: 'id', exported: { LeadId: 1 } },
  createdAt: {
    type: 'moment',
    filter: { by: 'range', name: 'created', formerly: 'received', panel: 7 },
    sort: { at: 1, descendsFirst: true },
    cell: 'createdOn',
    exported: { LeadCreationDateTime: 2 },
  },
  callToAction: {
    type: 'choice',
    values: callsToAction,
    filter: { by: 'anyOf', facet: 'few', panel: 10 },
    exported: { CallToAction: 7 },
  },
  country: {
    type: 'country',
    filter: { by: 'anyOf', facet: 'few', panel: 8, narrows: true },
    cell: 'country',
    exported: { Country: 10 },
  },
  customerName: {
    type: 'text',
    maxCharacters: 200,
    filter: { by: 'anyOf', facet: 'many', panel: 9, narrows: true },
    sort: { at: 2 },
    cell: 'customer',
    exported: { CustomerName: 9 },
  },
  leadSource: {
    type: 'text',
    maxCharacters: 50,
    named: true,
    filter: { by: 'anyOf', facet: 'few', panel: 14 },
    cell: 'source',
    exported: { LeadSource: 8 },
  },
  leadType: {
    type: 'choice',
    values: leadTypes,
    filter: { by: 'anyOf', facet: 'few', panel: 11 },
    cell: 'type',
    exported: { LeadType: 5 },
  },
  leadQuality: {
    type: 'choice',
    values: leadQualities,
    filter: { by: 'anyOf', facet: 'few', panel: 5 },
    sort: { at: 4, descendsFirst: true },
    cell: 'quality',
    exported: { LeadQuality: 20 },
  },
  status: {
    type: 'choice',
    values: leadStates,
    judged: true,
    filter: {
      by: 'anyOf',
      facet: 'few',
      panel: 1,
      opened: true,
      hint: 'Archived stands for all five outcomes, Informational for leads that need no answer',
    },
    groups: { Archived: leadOutcomes },
    none: 'Informational',
    sort: { at: 3 },
    cell: 'status',
    exported: { Status: 3, Outcome: 4 },
  },
  emailValidity: {
    type: 'choice',
    values: emailValidities,
    filter: { by: 'anyOf', facet: 'few', panel: 15 },
    sort: { at: 5 },
    cell: 'emailValidity',
    exported: { EmailValidity: 15 },
  },
  phoneValidity: {
    type: 'choice',
    values: phoneValidities,
    filter: { by: 'anyOf', facet: 'few', panel: 16 },
    sort: { at: 6 },
    cell: 'phoneValidity',
    exported: { PhoneValidity: 17 },
  },
  isTest: {
    type: 'flag',
    filter: { by: 'flag', name: 'test', panel: 23 },
    exported: { Test: 38 },
  },
  qualification: { type: 'choice', values: qualifications, exported: { Qualification: 6 } },
  contactFirstName: { type: 'text', contact: true, exported: { ContactFirstName: 11 } },
  contactLastName: { type: 'text', contact: true, cell: 'contactName', exported: { ContactLastName: 12 } },
  contactTitle: { type: 'text', contact: true, exported: { ContactTitle: 13 } },
  contactEmail: { type: 'text', contact: true, exported: { Email: 14 } },
  contactPhone: { type: 'text', contact: true, exported: { Phone: 16 } },
  phoneE164: { type: 'text', contact: true, exported: { PhoneE164: 39 } },
  contactWithheld: {
    type: 'choice',
    values: contactWithheldReasons,
    judged: true,
    exported: { ContactWithheld: 18 },
  },
  message: { type: 'text', contact: true, cell: 'message', exported: { Message: 19 } },
  offerName: {
    type: 'text',
    maxCharacters: 200,
    named: true,
    filter: { by: 'anyOf', name: 'offer', facet: 'many', panel: 12, narrows: true },
    exported: { OfferId: 21 },
  },
  offerTitle: { type: 'text', cell: 'offer', exported: { OfferTitle: 22 } },
  location: {
    type: 'reference',
    filter: { by: 'anyOf', facet: 'many', panel: 13 },
    cell: 'location',
    exported: { Location: 23 },
  },
  assignedTo: {
    type: 'reference',
    standIns: ['me', 'nobody'],
    filter: {
      by: 'anyOf',
      facet: 'many',
      panel: 6,
      hint: 'Ids of people; `me` for yourself, `nobody` for leads without an owner',
    },
    cell: 'assignedTo',
    exported: { AssignedTo: 40 },
  },
  stage: {
    type: 'choice',
    values: dealStages,
    filter: {
      by: 'anyOf',
      facet: 'many',
      panel: 17,
      hint: 'How far a deal has come, or had when it was closed',
    },
    cell: 'stage',
    exported: { Stage: 41 },
  },
  dealName: { type: 'text', cell: 'dealName', exported: { DealName: 24 } },
  dealValue: {
    type: 'money',
    filter: { by: 'range', panel: 18 },
    sort: { at: 7, descendsFirst: true },
    cell: 'dealValue',
    exported: { EstimatedValue: 25, EstimatedValueCurrency: 26 },
  },
  estimatedPurchaseDate: {
    type: 'day',
    filter: { by: 'range', name: 'estimatedPurchase', panel: 19 },
    cell: 'estimatedPurchase',
    exported: { EstimatedPurchaseDate: 27 },
  },
  nextStepDay: {
    type: 'day',
    filter: { by: 'range', name: 'nextStep', panel: 24 },
    cell: 'nextStep',
    exported: { NextStepDate: 44 },
  },
  finalValue: { type: 'money', exported: { FinalValue: 28, FinalValueCurrency: 29 } },
  dealNotes: { type: 'text', cell: 'notes', exported: { Notes: 30 } },
  crmId: { type: 'text', exported: { CrmId: 31 } },
  campaignId: {
    type: 'text',
    maxCharacters: 200,
    filter: { by: 'anyOf', name: 'campaign', facet: 'many', panel: 21, narrows: true },
    cell: 'campaignId',
    exported: { CampaignId: 32 },
  },
  referralProgram: {
    type: 'text',
    maxCharacters: 100,
    filter: {
      by: 'anyOf',
      facet: 'many',
      panel: 22,
      narrows: true,
      ofQualified: true,
      hint: 'Names of programs under which qualified leads were referred',
    },
    cell: 'referralProgram',
    exported: { ReferralProgram: 42 },
  },
  expiresAt: {
    type: 'moment',
    filter: {
      by: 'within',
      name: 'expiresWithinHours',
      panel: 4,
      mostHours: 2160,
      offeredHours: [24, 48, 72, 168, 336],
    },
    sort: { at: 8 },
    cell: 'expires',
    exported: { ExpirationDateTime: 43 },
  },
  withoutAnswer: { type: 'flag', judged: true, filter: { by: 'flag', panel: 3 } },
  hot: { type: 'flag', judged: true, filter: { by: 'flag', panel: 2 } },
  acceptedAt: { type: 'moment', cell: 'acceptedOn', exported: { AcceptedDateTime: 33 } },
  closedAt: {
    type: 'moment',
    filter: { by: 'range', name: 'closed', panel: 20 },
    cell: 'closedOn',
    exported: { ClosedDateTime: 34 },
  },
  declineReason: { type: 'choice', values: declineReasons, exported: { DeclineReason: 35 } },
  lostReason: { type: 'choice', values: lostReasons, exported: { LostReason: 36 } },
  errorReason: { type: 'choice', values: errorReasons, exported: { ErrorReason: 37 } },
} as const satisfies Readonly<Record<string, LeadField>>;

export type LeadFields = typeof leadFields;
export type LeadFieldName = keyof LeadFields;
/** The fields that match `Fact`. */
export type LeadFieldWith<Fact> = {
  [Name in LeadFieldName]: LeadFields[Name] extends Fact ? Name : never;
}[LeadFieldName];

// `Object.keys` loses the literal types.
export const leadFieldNames = Object.keys(leadFields) as readonly LeadFieldName[];

/** A field, in the type that all fields share. */
export function leadField(name: LeadFieldName): LeadField {
  return leadFields[name];
}

export type LeadSort = LeadFieldWith<{ readonly sort: object }>;
/** What the list can be sorted by (WS-4). */
export const leadSorts: readonly LeadSort[] = leadFieldNames
  .filter((name): name is LeadSort => leadField(name).sort !== undefined)
  .sort((a, b) => leadFields[a].sort.at - leadFields[b].sort.at);

/** The export's columns, by the words in its first line; only those of the given fields, if any are named. */
export type ExportHeader<Name extends LeadFieldName = LeadFieldName> = {
  [N in Name]: LeadFields[N] extends { readonly exported: infer Headers } ? keyof Headers & string : never;
}[Name];

/** A column of the grid, by name. */
export type CellName = {
  [Name in LeadFieldWith<{ readonly cell: string }>]: LeadFields[Name]['cell'];
}[LeadFieldWith<{
  readonly cell: string;
}>];

/** The columns of the grid, in the order of the table. */
export const cellNames = leadFieldNames.flatMap((name) => leadField(name).cell ?? []) as readonly CellName[];
