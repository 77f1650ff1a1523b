import { useSyncExternalStore } from 'react';

const stepMs = 30_000;
const listeners = new Set<() => void>();
let aheadMs = 0;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = readNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = readNow();
    timer = setInterval(tick, stepMs);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The current time in milliseconds, by the clock of the installation: a demo's may be ahead of the browser's. */
export function readNow(): number {
  return Date.now() + aheadMs;
}

/** Sets how far the installation's clock is ahead of the browser's; displayed times update immediately. */
export function setClockAhead(seconds: number): void {
  if (seconds * 1000 === aheadMs) return;
  aheadMs = seconds * 1000;
  tick();
}

/** {@link readNow}, refreshed every half minute with one timer for the whole app. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
