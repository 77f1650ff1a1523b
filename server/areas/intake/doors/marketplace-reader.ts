import { clipText } from '../../../../contract/cut.ts';
import type { Mend } from '../../../../contract/leads/leads.ts';
import type { MendedField } from '../../../../contract/leads/lists.ts';
import { maxNameCharacters, maxNoteCharacters } from '../../../../contract/text.ts';
import { readCountry } from '../country-words.ts';
import { consentOf } from './consent-signals.rules.ts';
import { actionOf } from './marketplace.rules.ts';
import type { MarketplaceBody } from './marketplace-body.ts';
import { mendText, notesOf } from './mended-text.rules.ts';

/** A marketplace's payload as we read it. */
export interface MarketplaceLead {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly customerName: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly leadSource: string | null;
  readonly actionCode: string | null;
  readonly offerTitle: string | null;
  readonly message: string | null;
  /** false: some signal says not to contact the customer; it wins over all others (IN-6). */
  readonly contactAllowed: boolean;
  /** What was odd and how it was kept. */
  readonly mended: readonly Mend[];
}

type TextField = Exclude<MendedField, 'consent' | 'payload'>;

/** The keys of each field, in lower case without punctuation, the documented one first. */
const keys: Readonly<Record<TextField, readonly string[]>> = {
  firstName: ['firstname', 'givenname', 'forename', 'fullname', 'contactname', 'name'],
  lastName: ['lastname', 'surname', 'familyname'],
  title: ['title', 'jobtitle', 'position'],
  email: ['email', 'emailaddress', 'mail', 'contactemail'],
  phone: ['phone', 'phonenumber', 'telephone', 'tel', 'mobile', 'mobilephone', 'contactphone'],
  customerName: ['company', 'companyname', 'customername', 'organization', 'organisation'],
  country: ['country', 'countrycode', 'countryregion', 'countryname'],
  leadSource: ['leadsource', 'source'],
  actionCode: ['actioncode', 'action'],
  offerTitle: ['offertitle', 'offername', 'offer'],
  message: ['description', 'message', 'comments', 'comment', 'notes'],
};
const limits: Readonly<Record<TextField, number>> = {
  firstName: maxNameCharacters,
  lastName: maxNameCharacters,
  title: maxNameCharacters,
  email: maxNameCharacters,
  phone: maxNameCharacters,
  customerName: maxNameCharacters,
  country: maxNameCharacters,
  leadSource: 500,
  actionCode: 50,
  offerTitle: maxNameCharacters,
  message: maxNoteCharacters,
};
const ofUser: readonly TextField[] = [
  'firstName',
  'lastName',
  'title',
  'email',
  'phone',
  'customerName',
  'country',
];
/** Outside the customer's details, these may belong to anything. */
const unclearKeys: ReadonlySet<string> = new Set(['title', 'name', 'position', 'mail', 'mobile']);
const ofLead: readonly TextField[] = ['leadSource', 'actionCode', 'offerTitle', 'message'];

/** Reads any JSON object as a lead: never throws, and reports everything odd (IN-4). */
export function readMarketplaceLead(body: MarketplaceBody): MarketplaceLead {
  const top = Level.of(unwrapped(body.payload));
  const users = top.all('userdetails').flatMap(asLevel);
  const mended: Mend[] = [];
  if (body.encodingGuessed) mended.push({ field: 'payload', mending: 'encoding-guessed', sent: null });
  const read = (field: TextField, levels: readonly Level[]): string | null => {
    const found = mendText(firstSaid(levels, keys[field]), limits[field]);
    mended.push(...notesOf(field, found));
    return found.text;
  };
  // The details may also be at the top level; those on a level of their own come first.
  const userLevels = users.length > 0 ? [...users, top.without(unclearKeys)] : [top];
  const texts = Object.fromEntries([
    ...ofUser.map((field) => [field, read(field, userLevels)]),
    ...ofLead.map((field) => [field, read(field, [top])]),
  ]) as Record<TextField, string | null>;
  const country = texts.country === null ? null : readCountry(texts.country);
  if (texts.country !== null && country === null) mended.push(notUnderstood('country', texts.country));
  if (texts.actionCode !== null && actionOf(texts.actionCode) === undefined)
    mended.push(notUnderstood('actionCode', texts.actionCode));
  const consent = consentOf({
    entries: [top, ...users, ...consentInside(body.payload)].flatMap((level) => level.entries),
    written: body.written,
    leadSource: texts.leadSource,
    actionCode: texts.actionCode,
  });
  if (consent.contradicted) mended.push({ field: 'consent', mending: 'contradicted', sent: null });
  const message = texts.message ?? wholePayload(texts, body, mended);
  return { ...texts, country, message, contactAllowed: consent.contactAllowed, mended };
}

