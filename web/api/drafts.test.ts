import { describe, expect, it } from 'vitest';
import {
  applyDraft,
  DraftBox,
  type DraftPlace,
  type DraftStorage,
  draftDays,
  maxDraftCharacters,
  maxDrafts,
  typedFields,
} from './drafts.ts';

class MemoryStorage implements DraftStorage {
  private readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

const place = (part: Partial<DraftPlace> = {}): DraftPlace => ({
  personId: 'grace',
  organizationId: 'contoso',
  form: 'accept',
  subject: 'lead-1',
  ...part,
});
const typed = { base: { notes: '' }, values: { notes: 'Three clinics' } };

function openBox() {
  const storage = new MemoryStorage();
  let now = Date.UTC(2026, 10, 28);
  return {
    storage,
    box: new DraftBox(
      () => storage,
      () => now,
    ),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the drafts of a device', () => {
  it('keep what was typed for the same person, organization, form and lead, and for nobody else', () => {
    const { box } = openBox();
    box.keep(place(), typed);
    expect(box.find(place())?.values).toEqual({ notes: 'Three clinics' });
    for (const other of [
      { personId: 'robin' },
      { organizationId: 'fabrikam' },
      { form: 'decline' },
      { subject: 'lead-2' },
    ]) {
      expect(box.find(place(other))).toBeNull();
    }
    expect(box.list('robin')).toEqual([]);
    expect(box.list('grace', 'lead-1')).toHaveLength(1);
    expect(box.list('grace', 'lead-2')).toEqual([]);
  });

  it('tell places apart whose parts hold the sign between them', () => {
    const { box } = openBox();
    box.keep(place({ form: 'a/b', subject: 'c' }), typed);
    expect(box.find(place({ form: 'a', subject: 'b/c' }))).toBeNull();
    expect(box.list('grace')[0]).toMatchObject({ form: 'a/b', subject: 'c' });
  });

  it('expire', () => {
    const { box, storage, pass } = openBox();
    box.keep(place(), typed);
    pass(draftDays * 24 * 60 * 60_000 - 1);
    expect(box.find(place())).not.toBeNull();
    pass(1);
    expect(box.find(place())).toBeNull();
    expect(storage.length).toBe(1);
    box.tidy();
    expect(storage.length).toBe(0);
  });

  it('are bounded: the oldest make room, and what is too long is not kept', () => {
    const { box, pass } = openBox();
    for (let index = 0; index < maxDrafts + 5; index++) {
      box.keep(place({ subject: `lead-${index}` }), typed);
      pass(1000);
    }
    expect(box.list('grace')).toHaveLength(maxDrafts);
    expect(box.find(place({ subject: 'lead-0' }))).toBeNull();
    expect(box.find(place({ subject: `lead-${maxDrafts + 4}` }))).not.toBeNull();
    const long = { base: { notes: '' }, values: { notes: 'x'.repeat(maxDraftCharacters) } };
    expect(box.keep(place({ subject: 'long' }), long)).toBe(false);
    expect(box.find(place({ subject: 'long' }))).toBeNull();
  });

  it('go with their person, and only theirs', () => {
    const { box } = openBox();
    box.keep(place(), typed);
    box.keep(place({ personId: 'robin' }), typed);
    box.removeAll('grace');
    expect(box.list('grace')).toEqual([]);
    expect(box.list('robin')).toHaveLength(1);
  });

  it.each(['{', '[]', 'null', '{"at":1}', '{"at":"x","base":{},"values":{}}', '7'])(
    'pass over what they cannot read: %s',
    (text) => {
      const { box, storage } = openBox();
      box.keep(place(), typed);
      storage.setItem(storage.key(0) ?? '', text);
      expect(box.find(place())).toBeNull();
      expect(box.list('grace')).toEqual([]);
      box.tidy();
      expect(storage.length).toBe(0);
    },
  );

  it('leave what is not theirs alone, and fail quietly where storage is blocked', () => {
    const { box, storage } = openBox();
    storage.setItem('leadlight.columns', '[]');
    box.tidy();
    expect(storage.length).toBe(1);
    const blocked = new DraftBox(
      () => {
        throw new Error('blocked');
      },
      () => 0,
    );
    expect(blocked.keep(place(), typed)).toBe(false);
    expect(blocked.find(place())).toBeNull();
    expect(blocked.list('grace')).toEqual([]);
  });
});

describe('putting a draft back', () => {
  const draft = {
    at: 0,
    base: { name: 'Deal', notes: '', team: ['a'], gone: 'x' },
    values: { name: 'Deal', notes: 'mine', team: ['a', 'b'], gone: 'y' },
  };

  it('touches only the fields that were typed in, and none that the form has no longer', () => {
    expect(typedFields(draft)).toEqual(['notes', 'team', 'gone']);
    expect(applyDraft({ name: 'Renamed by a colleague', notes: '', team: ['a'] }, draft)).toEqual({
      values: { name: 'Renamed by a colleague', notes: 'mine', team: ['a', 'b'] },
      moved: [],
    });
  });

  it('names the fields that somebody else has changed since', () => {
    expect(applyDraft({ name: 'Deal', notes: 'theirs', team: ['a', 'b'] }, draft)).toEqual({
      values: { name: 'Deal', notes: 'mine', team: ['a', 'b'] },
      moved: ['notes'],
    });
  });
});
