import { z } from 'zod';
import {
  callsToAction,
  emailValidities,
  leadTypes,
  phoneValidities,
  qualifications,
} from '../../../../contract/leads/lists.ts';
import { domainFitsCompany } from './company-domain.ts';
import { seniorityOf, titleSeniorities } from './title-seniority.ts';

/** What kind of mailboxes a domain has, according to the lists; `none`: no address was given. */
export const emailDomainKinds = ['company', 'freemail', 'disposable', 'relay', 'none'] as const;
export type EmailDomainKind = (typeof emailDomainKinds)[number];

/** Buckets, see {@link messageLengthFrom}. */
export const messageLengths = ['none', 'short', 'medium', 'long', 'very-long'] as const;
export type MessageLength = (typeof messageLengths)[number];

/** Grows whenever a field of {@link RatingSnapshot} is added or changes its meaning. */
export const snapshotVersion = 1;

/**
 * What was known about a lead at intake, limited to what a rating may use (LQ-3): no name, no address, no number, no
 * text of the customer, no organization, and no gender or age. Stored with the lead and never updated, so that a model
 * learns from what it will have when it rates.
 */
export const ratingSnapshotSchema = z.object({
  version: z.literal(snapshotVersion),
  leadSource: z.string().nullable().describe('A storefront of this installation; “other” for any other'),
  leadType: z.enum(leadTypes),
  callToAction: z.enum(callsToAction).nullable(),
  qualification: z.enum(qualifications),
  country: z.string().nullable(),
  receivedHour: z.number().int().min(0).max(23).describe('UTC'),
  receivedWeekday: z.number().int().min(1).max(7).describe('UTC; 1 is Monday'),
  hasCompany: z.boolean(),
  hasLastName: z.boolean(),
  titleSeniority: z.enum(titleSeniorities).nullable().describe('null: no title'),
  messageLength: z.enum(messageLengths),
  emailDomainKind: z.enum(emailDomainKinds),
  emailValidity: z.enum(emailValidities).nullable().describe('null: no address'),
  phoneValidity: z.enum(phoneValidities).nullable().describe('null: no number'),
  domainFitsCompany: z.boolean().nullable().describe('null: cannot be told'),
  contactAllowed: z.boolean(),
  repeatLead: z.boolean(),
  hot: z.boolean(),
});
export type RatingSnapshot = z.infer<typeof ratingSnapshotSchema>;

/** A lead at intake, after the check of its contact. Callers pass no names, addresses or texts beyond these. */
export interface IntakeFacts {
  /** Code of the storefront. */
  readonly leadSource: string | null;
  /** false: the code is not one of this installation's storefronts, and may be anything that a sender wrote. */
  readonly isKnownStorefront: boolean;
  readonly leadType: RatingSnapshot['leadType'];
  readonly callToAction: RatingSnapshot['callToAction'];
  readonly qualification: RatingSnapshot['qualification'];
  readonly country: string | null;
  readonly receivedAt: Date;
  /** Only compared with the domain; not kept. */
  readonly companyName: string | null;
  readonly hasLastName: boolean;
  /** The job title: only the position that it names is kept. */
  readonly title: string | null;
  readonly messageCharacters: number;
  /** The part after the @; only compared with the company's name; not kept. */
  readonly emailDomain: string | null;
  readonly emailDomainKind: EmailDomainKind;
  readonly emailValidity: RatingSnapshot['emailValidity'];
  readonly phoneValidity: RatingSnapshot['phoneValidity'];
  readonly contactAllowed: boolean;
  readonly isRepeat: boolean;
  readonly isHot: boolean;
}

const otherSource = 'other';

/** What a rating may know about a lead, captured once at intake. */
export function snapshotFeatures(facts: IntakeFacts): RatingSnapshot {
  const { receivedAt, companyName, emailDomain, emailDomainKind } = facts;
  return {
    version: snapshotVersion,
    leadSource: facts.leadSource === null || facts.isKnownStorefront ? facts.leadSource : otherSource,
    leadType: facts.leadType,
    callToAction: facts.callToAction,
    qualification: facts.qualification,
    country: facts.country,
    receivedHour: receivedAt.getUTCHours(),
    receivedWeekday: receivedAt.getUTCDay() || 7,
    hasCompany: companyName !== null && companyName.trim() !== '',
    hasLastName: facts.hasLastName,
    titleSeniority: seniorityOf(facts.title),
    messageLength: messageLengthOf(facts.messageCharacters),
    emailDomainKind,
    emailValidity: facts.emailValidity,
    phoneValidity: facts.phoneValidity,
    domainFitsCompany: emailDomainKind === 'company' ? domainFitsCompany(companyName, emailDomain) : null,
    contactAllowed: facts.contactAllowed,
    repeatLead: facts.isRepeat,
    hot: facts.isHot,
  };
}

/** Texts with fewer characters are in the bucket before. */
export const messageLengthFrom = { medium: 40, long: 200, 'very-long': 1000 } as const;

function messageLengthOf(characters: number): MessageLength {
  if (characters <= 0) return 'none';
  if (characters < messageLengthFrom.medium) return 'short';
  if (characters < messageLengthFrom.long) return 'medium';
  return characters < messageLengthFrom['very-long'] ? 'long' : 'very-long';
}
