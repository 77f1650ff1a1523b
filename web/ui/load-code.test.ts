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
    const attempt = (ms: number, release: string) => mayReload(storage, now + ms, release);
    expect(attempt(0, 'one.js')).toBe(true);
    // Another release, too soon.
    expect(attempt(59_999, 'two.js')).toBe(false);
    // The same, which a reload did not help.
    expect(attempt(3_600_000, 'one.js')).toBe(false);
    expect(attempt(3_600_000, 'two.js')).toBe(true);
  });

  it('does not load the page again where nothing can be remembered', () => {
    const blocked = {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {},
    };
    expect(mayReload(blocked, 1e12, 'one.js')).toBe(false);
  });
});
