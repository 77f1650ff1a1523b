import { useEffect, useState } from 'react';
import { reloadForRelease } from './load-code.ts';

const idleMs = 1500;

// The next attempt would take a stylesheet in the head for a loaded one, also one that never came.
globalThis.document?.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.relList.contains('stylesheet')) target.remove();
  },
  { capture: true },
);

/** What was loaded, by what loads it: the next time it is there at once. */
const loadedBefore = new WeakMap<() => Promise<unknown>, object>();

async function loadAndKeep<Module>(load: () => Promise<Module>): Promise<Module> {
  const module = await load();
  if (typeof module === 'object' && module !== null) loadedBefore.set(load, module);
  return module;
}

/** Loads code that will probably be needed. Without it, nothing is lost: it is loaded again when it is asked for. */
export function loadAhead(load: () => Promise<unknown>): void {
  loadAndKeep(load).catch(() => undefined);
}

/** {@link loadAhead} once the page has come to rest. @param load the same at each render */
export function useLoadWhenIdle(load: () => Promise<unknown>, afterMs = idleMs): void {
  useEffect(() => {
    const timer = setTimeout(() => loadAhead(load), afterMs);
    return () => clearTimeout(timer);
  }, [load, afterMs]);
}

const firstRetryMs = 500;
const retryMs = 3000;

/**
 * The code that `load` brings, once it is there: at once when it is wanted, otherwise when the page has come to rest.
 * Until then undefined, and what is on the page stays as it is: a failed attempt, as offline, is made again. If code that
 * is wanted fails twice although the server is there, it belongs to an earlier release: the page reloads itself.
 * @param load the same at each render
 */
export function useLoaded<Module extends object>(
  load: () => Promise<Module>,
  isWanted: boolean,
): Module | undefined {
  const [loaded, setLoaded] = useState(() => loadedBefore.get(load) as Module | undefined);
  const isThere = loaded !== undefined;
  useEffect(() => {
    if (isThere) return;
    let isOver = false;
    let failures = 0;
    const fail = () => {
      if (isOver) return;
      failures++;
      timer = setTimeout(attempt, failures === 1 ? firstRetryMs : retryMs);
      if (isWanted && failures > 1) void reloadForRelease();
    };
    const attempt = () => {
      loadAndKeep(load).then((module) => {
        if (!isOver) setLoaded(module);
      }, fail);
    };
    let timer = setTimeout(attempt, isWanted ? 0 : idleMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [load, isWanted, isThere]);
  return loaded;
}
