import type { Me } from '../../contract/identity/identity.ts';
import { onPersonLeft } from './whose.ts';

/** Reads what this browser remembers; null when there is nothing, or storage is blocked. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Remembers a value in this browser; without storage it is simply forgotten. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is blocked or full.
  }
}

/** Whether someone has opened the list: the script that sends the first requests of a page asks for it then. */
const opensListKey = 'leadlight.opens-list';

/** Notes for the next page that the person opens the list. */
export function noteOpensList(): void {
  remember(opensListKey, true);
}

// The next person at this browser may not see leads. What has a personal key stays for its person.
onPersonLeft(() => {
  try {
    localStorage.removeItem(opensListKey);
  } catch {
    // Storage is blocked: nothing is remembered.
  }
});

/** The key of something remembered for one person in one organization. */
export function personalKey(me: Me, what: string): string {
  return `leadlight.${what}.${me.organization.id}.${me.person.id}`;
}
