import type {
  DuplicateLevel,
  DuplicateReason,
  DuplicateReasonCode,
} from '../../../../contract/leads/duplicates.ts';
import type { Sentence, Spoken } from '../../../../contract/sentences.ts';
import { slipsBetween } from '../../../platform/text/slips.ts';
import { sentence } from './catalogue.ts';
import { companySimilarity } from './company-names.rules.ts';
import { matchNames, type NameMatch, type PersonName } from './person-names.rules.ts';

/** What is compared about a lead; nothing of the contact when it may not be shown (LC-4, IN-6). */
export interface LeadTraits {
  readonly email: {
    /** The mailbox: spellings that reach the same one have the same key. */
    readonly key: string;
    /** false: a role, a disposable or an unusable address, which many people may type. */
    readonly personal: boolean;
  } | null;
  /** A domain that one company registered; null for freemail, relays and disposable domains. */
  readonly companyDomain: string | null;
  readonly phone: {
    /** The line: different spellings of the same one in E.164 have the same key. */
    readonly key: string;
    readonly extension: string | null;
    readonly line: 'mobile' | 'fixed' | 'either';
  } | null;
  readonly name: PersonName;
  readonly company: readonly string[];
  readonly country: string | null;
  readonly offer: string | null;
}

/** How many people of the organization's leads, counted by surname, share the lead's address and its number. */
export interface Sharing {
  readonly emailPeople: number;
  readonly phonePeople: number;
}

/**
 * Points for what two leads have in common, modeled on Fellegi and Sunter's logarithms: a point roughly doubles the
 * odds, beyond the cost of being a candidate at all. See docs/decisions/016-duplicates.md.
 */
export const duplicateWeights = {
  sameEmail: 10,
  sharedEmail: 3,
  sameMobile: 8,
  sameLineOfEitherKind: 6,
  sameFixedLine: 5,
  sharedPhone: 1,
  slipOfPhone: 2,
  domainAndSurname: 5,
  domainAndSurnameOnly: 2,
  domainOnly: 1,
  sameCompany: 4,
  similarCompany: 3,
  somewhatSimilarCompany: 2,
  companyBesideDomain: 1,
  companyWithoutPersons: 2,
  sameName: 4,
  sameNameBesideDomain: 2,
  slipOfName: 3,
  closeName: 2,
  sameOffer: 1,
  differentName: -3,
  differentPhone: -3,
  differentCompany: -3,
  differentCountry: -1,
} as const;

/** Minimum scores. */
export const duplicateThresholds = { likely: 8, possible: 5 } as const;
/** What this many people use is a switchboard or a shared mailbox: it identifies nobody. */
export const peopleThatShare = 3;
const sameFrom = 0.95;
const similarFrom = 0.8;
const somewhatFrom = 0.65;
/** Names with less in common belong to two companies. */
const differentBelow = 0.3;

export interface Comparison {
  readonly score: number;
  /** null: too little in common. */
  readonly level: DuplicateLevel | null;
  /** Strongest first. */
  readonly reasons: readonly Spoken<DuplicateReason>[];
}

/** Compares the evidence for and against two leads being the same inquiry (LQ-4); their order makes no difference. */
export function comparePair(left: LeadTraits, right: LeadTraits, sharing: Sharing): Comparison {
  const name = matchNames(left.name, right.name);
  const email = compareEmails(left, right, sharing);
  const phone = comparePhones(left, right, sharing);
  const sameDomain = left.companyDomain !== null && left.companyDomain === right.companyDomain;
  const company = compareCompanies(left, right, sameDomain);
  const unnamed = isUnnamed(left) && isUnnamed(right);
  const found = [
    ...email,
    ...phone,
    ...(sameDomain ? compareWithinDomain(name, email.length > 0) : weighNames(name)),
    ...company,
    ...(company.length > 0 || name === 'same' || name === 'slip' ? compareOtherPhones(left, right) : []),
    ...(unnamed ? compareUnnamed(left, right, company.length > 0) : []),
    ...compareCircumstances(left, right, {
      byContact: email.length + phone.length > 0,
      byCompany: company.length > 0,
    }),
  ];
  const reasons = found.toSorted((one, other) => other.weight - one.weight);
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { score, level: levelOf(score), reasons };
}

function levelOf(score: number): DuplicateLevel | null {
  if (score >= duplicateThresholds.likely) return 'likely';
  return score >= duplicateThresholds.possible ? 'possible' : null;
}

function reason(code: DuplicateReasonCode, words: Sentence, weight: number): Spoken<DuplicateReason>[] {
  return [{ code, words, weight }];
}

function compareEmails(
  left: LeadTraits,
  right: LeadTraits,
  { emailPeople }: Sharing,
): Spoken<DuplicateReason>[] {
  if (left.email === null || right.email === null || left.email.key !== right.email.key) return [];
  const personal = left.email.personal && right.email.personal && emailPeople < peopleThatShare;
  return personal
    ? reason('same-email', sentence('sameEmail'), duplicateWeights.sameEmail)
    : reason('shared-email', sentence('sharedEmail'), duplicateWeights.sharedEmail);
}

