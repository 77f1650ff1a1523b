import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOver = false;

/** Whether the session ended while the page was still open: the person has to sign in on top of it. */
export function isSessionOver(): boolean {
  return isOver;
}

/** Notifies listeners; does nothing if the state is the same. */
export function setSessionOver(next: boolean): void {
  if (isOver === next) return;
  isOver = next;
  for (const listener of listeners) listener();
}

/** {@link isSessionOver} as a hook. */
export function useSessionOver(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOver,
  );
}
