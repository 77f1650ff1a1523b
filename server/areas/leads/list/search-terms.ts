import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { foldedSpellings, hasWideSigns, isSearchable } from '../../../../contract/search-folding.ts';
import { trigramText } from '../../../platform/text/search-folding.ts';

/** What a search asks for (WS-5). */
export interface SearchTerms {
  /**
   * Every group must occur, in any order and in any field; a group is one word in its spellings, folded. A spelling with
   * a blank in front must begin a word there, any other may stand anywhere.
   */
  readonly groups: readonly (readonly string[])[];
  /** What an id may begin with, in hex without hyphens. */
  readonly idStart: string | undefined;
}

const idStart = /^[0-9a-f]{8,32}$/;
/** An id as a page's address or a program has it: within braces, behind a slash. */
const wholeId = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/i;

/** The scheme in front of a number or an address, and an extension behind a number: neither need be in the lead. */
function withoutPhoneWords(text: string): string {
  return text
    .replace(/^\s*(?:tel|callto|sms|mailto):(?=\S)/i, '')
    .replace(/(?<=\d{4}) ?(?:x|ext\.?|#) ?\d{1,6}$/i, '');
}

/** Punctuation that some write and others leave out: Meyer-Schmidt, Dr.Müller. */
const softBreaks = /[-.\u2010-\u2012\u2212\u05be]/gu;
const phoneRun = /(?<![^\s,;:([])[+(]?\d[\d\s()+\-./\u2010-\u2015]*\d(?![^\s,;:)\]])/gu;
const fewestPhoneDigits = 5;

/** Reads what somebody typed into the search box. */
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

/** The index knows three signs and more, and where words begin. */
const fewestIndexedSigns = 3;

/**
 * What to look for in turn, until something is found. Words too short for the index are looked for where words begin:
 * “li wu” is a name, and to find both anywhere every lead would have to be looked at. Beside a longer word, which
 * leaves fewer leads to look at, they are then looked for anywhere.
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
    // An email address is one word; elsewhere the parts may be written apart.
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
 * The digits by which a telephone number is found, however it and the stored one are written: without what is dialed
 * in front within a country or abroad, and without the country code where the number is whole.
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

/** Without those that hold another one: whatever has them has the other. */
function shortest(words: readonly string[]): string[] {
  const all = [...new Set(words)];
  return all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}
