import { type Separator, separators } from '../table/table.ts';

/** A first line such as `sep=;`, which spreadsheets write and read. */
const separatorLine = /^"?sep=([,;\t|])"?\s*(?:\r\n|\n|\r|$)/i;

/** The separator that a text names in its first line; undefined: it names none. */
export function namedSeparator(text: string): Separator | undefined {
  return separatorLine.exec(text)?.[1] as Separator | undefined;
}

const mostRecords = 100;

/**
 * The separator of a text: the one that it names, or the one that appears in the same number in most rows. Where two do,
 * the one with more columns.
 */
export function findSeparator(text: string): Separator {
  const named = namedSeparator(text);
  if (named) return named;
  const records = countOutsideQuotes(text);
  const scores = separators.map((separator, place) => {
    const counts = records.map((record) => record[place] ?? 0);
    const { count, share } = mostFrequent(counts);
    return { separator, score: count === 0 ? 0 : share + Math.min(count, 100) / 1000 };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.separator : ',';
}

/** The number that most records have, and the share of them that do. */
function mostFrequent(counts: readonly number[]): { count: number; share: number } {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let best = { count: 0, share: 0 };
  for (const [count, times] of frequency)
    if (times / counts.length > best.share) best = { count, share: times / counts.length };
  return best;
}

/** For each of the first records that are not empty, how often each separator is in it, outside quotation marks. */
function countOutsideQuotes(text: string): number[][] {
  const records = firstRecords(text);
  return records.map((record) => {
    const bare = record.replace(/"[^"]*(?:"|$)/g, '');
    return separators.map((separator) => bare.split(separator).length - 1);
  });
}

/** The first records that are not empty, each as it stands; the last of a sample may be cut, and is left out. */
function firstRecords(text: string): string[] {
  const records: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length && records.length < mostRecords; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    if (quoted || (sign !== '\n' && sign !== '\r')) continue;
    if (at > from) records.push(text.slice(from, at));
    from = at + 1;
  }
  return records.length > 0 ? records : [text];
}

/** How much a row looks like the header of the table that someone expects; 0: not at all. */
export type HeaderScore = (cells: readonly string[]) => number;

/**
 * Finds the header among the first rows: the one with most known names, or else the first with the most values. Reports
 * have titles above it.
 * @returns its place in the list; undefined: no row has a value
 */
export function findHeader(rows: readonly (readonly string[])[], score: HeaderScore): number | undefined {
  let best: { place: number; known: number; values: number } | undefined;
  for (const [place, cells] of rows.entries()) {
    const values = cells.filter((cell) => cell.trim() !== '').length;
    if (values === 0) continue;
    const known = score(cells);
    if (!best || known > best.known || (known === best.known && best.known === 0 && values > best.values))
      best = { place, known, values };
  }
  return best?.place;
}
