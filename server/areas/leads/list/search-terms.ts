import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { foldedSpellings, hasWideSigns, isSearchable } from '../../../../contract/search-folding.ts';
import { trigramText } from '../../../platform/text/search-folding.ts';

/** What a search looks for (WS-5). */
export interface SearchTerms {
  /**
   * Every group must occur, in any order and in any field; a group is one word in its spellings, folded. A spelling
   * with a leading space must begin a word, any other may be anywhere.
   */
  readonly groups: readonly (readonly string[])[];
  /** The beginning of an id, in hex without hyphens. */
  readonly idStart: string | undefined;
}

const idStart = /^[0-9a-f]{8,32}$/;
/** An id as in a page's URL or from a program: after a slash, within braces. */
const wholeId = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/i;

/** Without the scheme before a number or an address, and the extension after a number: neither need be in the lead. */
function withoutPhoneWords(text: string): string {
  return text
    .replace(/^\s*(?:tel|callto|sms|mailto):(?=\S)/i, '')
    .replace(/(?<=\d{4}) ?(?:x|ext\.?|#) ?\d{1,6}$/i, '');
}

/** Punctuation that some people write and others leave out: Meyer-Schmidt, Dr.Müller. */
const softBreaks = /[-.\u2010-\u2012\u2212\u05be]/gu;
const phoneRun = /(?<![^\s,;:([])[+(]?\d[\d\s()+\-./\u2010-\u2015]*\d(?![^\s,;:)\]])/gu;
const fewestPhoneDigits = 5;

/** Reads what someone typed into the search box. */
export function readSearchTerms(term: string): SearchTerms {
  const groups: string[][] = [];
  const text = withoutPhoneWords(term.normalize('NFKC'));
  let end = 0;
  for (const { 0: run, index } of text.matchAll(phoneRun)) {
    if (countDigits(run) < fewestPhoneDigits) continue;
    groups.push(...wordsOf(text.slice(end, index)), ...numberWords(run));
    end = index + run.length;
  }
  groups.push(...wordsOf(text.slice(end)));
  const id = wholeId.exec(term)?.[0] ?? term.replace(/^\s*#/, '');
  const hex = id.trim().toLowerCase().replaceAll('-', '');
  return { groups: distinct(groups), idStart: idStart.test(hex) ? hex : undefined };
}

/** The index covers three characters and more, and the beginnings of words. */
const fewestIndexedSigns = 3;

/**
 * What to look for in turn, until something is found. Words too short for the index are looked for at the beginning of
 * words: “li wu” is a name, and finding both anywhere would mean reading every lead. Next to a longer word, which
 * leaves fewer leads to read, they are then looked for anywhere.
 */
export function searchSteps(terms: SearchTerms): SearchTerms[] {
  const isShort = (word: string) => !hasWideSigns(word) && trigramText(word).length < fewestIndexedSigns;
  if (!terms.groups.flat().some(isShort)) return [terms];
  const groups = terms.groups.map((spellings) =>
    spellings.map((word) => (isShort(word) ? ` ${word}` : word)),
  );
  const atBeginnings = { ...terms, groups };
  const hasLonger = terms.groups.some((spellings) => !spellings.some(isShort));
  return hasLonger ? [atBeginnings, terms] : [atBeginnings];
}

function distinct(groups: string[][]): string[][] {
  return [...new Map(groups.map((group) => [group.join(' '), group])).values()];
}

function wordsOf(text: string): string[][] {
  return text.split(/\s+/u).flatMap((token) => {
    // An email address is one word; elsewhere the parts may be written separately.
    const isWhole = token.includes('@');
    const parts = isWhole ? [] : spellings(token.replace(softBreaks, ' '));
    const long = parts.filter(([word = '']) => isSearchable(word));
    return parts.length > 1 && long.length > 0 ? long : spellings(token);
  });
}

/** The words of a text, each in its spellings. */
function spellings(text: string): string[][] {
  const [plain = [], ...others] = foldedSpellings(text).map((spelling) =>
    spelling.split(' ').filter(Boolean),
  );
  return plain.map((word, n) => [...new Set([word, ...others.map((other) => other[n] ?? word)])]);
}

/** A run of digits is a number in any notation, or the words that it is written in. */
function numberWords(run: string): string[][] {
  const numbers = phoneSpellings(run);
  const words = spellings(run).flat();
  const mayBeWords = words.some((word) => word.length >= 4);
  return mayBeWords ? words.map((word) => shortest([word, ...numbers])) : [numbers];
}

/**
 * The digits that find a phone number, however it and the stored one are written: without the prefixes dialed within a
 * country or abroad, and without the country code if the number is complete.
 */
export function phoneSpellings(written: string): string[] {
  const digits = written.replaceAll('(0)', '').replace(/\D/g, '');
  const international = written.includes('+')
    ? digits
    : (/^(?:00|011)([1-9]\d{6,})$/.exec(digits)?.[1] ?? undefined);
  const found = [digits];
  if (international !== undefined) {
    const national = parsePhoneNumberFromString(`+${international}`)?.nationalNumber;
    found.push(international, national !== undefined && national.length >= 6 ? national : international);
  }
  // Trunk prefixes: 0 in most countries, 8 where numbers have ten digits after it, 1 in North America.
  const national = /^(?:0|8(?=\d{10}$)|1(?=\d{10}$))(\d{5,})$/.exec(digits)?.[1];
  if (national !== undefined) found.push(national);
  return shortest(found);
}

/** Without words that contain another one: whatever matches them matches the other. */
function shortest(words: readonly string[]): string[] {
  const all = [...new Set(words)];
  return all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}
