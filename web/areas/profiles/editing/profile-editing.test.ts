import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { autosaveMilliseconds } from '../../../../contract/profiles/lists.ts';
import type { BusinessProfile, ProfileChange } from '../../../../contract/profiles/profiles.ts';
import { ApiError } from '../../../api/client.ts';
import { DraftBox, type DraftStorage } from '../../../api/drafts.ts';
import { changed, locationId, makeLocation, makeProfile } from '../profiles.fixture.ts';
import { keyOfLocation, toLocationDraft } from './draft-fields.ts';
import { WordKeeper } from './kept-words.ts';
import { ProfileEditing } from './profile-editing.ts';

type Change = Required<ProfileChange>;
type Answer = (change: Change) => BusinessProfile | Promise<BusinessProfile>;

const place = { personId: 'ada', organizationId: 'contoso', form: 'business-profile', subject: 'p' };

class Memory implements DraftStorage {
  private readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key = (at: number) => [...this.kept.keys()][at] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, text: string) => void this.kept.set(key, text);
  removeItem = (key: string) => void this.kept.delete(key);
}

function begin(profile = makeProfile(), storage = new Memory()) {
  const sent: Change[] = [];
  let server: BusinessProfile = profile;
  let answer: Answer = ({ fields }) => changed(server, fields as Partial<BusinessProfile['draft']>);
  const keeper = new WordKeeper(
    new DraftBox(
      () => storage,
      () => Date.now(),
    ),
    place,
  );
  const editing = new ProfileEditing({
    profile,
    send: async (change) => {
      sent.push(structuredClone(change));
      server = await answer(change);
      return server;
    },
    keeper,
  });
  return {
    editing,
    sent,
    keeper,
    storage,
    answers: (next: Answer) => {
      answer = next;
    },
    shown: () => editing.read(),
    pause: () => vi.advanceTimersByTimeAsync(autosaveMilliseconds),
  };
}

const refused = (code: string, status: number, more: object = {}) =>
  new ApiError({
    type: '',
    title: 'Refused',
    detail: 'Refused.',
    requestId: 'r',
    code,
    status,
    ...more,
  } as never);
