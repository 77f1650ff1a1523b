import type { RatingSnapshot } from './snapshot.ts';

/**
 * The features of a lead rating, each a category; null: missing. A lead may be rated by this list and nothing else
 * (LQ-3). A change to it raises the version, and models of another version are retrained.
 */
export const leadFeatureSet = { name: 'lead-at-intake', version: 1 } as const;

/** By name: the value in the snapshot. The order is that of the columns. */
export const leadFeatures = {
  leadSource: (lead) => lead.leadSource,
  leadType: (lead) => lead.leadType,
  callToAction: (lead) => lead.callToAction,
  qualification: (lead) => lead.qualification,
  country: (lead) => lead.country,
  receivedHours: (lead) => hoursOf(lead.receivedHour),
  receivedWeekday: (lead) => String(lead.receivedWeekday),
  company: (lead) => yesOrNo(lead.hasCompany),
  lastName: (lead) => yesOrNo(lead.hasLastName),
  titleSeniority: (lead) => lead.titleSeniority ?? 'none',
  messageLength: (lead) => lead.messageLength,
  emailDomainKind: (lead) => lead.emailDomainKind,
  // Without an address the kind of its domain already says so.
  emailValidity: (lead) => lead.emailValidity,
  phoneValidity: (lead) => lead.phoneValidity ?? 'none',
  domainFitsCompany: (lead) => (lead.domainFitsCompany === null ? null : yesOrNo(lead.domainFitsCompany)),
  contactAllowed: (lead) => yesOrNo(lead.contactAllowed),
  repeatLead: (lead) => yesOrNo(lead.repeatLead),
  hot: (lead) => yesOrNo(lead.hot),
} satisfies Record<string, (lead: RatingSnapshot) => string | null>;

export type LeadFeatureName = keyof typeof leadFeatures;
/** In the order of the columns. */
export const leadFeatureNames = Object.keys(leadFeatures) as readonly LeadFeatureName[];

const hoursInBlock = 4;

/** The four-hour block, by its first hour: 0, 4, …, 20. */
function hoursOf(hour: number): string {
  return String(Math.floor(hour / hoursInBlock) * hoursInBlock);
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

/** True for a name that the feature set declares. */
export function isLeadFeature(name: string): name is LeadFeatureName {
  return Object.hasOwn(leadFeatures, name);
}
