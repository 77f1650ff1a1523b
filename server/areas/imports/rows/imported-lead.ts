import type { ImportField } from '../../../../contract/imports/import-fields.ts';
import type { LeadState } from '../../../../contract/leads/lists.ts';
import type { LeadRow } from '../../leads/index.ts';

/** The columns of a lead that a file can say. */
export type ImportedColumns = Partial<
  Pick<
    LeadRow,
    | 'lead_type'
    | 'qualification'
    | 'call_to_action'
    | 'lead_source'
    | 'offer_name'
    | 'offer_title'
    | 'is_test'
    | 'customer_name'
    | 'country'
    | 'contact_first_name'
    | 'contact_last_name'
    | 'contact_title'
    | 'contact_email'
    | 'contact_phone'
    | 'message'
    | 'contact_allowed'
    | 'deal_name'
    | 'deal_value_minor'
    | 'deal_currency'
    | 'estimated_purchase_date'
    | 'deal_notes'
    | 'crm_id'
    | 'campaign_id'
    | 'referral_program'
    | 'final_value_minor'
    | 'final_value_currency'
    | 'decline_reason'
    | 'lost_reason'
    | 'error_reason'
    | 'received_at'
    | 'accepted_at'
    | 'closed_at'
  >
>;

/** The field whose cells say a column. */
export const fieldOf: Readonly<Record<keyof ImportedColumns, ImportField>> = {
  lead_type: 'LeadType',
  qualification: 'Qualification',
  call_to_action: 'CallToAction',
  lead_source: 'LeadSource',
  offer_name: 'OfferId',
  offer_title: 'OfferTitle',
  is_test: 'Test',
  customer_name: 'CustomerName',
  country: 'Country',
  contact_first_name: 'ContactFirstName',
  contact_last_name: 'ContactLastName',
  contact_title: 'ContactTitle',
  contact_email: 'Email',
  contact_phone: 'Phone',
  message: 'Message',
  contact_allowed: 'DoNotContact',
  deal_name: 'DealName',
  deal_value_minor: 'EstimatedValue',
  deal_currency: 'EstimatedValueCurrency',
  estimated_purchase_date: 'EstimatedPurchaseDate',
  deal_notes: 'Notes',
  crm_id: 'CrmId',
  campaign_id: 'CampaignId',
  referral_program: 'ReferralProgram',
  final_value_minor: 'FinalValue',
  final_value_currency: 'FinalValueCurrency',
  decline_reason: 'DeclineReason',
  lost_reason: 'LostReason',
  error_reason: 'ErrorReason',
  received_at: 'LeadCreationDateTime',
  accepted_at: 'AcceptedDateTime',
  closed_at: 'ClosedDateTime',
};

/** What a row says about a lead; what is missing, the file does not say: an empty cell changes nothing. */
export interface ImportedLead {
  readonly leadId?: string;
  readonly state?: LeadState;
  /** How far the deal has come. */
  readonly stage?: string;
  readonly locationId?: string;
  readonly ownerId?: string;
  readonly partnerId?: string;
  readonly columns: ImportedColumns;
}

/** Why a row is rejected or skipped, or what of it stays as it is: a sentence of the catalogue, to be read later. */
export interface Reason {
  /** The column, by its header; null: the whole row. */
  readonly column: string | null;
  readonly key: ReasonKey;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The field of the column. */
  readonly field?: ImportField;
}

export type ReasonKey =
  | 'headerAgain'
  | 'moreCells'
  | 'unreadable'
  | 'noCustomer'
  | 'noId'
  | 'noEmail'
  | 'noCountry'
  | 'noChoice'
  | 'noState'
  | 'noOutcome'
  | 'noDay'
  | 'noMoment'
  | 'future'
  | 'noAmount'
  | 'noCurrency'
  | 'decimals'
  | 'noFlag'
  | 'tooLong'
  | 'noLocation'
  | 'severalLocations'
  | 'noPerson'
  | 'noPartner'
  | 'partnerMissing'
  | 'noLead'
  | 'severalLeads'
  | 'sameAs'
  | 'kept'
  | 'keptState'
  | 'final'
  | 'foreignDeal'
  | 'changed'
  | 'gone'
  | 'worked'
  | 'notAllowed';
