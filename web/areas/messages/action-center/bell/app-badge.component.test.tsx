import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { useAppBadge } from './app-badge.ts';

function Badged({ count }: { count: number | undefined }) {
  useAppBadge(count);
  return null;
}

const clearAppBadge = vi.fn(async () => undefined);
const badges = (setAppBadge: () => Promise<void>) => Object.assign(navigator, { setAppBadge, clearAppBadge });

afterEach(() => {
  cleanup();
  for (const name of ['setAppBadge', 'clearAppBadge']) Reflect.deleteProperty(navigator, name);
});

describe('WS-13: the badge of the installed app', () => {
  it('WS-13: has the number of the bell, and none once someone has left', async () => {
    const setAppBadge = vi.fn(async () => undefined);
    badges(setAppBadge);
    await renderPart(<Badged count={3} />);
    expect(setAppBadge.mock.calls).toEqual([[3]]);
    cleanup();
    expect(clearAppBadge).toHaveBeenCalledOnce();
  });

  it('WS-13: waits until the number is known', async () => {
    const setAppBadge = vi.fn(async () => undefined);
    badges(setAppBadge);
    await renderPart(<Badged count={undefined} />);
    expect(setAppBadge).not.toHaveBeenCalled();
  });

  it('WS-13: says nothing where the system refuses it, or has none', async () => {
    const setAppBadge = vi.fn(() => Promise.reject(new Error('not installed')));
    badges(setAppBadge);
    await renderPart(<Badged count={3} />);
    expect(setAppBadge).toHaveBeenCalledOnce();
    cleanup();
    Reflect.deleteProperty(navigator, 'setAppBadge');
    await renderPart(<Badged count={3} />);
    expect(setAppBadge).toHaveBeenCalledOnce();
  });
});
