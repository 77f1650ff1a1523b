import { renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { onPhone, useRoomIs } from './room.ts';

afterEach(() => void vi.unstubAllGlobals());

it('WS-8: a page knows its screen when it is first shown, and does not jump afterwards', () => {
  const screen = { matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('matchMedia', () => screen);
  const shown: boolean[] = [];
  renderHook(() => shown.push(useRoomIs(onPhone)));
  expect(new Set(shown)).toEqual(new Set([true]));
});
