// No imports: the browser bundle takes this without the validation library.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text of at most `most` characters (code points, as {@link text} counts them), cut where a reader sees the end of a
 * character: never inside an emoji, a flag, a letter with its accents or a surrogate pair. What is left out is marked by
 * `mark`, which counts. Halves of surrogate pairs become U+FFFD.
 */
export function cutText(value: string, most: number, mark = '…'): string {
  const whole = value.toWellFormed();
  // No text has more characters than code units.
  if (whole.length <= most || lengthWithin(whole, most) <= most) return whole;
  const room = most - [...mark].length;
  return (takeGraphemes(whole, room) || takeCharacters(whole, room)) + mark;
}

/** The same without a mark, and without blanks where it was cut: for what is kept or searched for. */
export function clipText(value: string, most: number): string {
  const kept = cutText(value, most, '');
  return kept.length < value.length ? kept.trimEnd() : kept;
}

/** How many code points a text has, counted no further than is needed to know that they are too many. */
function lengthWithin(value: string, most: number): number {
  let length = 0;
  for (const _ of value) if (++length > most) break;
  return length;
}

function takeGraphemes(value: string, room: number): string {
  // One character more than there is room for, so that the last one is seen whole or not at all.
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

/** Longer ones are no writing: a base with more marks than a line can show. */
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
