/** Longer ones are shortened, in characters of JSON. */
const mostWhole = 4000;
const mostOfOne = 200;

/**
 * The filter of a query as the access log keeps it: whole, or, when it names very much, with the number of values in
 * place of long lists. The log is never trimmed, so that nobody fills it with their filters.
 */
export function recordedFilter(filter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (lengthOf(filter) <= mostWhole) return { ...filter };
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [
      name,
      lengthOf(value) > mostOfOne ? { values: Array.isArray(value) ? value.length : 1 } : value,
    ]),
  );
}

const lengthOf = (value: unknown) => JSON.stringify(value)?.length ?? 0;
