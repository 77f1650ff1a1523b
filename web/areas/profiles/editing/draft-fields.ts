import type { ProfileField } from '../../../../contract/profiles/lists.ts';
import type {
  BusinessProfile,
  LocationDraft,
  ProfileChange,
  ProfileDraft,
  ProfileLocation,
} from '../../../../contract/profiles/profiles.ts';

/** What is saved by itself: a field of the profile, or one of its locations. */
export type LocationKey = `locations.${string}`;
export type FieldKey = ProfileField | LocationKey;

/** What a field holds; null for a location that is removed or not there. */
export type FieldValue = ProfileDraft[ProfileField] | LocationDraft | null;
export type ValueAt<Key extends FieldKey> = Key extends ProfileField
  ? ProfileDraft[Key]
  : LocationDraft | null;

const locationPrefix = 'locations.';

/** The key of the location with that id. */
export const keyOfLocation = (id: string): LocationKey => `${locationPrefix}${id}`;

/** The id of the location that a key is of; undefined for fields of the profile. */
export function locationIdOf(key: string): string | undefined {
  return key.startsWith(locationPrefix) ? key.slice(locationPrefix.length).split('.')[0] : undefined;
}

/** The key of what a path such as `skills.3` or `locations.<id>.city` is in. */
export function keyOfPath(path: string): FieldKey {
  const id = locationIdOf(path);
  return id === undefined ? ((path.split('.')[0] ?? path) as ProfileField) : keyOfLocation(id);
}

/** A location as it is typed, without what the server adds. */
export function toLocationDraft(location: LocationDraft): LocationDraft {
  const { name, street, city, state, postalCode, country, phone, keepAddress, leadsTo, contact } = location;
  return { name, street, city, state, postalCode, country, phone, keepAddress, leadsTo, contact };
}

/** A location with nothing but its country. */
export function emptyLocation(country: string): LocationDraft {
  return {
    name: '',
    street: '',
    city: '',
    state: '',
    postalCode: '',
    country,
    phone: '',
    keepAddress: false,
    leadsTo: null,
    contact: { name: '', email: '', phone: '' },
  };
}

/** A location as the editor shows it: what was typed, with what the server says of it if it has it. */
export type ShownLocation = LocationDraft &
  Pick<ProfileLocation, 'id' | 'address' | 'addressFixed' | 'place' | 'contactConfirmed'> & {
    /** Whether the server has it yet. */
    readonly known: boolean;
  };

const nowhere: ProfileLocation['place'] = { match: 'match', proposed: null };

/** What the editor shows for a location. */
export function showLocation(
  id: string,
  value: LocationDraft,
  known: ProfileLocation | undefined,
): ShownLocation {
  const { address = null, addressFixed = false, place = nowhere, contactConfirmed = true } = known ?? {};
  return { ...value, id, address, addressFixed, place, contactConfirmed, known: known !== undefined };
}

/** What the draft on the server holds for a key. */
export function storedValue<Key extends FieldKey>(profile: BusinessProfile, key: Key): ValueAt<Key> {
  const id = locationIdOf(key);
  if (id === undefined) return profile.draft[key as ProfileField] as ValueAt<Key>;
  const found = profile.locations.find((one) => one.id === id);
  return (found ? toLocationDraft(found) : null) as ValueAt<Key>;
}

/** Whether two values are the same to the server, which removes spaces around texts. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, tidy(part)]));
}

/** The change that saves these values. */
export function toChange(
  basedOn: number,
  values: ReadonlyMap<FieldKey, FieldValue>,
): Required<ProfileChange> {
  const fields: Record<string, unknown> = {};
  const locations: Record<string, LocationDraft | null> = {};
  for (const [key, value] of values) {
    const id = locationIdOf(key);
    if (id === undefined) fields[key] = value;
    else locations[id] = value as LocationDraft | null;
  }
  // Each key holds a value of its own type: `ValueAt`.
  return { basedOn, fields: fields as ProfileChange['fields'], locations };
}
