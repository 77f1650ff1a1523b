import type { ExportHeader } from '../../../../../contract/leads/lead-fields.ts';
import type { ContactWithheldReason, leadStatuses } from '../../../../../contract/leads/lists.ts';

/**
 * What an export calls its columns, and values that have no word in the app. In English both are what the API promises;
 * a test walks through every language.
 */
export const english = {
  header: {
    LeadId: 'LeadId',
    LeadCreationDateTime: 'LeadCreationDateTime',
    Status: 'Status',
    Outcome: 'Outcome',
    LeadType: 'LeadType',
    Qualification: 'Qualification',
    CallToAction: 'CallToAction',
    LeadSource: 'LeadSource',
    CustomerName: 'CustomerName',
    Country: 'Country',
    ContactFirstName: 'ContactFirstName',
    ContactLastName: 'ContactLastName',
    ContactTitle: 'ContactTitle',
    Email: 'Email',
    EmailValidity: 'EmailValidity',
    Phone: 'Phone',
    PhoneValidity: 'PhoneValidity',
    ContactWithheld: 'ContactWithheld',
    Message: 'Message',
    LeadQuality: 'LeadQuality',
    OfferId: 'OfferId',
    OfferTitle: 'OfferTitle',
    Location: 'Location',
    DealName: 'DealName',
    EstimatedValue: 'EstimatedValue',
    EstimatedValueCurrency: 'EstimatedValueCurrency',
    EstimatedPurchaseDate: 'EstimatedPurchaseDate',
    FinalValue: 'FinalValue',
    FinalValueCurrency: 'FinalValueCurrency',
    Notes: 'Notes',
    CrmId: 'CrmId',
    CampaignId: 'CampaignId',
    AcceptedDateTime: 'AcceptedDateTime',
    ClosedDateTime: 'ClosedDateTime',
    DeclineReason: 'DeclineReason',
    LostReason: 'LostReason',
    ErrorReason: 'ErrorReason',
    Test: 'Test',
    PhoneE164: 'PhoneE164',
    AssignedTo: 'AssignedTo',
    Stage: 'Stage',
    ReferralProgram: 'ReferralProgram',
    ExpirationDateTime: 'ExpirationDateTime',
    NextStepDate: 'NextStepDate',
  } satisfies { readonly [Header in ExportHeader]: Header },
  /** Besides the words of the app for states. */
  status: { Archived: 'Archived' } satisfies Partial<Record<(typeof leadStatuses)[number], string>>,
  contactWithheld: { Expired: 'Expired', NoConsent: 'NoConsent' } satisfies {
    readonly [Reason in ContactWithheldReason]: Reason;
  },
  flag: { true: 'true', false: 'false' },
} as const;
