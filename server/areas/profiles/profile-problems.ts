import { z } from 'zod';
import { isCountryCode } from '../../../contract/countries.ts';
import { faultOf } from '../../../contract/faults/issue-fault.ts';
import { emailAddress } from '../../../contract/people/accounts.ts';
import {
  cardCharacters,
  fewestSkillCharacters,
  mostDescriptionCharacters,
  mostSkillCharacters,
  mostValues,
  type ProfileField,
  type ProfileStep,
  profileFields,
  stepOfField,
  type TaggedField,
  taggedFields,
} from '../../../contract/profiles/lists.ts';
import type { LocationDraft, ProfileDraft } from '../../../contract/profiles/profiles.ts';
import { publicLine, publicLink, publicText } from '../../../contract/public-text.ts';
import { foldForSearch } from '../../../contract/search-folding.ts';
import type { Sentence } from '../../../contract/sentences.ts';
import { keyOfCode } from '../../../contract/vocabularies/codes.ts';
import { sentence } from './catalogue.ts';
import type { ProfileContent } from './profile-content.ts';

/** Something to mend, or to make better, before its reader is known. */
export interface FoundProblem {
  readonly step: ProfileStep;
  /** `description`, `skills.3`, `locations.<id>.city`. */
  readonly field: string;
  readonly message: Sentence;
}

/** How an address was found among the places that Leadlight knows. */
export interface FoundPlace {
  readonly match: 'match' | 'near' | 'none';
  readonly place: {
    readonly name: string;
    readonly region: string | null;
    readonly country: string;
    readonly latitude: number;
    readonly longitude: number;
  } | null;
}

/** What a profile is judged by besides itself. */
export interface ProfileSetting {
  /** How a value of the vocabulary stands; undefined: it has none with that key. */
  readonly tagState: (field: TaggedField, key: string) => 'offered' | 'accepted' | 'retired' | undefined;
  readonly placeOf: (location: LocationDraft) => FoundPlace;
  /** Whether the address is a member’s, or was confirmed. */
  readonly mayContact: (email: string) => boolean;
  /** Tags that are published already: what is retired meanwhile may stay (VO-1). */
  readonly published: ProfileContent | undefined;
  /** Locations of the organization. */
  readonly locationIds: ReadonlySet<string>;
  readonly logo: { readonly width: number; readonly height: number } | undefined;
  /** Names of other partners that are published (BP-15). */
  readonly otherPartners: readonly string[];
}

const fieldRules: { readonly [Field in ProfileField]?: z.ZodType } = {
  description: publicText(mostDescriptionCharacters),
  website: publicLink(),
  linkedIn: publicLink(),
  languages: z.array(z.string()).max(mostValues.languages),
  industries: z.array(z.string()).max(mostValues.industries),
  products: z.array(z.string()).max(mostValues.products),
  services: z.array(z.string()).max(mostValues.services),
  solutions: z.array(z.string()).max(mostValues.solutions),
  skills: z.array(publicLine(mostSkillCharacters)).max(mostValues.skills),
  customerSizes: z.array(z.string()).max(mostValues.customerSizes),
};

const mostLineCharacters = 200;
const locationRules = {
  name: publicLine(100),
  street: publicText(300),
  city: publicLine(100),
  state: publicLine(100),
  postalCode: publicLine(20),
  phone: publicLine(50),
} as const;
const contactRules = { name: publicLine(mostLineCharacters), phone: publicLine(50) } as const;

/** Digits, and what people write between them; the country code may be missing. */
const phoneForm = /^\+?[\d\s().\-/]*$/;
const fewestPhoneDigits = 4;

/** All that must be mended before a profile can be published, in the order of the steps (BP-12, BP-14). */
export function listProblems(content: ProfileContent, setting: ProfileSetting): FoundProblem[] {
  return [
    ...profileFields.flatMap((field) => problemsOfField(field, content.fields, setting)),
    ...problemsOfLocations(content, setting),
  ];
}

type Adding = (message: Sentence, ...path: (string | number)[]) => void;

