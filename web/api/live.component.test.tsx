import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let streams: Stream[] = [];
class Stream {
  private readonly listeners = new Map<string, (event: object) => void>();

  constructor(readonly address: string) {
    streams.push(this);
  }
  addEventListener(type: string, listener: (event: object) => void) {
    this.listeners.set(type, listener);
  }
  dispatch(type: string) {
    this.listeners.get(type)?.({ data: '' });
  }
  close() {
    return undefined;
  }
}

beforeEach(() => {
  streams = [];
  vi.resetModules();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Starts listening on a page that has taken that long to load. @returns what it heard when its stream opened */
async function hearAfter(milliseconds: number): Promise<unknown[]> {
  const { startLive, useLiveLeads } = await import('./live.ts');
  vi.spyOn(performance, 'now').mockReturnValue(milliseconds);
  const heard: unknown[] = [];
  renderHook(() => useLiveLeads((change) => heard.push(change)));
  const stop = startLive({ personId: 'one', organizationId: 'two', hearsOfLeads: true });
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.dispatch('open');
  stop();
  return heard;
}

describe('WS-9: news of leads', () => {
  it('WS-9 are looked for once when the page took so long to load that its first rows may be old', async () => {
    expect(await hearAfter(5000)).toEqual([{ leadIds: [], missed: true }]);
  });

  it('WS-9 are not asked for again on a page that was there at once', async () => {
    expect(await hearAfter(300)).toEqual([]);
  });
});
