import type { ImportField } from '../../../contract/imports/import-fields.ts';
import { words } from '../../../contract/words.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

const { field } = words;

/** What each field is called where columns are chosen. */
export const fieldLabels: Readonly<Record<ImportField, string>> = {
  LeadId: field.leadId,
  LeadCreationDateTime: field.createdOn,
  Status: field.status,
  Outcome: field.outcome,
  LeadType: t('field.LeadType'),
  Qualification: field.qualification,
  CallToAction: field.callToAction,
  LeadSource: field.leadSource,
  CustomerName: field.company,
  Country: field.country,
  ContactFirstName: field.firstName,
  ContactLastName: field.lastName,
  ContactTitle: field.jobTitle,
  Email: field.email,
  Phone: field.phone,
  Message: field.message,
  OfferId: shared('offerId'),
  OfferTitle: field.offer,
  Location: field.location,
  DealName: field.dealName,
  EstimatedValue: field.estimatedValue,
  EstimatedValueCurrency: t('field.EstimatedValueCurrency'),
  EstimatedPurchaseDate: field.estimatedPurchase,
  FinalValue: field.finalValue,
  FinalValueCurrency: t('field.FinalValueCurrency'),
  Notes: field.notes,
  CrmId: field.crmId,
  CampaignId: field.campaignId,
  AcceptedDateTime: t('field.AcceptedDateTime'),
  ClosedDateTime: t('field.ClosedDateTime'),
  DeclineReason: t('field.DeclineReason'),
  LostReason: t('field.LostReason'),
  ErrorReason: t('field.ErrorReason'),
  Test: t('field.Test'),
  AssignedTo: field.owner,
  Stage: field.stage,
  ReferralProgram: field.referralProgram,
  ContactName: t('field.ContactName'),
  DoNotContact: t('field.DoNotContact'),
  Partner: field.partner,
};
