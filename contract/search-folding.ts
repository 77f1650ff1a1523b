/**
 * How search reads text: stored text and search terms are folded by the same rules, so that accents, case, width, marks
 * and punctuation never keep a reader from a lead (WS-5). The database folds what it stores with `fold_text`; a test
 * compares it with this file, character by character. No imports: the browser uses this too.
 */

/**
 * Marks that readers leave out, and characters without width: combining accents, Hebrew points, Arabic vowels and
 * tatweel, nukta, soft hyphen, joiners, directions, variation selectors, tags. Vowel signs of Indic scripts and Thai
 * and the voicing marks of kana are letters to their readers, and stay.
 */
const ignoredSigns =
  '\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\uffff\u{e0000}-\u{e0fff}';

/** Punctuation between words. */
const separators =
  ' \\t\\u000b\\f\\r\\u0085,;:/\\\\|()\\[\\]{}<>!?=\u00a1\u00a6\u00a7\u00ab\u00b6\u00bb\u00bf\u00d7\u00f7\u05c0\u05c3\u05c6\u0589\u060c\u061b\u061f\u06d4\u0964\u0965\u1361\u1680\u180e\u2013-\u2015\u2028\u2029\u3001-\u3003\u3008-\u3011\u3014-\u301b';

/** Punctuation inside words (O’Brien, Meyer-Schmidt, S.A.P.) and symbols: removed. The at sign stays. */
const dropped =
  '#$%&\'*+\\-.^_`~"\u00a2-\u00a5\u00a9\u00ac\u00ae\u00b0\u00b1\u00b7\u02b9-\u02c1\u02c6-\u02cf\u055a-\u055f\u05be\u05f3\u05f4\u066a-\u066d\u2010-\u2012\u2016\u2018-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u23ff\u2500-\u2bff\u2e00-\u2e7f\u3012\u3013\u301c-\u3020\u3030\u303d\u30a0\u30fb\ufe45\ufe46\ufffc\ufffd\u{1f000}-\u{1faff}';

/** Characters of scripts without spaces, where two make a word: Han, kana, bopomofo, Yi, Hangul syllables. */
const wideSigns =
  '\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}';

/** Letters that fold to two. */
const twoLetters: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
];

/** Letters that readers take for another: a stroke, hook, final form or other variant makes no difference. */
const sameLetters: readonly (readonly [string, string])[] = [
  ['øđðħıłŋŧĸɓƃƈɖɗǝəɛɔƙƥƭƴƶɣɩƀɨʉƒ', 'oddhilntkbbcddeeeokptyzgibiuf'],
  ['ς', 'σ'],
  ['ךםןףץ', 'כמנפצ'],
  // alef wasla, teh marbuta, alef maksura, Farsi yeh, keheh, heh goal, heh doachashmee, ae
  ['ٱةىیکہھە', 'اهييكههه'],
  // upper case that ICU before 62 does not lower
  [range(0x1c90, 43) + range(0x1cbd, 3), range(0x10d0, 43) + range(0x10fd, 3)],
  // katakana as hiragana
  [range(0x30a1, 86) + range(0x30fd, 2), range(0x3041, 86) + range(0x309d, 2)],
];

/** The first digit of each row of ten. */
const digitRows = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

function range(first: number, count: number): string {
  return Array.from({ length: count }, (_, n) => String.fromCodePoint(first + n)).join('');
}

const letterMap = new Map<string, string>([
  ...twoLetters,
  ...sameLetters.flatMap(([from, to]) => [...from].map((letter, n) => [letter, [...to][n] ?? ''] as const)),
  ...digitRows.flatMap((first) => [...range(first, 10)].map((digit, n) => [digit, String(n)] as const)),
]);

const anyOf = (signs: string, flags = 'gu') => new RegExp(`[${signs}]`, flags);
// A standalone accent (´ ˘) decomposes into a space and a mark; people type it as an apostrophe.
const ignored = new RegExp(` [\\u0300-\\u036f\\u064b-\\u0655]|[${ignoredSigns}]`, 'gu');
const separator = anyOf(separators);
const dropping = anyOf(dropped);
const wide = anyOf(wideSigns, 'u');
const blankBetweenWide = new RegExp(`(?<=[${wideSigns}]) +(?=[${wideSigns}])`, 'gu');
const mapped = anyOf([...letterMap.keys()].join(''));
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ascii = /^[\u0000-\u007f]*$/;

/**
 * The text as search compares it: lower-case letters and digits without accents, marks and punctuation, one space
 * between words, line breaks kept. Folding twice changes nothing.
 */
export function foldForSearch(text: string): string {
  const letters = ascii.test(text) ? text.toLowerCase() : foldLetters(text);
  return letters
    .replace(/ ?& ?/g, '')
    .replace(dropping, '')
    .replace(separator, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(blankBetweenWide, '');
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ignored, '')
    .replace(mapped, (letter) => letterMap.get(letter) ?? letter)
    .normalize('NFC');
}

const umlauts: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  Ä: 'ae',
  Ö: 'oe',
  Ü: 'ue',
  Å: 'aa',
  Ø: 'oe',
};
const umlaut = /[äöüåøÄÖÜÅØ]/g;

/** Both spellings of the text without umlauts, folded: Jörg is jorg and joerg. */
export function foldedSpellings(text: string): string[] {
  const composed = text.normalize('NFC');
  const spelledOut = composed.replace(umlaut, (letter) => umlauts[letter] ?? letter);
  const folded = foldForSearch(composed);
  return spelledOut === composed ? [folded] : [...new Set([folded, foldForSearch(spelledOut)])];
}

/**
 * True when the folded word is long enough to search for: three characters, or two in a script where two make a word
 * (WS-5).
 */
export function isSearchable(folded: string): boolean {
  const signs = [...folded.replaceAll(' ', '')];
  return signs.length >= 3 || (signs.length === 2 && signs.some((sign) => wide.test(sign)));
}

/** True when two characters make a word in the script of this text. */
export function hasWideSigns(text: string): boolean {
  return wide.test(text);
}
