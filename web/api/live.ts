import { useEffect, useRef, useSyncExternalStore } from 'react';
import { request } from './client.ts';

/** `paused`: the page is in the background and listens to nothing, to spare the server and the browser. */
export type LiveState = 'connecting' | 'open' | 'retrying' | 'paused';

export interface LiveChange {
  /** Leads that were received or changed. */
  leadIds: string[];
  /** true: the connection was down for a while; anything may have changed. */
  missed: boolean;
}

type Listener = (change: LiveChange) => void;

const gatherMs = 250;
/** The numbers of the bell are asked for at most this often, however much happens. */
const newsMs = 1000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;
const hiddenGraceMs = 5000;

const stateListeners = new Set<() => void>();
const changeListeners = new Set<Listener>();
const newsListeners = new Set<() => void>();
let state: LiveState = 'paused';
let source: EventSource | undefined;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let gatherTimer: ReturnType<typeof setTimeout> | undefined;
let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
let newsTimer: ReturnType<typeof setTimeout> | undefined;
let path = '/api/v1/live';
let failures = 0;
let wasOpen = false;
let gathered = new Set<string>();

function setState(next: LiveState) {
  if (state === next) return;
  state = next;
  for (const listener of stateListeners) listener();
}

function emit(change: LiveChange) {
  for (const listener of changeListeners) listener(change);
  // What there is to do follows from the leads.
  tellNews();
}

function tellNews() {
  newsTimer ??= setTimeout(() => {
    newsTimer = undefined;
    for (const listener of newsListeners) listener();
  }, newsMs);
}

function gather(leadIds: string[]) {
  for (const id of leadIds) gathered.add(id);
  gatherTimer ??= setTimeout(() => {
    gatherTimer = undefined;
    const ids = [...gathered];
    gathered = new Set();
    emit({ leadIds: ids, missed: false });
  }, gatherMs);
}

function readEvent(event: MessageEvent<string>) {
  const data = JSON.parse(event.data) as { leadIds?: unknown };
  if (Array.isArray(data.leadIds)) gather(data.leadIds.filter((id) => typeof id === 'string'));
}

function connect() {
  clearTimeout(retryTimer);
  source?.close();
  if (state !== 'retrying') setState('connecting');
  const opened = new EventSource(path);
  source = opened;
  opened.addEventListener('open', () => {
    failures = 0;
    setState('open');
    if (wasOpen) emit({ leadIds: [], missed: true });
    wasOpen = true;
  });
  opened.addEventListener('leads', readEvent);
  opened.addEventListener('action-center', tellNews);
  opened.addEventListener('error', () => {
    opened.close();
    retryLater();
  });
}

function retryLater() {
  failures += 1;
  if (failures > 1) setState('retrying');
  // An event stream does not say why it failed; an ended session shows in any other request.
  if (failures === 2) void request('GET', '/api/v1/me').catch(() => {});
  const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
  retryTimer = setTimeout(connect, wait * (0.75 + Math.random() / 2));
}

function pause() {
  clearTimeout(retryTimer);
  source?.close();
  source = undefined;
  setState('paused');
}

function followVisibility() {
  clearTimeout(hiddenTimer);
  if (document.visibilityState === 'hidden') hiddenTimer = setTimeout(pause, hiddenGraceMs);
  else if (state === 'paused') connect();
}

function retryNow() {
  if (state === 'retrying') connect();
}

/**
 * Listens to the server for as long as somebody is signed in: to what happens to leads as well, for those who see
 * any. Returns the way to stop.
 */
export function startLive(hearsOfLeads: boolean): () => void {
  path = hearsOfLeads ? '/api/v1/live' : '/api/v1/action-center/live';
  failures = 0;
  wasOpen = false;
  document.addEventListener('visibilitychange', followVisibility);
  window.addEventListener('online', retryNow);
  if (document.visibilityState === 'visible') connect();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    window.removeEventListener('online', retryNow);
    clearTimeout(hiddenTimer);
    clearTimeout(gatherTimer);
    clearTimeout(newsTimer);
    gatherTimer = undefined;
    newsTimer = undefined;
    gathered = new Set();
    pause();
  };
}

/** Calls `onChange` with every change that the server tells, several within a moment at once. */
export function useLiveLeads(onChange: Listener): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const listener: Listener = (change) => latest.current(change);
    changeListeners.add(listener);
    return () => {
      changeListeners.delete(listener);
    };
  }, []);
}

/** Calls `onNews` when there may be something new in the Action center. */
export function useLiveNews(onNews: () => void): void {
  const latest = useRef(onNews);
  useEffect(() => {
    latest.current = onNews;
  });
  useEffect(() => {
    const listener = () => latest.current();
    newsListeners.add(listener);
    return () => {
      newsListeners.delete(listener);
    };
  }, []);
}

/** Whether changes arrive by themselves at the moment. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => state,
  );
}
