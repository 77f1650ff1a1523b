import { describe, expect, it } from 'vitest';
import { CodeMissingError, loadCode, mayReload } from './load-code.ts';

describe('code that does not come', () => {
  it('fails by a name that tells it from a fault of the page', async () => {
    await expect(loadCode(() => Promise.reject(new TypeError('Failed to fetch')))).rejects.toBeInstanceOf(
      CodeMissingError,
    );
    expect(await loadCode(() => Promise.resolve(7))).toBe(7);
  });

  it('loads the page again by itself once, not in circles', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const now = Date.UTC(2026, 10, 28);
    expect([0, 1000, 59_999, 60_001].map((ms) => mayReload(storage, now + ms))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('does not load the page again where nothing can be remembered', () => {
    const blocked = {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {},
    };
    expect(mayReload(blocked, 1e12)).toBe(false);
  });
});
