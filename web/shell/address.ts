import { toQueryString } from '../api/client.ts';

/** Reads the query of an address: plain text, a name given again becomes a list. */
export function parseAddress(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  const result: Record<string, string | string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    result[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return result;
}

/** Writes the query of an address as the API writes its own, so that both can be read side by side. */
export function stringifyAddress(params: Record<string, unknown>): string {
  return toQueryString(params as Record<string, string | string[] | undefined>);
}
