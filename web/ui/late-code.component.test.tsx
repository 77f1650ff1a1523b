import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connection } from '../api/connection.ts';
import { useLoaded, useLoadWhenIdle } from './late-code.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('WS-8: code is loaded ahead once, after a while, and not for a page that was left', async () => {
  const load = vi.fn(async () => 'code');
  const { rerender, unmount } = renderHook(() => useLoadWhenIdle(load, 1000));
  await vi.advanceTimersByTimeAsync(999);
  expect(load).not.toHaveBeenCalled();
  rerender();
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);
  unmount();

  const left = renderHook(() => useLoadWhenIdle(load, 1000));
  left.unmount();
  await vi.advanceTimersByTimeAsync(2000);
  expect(load).toHaveBeenCalledTimes(1);
});

it('WS-8: code that cannot be loaded ahead is no error', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  renderHook(() => useLoadWhenIdle(() => Promise.reject(new TypeError('Failed to fetch')), 10));
  await vi.advanceTimersByTimeAsync(20);
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

it('WS-8: code that comes later is there at rest, or at once when it is wanted', async () => {
  const code = { name: 'code' };
  const load = vi.fn(async () => code);
  const atRest = renderHook(() => useLoaded(load, false));
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect([load.mock.calls.length, atRest.result.current]).toEqual([0, undefined]);
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect([load.mock.calls.length, atRest.result.current]).toEqual([1, code]);

  const wanted = renderHook(() => useLoaded(load, true));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(wanted.result.current).toBe(code);
});

it('WS-8: code that did not come is asked for again, and takes nothing from the page meanwhile', async () => {
  const code = { name: 'code' };
  const load = vi.fn(async () => code);
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  vi.spyOn(connection, 'tryNow').mockResolvedValue(false);
  for (let n = 0; n < 2; n++) load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const { result, unmount } = renderHook(() => useLoaded(load, true));
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect([load.mock.calls.length, result.current]).toEqual([1, undefined]);
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect([load.mock.calls.length, result.current]).toEqual([2, undefined]);
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect([load.mock.calls.length, result.current]).toEqual([3, code]);
  expect(reload).not.toHaveBeenCalled();
  unmount();
});

it('WS-8: code of an earlier release, which the server no longer has, is wanted: the page reloads itself, once', async () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);
  vi.spyOn(connection, 'tryNow').mockResolvedValue(true);
  const load = () => Promise.reject(new TypeError('Failed to fetch'));
  const ahead = renderHook(() => useLoaded(load, false));
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(reload).not.toHaveBeenCalled();
  ahead.unmount();

  const wanted = renderHook(() => useLoaded(load, true));
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(reload).toHaveBeenCalledTimes(1);
  wanted.unmount();
});

it('WS-8: a stylesheet that did not come is no longer named, so that the next attempt loads it', () => {
  // Without addresses: this document would try to load them.
  const [failed, other] = [1, 2].map(() => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    document.head.append(link);
    return link;
  });
  failed?.dispatchEvent(new Event('error'));
  expect([failed?.isConnected, other?.isConnected]).toEqual([false, true]);
  other?.remove();
});
