import { autosaveMilliseconds } from '../../../../contract/profiles/lists.ts';
import type {
  BusinessProfile,
  FieldChange,
  LocationDraft,
  ProfileChange,
} from '../../../../contract/profiles/profiles.ts';
import {
  type FieldKey,
  type FieldValue,
  sameValue,
  storedValue,
  toChange,
  type ValueAt,
} from './draft-fields.ts';
import type { WordKeeper } from './kept-words.ts';
import { type Refusal, readRefusal, retryAfter } from './refusals.ts';
import { type Editing, showEditing } from './shown-editing.ts';

/** What is typed is written to this device at most so often. */
const keepMilliseconds = 300;
/** Browsers send no more than 64 KiB for a page that is closing. */
const mostOutlivingCharacters = 20_000;

/** A field that somebody types in, or that the server does not have yet. */
export interface Entry {
  value: FieldValue;
  /** What the server had when somebody began to type, and the revision of that. */
  base: FieldValue;
  basedOn: number;
  /** The server does not have it. */
  dirty: boolean;
  /** The cursor is in it: what it shows changes by typing only. */
  focused: boolean;
  /** What is on its way. */
  sent?: FieldValue | undefined;
  /** What was sent without an answer: each may have arrived. */
  unanswered: FieldValue[];
  /** Who changed it meanwhile: nothing is saved until somebody chooses. */
  conflict?: { by: string } | undefined;
  /** Why the server does not take it; it is sent again once it is changed. */
  rejected?: string | undefined;
}

interface EditingParts {
  profile: BusinessProfile;
  /** Sends a change; `outlivesPage`: also when the page is being closed. */
  send: (change: Required<ProfileChange>, outlivesPage: boolean) => Promise<BusinessProfile>;
  /** Is told of each profile that the server answered with. */
  onAnswer?: (profile: BusinessProfile) => void;
  keeper: Pick<WordKeeper, 'find' | 'keep'>;
}

/**
 * The draft of a profile while somebody edits it (BP-13). Each field is saved by itself a moment after the last key, with
 * the revision it was loaded at; what a colleague changed meanwhile waits for a choice, and holds up no other field. What
 * the server does not have is on this device.
 */
export class ProfileEditing {
  private readonly entries = new Map<FieldKey, Entry>();
  private readonly touched = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private profile: BusinessProfile;
  private refusal: Refusal | undefined;
  private failures = 0;
  private running = Promise.resolve();
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  /** The words that were written to this device last. */
  private kept: string | undefined;
  private restoredAt: number | undefined;
  private isClosed = false;
  /** Whether the profile is deleted. */
  isOver = false;
  private shown: Editing;

  constructor(private readonly parts: EditingParts) {
    this.profile = parts.profile;
    this.restore();
    this.shown = showEditing(this.state());
  }

  read = (): Editing => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends what an earlier visit left, or what could not be sent so far. */
  open(): void {
    this.isClosed = false;
    this.failures = 0;
    void this.save();
  }

  /** The editor is left: what is typed is sent at once, and what can't be sent stays on this device. */
  close(): void {
    this.isClosed = true;
    this.leave();
  }

  /** The page may be closed: what is typed is written to this device and sent. */
  leave(): void {
    this.keepNow();
    void this.save();
  }

  /** The cursor is in the field: from now on, what it shows changes by typing only. */
  focus(key: FieldKey): void {
    this.entryOf(key).focused = true;
  }

  /** The cursor left the field; `path` is where in it it was. */
  blur(key: FieldKey, path: string = key): void {
    const entry = this.entries.get(key);
    if (entry) entry.focused = false;
    this.touched.add(path);
    this.drop(key);
    void this.save();
  }

  /** From now on, what is wrong with a field is said beside it. */
  touch(path: string): void {
    this.touched.add(path);
    this.tell();
  }

  change<Key extends FieldKey>(key: Key, value: ValueAt<Key>, path: string = key): void {
    const entry = this.entryOf(key);
    entry.value = value;
    entry.rejected = undefined;
    entry.dirty = entry.sent !== undefined || !sameValue(value, storedValue(this.profile, key));
    this.touched.add(path);
    this.drop(key);
    this.keepTimer ??= setTimeout(() => this.keepNow(), keepMilliseconds);
    this.saveIn(autosaveMilliseconds);
    this.tell();
  }

