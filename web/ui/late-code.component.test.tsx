import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { partsNow } from '../../test/parts/made.ts';
import { connection } from '../api/connection.ts';
import { loadAhead, useLoaded, useLoadWhenIdle } from './late-code.ts';
import { offerReload, useReloadOffer } from './reload-offer.ts';
import { isWorkInHand, useWorkInHand } from './work-in-hand.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: partsNow });
});
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

const failing = () => vi.fn(async (): Promise<object> => Promise.reject(new TypeError('Failed to fetch')));
const passing = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const watchReload = () => vi.spyOn(window.location, 'reload').mockImplementation(() => undefined);

it('WS-8: code that did not come is asked for again, and takes nothing from the page meanwhile', async () => {
  const code = { name: 'code' };
  const load = vi.fn(async () => code);
  vi.spyOn(connection, 'tryNow').mockResolvedValue(true);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const { result } = renderHook(() => useLoaded(load, true));
  await passing(100);
  expect([load.mock.calls.length, result.current]).toEqual([1, undefined]);
  await passing(500);
  expect([load.mock.calls.length, result.current]).toEqual([2, code]);
});

it('WS-8: while the server is away, code is not tried, because browsers keep failed attempts', async () => {
  const code = { name: 'code' };
  const load = vi.fn(async () => code);
  act(() => connection.noteFailure());
  const probe = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const wanted = renderHook(() => useLoaded(load, true));
  const atRest = renderHook(() => useLoaded(load, false));
  loadAhead(load);
  await passing(60_000);
  expect(load).not.toHaveBeenCalled();
  probe.mockResolvedValue(new Response('{}'));
  await passing(60_000);
  expect([wanted.result.current, atRest.result.current]).toEqual([code, code]);
});

it('WS-8: code that nobody waits for is not tried before the server has answered lately', async () => {
  const load = vi.fn(async () => ({ name: 'code' }));
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await passing(3_600_000);
  // As after a night: nothing is known to be wrong.
  expect(connection.read()).toBe('up');
  renderHook(() => useLoaded(load, false));
  loadAhead(load);
  await passing(3000);
  expect(load).not.toHaveBeenCalled();
  expect(connection.read()).not.toBe('up');
});

it('WS-8: an attempt that failed because the server is gone is none: nothing is loaded again', async () => {
  const reload = watchReload();
  const load = failing();
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  renderHook(() => useLoaded(load, true));
  await passing(200_000);
  expect(load).toHaveBeenCalledTimes(1);
  expect(reload).not.toHaveBeenCalled();
});

it('WS-8: code that never comes reloads the page once, and is asked for less and less often', async () => {
  const reload = watchReload();
  vi.spyOn(connection, 'tryNow').mockResolvedValue(true);
  const load = failing();
  const wanted = renderHook(() => useLoaded(load, true));
  await passing(200_000);
  expect(reload).toHaveBeenCalledTimes(1);
  // After 0, 0.5, 3.5, 9.5, 21.5 and 45.5 seconds, then each half minute.
  expect(load).toHaveBeenCalledTimes(11);
  wanted.unmount();

  // The page as it is after that: still the same release.
  const again = renderHook(() => useLoaded(load, true));
  await passing(200_000);
  expect(reload).toHaveBeenCalledTimes(1);
  again.unmount();
});

it('WS-8: where a reload would lose something, the person is asked instead', async () => {
  const reload = watchReload();
  vi.spyOn(connection, 'tryNow').mockResolvedValue(true);
  const offer = renderHook(() => useReloadOffer());
  const work = renderHook(() => useWorkInHand(true));
  const load = failing();
  const { unmount } = renderHook(() => useLoaded(load, true));
  expect(offer.result.current).toBe(false);
  await passing(200_000);
  expect([reload.mock.calls.length, offer.result.current]).toEqual([0, true]);
  unmount();
  work.unmount();

  act(() => offerReload(false));
  renderHook(() => useLoaded(load, true));
  await passing(1000);
  expect([reload.mock.calls.length, offer.result.current]).toEqual([1, false]);
});

it.each([
  ['an open dialog', '<div role="dialog"></div>', true],
  ['words in the focused field', '<input value="words">', true],
  ['a focused field without words', '<input>', false],
])('WS-8: %s is work in hand: %s', (_name, html, isWork) => {
  document.body.innerHTML = html;
  document.querySelector('input')?.focus();
  expect(isWorkInHand()).toBe(isWork);
  document.body.innerHTML = '';
});

it('WS-8: code that nobody waits for reloads nothing, and is given up', async () => {
  const reload = watchReload();
  vi.spyOn(connection, 'tryNow').mockResolvedValue(true);
  const load = failing();
  const { rerender } = renderHook(({ isWanted }) => useLoaded(load, isWanted), {
    initialProps: { isWanted: false },
  });
  await passing(600_000);
  expect(load).toHaveBeenCalledTimes(5);
  expect(reload).not.toHaveBeenCalled();
  rerender({ isWanted: true });
  await passing(0);
  expect(load).toHaveBeenCalledTimes(6);
});
