import { useSyncExternalStore } from 'react';

let isOffered = false;
const listeners = new Set<() => void>();

/** Part of the page did not come, and the page is loaded again once the person says so. */
export function offerReload(offered = true): void {
  isOffered = offered;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the person should be offered to load the page again. */
export function useReloadOffer(): boolean {
  return useSyncExternalStore(subscribe, () => isOffered);
}