  /** Takes over what the server says now; fields with the cursor or unsaved words keep theirs. */
  adopt(profile: BusinessProfile): void {
    if (profile.revision < this.profile.revision) return;
    this.profile = profile;
    for (const [key, entry] of this.entries) this.rebase(key, entry);
    this.tell();
  }

  /** Of two versions, one's own holds. */
  keepMine(key: FieldKey): void {
    const entry = this.entryOf(key);
    entry.conflict = undefined;
    entry.dirty = true;
    this.standOnPresent(key, entry);
    void this.save();
  }

  /** Of two versions, the colleague's holds. */
  takeTheirs(key: FieldKey): void {
    this.entries.delete(key);
    this.keepNow();
    this.tell();
  }

  /** Forgets what is typed: the draft is thrown away, or the profile deleted. */
  forget(): void {
    clearTimeout(this.saveTimer);
    this.entries.clear();
    this.keepNow();
    this.tell();
  }

  /** The profile is deleted: nothing about it is sent any more. */
  end(): void {
    this.isOver = true;
    this.forget();
  }

  /** Saves at once. @returns whether the server has everything now */
  async settle(): Promise<boolean> {
    await this.save();
    return this.shown.unsaved.size === 0;
  }

  /** Saves what is due; while something is on its way, it goes after that. */
  save(): Promise<void> {
    clearTimeout(this.saveTimer);
    this.running = this.running.then(() => this.sendDue());
    this.tell();
    return this.running;
  }

