// No imports: the browser bundle takes this without the validation library.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a text to at most `most` characters (code points, as {@link text} counts them), only between characters as
 * readers see them: never inside an emoji, a flag, a letter with its accents or a surrogate pair. `mark` shows that
 * something is missing, and counts; without room for anything, it is all that remains. Lone surrogates become U+FFFD.
 */
export function cutText(value: string, most: number, mark = '…'): string {
  const whole = value.toWellFormed();
  // No text has more characters than code units.
  if (whole.length <= most || lengthWithin(whole, most) <= most) return whole;
  const room = Math.max(0, most - [...mark].length);
  if (isPlain(whole, room + 1)) return whole.slice(0, room) + mark;
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

/**
 * Characters of one code unit each that join with none of their own: letters of Latin, Greek and Cyrillic, kana, Han,
 * syllables of Hangul, and common signs. Marks, joiners and surrogates are missing.
 */
const plain =
  /^[\x20-\x7E\xA0-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3]*$/;

/** Whether a text begins with that many {@link plain} characters: it can be cut there without a look at graphemes. */
function isPlain(value: string, count: number): boolean {
  return plain.test(value.slice(0, count));
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
