import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOver = false;

/** Whether the session ended while its person still had the page open: they have to sign in on top of it. */
export function isSessionOver(): boolean {
  return isOver;
}

/** Tells everybody who watches; saying it twice tells nobody again. */
export function setSessionOver(next: boolean): void {
  if (isOver === next) return;
  isOver = next;
  for (const listener of listeners) listener();
}

/** {@link isSessionOver}, for what is drawn. */
export function useSessionOver(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOver,
  );
}
