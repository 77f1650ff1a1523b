import { describe, expect, it } from 'vitest';
import { type Channel, type Locks, SharedLive } from './live-sharing.ts';
import type { LiveState, LiveWord } from './live-stream.ts';

type Listener = (event: { data: unknown }) => void;

/** The channels and locks of one browser; `grantsLate`: it grants a lock also to who has just given it up. */
function openBrowser({ grantsLate = false } = {}) {
  const members: { listeners: Listener[]; open: boolean }[] = [];
  const openChannel = (): Channel => {
    const me = { listeners: [] as Listener[], open: true };
    members.push(me);
    return {
      addEventListener: (_, listener) => void me.listeners.push(listener),
      postMessage: (data) => {
        const others = members.filter((other) => other !== me && other.open);
        for (const listener of others.flatMap(({ listeners }) => listeners)) listener({ data });
      },
      close: () => {
        me.open = false;
      },
    };
  };
  let tail: Promise<unknown> = Promise.resolve();
  const locks: Locks = {
    request: (_, { signal }, callback) => {
      const turn = tail.then(() => (signal.aborted && !grantsLate ? undefined : callback()));
      tail = turn.catch(() => {});
      return turn;
    },
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  function openWindow(useLocks = true) {
    const seen = { words: [] as LiveWord[], states: [] as LiveState[], leads: [] as boolean[], open: 0 };
    const live = new SharedLive(
      'desk',
      {
        lead: (late) => {
          seen.leads.push(late);
          seen.open += 1;
          return () => {
            seen.open -= 1;
          };
        },
        onWord: (word) => seen.words.push(word),
        onState: (state) => seen.states.push(state),
      },
      openChannel,
      useLocks ? locks : undefined,
    );
    return { live, seen };
  }
  return { openWindow, settle };
}

describe('one stream for all windows', () => {
  it('is opened by the first and heard by all', async () => {
    const { openWindow, settle } = openBrowser();
    const windows = Array.from({ length: 7 }, () => openWindow());
    await settle();
    expect(windows.map(({ seen }) => seen.open)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    windows[0]?.live.tellState('open');
    windows[0]?.live.tell({ leadIds: ['a'] });
    for (const { seen } of windows) {
      expect(seen.words).toEqual([{ leadIds: ['a'] }]);
      expect(seen.states.at(-1)).toBe('open');
    }
  });

  it('tells a window that comes later how it stands', async () => {
    const { openWindow, settle } = openBrowser();
    const first = openWindow();
    await settle();
    first.live.tellState('open');
    const second = openWindow();
    await settle();
    expect(second.seen.states).toEqual(['open']);
  });

  it('is taken over by the next when its window goes, who knows that something may be missing', async () => {
    const { openWindow, settle } = openBrowser();
    const [first, second, third] = [openWindow(), openWindow(), openWindow()];
    await settle();
    first.live.tell('news');
    first.live.close();
    await settle();
    expect([first, second, third].map(({ seen }) => seen.open)).toEqual([0, 1, 0]);
    expect([first.seen.leads, second.seen.leads]).toEqual([[false], [true]]);
    second.live.tell('missed');
    expect(third.seen.words).toEqual(['news', 'missed']);
  });

  it('is not taken by a window that is gone', async () => {
    const { openWindow, settle } = openBrowser();
    const [first, second, third] = [openWindow(), openWindow(), openWindow()];
    await settle();
    second.live.close();
    first.live.close();
    await settle();
    expect([second.seen.open, third.seen.open]).toEqual([0, 1]);
  });

  it('WS-9: is not held up by a window that gave up as the lock was granted', async () => {
    const { openWindow, settle } = openBrowser({ grantsLate: true });
    const first = openWindow();
    const [left, second] = [openWindow(), openWindow()];
    left.live.close();
    await settle();
    first.live.close();
    await settle();
    expect([first, left, second].map(({ seen }) => seen.open)).toEqual([0, 0, 1]);
  });

  it('is each window’s own where browsers offer no locks', () => {
    const { openWindow } = openBrowser();
    const [first, second] = [openWindow(false), openWindow(false)];
    expect([first.seen.open, second.seen.open]).toEqual([1, 1]);
  });
});
