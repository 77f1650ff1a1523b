import { useEffect } from 'react';

const idleMs = 1500;

/** Loads code that will probably be needed. Without it, nothing is lost: it is loaded again when it is asked for. */
export function loadAhead(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

/** {@link loadAhead} once the page has come to rest. @param load the same at each render */
export function useLoadWhenIdle(load: () => Promise<unknown>, afterMs = idleMs): void {
  useEffect(() => {
    const timer = setTimeout(() => loadAhead(load), afterMs);
    return () => clearTimeout(timer);
  }, [load, afterMs]);
}
