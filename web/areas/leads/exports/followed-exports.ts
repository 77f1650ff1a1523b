import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../api/remembered.ts';

const listeners = new Set<() => void>();
const mostFollowed = 20;

const read = (key: string) => readIds(recall(key));

function write(key: string, ids: readonly string[]): void {
  remember(key, ids);
  for (const listener of listeners) listener();
}

/** Hears of other windows, too. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The exports in the background whose end this browser still has to tell its person about, on whatever page. */
export function useFollowedExports() {
  const key = personalKey(useMe(), 'exports');
  // As a text, so that it is the same as long as nothing changes.
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(read(key)));
  return useMemo(
    () => ({
      ids: readIds(JSON.parse(text)),
      follow: (id: string) => write(key, [id, ...read(key)].slice(0, mostFollowed)),
      forget: (id: string) => {
        const ids = read(key);
        if (ids.includes(id))
          write(
            key,
            ids.filter((one) => one !== id),
          );
      },
    }),
    [key, text],
  );
}

function readIds(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}
