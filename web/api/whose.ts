import { useSyncExternalStore } from 'react';
import type { Whose } from '../../contract/errors.ts';
import { whoseHeaders, whoseParameter } from '../../contract/whose.ts';

/** The tab was opened for one, and the session of the browser is the other's by now. */
export interface OtherSession {
  readonly openedFor: Whose;
  readonly now: Whose;
}

const listeners = new Set<() => void>();
let believed: Whose | undefined;
let other: OtherSession | undefined;
/** How many changes of the session by this tab itself are on their way: meanwhile no answer surprises. */
let changing = 0;
/** Tabs tell each other; whoever does not hear it learns it from the next answer. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('leadlight-session');

tabs?.addEventListener('message', ({ data }: MessageEvent<Whose>) => compare(believed, data));

function setOther(next: OtherSession | undefined): void {
  if (next === other) return;
  other = next;
  for (const listener of listeners) listener();
}

const isSame = (one: Whose, two: Whose) =>
  one.person.id === two.person.id && one.organization.id === two.organization.id;

/** Whom this tab shows pages of; undefined: of nobody. */
export function whoseTab(): Whose | undefined {
  return believed;
}

/** Whether an answer that was asked for when the tab was `asked`'s is too late: it has become somebody else's since. */
export function isTooLate(asked: Whose | undefined, answer: Whose): boolean {
  return believed !== asked && !(believed && isSame(believed, answer));
}

const leftListeners = new Set<() => void>();

/** Calls `listener` each time that the tab is no longer its person's: they signed out, or somebody else signed in. */
export function onPersonLeft(listener: () => void): void {
  leftListeners.add(listener);
}

/** From now on the tab shows pages of this person, in this organization; null: of nobody. Other tabs hear of it. */
export function believe(next: Whose | null): void {
  const isLeft = believed !== undefined && believed.person.id !== next?.person.id;
  if (isLeft) for (const listener of leftListeners) listener();
  believed = next ? pick(next) : undefined;
  setOther(undefined);
  if (believed) tabs?.postMessage(believed);
}

/** The session is back with whom the tab was opened for. */
export function confirm(asked: Whose): void {
  if (believed && isSame(asked, believed)) setOther(undefined);
}

/** Tells the other tabs whose the session is, without a change in this one. */
export function tellTabs(now: Whose): void {
  tabs?.postMessage(pick(now));
}

function pick({ person, organization }: Whose): Whose {
  return {
    person: { id: person.id, name: person.name },
    organization: { id: organization.id, name: organization.name },
  };
}

/** What a request says of whose page it comes from. */
export function headersFor(asked: Whose | undefined): Record<string, string> {
  if (!asked) return {};
  return { [whoseHeaders.person]: asked.person.id, [whoseHeaders.organization]: asked.organization.id };
}

/** The same, as a parameter of an address that the browser fetches by itself. */
export function whoseQuery(): Record<string, string> {
  return believed ? { [whoseParameter]: `${believed.person.id}.${believed.organization.id}` } : {};
}

/** False when the answer says that it was for somebody else than the one who asked. */
export function isAnswerFor(asked: Whose, answer: Headers): boolean {
  const personId = answer.get(whoseHeaders.person);
  const organizationId = answer.get(whoseHeaders.organization);
  return (
    (personId === null || personId === asked.person.id) &&
    (organizationId === null || organizationId === asked.organization.id)
  );
}

/** Stops the tab when the session is not the one that was asked for. What an earlier page of the tab asked is nothing new. */
export function compare(asked: Whose | undefined, now: Whose): void {
  if (!asked || !believed || changing > 0 || !isSame(asked, believed)) return;
  setOther(isSame(believed, now) ? undefined : { openedFor: believed, now: pick(now) });
}

/** Lets this tab change the session itself. */
export async function whileChanging<T>(change: () => Promise<T>): Promise<T> {
  changing += 1;
  try {
    return await change();
  } finally {
    changing -= 1;
  }
}

/** Whose the session is, when it is not whom the tab was opened for. */
export function currentOther(): OtherSession | undefined {
  return other;
}

/** {@link currentOther}, followed. */
export function useOtherSession(): OtherSession | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentOther);
}
