/** How many letters may be wrong in a name of that many: none in short ones, which would become others. */
export function allowedSlips(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Counts how many letters of a text differ from the wanted one, are missing, are too many or changed places with the next
 * one; more than `most` when more than that. Takes time in proportion to the length of the wanted text times `most`.
 */
export function slipCounter(wanted: string, most: number): (text: string) => number {
  const width = wanted.length + most + 2;
  const rows = [0, 1, 2].map(() => new Uint16Array(width));
  return (text) => {
    if (Math.abs(wanted.length - text.length) > most) return most + 1;
    let [beforeLast, last, row] = rows as [Uint16Array, Uint16Array, Uint16Array];
    for (let at = 0; at <= text.length; at++) last[at] = at;
    for (let at = 1; at <= wanted.length; at++) {
      if (fillRow(wanted, text, at, most, [beforeLast, last, row]) > most) return most + 1;
      [beforeLast, last, row] = [last, row, beforeLast];
    }
    return Math.min(last[text.length] ?? 0, most + 1);
  };
}

/** Fills the row of the wanted text's first `at` letters, where it matters. @returns the fewest slips in it */
function fillRow(
  wanted: string,
  text: string,
  at: number,
  most: number,
  [beforeLast, last, row]: readonly [Uint16Array, Uint16Array, Uint16Array],
): number {
  row.fill(most + 1);
  if (at <= most) row[0] = at;
  let least = row[0] ?? 0;
  const end = Math.min(text.length, at + most);
  for (let to = Math.max(1, at - most); to <= end; to++) {
    const isSame = wanted[at - 1] === text[to - 1];
    const changed = (last[to - 1] ?? 0) + (isSame ? 0 : 1);
    let slips = Math.min(changed, (last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1);
    if (!isSame && isSwapped(wanted, text, at, to)) slips = Math.min(slips, (beforeLast[to - 2] ?? 0) + 1);
    row[to] = slips;
    least = Math.min(least, slips);
  }
  return least;
}

function isSwapped(wanted: string, text: string, at: number, to: number): boolean {
  return at > 1 && to > 1 && wanted[at - 1] === text[to - 2] && wanted[at - 2] === text[to - 1];
}

/**
 * Leaves out at little cost most keys that differ from the wanted one in more than so many bytes: those of another length,
 * and those of other letters. A key that is left out is not close.
 */
export function likeness(wanted: string, most: number): (bytes: Uint8Array, length: number) => boolean {
  const letters = lettersOf(Buffer.from(wanted, 'latin1'), wanted.length);
  // A wrong letter takes one away and brings another.
  return (bytes, length) =>
    Math.abs(length - wanted.length) <= most && countBits(lettersOf(bytes, length) ^ letters) <= 2 * most;
}

/** Which letters occur, as bits. */
function lettersOf(bytes: Uint8Array, length: number): number {
  let letters = 0;
  for (let at = 0; at < length; at++) letters |= 1 << ((bytes[at] ?? 0) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
