import { useEffect, useState } from 'react';
import { connection } from '../api/connection.ts';
import { withStyles } from './late-styles.ts';
import { reloadForRelease } from './load-code.ts';

const idleMs = 1500;

/** What was loaded, by what loads it: the next time it is there at once. */
const loadedBefore = new WeakMap<() => Promise<unknown>, object>();

async function loadAndKeep<Module>(load: () => Promise<Module>): Promise<Module> {
  const module = await withStyles(load);
  if (typeof module === 'object' && module !== null) loadedBefore.set(load, module);
  return module;
}

/**
 * Loads code that will probably be needed, while the server is there: a browser may remember a failed attempt. Without it,
 * nothing is lost: it is loaded again when it is asked for.
 */
export function loadAhead(load: () => Promise<unknown>): void {
  void connection
    .isThere()
    .then((isThere) => (isThere ? loadAndKeep(load) : undefined))
    .catch(() => undefined);
}

/** {@link loadAhead} once the page has come to rest. @param load the same at each render */
export function useLoadWhenIdle(load: () => Promise<unknown>, afterMs = idleMs): void {
  useEffect(() => {
    const timer = setTimeout(() => loadAhead(load), afterMs);
    return () => clearTimeout(timer);
  }, [load, afterMs]);
}

const retryMs = [500, 3000, 6000, 12_000, 24_000];
const longestRetryMs = 30_000;
const waitAfter = (failures: number) => retryMs[failures - 1] ?? longestRetryMs;
/** As many failures say that the code does not come: it belongs to an earlier release. */
const failuresOfRelease = 2;
/** Code that nobody waits for is left alone after as many: it is asked for again once it is wanted. */
const mostIdleAttempts = 5;

/**
 * Tries, less often with time, until the code is there or nobody waits for it any more. While the server is away it waits
 * for it, because many browsers keep a failed attempt until the page is loaded again.
 * @returns ends it
 */
function pursue<Module>(
  load: () => Promise<Module>,
  isWanted: boolean,
  take: (module: Module) => void,
): () => void {
  let isOver = false;
  let failures = 0;
  let stopWaiting: (() => void) | undefined;

  function waitForServer() {
    stopWaiting = connection.onBack(() => {
      stopWaiting?.();
      void attempt();
    });
  }
  async function fail() {
    const isThere = await connection.tryNow();
    if (isOver) return;
    if (!isThere) return waitForServer();
    failures++;
    if (isWanted && failures === failuresOfRelease) void reloadForRelease();
    if (isWanted || failures < mostIdleAttempts) timer = setTimeout(attempt, waitAfter(failures));
  }
  async function attempt() {
    // What is wanted does not wait for a question.
    const isThere = isWanted ? connection.read() === 'up' : await connection.isThere();
    if (isOver) return;
    if (!isThere) return waitForServer();
    loadAndKeep(load).then((module) => isOver || take(module), fail);
  }

  let timer = setTimeout(attempt, isWanted ? 0 : idleMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
    stopWaiting?.();
  };
}

/**
 * The code that `load` brings, once it is there: at once when it is wanted, otherwise when the page has come to rest.
 * Until then undefined, and what is on the page stays as it is: a failed attempt is made again. If code that is wanted
 * fails twice although the server is there, it belongs to an earlier release, and {@link reloadForRelease} is asked, once.
 * @param load the same at each render
 */
export function useLoaded<Module extends object>(
  load: () => Promise<Module>,
  isWanted: boolean,
): Module | undefined {
  const [loaded, setLoaded] = useState(() => loadedBefore.get(load) as Module | undefined);
  const isThere = loaded !== undefined;
  useEffect(
    () => (isThere ? undefined : pursue(load, isWanted, (module) => setLoaded(module))),
    [load, isWanted, isThere],
  );
  return loaded;
}
