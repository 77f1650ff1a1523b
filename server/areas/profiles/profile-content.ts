import { isDeepStrictEqual } from 'node:util';
import { profileFields } from '../../../contract/profiles/lists.ts';
import type { LocationDraft, ProfileDraft } from '../../../contract/profiles/profiles.ts';

/** What a profile says: as a draft, or as published. */
export interface ProfileContent {
  readonly fields: ProfileDraft;
  /** By id, in the order in which they were added. */
  readonly locations: ReadonlyMap<string, LocationDraft>;
}

/** One changed field of a draft. */
export interface DraftField {
  /** `description`, or `locations.` and the id of one. */
  readonly field: string;
  /** Of a location that is to go: null. */
  readonly value: unknown;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

/** A profile that says nothing yet. */
export const emptyDraft: ProfileDraft = {
  logo: null,
  description: '',
  website: '',
  linkedIn: '',
  languages: [],
  industries: [],
  products: [],
  services: [],
  solutions: [],
  skills: [],
  customerSizes: [],
  optOutOfOtherSizes: false,
  budgetFrom: null,
};

const beginningOfLocation = 'locations.';

/** The name under which a location is kept in a draft. */
export const locationField = (id: string) => `${beginningOfLocation}${id}`;

/** What is published, with what the draft says instead. */
export function overlay(published: ProfileContent, draft: readonly DraftField[]): ProfileContent {
  const locations = new Map(published.locations);
  const fields: Record<string, unknown> = { ...published.fields };
  for (const { field, value } of draft) {
    if (!field.startsWith(beginningOfLocation)) {
      fields[field] = value;
      continue;
    }
    const id = field.slice(beginningOfLocation.length);
    // Written by `saveDraftField` alone, from values that the contract let through.
    if (value === null) locations.delete(id);
    else locations.set(id, value as LocationDraft);
  }
  return { fields: fields as ProfileDraft, locations };
}

/** Whether two values are the same to people, whatever the order of their keys. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one ?? null, other ?? null);
}

/** Whether two contents say the same. */
export function isSameContent(one: ProfileContent, other: ProfileContent): boolean {
  return (
    profileFields.every((field) => isSameValue(one.fields[field], other.fields[field])) &&
    one.locations.size === other.locations.size &&
    [...one.locations].every(([id, location]) => isSameValue(location, other.locations.get(id)))
  );
}

/**
 * Whether the address of a published location stands (BP-12). Pages from before profiles were edited here have none yet:
 * it is filled in once.
 */
export function hasFixedAddress(published: LocationDraft | undefined): published is LocationDraft {
  return published !== undefined && published.street.trim() !== '' && published.city.trim() !== '';
}
