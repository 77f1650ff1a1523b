// No imports: the browser bundle takes this without the validation library.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a text to at most `most` characters (code points, as {@link text} counts them), only between characters as
 * readers see them: never inside an emoji, a flag, a letter with its accents or a surrogate pair. `mark` shows that
 * something is missing, and counts. Lone surrogates become U+FFFD.
 */
export function cutText(value: string, most: number, mark = '…'): string {
  const whole = value.toWellFormed();
  // No text has more characters than code units.
  if (whole.length <= most || lengthWithin(whole, most) <= most) return whole;
  const room = most - [...mark].length;
  return (takeGraphemes(whole, room) || takeCharacters(whole, room)) + mark;
}

/** The same without a mark, and without spaces at the cut: for text that is stored or searched for. */
export function clipText(value: string, most: number): string {
  const kept = cutText(value, most, '');
  return kept.length < value.length ? kept.trimEnd() : kept;
}

/** Counts the code points of a text, but stops as soon as there are too many. */
function lengthWithin(value: string, most: number): number {
  let length = 0;
  for (const _ of value) if (++length > most) break;
  return length;
}

function takeGraphemes(value: string, room: number): string {
  // One character more than fits, so that the last one is seen whole or not at all.
  const start = takeCharacters(value, room + longestGrapheme);
  let end = 0;
  let length = 0;
  for (const { segment, index } of graphemes.segment(start)) {
    length += [...segment].length;
    if (length > room) break;
    end = index + segment.length;
  }
  return start.slice(0, end);
}

/** Anything longer is not writing: a base with more marks than a line can show. */
const longestGrapheme = 64;

function takeCharacters(value: string, room: number): string {
  let taken = '';
  let length = 0;
  for (const character of value) {
    if (++length > room) break;
    taken += character;
  }
  return taken;
}
