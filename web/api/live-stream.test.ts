import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EventStream, LiveConnection, type LiveState, type LiveWord, silenceMs } from './live-stream.ts';

class FakeStream implements EventStream {
  closed = false;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener = (type: string, listener: (event: MessageEvent<string>) => void) =>
    void this.listeners.set(type, listener);
  close = () => {
    this.closed = true;
  };
  send(type: string, data: unknown = {}) {
    this.listeners.get(type)?.({ data: JSON.stringify(data) } as MessageEvent<string>);
  }
}

function start(late = false) {
  const streams: FakeStream[] = [];
  const words: LiveWord[] = [];
  const states: LiveState[] = [];
  const onDoubt = vi.fn();
  const live = new LiveConnection({
    late,
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    onWord: (word) => words.push(word),
    onState: (state) => states.push(state),
    onDoubt,
  });
  live.connect();
  const last = () => streams.at(-1) ?? new FakeStream();
  return { live, streams, words, states, onDoubt, last };
}

describe('WS-9: the stream of live updates', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is opened again when about two heartbeats are missing, and then anything may have been missed', () => {
    const { streams, words, last } = start();
    last().send('open');
    vi.advanceTimersByTime(silenceMs - 1);
    last().send('heartbeat');
    vi.advanceTimersByTime(silenceMs - 1);
    expect(streams).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect([streams.length, streams[0]?.closed]).toEqual([2, true]);
    last().send('open');
    expect(words).toEqual(['missed']);
  });

  it('also when a connection is taken and nothing ever comes', () => {
    const { streams } = start();
    vi.advanceTimersByTime(silenceMs);
    expect(streams).toHaveLength(2);
  });

  it('hears nothing from a stream that was given up', () => {
    const { streams, words } = start();
    vi.advanceTimersByTime(silenceMs);
    streams[0]?.send('leads', { leadIds: ['a'] });
    streams[0]?.send('error');
    expect(words).toEqual([]);
    expect(streams).toHaveLength(2);
  });

  it('comes back after failures, says so from the second on, and doubts the session once', () => {
    const { streams, states, onDoubt, last } = start();
    for (let failures = 0; failures < 4; failures++) {
      last().send('error');
      vi.advanceTimersByTime(40_000);
    }
    expect(streams.length).toBeGreaterThanOrEqual(5);
    expect(states.filter((state) => state === 'retrying').length).toBeGreaterThan(0);
    expect(onDoubt).toHaveBeenCalledTimes(1);
  });

  it('tells leads and news, and that much was missed when it begins late', () => {
    const { words, last } = start(true);
    last().send('open');
    last().send('leads', { leadIds: ['a', 7, 'b'] });
    last().send('leads', {});
    last().send('action-center');
    expect(words).toEqual(['missed', { leadIds: ['a', 'b'] }, { leadIds: [] }, 'news']);
  });

  it('is still once it is closed', () => {
    const { live, streams, last } = start();
    last().send('error');
    live.close();
    vi.advanceTimersByTime(300_000);
    expect(streams).toHaveLength(1);
  });
});
