import { type ProfileField, profileFields } from '../../../../contract/profiles/lists.ts';
import type { BusinessProfile, LocationDraft, ProfileDraft } from '../../../../contract/profiles/profiles.ts';
import {
  type FieldKey,
  type FieldValue,
  keyOfLocation,
  locationIdOf,
  type ShownLocation,
  showLocation,
  storedValue,
  toLocationDraft,
} from './draft-fields.ts';
import type { Entry } from './profile-editing.ts';
import type { Refusal } from './refusals.ts';

/** A field that two people changed: somebody has to choose. */
export interface Conflict {
  readonly key: FieldKey;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
  /** The name of the colleague. */
  readonly by: string;
}

export type SaveState =
  /** `blocked`: what is left waits for a choice, or for another value. */
  | { readonly state: 'saved' | 'saving' | 'blocked' }
  | { readonly state: 'failed'; readonly sentence: string; readonly again: boolean };

/** A profile as its editor shows it. */
export interface Editing {
  readonly profile: BusinessProfile;
  /** The draft with what is typed. */
  readonly draft: ProfileDraft;
  readonly locations: readonly ShownLocation[];
  readonly save: SaveState;
  readonly unsaved: ReadonlySet<FieldKey>;
  readonly conflicts: readonly Conflict[];
  /** Why the server does not take a field. */
  readonly rejected: ReadonlyMap<FieldKey, string>;
  /** Paths of fields that somebody has been in. */
  readonly touched: ReadonlySet<string>;
  /** When words of an earlier visit were typed, if there were some. */
  readonly restoredAt: number | undefined;
}

interface Parts {
  readonly profile: BusinessProfile;
  readonly entries: ReadonlyMap<FieldKey, Entry>;
  readonly touched: ReadonlySet<string>;
  readonly refusal: Refusal | undefined;
  readonly restoredAt: number | undefined;
}

/** What the editor shows of all that is typed, saved and refused. */
export function showEditing({ profile, entries, touched, refusal, restoredAt }: Parts): Editing {
  const all = [...entries];
  const unsaved = all.filter(([, { dirty }]) => dirty).map(([key]) => key);
  return {
    profile,
    draft: showDraft(profile, entries),
    locations: showLocations(profile, entries),
    save: showSave(unsaved, entries, refusal),
    unsaved: new Set(unsaved),
    conflicts: all.flatMap(([key, { value, conflict }]) =>
      conflict ? [{ key, mine: value, theirs: storedValue(profile, key), by: conflict.by }] : [],
    ),
    rejected: new Map(all.flatMap(([key, { rejected }]) => (rejected ? [[key, rejected] as const] : []))),
    touched: new Set(touched),
    restoredAt,
  };
}

function showDraft({ draft }: BusinessProfile, entries: Parts['entries']): ProfileDraft {
  const shown: Record<ProfileField, unknown> = { ...draft };
  for (const field of profileFields) {
    const entry = entries.get(field);
    if (entry) shown[field] = entry.value;
  }
  // Each entry holds a value of its field: `ValueAt`.
  return shown as ProfileDraft;
}

/** Those of the server in its order, then those that it does not have yet. */
function showLocations({ locations }: BusinessProfile, entries: Parts['entries']): ShownLocation[] {
  const known = new Map(locations.map((one) => [one.id, one]));
  const typedIds = [...entries.keys()].flatMap((key) => locationIdOf(key) ?? []);
  const ids = [...known.keys(), ...typedIds.filter((id) => !known.has(id))];
  return ids.flatMap((id) => {
    const there = known.get(id);
    const entry = entries.get(keyOfLocation(id));
    const value = entry ? (entry.value as LocationDraft | null) : there ? toLocationDraft(there) : null;
    return value ? [showLocation(id, value, there)] : [];
  });
}

function showSave(unsaved: readonly FieldKey[], entries: Parts['entries'], refusal?: Refusal): SaveState {
  const waiting = unsaved.filter((key) => {
    const entry = entries.get(key);
    return !entry?.conflict && !entry?.rejected;
  });
  if (waiting.length === 0) return { state: unsaved.length === 0 ? 'saved' : 'blocked' };
  if (!refusal) return { state: 'saving' };
  return { state: 'failed', sentence: refusal.sentence, again: refusal.kind === 'later' };
}
