import { describe, expect, it, vi } from 'vitest';
import { sentencesOf } from '../../contract/sentences.ts';
import { AppError } from './errors.ts';
import { type Share, Turns } from './turns.ts';

const refusal = sentencesOf('test/turns', { tooMuch: 'Too much at once.' })('tooMuch');
const options = { waitMilliseconds: 60_000, refusal, retryAfterSeconds: 7 };
const share = (of: string, running: number, waiting = 100): Share => ({ of, running, waiting });

/** Work that continues until it is told to end. */
function openWork() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { begun: false, done, end };
}

function begin(turns: Turns, shares: Share[], gone?: AbortSignal) {
  const work = openWork();
  const result = turns.run(
    shares,
    async () => {
      work.begun = true;
      await work.done;
    },
    gone,
  );
  result.catch(() => undefined);
  return { work, result };
}

const turnOfLoop = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('let no share have more than it may, and the others go on', async () => {
    const turns = new Turns(options);
    const greedy = Array.from({ length: 5 }, () => begin(turns, [share('greedy', 2)]));
    const other = begin(turns, [share('other', 2)]);
    await turnOfLoop();
    expect(greedy.map(({ work }) => work.begun)).toEqual([true, true, false, false, false]);
    expect(other.work.begun).toBe(true);
    expect(turns.loadOf({ of: 'greedy' })).toEqual({ running: 2, waiting: 3 });
    greedy[1]?.work.end();
    await greedy[1]?.result;
    await turnOfLoop();
    expect(greedy.map(({ work }) => work.begun)).toEqual([true, true, true, false, false]);
  });

  it('need room in every share, and pass over those who have none', async () => {
    const turns = new Turns(options);
    const first = begin(turns, [share('a', 1), share('everybody', 2)]);
    const same = begin(turns, [share('a', 1), share('everybody', 2)]);
    const second = begin(turns, [share('b', 1), share('everybody', 2)]);
    const third = begin(turns, [share('c', 1), share('everybody', 2)]);
    await turnOfLoop();
    expect([first, same, second, third].map(({ work }) => work.begun)).toEqual([true, false, true, false]);
    second.work.end();
    await second.result;
    await turnOfLoop();
    expect([same, third].map(({ work }) => work.begun)).toEqual([false, true]);
  });

  it('refuse who finds the line full, with when to come again', async () => {
    const turns = new Turns(options);
    begin(turns, [share('a', 1, 1)]);
    begin(turns, [share('a', 1, 1)]);
    const refused: unknown = await begin(turns, [share('a', 1, 1)]).result.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: 'too-many-requests', details: { retryAfterSeconds: 7 } });
  });

  it('refuse late, so that refusals are no work', async () => {
    vi.useFakeTimers();
    try {
      const turns = new Turns({ ...options, pauseMilliseconds: 1000 });
      begin(turns, [share('a', 1, 0)]);
      const heard = vi.fn();
      begin(turns, [share('a', 1, 0)]).result.catch(heard);
      await vi.advanceTimersByTimeAsync(999);
      expect(heard).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(heard).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('send away who waited too long, and forget who is gone', async () => {
    vi.useFakeTimers();
    try {
      const turns = new Turns(options);
      begin(turns, [share('a', 1)]);
      const late = begin(turns, [share('a', 1)]);
      const gone = new AbortController();
      const left = begin(turns, [share('a', 1)], gone.signal);
      gone.abort();
      await expect(left.result).rejects.toThrow('Too much at once.');
      expect(turns.loadOf({ of: 'a' })).toEqual({ running: 1, waiting: 1 });
      await vi.advanceTimersByTimeAsync(options.waitMilliseconds);
      await expect(late.result).rejects.toThrow('Too much at once.');
      expect([late.work.begun, left.work.begun]).toEqual([false, false]);
      expect(turns.loadOf({ of: 'a' })).toEqual({ running: 1, waiting: 0 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('come back when the work fails, and remember nothing of those who are done', async () => {
    const turns = new Turns(options);
    const failing = turns.run([share('a', 1)], () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    const giveBack = await turns.take([share('a', 1)]);
    giveBack();
    giveBack();
    expect(turns.loadOf({ of: 'a' })).toEqual({ running: 0, waiting: 0 });
  });
});