/** What a field needs besides its schema. */
const fieldChecks: {
  readonly [Field in ProfileField]?: (fields: ProfileDraft, setting: ProfileSetting, add: Adding) => void;
} = {
  logo: ({ logo }, setting, add) => {
    if (logo !== null && !setting.logo) add(sentence('problem.noLogo'));
  },
  description: ({ description }, _setting, add) => {
    if (!/[\p{L}\p{N}]/u.test(description)) add(sentence('problem.noDescription'));
  },
  linkedIn: ({ linkedIn }, _setting, add) => {
    if (URL.canParse(linkedIn.trim()) && !isOnLinkedIn(linkedIn)) add(sentence('problem.notLinkedIn'));
  },
  languages: ({ languages }, _setting, add) => {
    for (const [at, tag] of languages.entries())
      if (!isLanguage(tag)) add(sentence('problem.noLanguage'), at);
    for (const at of repeated(languages)) add(sentence('problem.twice'), at);
  },
  skills: ({ skills }, _setting, add) => {
    for (const [at, skill] of skills.entries()) {
      if (skill.includes(',')) add(sentence('problem.comma'), at);
      if ([...skill.trim()].length < fewestSkillCharacters)
        add(sentence('problem.shortSkill', { least: fewestSkillCharacters }), at);
    }
    for (const at of repeated(skills)) add(sentence('problem.twice'), at);
  },
};

function problemsOfField(field: ProfileField, fields: ProfileDraft, setting: ProfileSetting): FoundProblem[] {
  const step = stepOfField[field];
  const found: FoundProblem[] = [];
  const add: Adding = (message, ...path) => found.push({ step, field: [field, ...path].join('.'), message });
  for (const { path, message } of faultsOf(fieldRules[field], fields[field])) add(message, ...path);
  fieldChecks[field]?.(fields, setting, add);
  const tagged = taggedFields.find((one) => one === field);
  return tagged ? [...found, ...problemsOfTags(tagged, fields[tagged], setting)] : found;
}

function problemsOfTags(
  field: TaggedField,
  codes: readonly string[],
  { tagState, published }: ProfileSetting,
): FoundProblem[] {
  const step = stepOfField[field];
  const kept = new Set((published?.fields[field] ?? []).map(keyOfCode));
  const again = new Set(repeated(codes.map(keyOfCode)));
  return codes.flatMap((code, at) => {
    const key = keyOfCode(code);
    const state = tagState(field, key);
    const place = { step, field: `${field}.${at}` };
    if (state === undefined) return [{ ...place, message: sentence('problem.unknownTag') }];
    if (state === 'retired' && !kept.has(key)) return [{ ...place, message: sentence('problem.retiredTag') }];
    return again.has(at) ? [{ ...place, message: sentence('problem.twice') }] : [];
  });
}

/** Where a value stands that stood before, whatever its case. */
function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, at) => {
    const key = foldForSearch(value);
    if (seen.has(key)) return [at];
    seen.add(key);
    return [];
  });
}

function problemsOfLocations(content: ProfileContent, setting: ProfileSetting): FoundProblem[] {
  const { locations } = content;
  const all = { step: 'locations', field: 'locations' } as const;
  if (locations.size === 0) return [{ ...all, message: sentence('problem.noLocation') }];
  const found: FoundProblem[] = [];
  if (locations.size > mostValues.locations)
    found.push({ ...all, message: sentence('problem.tooManyLocations', { most: mostValues.locations }) });
  for (const [id, location] of locations) {
    const place = `locations.${id}`;
    for (const [field, message] of faultsOfLocation(location, setting))
      found.push({ step: 'locations', field: `${place}.${field}`, message });
    for (const [field, message] of faultsOfContact(location.contact, setting))
      found.push({ step: 'contact', field: `${place}.contact.${field}`, message });
  }
  return found;
}

type Fault = readonly [field: string, message: Sentence];

function faultsOfLocation(location: LocationDraft, setting: ProfileSetting): Fault[] {
  const faults: Fault[] = faultsOfTexts(locationRules, location);
  for (const field of ['name', 'street', 'city'] as const)
    if (location[field].trim() === '') faults.push([field, sentence('problem.missing')]);
  if (!isCountryCode(location.country)) faults.push(['country', sentence('problem.missing')]);
  if (!mayBePhone(location.phone)) faults.push(['phone', sentence('problem.noPhone')]);
  if (location.leadsTo !== null && !setting.locationIds.has(location.leadsTo))
    faults.push(['leadsTo', sentence('problem.foreignLocation')]);
  if (!faults.some(([field]) => field === 'city' || field === 'country')) {
    const doubt = doubtAbout(location, setting);
    if (doubt) faults.push(['city', doubt]);
  }
  return faults;
}

