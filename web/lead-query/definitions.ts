import { maxViewBytes } from '../../contract/leads/lists.ts';
import type { SavedDefinition, SentDefinition } from '../../contract/leads/views.ts';
import { type AddressParams, type ListState, readListState } from './list-state.ts';
import { type Look, readLook } from './look.ts';
import { orderedQuery } from './query.ts';

/** What a view holds, in the terms of the list. */
interface ReadDefinition {
  readonly state: ListState;
  readonly look: Look;
  /** false: part of it no longer exists, and is left out */
  readonly isWhole: boolean;
}

/** A saved query as an address has it. */
function toParams(query: SavedDefinition['query']): AddressParams {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
}

/** Reads a saved query. Leaves out what no longer exists. */
export function readQuery(query: SavedDefinition['query'], limit?: number): ListState {
  return readListState({ ...toParams(query), ...(limit !== undefined && { limit: String(limit) }) });
}

/** Reads a definition as it was saved. */
export function readDefinition(saved: SavedDefinition): ReadDefinition {
  const state = readQuery(saved.query, saved.look.limit);
  const look = readLook(saved.look);
  const keptAll = (list: readonly unknown[] | null, before: readonly unknown[] | null) =>
    list?.length === before?.length;
  const isWhole =
    keptAll(look.columns, saved.look.columns) && isSame(writeDefinition(state, look).query, saved.query);
  return { state, look, isWhole };
}

/** The list as a view holds it. */
export function writeDefinition(state: ListState, look: Look): SentDefinition {
  return {
    query: orderedQuery(state),
    look: {
      ...look,
      limit: state.limit,
      columns: look.columns && [...look.columns],
    },
  };
}

/** Whether a definition or a query is more than the server keeps. */
export function isTooLarge(kept: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(kept)).length > maxViewBytes;
}

/** Whether two definitions or queries mean the same. The order of values and of parameters has no meaning. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** With sorted keys and sorted lists of words, without missing values. Flags may be words or truth values. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? [...value].sort() : value.map(canonical);
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' ? String(value) : value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, canonical(part)]),
  );
}
