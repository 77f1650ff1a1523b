import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { EventsName } from '../../contract/endpoints.ts';
import { addressOf, request } from './client.ts';
import { SharedLive } from './live-sharing.ts';
import { LiveConnection, type LiveState, type LiveWord } from './live-stream.ts';

export interface LiveChange {
  /** Leads that were received or changed. */
  leadIds: string[];
  /** true: the connection was down for a while, so anything may have changed. */
  missed: boolean;
}

type Listener = (change: LiveChange) => void;

const gatherMs = 250;
/** The minimum interval between requests for the counts of the bell. */
const newsMs = 1000;
const hiddenGraceMs = 5000;
/** A page that took longer to load may show leads as they were well before its stream opens: see `first-paint.js`. */
const earlyMs = 2000;

const stateListeners = new Set<() => void>();
const changeListeners = new Set<Listener>();
const newsListeners = new Set<() => void>();
let state: LiveState = 'paused';
let shared: SharedLive | undefined;
let connection: LiveConnection | undefined;
let desk: { name: string; stream: EventsName } | undefined;
let gatherTimer: ReturnType<typeof setTimeout> | undefined;
let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
let newsTimer: ReturnType<typeof setTimeout> | undefined;
let gathered = new Set<string>();
let hasStarted = false;

function setState(next: LiveState) {
  if (state === next) return;
  state = next;
  for (const listener of stateListeners) listener();
}

function emit(change: LiveChange) {
  for (const listener of changeListeners) listener(change);
  // Tasks follow from leads.
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

function hear(word: LiveWord) {
  if (word === 'news') tellNews();
  else if (word === 'missed') emit({ leadIds: [], missed: true });
  else gather(word.leadIds);
}

/** Opens the stream of this window; the others of the browser hear what it hears. */
function lead(stream: EventsName, late: boolean): () => void {
  const opened = new LiveConnection({
    late,
    open: () => new EventSource(addressOf(stream)),
    onWord: (word) => shared?.tell(word),
    onState: (next) => shared?.tellState(next),
    onDoubt: () => void request('GET /api/v1/me').catch(() => {}),
  });
  connection = opened;
  // Later, as `shared` isn't assigned yet.
  queueMicrotask(() => {
    if (connection === opened) opened.connect();
  });
  return () => {
    connection = undefined;
    opened.close();
  };
}

function resume(late: boolean) {
  if (!desk || shared) return;
  const { name, stream } = desk;
  setState('connecting');
  shared = new SharedLive(
    name,
    { lead: (followed) => lead(stream, late || followed), onWord: hear, onState: setState },
    'BroadcastChannel' in globalThis ? (channel) => new BroadcastChannel(channel) : undefined,
    'locks' in navigator ? navigator.locks : undefined,
  );
}

function pause() {
  shared?.close();
  shared = undefined;
  setState('paused');
}

function followVisibility() {
  clearTimeout(hiddenTimer);
  if (document.visibilityState === 'hidden') hiddenTimer = setTimeout(pause, hiddenGraceMs);
  else if (state === 'paused') {
    resume(true);
    // Anything may have happened while the stream was closed.
    emit({ leadIds: [], missed: true });
  }
}

function retryNow() {
  connection?.retryNow();
}

/** Whose desk is shown; windows that show the same one share a stream. */
interface LiveDesk {
  personId: string;
  organizationId: string;
  /** Whether to get lead events too, for people who see leads. */
  hearsOfLeads: boolean;
}

/** Listens to the server while someone is signed in. Returns a function that stops it. */
export function startLive({ personId, organizationId, hearsOfLeads }: LiveDesk): () => void {
  const stream = hearsOfLeads ? 'GET /api/v1/live' : 'GET /api/v1/action-center/live';
  desk = { name: `leadlight ${stream} ${personId} ${organizationId}`, stream };
  document.addEventListener('visibilitychange', followVisibility);
  window.addEventListener('online', retryNow);
  const late = !hasStarted && performance.now() > earlyMs;
  hasStarted = true;
  if (document.visibilityState === 'visible') resume(late);
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
    desk = undefined;
  };
}

/** Calls `onChange` with the changes that the server reports, batched when they come in quick succession. */
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

/** The state of live updates. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => state,
  );
}