function comparePhones(
  left: LeadTraits,
  right: LeadTraits,
  { phonePeople }: Sharing,
): Spoken<DuplicateReason>[] {
  const [one, other] = [left.phone, right.phone];
  if (one === null || other === null || one.key !== other.key) return [];
  const extensions = one.extension !== null && other.extension !== null;
  const sameDesk = extensions && one.extension === other.extension;
  if (!sameDesk && (extensions || phonePeople >= peopleThatShare)) {
    return reason('shared-phone', sentence('sharedPhone'), duplicateWeights.sharedPhone);
  }
  const weights = {
    mobile: duplicateWeights.sameMobile,
    either: duplicateWeights.sameLineOfEitherKind,
    fixed: duplicateWeights.sameFixedLine,
  };
  return reason('same-phone', sentence('samePhone'), weights[one.line]);
}

const nameReasons: Partial<
  Record<NameMatch, { code: DuplicateReasonCode; words: Sentence; weight: number }>
> = {
  same: { code: 'same-name', words: sentence('sameName'), weight: duplicateWeights.sameName },
  close: {
    code: 'similar-name',
    words: sentence('closeName'),
    weight: duplicateWeights.closeName,
  },
  slip: { code: 'similar-name', words: sentence('slipOfName'), weight: duplicateWeights.slipOfName },
  different: {
    code: 'different-name',
    words: sentence('differentName'),
    weight: duplicateWeights.differentName,
  },
};

function weighNames(name: NameMatch): Spoken<DuplicateReason>[] {
  const found = nameReasons[name];
  return found ? [found] : [];
}

/**
 * Within a company's domain surnames count more, and next to the same address the domain itself is not counted again.
 */
function compareWithinDomain(name: NameMatch, sameEmail: boolean): Spoken<DuplicateReason>[] {
  const words = sentence('domainAndSurname');
  if (name === 'same') {
    return [
      ...reason('same-domain-and-surname', words, duplicateWeights.domainAndSurname),
      ...reason('same-name', sentence('sameFirstName'), duplicateWeights.sameNameBesideDomain),
    ];
  }
  if (name === 'close') return reason('same-domain-and-surname', words, duplicateWeights.domainAndSurname);
  if (name === 'surname')
    return reason(
      'same-domain-and-surname',
      sentence('domainAndSurnameOnly'),
      duplicateWeights.domainAndSurnameOnly,
    );
  const domain = sameEmail ? [] : reason('same-domain', sentence('domainOnly'), duplicateWeights.domainOnly);
  return [...domain, ...weighNames(name)];
}

function compareCompanies(
  left: LeadTraits,
  right: LeadTraits,
  sameDomain: boolean,
): Spoken<DuplicateReason>[] {
  const similarity = companySimilarity(left.company, right.company);
  if (similarity < somewhatFrom) return [];
  const percent = Math.min(99, Math.floor(similarity * 100));
  const same = similarity >= sameFrom;
  const similar =
    similarity >= similarFrom ? duplicateWeights.similarCompany : duplicateWeights.somewhatSimilarCompany;
  const weight = same ? duplicateWeights.sameCompany : similar;
  return reason(
    same ? 'same-company' : 'similar-company',
    same ? sentence('sameCompany') : sentence('similarCompany', { percent }),
    // The domain has already shown that it is the same company.
    sameDomain ? duplicateWeights.companyBesideDomain : weight,
  );
}

/** Numbers that differ in one digit, which mean something next to a name. */
function compareOtherPhones(left: LeadTraits, right: LeadTraits): Spoken<DuplicateReason>[] {
  const [one, other] = [left.phone?.key, right.phone?.key];
  if (one === undefined || other === undefined || one === other || slipsBetween(one, other, 1) > 1) return [];
  return reason('similar-phone', sentence('slipOfPhone'), duplicateWeights.slipOfPhone);
}

/** True with neither a person nor a mailbox: the organization itself is asking. */
function isUnnamed({ name, email }: LeadTraits): boolean {
  return name.surname === '' && email === null;
}

/**
 * Where no person is named, the company is all there is: its name counts more, another number distinguishes branches,
 * and several companies may share one number.
 */
function compareUnnamed(
  left: LeadTraits,
  right: LeadTraits,
  sameCompany: boolean,
): Spoken<DuplicateReason>[] {
  const [one, other] = [left.phone?.key, right.phone?.key];
  const bothCalled = one !== undefined && other !== undefined;
  if (sameCompany) {
    const otherNumber = bothCalled && slipsBetween(one, other, 1) > 1;
    if (otherNumber)
      return reason('different-phone', sentence('differentPhone'), duplicateWeights.differentPhone);
    // With neither a number nor a name there is nothing but the company.
    return one === undefined && other === undefined
      ? []
      : reason('nobody-named', sentence('nobodyNamed'), duplicateWeights.companyWithoutPersons);
  }
  const named = left.company.length > 0 && right.company.length > 0;
  const isOther = named && companySimilarity(left.company, right.company) < differentBelow;
  return bothCalled && isOther
    ? reason('different-company', sentence('differentCompany'), duplicateWeights.differentCompany)
    : [];
}

function compareCircumstances(
  left: LeadTraits,
  right: LeadTraits,
  found: { byContact: boolean; byCompany: boolean },
): Spoken<DuplicateReason>[] {
  const reasons: Spoken<DuplicateReason>[] = [];
  if (found.byCompany && left.offer !== null && left.offer === right.offer)
    reasons.push(...reason('same-offer', sentence('sameOffer'), duplicateWeights.sameOffer));
  const elsewhere = left.country !== null && right.country !== null && left.country !== right.country;
  if (elsewhere && !found.byContact)
    reasons.push(
      ...reason('different-country', sentence('differentCountry'), duplicateWeights.differentCountry),
    );
  return reasons;
}
