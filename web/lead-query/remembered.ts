import type { Me } from '../../contract/identity/identity.ts';
import { type ListState, readListState, writeListState } from './list-state.ts';

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

/** The key of something remembered for one person in one organization. */
export function personalKey(me: Me, what: string): string {
  return `leadlight.${what}.${me.organization.id}.${me.person.id}`;
}

type Kept = Pick<ListState, 'filters' | 'sort' | 'limit'>;

/** The filters, order and page size that a person last used in the list. Tab and search are not remembered. */
export function recallList(me: Me): Kept {
  const stored = recall(personalKey(me, 'list'));
  const params = typeof stored === 'object' && stored !== null ? stored : {};
  const { filters, sort, limit } = readListState(params as Record<string, unknown>);
  return { filters, sort, limit };
}

/** Remembers filters, order and page size for the next visit. */
export function rememberList(me: Me, { filters, sort, limit }: ListState): void {
  const params = writeListState({ tab: 'marketplace', search: '', filters, sort, limit });
  remember(personalKey(me, 'list'), params);
}