type Fields = Readonly<Record<string, unknown>>;

/** Programs wrap leads several times; anything deeper is not a lead. */
const deepestWrapper = 4;

/**
 * `{"lead": {…}}`, `{"event": …, "data": {"lead": {…}}}`: removes the wrapper, unless it says something about a lead
 * itself.
 */
function unwrapped(payload: Fields, depth = 0): Fields {
  const inside = wrapped(payload);
  const [only] = inside;
  if (only === undefined || inside.length > 1 || depth >= deepestWrapper) return payload;
  return Object.keys(payload).some((key) => ofALead.has(foldKey(key))) ? payload : unwrapped(only, depth + 1);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects that the payload holds under a wrapper's name. */
function wrapped(payload: Fields): Fields[] {
  return Object.entries(payload).flatMap(([key, value]) =>
    isFields(value) && wrappers.has(foldKey(key)) ? [value] : [],
  );
}

/** A refusal inside any wrapper counts, whatever is next to it (IN-6). */
function consentInside(payload: Fields, depth = 0): Level[] {
  if (depth >= deepestWrapper) return [];
  return wrapped(payload).flatMap((inner) => {
    const level = Level.of(inner);
    return [level, ...level.all('userdetails').flatMap(asLevel), ...consentInside(inner, depth + 1)];
  });
}

/** Keys that only leads have. */
const ofALead: ReadonlySet<string> = new Set([
  'userdetails',
  ...keys.email,
  ...keys.phone,
  ...keys.customerName,
  ...keys.firstName.filter((key) => key !== 'name'),
  ...keys.lastName,
  ...keys.leadSource.filter((key) => key !== 'source'),
]);

const wrappers: ReadonlySet<string> = new Set([
  'lead',
  'data',
  'payload',
  'body',
  'record',
  'item',
  'result',
]);

function notUnderstood(field: MendedField, sent: string): Mend {
  return { field, mending: 'not-understood', sent: clipText(sent, maxNameCharacters) };
}

/** If no field says anything, the payload itself is kept for people to read. */
function wholePayload(
  texts: Readonly<Record<TextField, string | null>>,
  { written }: MarketplaceBody,
  mended: Mend[],
): string | null {
  if ([...ofUser, 'offerTitle' as const].some((field) => texts[field] !== null)) return null;
  mended.push({ field: 'payload', mending: 'not-understood', sent: null });
  const { text } = mendText(written, maxNoteCharacters);
  return text === '{}' ? null : text;
}

/** An object whose keys match regardless of case and punctuation: `UserDetails`, `userDetails`, `user_details`. */
class Level {
  /** By key: a payload may have any number of them, and dozens are looked up. */
  private readonly values = new Map<string, unknown[]>();

  private constructor(readonly entries: readonly (readonly [string, unknown])[]) {
    for (const [name, value] of entries) {
      const found = this.values.get(name);
      if (found) found.push(value);
      else this.values.set(name, [value]);
    }
  }

  static of(object: Readonly<Record<string, unknown>>): Level {
    return new Level(Object.entries(object).map(([key, value]) => [foldKey(key), value] as const));
  }

  without(names: ReadonlySet<string>): Level {
    return new Level(this.entries.filter(([name]) => !names.has(name)));
  }

  all(key: string): readonly unknown[] {
    return this.values.get(key) ?? [];
  }
}

function foldKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** An object, the first of a list, or one that was encoded as a string. */
function asLevel(value: unknown): Level[] {
  if (typeof value === 'string' && value.trim().startsWith('{')) {
    try {
      return asLevel(JSON.parse(value));
    } catch {
      return [];
    }
  }
  const [object] = Array.isArray(value) ? value : [value];
  return isFields(object) ? [Level.of(object)] : [];
}

/** The first value under one of the keys that says something; levels count before keys. */
function firstSaid(levels: readonly Level[], names: readonly string[]): unknown {
  for (const level of levels)
    for (const name of names)
      for (const value of level.all(name)) if (mendText(value, 1).text !== null) return value;
  return undefined;
}