const noAnswer = () => refused('no-connection', 0);
const conflict = (current: BusinessProfile, ...paths: string[]) =>
  refused('profile-changed', 409, {
    current,
    issues: paths.map((path) => ({ path: `body.${path}`, message: 'was changed', rule: 'unchanged-since' })),
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('BP-13: a draft saves itself', () => {
  it('BP-13 a field is saved by itself, 800 ms after the last key, on the revision it was loaded at', async () => {
    const { editing, sent, shown, pause } = begin();
    editing.change('description', 'We move');
    await vi.advanceTimersByTimeAsync(autosaveMilliseconds - 1);
    editing.change('description', 'We move servers and mail.');
    await vi.advanceTimersByTimeAsync(autosaveMilliseconds - 1);
    expect(sent).toEqual([]);
    expect(shown().save.state).toBe('saving');
    await pause();
    expect(sent).toEqual([
      { basedOn: 5, fields: { description: 'We move servers and mail.' }, locations: {} },
    ]);
    expect(shown().save.state).toBe('saved');
    expect(shown().profile.revision).toBe(6);
  });

  it('BP-13 leaving a field saves it at once, and what was not changed is not sent', async () => {
    const { editing, sent } = begin();
    editing.focus('website');
    editing.blur('website');
    editing.focus('description');
    editing.change('description', 'New');
    editing.blur('description');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map(({ fields }) => fields)).toEqual([{ description: 'New' }]);
  });

  it('BP-13 what is typed while a save is on its way goes after it, on the new revision', async () => {
    const { editing, sent, answers, shown, pause } = begin();
    let give: (profile: BusinessProfile) => void = () => undefined;
    answers(() => new Promise((resolve) => (give = resolve)));
    editing.focus('description');
    editing.change('description', 'One');
    await pause();
    editing.change('description', 'One two ');
    await pause();
    expect(sent).toHaveLength(1);
    answers(({ fields }) => changed(shown().profile, { description: String(fields?.description).trim() }));
    give(changed(makeProfile(), { description: 'One' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ basedOn: 6, fields: { description: 'One two ' } });
    // The server removes the space; under the cursor it stays.
    expect(shown().draft.description).toBe('One two ');
    expect(shown().unsaved.size).toBe(0);
  });

  it('BP-13 a colleague’s change of another field comes in, and the field with the cursor stays', async () => {
    const { editing, sent, shown, pause } = begin();
    editing.focus('description');
    editing.adopt(changed(makeProfile(), { description: 'Theirs', website: 'https://new.example' }, 'Grace'));
    expect(shown().draft.website).toBe('https://new.example');
    expect(shown().draft.description).toBe('We move servers.');
    editing.change('description', 'Mine');
    await pause();
    expect(sent[0]?.basedOn).toBe(5);
  });

  it('BP-13 what both changed waits for a choice, and everything else goes on', async () => {
    const { editing, sent, answers, shown, pause } = begin();
    const theirs = changed(makeProfile(), { description: 'Theirs' }, 'Grace Okafor');
    answers((change) => {
      if (change.fields.description && change.basedOn < 6) throw conflict(theirs, 'fields.description');
      return changed(theirs, change.fields as never);
    });
    editing.change('description', 'Mine');
    editing.change('website', 'https://mine.example');
    await pause();
    expect(shown().conflicts).toEqual([
      { key: 'description', mine: 'Mine', theirs: 'Theirs', by: 'Grace Okafor' },
    ]);
    expect(sent[1]).toEqual({ basedOn: 6, fields: { website: 'https://mine.example' }, locations: {} });
    editing.keepMine('description');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[2]?.fields).toEqual({ description: 'Mine' });
    expect(sent[2]?.basedOn).toBeGreaterThanOrEqual(6);
    expect(shown().conflicts).toEqual([]);
  });

  it('BP-13 the colleague’s version can be taken, and what was typed is gone then', async () => {
    const { editing, sent, answers, shown, keeper, pause } = begin();
    const theirs = changed(makeProfile(), { description: 'Theirs' }, 'Grace Okafor');
    answers(() => {
      throw conflict(theirs, 'fields.description');
    });
    editing.change('description', 'Mine');
    await pause();
    expect(keeper.find()?.values).toEqual({ description: 'Mine' });
    editing.takeTheirs('description');
    expect(shown().draft.description).toBe('Theirs');
    expect(shown().conflicts).toEqual([]);
    expect(keeper.find()).toBeUndefined();
    await pause();
    expect(sent).toHaveLength(1);
  });

  it('BP-13 a location that a colleague removed meanwhile is a choice, too', async () => {
    const { editing, answers, shown, pause } = begin();
    const key = keyOfLocation(locationId);
    const gone = { ...changed(makeProfile(), {}), locations: [] };
    answers(() => {
      throw conflict(gone, `locations.${locationId}`);
    });
    const mine = { ...toLocationDraft(makeLocation()), phone: '+49 89 1' };
    editing.change(key, mine);
    await pause();
    expect(shown().conflicts).toEqual([{ key, mine, theirs: null, by: '' }]);
    expect(shown().locations.map(({ phone }) => phone)).toEqual(['+49 89 1']);
  });

  it('BP-13 an attempt that arrived without an answer is no conflict with oneself', async () => {
    const { editing, sent, answers, shown, pause } = begin();
    const arrived = changed(makeProfile(), { description: 'One' });
    answers(() => {
      throw noAnswer();
    });
    editing.change('description', 'One');
    await pause();
    expect(shown().save).toMatchObject({ state: 'failed', again: true });
    answers((change) => {
      if (change.basedOn < 6) throw conflict(arrived, 'fields.description');
      return changed(arrived, change.fields as never);
    });
    editing.change('description', 'One two');
    await pause();
    expect(shown().conflicts).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ basedOn: 6, fields: { description: 'One two' } });
    expect(shown().save.state).toBe('saved');
  });

  it('BP-13 a server that is away is tried again until it has everything', async () => {
    const { editing, sent, answers, shown, keeper, pause } = begin();
    answers(() => {
      throw noAnswer();
    });
    editing.change('description', 'Typed while it was away');
    await pause();
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent.length).toBe(2);
    expect(keeper.find()?.values.description).toBe('Typed while it was away');
    answers(({ fields }) => changed(makeProfile(), fields as never));
    await vi.advanceTimersByTimeAsync(4000);
    expect(shown().save.state).toBe('saved');
    expect(keeper.find()).toBeUndefined();
  });

  it('BP-13 what the server does not take is said beside its field, and the others are saved', async () => {
    const { editing, sent, answers, shown, pause } = begin();
    answers((change) => {
      if (change.fields.website)
        throw refused('invalid-request', 400, {
          issues: [{ path: 'body.fields.website', message: 'has a NUL character', rule: 'x' }],
        });
      return changed(makeProfile(), change.fields as never);
    });
    editing.change('website', 'bad');
    editing.change('description', 'Good');
    await pause();
    expect(shown().rejected).toEqual(new Map([['website', 'has a NUL character']]));
    expect(sent[1]?.fields).toEqual({ description: 'Good' });
  });

  it('BP-13 a tab that dies loses at most a third of a second, and its words are sent by the next one', async () => {
    const { editing, storage, sent } = begin();
    const words = 'Typed without a pause, and so never saved';
    for (let typed = 1; typed <= words.length; typed++) {
      editing.change('description', words.slice(0, typed));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent).toEqual([]);
    const next = begin(makeProfile(), storage);
    const back = next.shown().draft.description;
    expect(words.startsWith(back)).toBe(true);
    expect(words.length - back.length).toBeLessThanOrEqual(3);
    expect(next.shown().restoredAt).toBeDefined();
    next.editing.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(next.sent[0]?.fields).toEqual({ description: back });
    expect(next.keeper.find()).toBeUndefined();
  });

  it('BP-13 what was thrown away when somebody signed out does not come back', async () => {
    const { editing, answers, keeper, storage, pause } = begin();
    answers(() => {
      throw noAnswer();
    });
    editing.change('description', 'Thrown away');
    await pause();
    expect(keeper.find()?.values.description).toBe('Thrown away');
    for (let at = storage.length - 1; at >= 0; at--) storage.removeItem(storage.key(at) ?? '');
    editing.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.find()).toBeUndefined();
  });

  it('BP-13 words of a dead tab don’t overwrite what a colleague wrote since', async () => {
    const { editing, storage } = begin();
    editing.change('description', 'Mine');
    await vi.advanceTimersByTimeAsync(300);
    const next = begin(changed(makeProfile(), { description: 'Theirs' }, 'Grace Okafor'), storage);
    next.editing.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(next.sent).toEqual([]);
    expect(next.shown().conflicts).toMatchObject([{ mine: 'Mine', theirs: 'Theirs', by: 'Grace Okafor' }]);
  });

  it('BP-13 whoever has to sign in again loses nothing', async () => {
    const { editing, sent, answers, shown, pause } = begin();
    answers(() => {
      throw refused('not-signed-in', 401);
    });
    editing.change('description', 'Mine');
    await pause();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    answers(({ fields }) => changed(makeProfile(), fields as never));
    editing.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown().save.state).toBe('saved');
  });

  it('BP-13 an answer that is older than what was saved since changes nothing', async () => {
    const { editing, shown, pause } = begin();
    editing.change('description', 'Newer');
    await pause();
    editing.adopt(makeProfile());
    expect(shown().draft.description).toBe('Newer');
  });

  it('BP-14 publishing made a location for the leads: whoever types in the page keeps it', () => {
    const { editing, shown } = begin();
    const key = keyOfLocation(locationId);
    editing.focus(key);
    const made = { ...makeProfile(), revision: 6, locations: [makeLocation({ leadsTo: 'made' })] };
    editing.adopt(made);
    expect(shown().locations[0]?.leadsTo).toBe('made');
  });
});
