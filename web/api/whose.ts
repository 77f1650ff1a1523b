import { useSyncExternalStore } from 'react';
import type { Whose } from '../../contract/errors.ts';
import { whoseHeaders, whoseParameter } from '../../contract/whose.ts';

/** Whom the tab was opened for, and whose the browser's session is now. */
export interface OtherSession {
  readonly openedFor: Whose;
  readonly now: Whose;
}

const listeners = new Set<() => void>();
let believed: Whose | undefined;
let other: OtherSession | undefined;
/** Number of pending session changes by this tab; until they finish, answers for another session are expected. */
let changing = 0;
/** Tabs announce changes to each other; a tab that misses one learns of it from the next answer. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('leadlight.whose');

tabs?.addEventListener('message', ({ data }: MessageEvent<Whose>) => compare(believed, data));

function setOther(next: OtherSession | undefined): void {
  if (next === other) return;
  other = next;
  for (const listener of listeners) listener();
}

const isSame = (one: Whose, two: Whose) =>
  one.person.id === two.person.id && one.organization.id === two.organization.id;

/** The person and organization whose pages this tab shows; undefined: no one's. */
export function whoseTab(): Whose | undefined {
  return believed;
}

/** Whether an answer is too late: the tab was `asked`'s when it was requested and is someone else's now. */
export function isTooLate(asked: Whose | undefined, answer: Whose): boolean {
  return believed !== asked && !(believed && isSame(believed, answer));
}

const leftListeners = new Set<() => void>();

/** Calls `listener` each time the tab's person changes: they signed out, or someone else signed in. */
export function onPersonLeft(listener: () => void): void {
  leftListeners.add(listener);
}

/** Sets whose pages the tab shows from now on; null: no one's. Tells the other tabs. */
export function believe(next: Whose | null): void {
  const isLeft = believed !== undefined && believed.person.id !== next?.person.id;
  if (isLeft) for (const listener of leftListeners) listener();
  believed = next ? pick(next) : undefined;
  setOther(undefined);
  if (believed) tabs?.postMessage(believed);
}

/** Records that the session is again the one that the tab was opened for. */
export function confirm(asked: Whose): void {
  if (believed && isSame(asked, believed)) setOther(undefined);
}

/** Tells the other tabs whose session it is, without changing this one. */
export function tellTabs(now: Whose): void {
  tabs?.postMessage(pick(now));
}

function pick({ person, organization }: Whose): Whose {
  return {
    person: { id: person.id, name: person.name },
    organization: { id: organization.id, name: organization.name },
  };
}

/** The headers that say whose page a request comes from. */
export function headersFor(asked: Whose | undefined): Record<string, string> {
  if (!asked) return {};
  return { [whoseHeaders.person]: asked.person.id, [whoseHeaders.organization]: asked.organization.id };
}

/** The same, as a query parameter for addresses that the browser fetches itself. */
export function whoseQuery(): Record<string, string> {
  return believed ? { [whoseParameter]: `${believed.person.id}.${believed.organization.id}` } : {};
}

/** False if the answer says that it was for someone else. */
export function isAnswerFor(asked: Whose, answer: Headers): boolean {
  const personId = answer.get(whoseHeaders.person);
  const organizationId = answer.get(whoseHeaders.organization);
  return (
    (personId === null || personId === asked.person.id) &&
    (organizationId === null || organizationId === asked.organization.id)
  );
}

/** Stops the tab if the session isn't the one that was asked for. Ignores requests of an earlier page of the tab. */
export function compare(asked: Whose | undefined, now: Whose): void {
  if (!asked || !believed || changing > 0 || !isSame(asked, believed)) return;
  setOther(isSame(believed, now) ? undefined : { openedFor: believed, now: pick(now) });
}

/** Runs a change of the session by this tab. */
export async function whileChanging<T>(change: () => Promise<T>): Promise<T> {
  changing += 1;
  try {
    return await change();
  } finally {
    changing -= 1;
  }
}

/** Whose session it is now, if not the one that the tab was opened for. */
export function currentOther(): OtherSession | undefined {
  return other;
}

/** {@link currentOther} as a hook. */
export function useOtherSession(): OtherSession | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentOther);
}