function doubtAbout(location: LocationDraft, { placeOf }: ProfileSetting): Sentence | undefined {
  if (location.keepAddress) return undefined;
  const { match, place } = placeOf(location);
  if (match === 'match') return undefined;
  if (match === 'none' || !place) return sentence('problem.noPlace');
  const name =
    place.region === null ? place.name : sentence('anyPlace', { city: place.name, region: place.region });
  return sentence('problem.unsureAddress', { place: name });
}

function faultsOfContact(contact: LocationDraft['contact'], { mayContact }: ProfileSetting): Fault[] {
  const faults: Fault[] = faultsOfTexts(contactRules, contact);
  if (contact.name.trim() === '') faults.push(['name', sentence('problem.missing')]);
  if (!mayBePhone(contact.phone)) faults.push(['phone', sentence('problem.noPhone')]);
  const [fault] = faultsOf(emailAddress, contact.email);
  if (fault) faults.push(['email', fault.message]);
  else if (!mayContact(contactKey(contact.email))) faults.push(['email', sentence('problem.notConfirmed')]);
  return faults;
}

function faultsOfTexts<Field extends string>(
  rules: Readonly<Record<Field, z.ZodType>>,
  values: Readonly<Record<NoInfer<Field>, string>>,
): Fault[] {
  return (Object.keys(rules) as Field[]).flatMap((field) =>
    faultsOf(rules[field], values[field]).map(({ message }): Fault => [field, message]),
  );
}

function faultsOf(
  rule: z.ZodType | undefined,
  value: unknown,
): { readonly path: readonly string[]; readonly message: Sentence }[] {
  const parsed = rule?.safeParse(value, { reportInput: true });
  if (!parsed || parsed.success) return [];
  return parsed.error.issues.map((issue) => ({ path: issue.path.map(String), message: faultOf(issue) }));
}

/** What the addresses of contacts are compared by. */
export const contactKey = (email: string) => email.trim().toLowerCase();

function mayBePhone(phone: string): boolean {
  const typed = phone.trim();
  return typed === '' || (phoneForm.test(typed) && typed.replace(/\D/g, '').length >= fewestPhoneDigits);
}

function isOnLinkedIn(link: string): boolean {
  const { hostname } = new URL(link.trim());
  return hostname === 'linkedin.com' || hostname.endsWith('.linkedin.com');
}

function isLanguage(tag: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical !== undefined && nameOfLanguage(canonical) !== canonical;
  } catch {
    return false;
  }
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
function nameOfLanguage(tag: string): string | undefined {
  return languageNames.of(tag);
}

/** Tags share their weight in the search from here on (RK-15). */
const fewTags = 10;

/** What would make a profile better, each thing concrete (BP-15, BP-16). */
export function listHints({ fields }: ProfileContent, setting: ProfileSetting): FoundProblem[] {
  const found: FoundProblem[] = [];
  const add = (field: ProfileField, message: Sentence) =>
    found.push({ step: stepOfField[field], field, message });
  if (fields.logo === null) add('logo', sentence('hint.noLogo'));
  else if (setting.logo && setting.logo.height > setting.logo.width) add('logo', sentence('hint.tallLogo'));
  const length = [...fields.description.trim()].length;
  if (length > 0 && length < cardCharacters)
    add('description', sentence('hint.shortDescription', { most: cardCharacters }));
  const named = namedPartner(fields.description, setting.otherPartners);
  if (named !== undefined) add('description', sentence('hint.namesPartner', { name: named }));
  if (fields.languages.length === 0) add('languages', sentence('hint.noLanguages'));
  const { industries, products, services, solutions, skills } = fields;
  const chosen = industries.length + products.length + services.length + solutions.length;
  if (chosen === 0) add('industries', sentence('hint.noTags'));
  const count = chosen + skills.length;
  if (count > fewTags) add('skills', sentence('hint.manyTags', { count }));
  if (fields.customerSizes.length === 0) add('customerSizes', sentence('hint.noSizes'));
  return found;
}

/** Shorter names are words of every text. */
const fewestNameCharacters = 4;

function namedPartner(description: string, names: readonly string[]): string | undefined {
  const words = ` ${foldForSearch(description)} `;
  return names.find((name) => {
    const folded = foldForSearch(name);
    return folded.length >= fewestNameCharacters && words.includes(` ${folded} `);
  });
}
