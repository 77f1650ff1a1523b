/**
 * Identifies a draft of typed text kept on this device: one per person, organization, form and subject.
 * Drafts are offered to no one else, expire, and are limited in number and size.
 */
export interface DraftPlace {
  personId: string;
  organizationId: string;
  /** The form: `accept`, `send-lead`. */
  form: string;
  /** What the form is about: the id of a lead; empty for forms without a subject. */
  subject: string;
}

export type DraftValues = Record<string, unknown>;

/** An attempt to send that was never answered: it may have arrived. */
export interface Attempt {
  at: number;
  /** Its idempotency key, for requests that take one. */
  key?: string;
  /** The body that was sent, as text. */
  body: string;
}

export interface Draft {
  /** When something was last typed, in milliseconds. */
  at: number;
  /** The values of the form before anything was typed. */
  base: DraftValues;
  values: DraftValues;
  attempt?: Attempt;
}

/** The part of `localStorage` that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'leadlight.draft.';
/** Days after which a draft is deleted. */
export const draftDays = 7;
const maxAgeMs = draftDays * 24 * 60 * 60_000;
/** Maximum number of drafts on a device; the oldest are dropped. */
export const maxDrafts = 40;
/** Maximum characters of a draft, more than any form allows; longer ones aren't kept. */
export const maxDraftCharacters = 100_000;

function keyOf({ personId, organizationId, form, subject }: DraftPlace): string {
  return prefix + [personId, organizationId, form, subject].map(encodeURIComponent).join('/');
}

function placeOf(key: string): DraftPlace | null {
  const [personId, organizationId, form, subject] = key
    .slice(prefix.length)
    .split('/')
    .map((part) => decodeURIComponent(part));
  if (!personId || !organizationId || !form || subject === undefined) return null;
  return { personId, organizationId, form, subject };
}

function isRecord(value: unknown): value is DraftValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    if (!isRecord(draft) || typeof draft.at !== 'number') return null;
    return isRecord(draft.base) && isRecord(draft.values) ? (draft as unknown as Draft) : null;
  } catch {
    return null;
  }
}

/** The fields in which a draft differs from its base. */
export function typedFields({ base, values }: Pick<Draft, 'base' | 'values'>): string[] {
  return Object.keys(values).filter((name) => JSON.stringify(values[name]) !== JSON.stringify(base[name]));
}

/**
 * Applies a draft to the current values of the form. Fields without typed text keep the current value, so an old draft
 * never reverts what others have changed; `moved` are the typed fields that have also been changed since.
 */
export function applyDraft(now: DraftValues, draft: Draft): { values: DraftValues; moved: string[] } {
  const typed = typedFields(draft).filter((name) => Object.hasOwn(now, name));
  const values = { ...now };
  for (const name of typed) values[name] = draft.values[name];
  const moved = typed.filter(
    (name) =>
      JSON.stringify(draft.base[name]) !== JSON.stringify(now[name]) &&
      JSON.stringify(draft.values[name]) !== JSON.stringify(now[name]),
  );
  return { values, moved };
}

/** The drafts of a device. Without storage it keeps nothing, and nothing fails. */
export class DraftBox {
  constructor(
    private readonly storage: () => DraftStorage,
    private readonly now: () => number,
  ) {}

  find(place: DraftPlace): Draft | null {
    return this.guard(() => {
      const draft = parseDraft(this.storage().getItem(keyOf(place)));
      return draft && this.isFresh(draft) ? draft : null;
    }, null);
  }

  /** Keeps what was typed; false if that failed. */
  keep(place: DraftPlace, draft: Omit<Draft, 'at'>): boolean {
    return this.guard(() => {
      const text = JSON.stringify({ ...draft, at: this.now() });
      if (text.length > maxDraftCharacters) return false;
      this.makeRoom(keyOf(place));
      this.storage().setItem(keyOf(place), text);
      return true;
    }, false);
  }

  remove(place: DraftPlace): void {
    this.guard(() => this.storage().removeItem(keyOf(place)), undefined);
  }

  /** The drafts of a person, for one subject if given; newest first. */
  list(personId: string, subject?: string): (DraftPlace & { draft: Draft })[] {
    const kept = this.entries().flatMap(({ key, draft }) => {
      const place = placeOf(key);
      if (place === null || draft === null || !this.isFresh(draft)) return [];
      const isWanted = place.personId === personId && (subject === undefined || place.subject === subject);
      return isWanted ? [{ ...place, draft }] : [];
    });
    return kept.sort((left, right) => right.draft.at - left.draft.at);
  }

  removeAll(personId: string): void {
    for (const place of this.list(personId)) this.remove(place);
  }

  /** Deletes drafts that have expired or can't be read. */
  tidy(): void {
    for (const { key, draft } of this.entries()) {
      if (draft === null || !this.isFresh(draft)) this.guard(() => this.storage().removeItem(key), undefined);
    }
  }

  private makeRoom(forKey: string): void {
    const others = this.entries().filter(({ key }) => key !== forKey);
    const oldestFirst = others.sort((left, right) => (left.draft?.at ?? 0) - (right.draft?.at ?? 0));
    const tooMany = Math.max(0, oldestFirst.length - (maxDrafts - 1));
    for (const { key } of oldestFirst.slice(0, tooMany)) this.storage().removeItem(key);
  }

  private entries(): { key: string; draft: Draft | null }[] {
    return this.guard(() => {
      const storage = this.storage();
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      return keys
        .filter((key): key is string => key?.startsWith(prefix) ?? false)
        .map((key) => ({ key, draft: parseDraft(storage.getItem(key)) }));
    }, []);
  }

  private isFresh({ at }: Draft): boolean {
    return this.now() - at < maxAgeMs;
  }

  private guard<T>(act: () => T, otherwise: T): T {
    try {
      return act();
    } catch {
      // Storage is blocked or full.
      return otherwise;
    }
  }
}

/** The drafts of this browser. */
export const drafts = new DraftBox(
  () => localStorage,
  () => Date.now(),
);
