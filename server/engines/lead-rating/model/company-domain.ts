import { domainToUnicode } from 'node:url';
import { getDomainWithoutSuffix } from 'tldts';
import { foldLatin } from './fold-latin.ts';

/** Legal forms and words that many companies share: they do not distinguish one from another. */
const commonWords = new Set(
  (
    'ab ag and as asa aps bv bvba co company corp corporation cv der die doo eood et eg ek eu gbr gesellschaft gmbh ' +
    'group gruppe gruppo grupo groupe holding holdings inc incorporated international kg kgaa kk limited llc llp lp ' +
    'ltd ltda mbh nv ohg oy oyj plc pte pty pvt private sa sarl sas sasu sc sl slu snc spa spol srl sro stichting ' +
    'the ug und y zoo'
  ).split(' '),
);
const leastLetters = 4;

/**
 * Whether the domain of a company's address resembles the company that the customer named: the same name, one contained
 * in the other, its first word, or its initials. null when it cannot be decided: nothing to compare, or a name in a
 * script that domains do not use.
 */
export function domainFitsCompany(companyName: string | null, domain: string | null): boolean | null {
  const label = labelOf(domain);
  if (label === '' || companyName === null) return null;
  const spellings = [companyName, spellOutUmlauts(companyName)];
  const names = spellings.map(wordsOf).filter((words) => words.length > 0);
  return names.length === 0 ? null : names.some((words) => fits(words, label));
}

function labelOf(domain: string | null): string {
  const name = domain === null ? null : getDomainWithoutSuffix(domain);
  return name ? foldLatin(domainToUnicode(name)).replaceAll(' ', '') : '';
}

function spellOutUmlauts(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/å/g, 'aa');
}

function wordsOf(name: string): string[] {
  const words = foldLatin(name).split(' ').filter(Boolean);
  const telling = words.filter((word) => !commonWords.has(word));
  return telling.length > 0 ? telling : words;
}

function fits(words: readonly string[], label: string): boolean {
  const name = words.join('');
  const first = words[0] ?? '';
  const initials = words.map((word) => word[0]).join('');
  return (
    name === label ||
    (name.length >= leastLetters && label.includes(name)) ||
    (label.length >= leastLetters && name.includes(label)) ||
    (first.length >= leastLetters && label.startsWith(first)) ||
    (initials.length >= 2 && initials === label)
  );
}
