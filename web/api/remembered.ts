import type { Me } from '../../contract/identity/identity.ts';

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