  private saveIn(milliseconds: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), milliseconds);
  }

  private async sendDue(): Promise<void> {
    const dueKeys = () => [...this.entries].filter(([, entry]) => isDue(entry));
    // What was typed on different revisions goes one after the other.
    for (let due = dueKeys(); due.length > 0; due = dueKeys()) {
      const basedOn = due[0]?.[1].basedOn ?? 0;
      const group = due.filter(([, entry]) => entry.basedOn === basedOn).map(([key]) => key);
      if (!(await this.sendGroup(basedOn, group))) break;
    }
    this.keepNow();
    this.tell();
  }

  /** @returns false when the rest has to wait */
  private async sendGroup(basedOn: number, keys: readonly FieldKey[]): Promise<boolean> {
    const values = new Map(keys.map((key) => [key, this.entryOf(key).value]));
    for (const [key, value] of values) this.entryOf(key).sent = value;
    this.keepNow();
    const change = toChange(basedOn, values);
    try {
      const answer = await this.parts.send(change, JSON.stringify(change).length < mostOutlivingCharacters);
      this.refusal = undefined;
      this.failures = 0;
      this.take(answer);
      for (const key of keys) this.noteSaved(key);
      return true;
    } catch (error) {
      return this.noteRefused(readRefusal(error, keys), keys);
    }
  }

  private noteSaved(key: FieldKey): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.dirty = !sameValue(entry.value, entry.sent);
    entry.sent = undefined;
    entry.unanswered = [];
    this.standOnPresent(key, entry);
    this.drop(key);
  }

  /** @returns whether the other fields can go on at once */
  private noteRefused(refusal: Refusal, keys: readonly FieldKey[]): boolean {
    for (const key of keys) this.noteUnsaved(key, refusal);
    if (refusal.current) this.take(refusal.current);
    if (refusal.kind === 'changed') for (const key of refusal.keys) this.noteConflict(key);
    if (refusal.kind === 'changed' || refusal.kind === 'wrong') return true;
    this.refusal = refusal;
    this.failures += 1;
    if (refusal.kind === 'later' && !this.isClosed) this.saveIn(retryAfter(refusal, this.failures));
    return false;
  }

  private noteUnsaved(key: FieldKey, { kind, wrong }: Refusal): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    if (kind === 'later' && entry.sent !== undefined) entry.unanswered.push(entry.sent);
    entry.sent = undefined;
    entry.rejected = wrong.get(key);
  }

  private noteConflict(key: FieldKey): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    const theirs = storedValue(this.profile, key);
    // An attempt had arrived although its answer got lost: what the server has was typed here.
    if (entry.unanswered.some((value) => sameValue(value, theirs))) this.standOnPresent(key, entry);
    else entry.conflict = { by: this.lastChange(key)?.by ?? '' };
    entry.unanswered = [];
  }

  private take(profile: BusinessProfile): void {
    this.adopt(profile);
    this.parts.onAnswer?.(profile);
  }

  /** Moves a field on to the new revision, unless a colleague changed it. */
  private rebase(key: FieldKey, entry: Entry): void {
    const present = storedValue(this.profile, key);
    const isAsBefore =
      (this.lastChange(key)?.revision ?? 0) <= entry.basedOn || sameValue(present, entry.base);
    if (isAsBefore) {
      entry.value = withMadeLocation(entry, present);
      this.standOnPresent(key, entry);
    }
    if (entry.dirty && entry.sent === undefined && sameValue(entry.value, present)) {
      entry.dirty = false;
      entry.conflict = undefined;
      this.standOnPresent(key, entry);
    }
    this.drop(key);
  }

  private standOnPresent(key: FieldKey, entry: Entry): void {
    entry.base = storedValue(this.profile, key);
    entry.basedOn = this.profile.revision;
  }

  private lastChange(key: FieldKey): FieldChange | undefined {
    return this.profile.lastChanges.find(({ field }) => field === key);
  }

  private entryOf(key: FieldKey): Entry {
    const found = this.entries.get(key);
    if (found) return found;
    const value = storedValue(this.profile, key);
    const basedOn = this.profile.revision;
    const entry: Entry = { value, base: value, basedOn, dirty: false, focused: false, unanswered: [] };
    this.entries.set(key, entry);
    return entry;
  }

  /** Forgets a field that shows what the server has, and in which nobody types. */
  private drop(key: FieldKey): void {
    const entry = this.entries.get(key);
    if (entry && !entry.dirty && !entry.focused) this.entries.delete(key);
  }

  private keepNow(): void {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    const dirty = [...this.entries].filter(([, entry]) => entry.dirty);
    const each = (pick: (entry: Entry) => unknown) =>
      Object.fromEntries(dirty.map(([key, entry]) => [key, pick(entry)]));
    const words = {
      base: each(({ base }) => base),
      values: each(({ value }) => value),
      sent: each(({ unanswered, sent }) => (sent === undefined ? unanswered : [...unanswered, sent])),
    };
    const typed = JSON.stringify(words.values);
    // What somebody threw away when they signed out does not come back.
    if (this.isClosed && typed === this.kept) return;
    this.parts.keeper.keep(words);
    this.kept = typed;
  }

  private restore(): void {
    const found = this.parts.keeper.find();
    for (const [name, value] of Object.entries(found?.values ?? {})) {
      const key = name as FieldKey;
      const present = storedValue(this.profile, key);
      if (present === undefined || sameValue(value, present)) continue;
      const entry = this.entryOf(key);
      entry.value = value as FieldValue;
      entry.dirty = true;
      const own = [found?.base[name], ...listOf(found?.sent[name])];
      if (!own.some((one) => sameValue(one, present)))
        entry.conflict = { by: this.lastChange(key)?.by ?? '' };
      this.restoredAt = found?.at;
    }
  }

  private state() {
    const { profile, entries, touched, refusal, restoredAt } = this;
    return { profile, entries, touched, refusal, restoredAt };
  }

  private tell(): void {
    this.shown = showEditing(this.state());
    for (const listener of this.listeners) listener();
  }
}

/** Publishing made the location that gets the leads: what somebody types in stays with it. */
function withMadeLocation({ value, base }: Entry, present: FieldValue): FieldValue {
  if (!isLocation(value) || !isLocation(base) || !isLocation(present)) return value;
  return value.leadsTo === base.leadsTo ? { ...value, leadsTo: present.leadsTo } : value;
}

const isLocation = (value: FieldValue): value is LocationDraft =>
  typeof value === 'object' && value !== null && 'leadsTo' in value;

const isDue = ({ dirty, conflict, rejected }: Entry) => dirty && !conflict && !rejected;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
