import { toQueryString } from '../api/client.ts';

/** Parses a query string into plain text; a repeated name becomes a list. */
export function parseAddress(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  const result: Record<string, string | string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    result[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return result;
}

/** Writes a query string in the same form as the API's, so both look alike. */
export function stringifyAddress(params: Record<string, unknown>): string {
  return toQueryString(params as Record<string, string | string[] | undefined>);
}
