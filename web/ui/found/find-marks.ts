import {
  foldedSpellings,
  foldForSearch,
  hasWideSigns,
  isSearchable,
} from '../../../contract/search-folding.ts';

/** A part of a text, from its first to before its last position. */
interface MarkedRange {
  readonly from: number;
  readonly to: number;
}

/** One word of a search, in its spellings; a short one counts only at the beginning of a word, as in the search. */
interface SoughtWord {
  readonly spellings: readonly string[];
  readonly isShort?: boolean;
  readonly isPhone?: boolean;
}

const softBreaks = /[-.\u2010-\u2012\u2212\u05be]/gu;
const phoneRun = /(?<![^\s,;:([])[+(]?\d[\d\s()+\-./\u2010-\u2015]*\d(?![^\s,;:)\]])/gu;
const fewestPhoneDigits = 5;
const onlyDigits = /^\d+$/;

/** Finds the parts of a text that the words of a search match (WS-5). */
export type FindMarks = (text: string) => MarkedRange[];

/** Reads a search once, for many texts; without words to look for, it marks nothing. */
export function marksOf(search: string): FindMarks {
  const words = readWords(search);
  if (words.length === 0) return () => [];
  return (text) => findMarks(text, words);
}

function readWords(search: string): SoughtWord[] {
  const text = search.normalize('NFKC');
  const runs = [...text.matchAll(phoneRun)]
    .map(([run]) => run)
    .filter((run) => isLong(run, fewestPhoneDigits));
  const phones = runs.map((run) => ({
    spellings: phoneSpellings(run.replaceAll('(0)', '')),
    isPhone: true,
  }));
  // Long parts of a number may also be words of their own: “2024 5678”.
  const others = text.replace(phoneRun, (run) => (runs.includes(run) ? longParts(run) : run));
  return [...phones, ...others.split(/\s+/u).flatMap(wordsOf)];
}

const isLong = (text: string, fewest: number) => text.replace(/\D/g, '').length >= fewest;

function longParts(run: string): string {
  return ` ${run
    .split(/\D+/u)
    .filter((part) => isLong(part, 4))
    .join(' ')} `;
}

/** An email address is one word; elsewhere, parts may be written separately. */
function wordsOf(token: string): SoughtWord[] {
  const parts = (token.includes('@') ? token : token.replace(softBreaks, ' ')).split(' ').flatMap(split);
  const long = parts.filter(({ isShort }) => !isShort);
  return parts.length > 1 && long.length > 0 ? long : split(token);
}

function split(token: string): SoughtWord[] {
  const [plain = [], ...others] = foldedSpellings(token).map((spelling) =>
    spelling.split(' ').filter(Boolean),
  );
  return plain.map((word, at) => ({
    spellings: [...new Set([word, ...others.map((other) => other[at] ?? word)])],
    isShort: !isSearchable(word),
  }));
}

/** With and without what is dialed first, within a country or from abroad; the longest that is found counts. */
function phoneSpellings(run: string): string[] {
  const digits = run.replace(/\D/g, '');
  const whole = digits.replace(/^(?:00|011)(?=[1-9]\d{6})/, '');
  const isAbroad = run.includes('+') || whole !== digits;
  const shorter = isAbroad ? [1, 2, 3].map((length) => whole.slice(length)) : [digits.replace(/^0/, '')];
  return [...new Set([digits, whole, ...shorter])].filter((one) => one.length >= fewestPhoneDigits);
}

/** A character as a reader sees it, and what it reads as when folded: nothing, letters, or a space. */
interface Sign {
  readonly from: number;
  readonly to: number;
  readonly reading: string;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text in its spellings, with and without umlauts spelled out. */
function spellingsOf(text: string): Sign[][] {
  const signs = [...graphemes.segment(text)].map(({ segment, index }) => ({
    from: index,
    to: index + segment.length,
    readings: readingsOf(segment),
    isWide: hasWideSigns(segment),
    isAnd: segment.normalize('NFKC') === '&',
  }));
  // Blanks around “&”, and between signs of scripts without spaces, are not read.
  const isLoose = (at: number) => {
    const [before, after] = [signs[at - 1], signs[at + 1]];
    return before?.isAnd || after?.isAnd || (before?.isWide && after?.isWide);
  };
  const spelled = (which: 'plain' | 'spelledOut') =>
    signs.map(({ from, to, readings }, at) => {
      const reading = readings[which];
      return { from, to, reading: reading === ' ' && isLoose(at) ? '' : reading };
    });
  const hasTwo = signs.some(({ readings }) => readings.plain !== readings.spelledOut);
  return hasTwo ? [spelled('plain'), spelled('spelledOut')] : [spelled('plain')];
}

/** Between two letters, since what begins or ends a text is folded differently. */
function readingsOf(segment: string) {
  const plain = foldForSearch(`a${segment}a`).slice(1, -1);
  return { plain, spelledOut: foldedSpellings(segment)[1] ?? plain };
}

function findMarks(text: string, words: readonly SoughtWord[]): MarkedRange[] {
  const signs = spellingsOf(text);
  return join(words.flatMap((word) => findWord(signs, word)));
}

function findWord(
  spelledSigns: readonly Sign[][],
  { spellings, isShort = false, isPhone }: SoughtWord,
): MarkedRange[] {
  const found = spellings.map((word) => spelledSigns.flatMap((signs) => placesOf(signs, word, isShort)));
  // The spellings of a number are parts of each other: the longest that is there counts.
  return isPhone ? (found.find((places) => places.length > 0) ?? []) : found.flat();
}

function placesOf(signs: readonly Sign[], word: string, isShort: boolean): MarkedRange[] {
  const places: MarkedRange[] = [];
  for (const [at, sign] of signs.entries()) {
    const end = isShort && !beginsWord(signs, at) ? undefined : endOf(signs, at, word, isShort);
    if (end !== undefined) places.push({ from: sign.from, to: end });
  }
  return places;
}

function beginsWord(signs: readonly Sign[], at: number): boolean {
  const before = signs.slice(0, at).findLast(({ reading }) => reading !== '');
  return before === undefined || before.reading === ' ';
}

/** Where a word ends that begins in the sign `at`, which may be in the middle of what the sign reads as. */
function endOf(signs: readonly Sign[], at: number, word: string, isShort: boolean): number | undefined {
  const first = signs[at]?.reading ?? '';
  for (let skipped = 0; skipped < (isShort ? Math.min(1, first.length) : first.length); skipped++) {
    const end = follow(signs, at, first.slice(skipped), word);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Reads on from the sign `at`, of which `begun` is left, until the word is read or something else is. */
function follow(signs: readonly Sign[], at: number, begun: string, word: string): number | undefined {
  let read = begun;
  const isNumber = onlyDigits.test(word);
  for (let next = at; word.startsWith(read) || read.startsWith(word); next++) {
    if (read.startsWith(word)) return signs[next]?.to;
    const following = signs[next + 1];
    if (following === undefined) return undefined;
    read += isNumber && following.reading === ' ' ? '' : following.reading;
  }
  return undefined;
}

/** Ranges that touch or overlap become one. */
function join(ranges: readonly MarkedRange[]): MarkedRange[] {
  const joined: MarkedRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    else joined.push(range);
  }
  return joined;
}
