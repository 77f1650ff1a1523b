import { onPersonLeft, whoseTab } from '../api/whose.ts';

/**
 * Search terms may be email addresses or phone numbers, and page addresses are kept: in histories, in logs along the
 * way, in what is passed on (DP-2). Such a term stays in this tab, and the address carries a key to it.
 */

const storageKey = 'leadlight.kept-searches';
const mostKept = 50;

/** A key, the term, and the id of the person who searched for it. */
type Kept = [key: string, term: string, personId: string];

let kept = readStored();

function readStored(): Kept[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  } catch {
    // Nothing is kept, or storage is blocked.
    return [];
  }
}

const isKept = (entry: unknown): entry is Kept =>
  Array.isArray(entry) && entry.length === 3 && entry.every((part) => typeof part === 'string');

function writeStored(): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(kept.slice(-mostKept)));
  } catch {
    // Without storage the term lasts until the page is reloaded.
  }
}

const personNow = () => whoseTab()?.person.id ?? '';

// The next person at this browser may go back to the address, and must not find the term.
onPersonLeft(() => {
  kept = [];
  writeStored();
});

const fewestDigits = 5;

/** True for a term that may be someone's address or number, or the beginning of one. */
export function isPrivate(search: string): boolean {
  if (/[@＠]/.test(search)) return true;
  const digits = search.normalize('NFKC').replace(/\D/g, '');
  return digits.length >= fewestDigits && !/\p{L}{3}/u.test(search);
}

/** The key under which this tab keeps the term; the same term gets the same key. */
export function keepSearch(search: string): string {
  const personId = personNow();
  const found = kept.find(([, term, whose]) => term === search && whose === personId);
  if (found) return found[0];
  const key = crypto.randomUUID().slice(0, 8);
  kept.push([key, search, personId]);
  writeStored();
  return key;
}

/** The term for a key; empty when it is unknown, or kept by another tab or another person. */
export function recallSearch(key: string): string {
  const personId = personNow();
  return kept.find(([one, , whose]) => one === key && whose === personId)?.[1] ?? '';
}
