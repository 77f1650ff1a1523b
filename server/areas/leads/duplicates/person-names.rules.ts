import { slipsBetween } from '../../../platform/text/slips.ts';
import { areNearlySame, foldName, wordsOf } from './name-folding.rules.ts';
import { areOfOtherScripts, inLatinLetters } from './name-scripts.rules.ts';

/** A person's name in its comparable form; empty where nothing was given. */
export interface PersonName {
  readonly given: string;
  readonly surname: string;
}

/**
 * How two names compare. `same`: both parts, in any order. `close`: the same surname, and a first name that is an
 * initial, shortened or not given. `slip`: nearly the same, in any order. `surname`: the same surname, another first
 * name. `unknown`: one of them is not given.
 */
export type NameMatch = 'same' | 'close' | 'slip' | 'surname' | 'different' | 'unknown';

/** Reads the fields of a form; a full name typed into one of them is split. */
export function personNameOf(first: string | null, last: string | null): PersonName {
  const [typed, whole] = bareNames(foldName(first ?? ''), foldName(last ?? ''));
  const given = typed === whole || (isTitle(typed) && whole !== '') ? '' : typed;
  // The full name is in the surname's field, and the first name again in its own.
  const surname = given !== '' && whole.startsWith(`${given} `) ? whole.slice(given.length + 1) : whole;
  if (given !== '' && surname !== '') return { given, surname };
  const words = wordsOf(given || surname);
  return { given: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' };
}

/** Without titles; a single field must keep a first name and a surname, two fields one each. */
function bareNames(first: string, last: string): readonly [string, string] {
  const least = first === '' || last === '' || first === last ? 2 : 1;
  return [withoutTitles(first, least), withoutSuffixes(withoutTitles(last, least))];
}

const isTitle = (word: string) => titles.has(word) && !givenNames.has(word);

const titles = new Set(
  'dr drs drin prof professor ing dipl mag herr hr frau fr fru mr mrs ms miss mme mlle monsieur madame sr sra srta dott sig'
    .split(' ')
    .map(foldName),
);
/** Titles that are also first names: `Sig Hansen`, `Ing. Anna Hansen`. */
const givenNames: ReadonlySet<string> = new Set(['sig', 'mag', 'ing']);
const suffixes = new Set('jr sr junior senior ii iii iv phd msc bsc mba md esq cpa'.split(' ').map(foldName));

/**
 * Without forms of address before a name, which some people write and others do not; a name that is only a title stays.
 * A title that may be a first name also stays if fewer than `least` words would be left.
 */
function withoutTitles(folded: string, least: number): string {
  const words = wordsOf(folded);
  let from = words.findIndex((word) => !titles.has(word));
  while (words.length - from < least && givenNames.has(words[from - 1] ?? '')) from--;
  return from > 0 ? words.slice(from).join(' ') : folded;
}

function withoutSuffixes(folded: string): string {
  const words = wordsOf(folded);
  const last = words.findLastIndex((word) => !suffixes.has(word));
  return last >= 0 ? words.slice(0, last + 1).join(' ') : folded;
}

/** Compares two names; the order of the two makes no difference. */
export function matchNames(left: PersonName, right: PersonName): NameMatch {
  if (left.surname === '' || right.surname === '') return 'unknown';
  const isOfOtherScript = areOfOtherScripts(lettersOf(left), lettersOf(right));
  if (!isOfOtherScript) return matchLetters(left, right);
  // Languages transliterate letters in several ways, so another spelling is not another name.
  const match = matchLetters(inLatin(left), inLatin(right));
  return match === 'different' || match === 'surname' ? 'unknown' : match;
}

const lettersOf = ({ given, surname }: PersonName) => given + surname;

function inLatin({ given, surname }: PersonName): PersonName {
  return { given: inLatinLetters(given), surname: inLatinLetters(surname) };
}

function matchLetters(left: PersonName, right: PersonName): NameMatch {
  if (areSame(left, right)) return left.given === '' && right.given === '' ? 'close' : 'same';
  if (isPartOf(left, right) || isPartOf(right, left)) return 'close';
  if (haveSameSurname(left, right)) return isShortened(left.given, right.given) ? 'close' : 'surname';
  return isSlip(left, right) || areTurned(left, right) ? 'slip' : 'different';
}

/**
 * How many people the names belong to, as far as that can be told: names with the same surname are one person, and so
 * are names that differ by a typo. Stops counting at `most`.
 */
export function countPeople(names: readonly PersonName[], most: number): number {
  const people: PersonName[] = [];
  for (const name of names) {
    if (name.surname === '' || people.some((person) => mayBeSame(name, person))) continue;
    people.push(name);
    if (people.length === most) break;
  }
  return people.length;
}

/**
 * Looser than {@link matchNames}: someone who wrote from the same mailbox under nearly this name is not a second
 * person.
 */
function mayBeSame(left: PersonName, right: PersonName): boolean {
  if (matchNames(left, right) !== 'different' || areNearlySame(left.surname, right.surname)) return true;
  const longEnough = Math.min(left.surname.length, right.surname.length) >= 5;
  return (
    longEnough && isShortened(left.given, right.given) && slipsBetween(left.surname, right.surname, 2) <= 2
  );
}

function areTurned(left: PersonName, right: PersonName): boolean {
  return areNearlySame(left.surname, right.given) && areNearlySame(left.given, right.surname);
}

/** The same letters, whatever is between them and whichever part comes first. */
function areSame(left: PersonName, right: PersonName): boolean {
  if (sortedWords(left) === sortedWords(right)) return true;
  const orders = ({ given, surname }: PersonName) =>
    [given + surname, surname + given].map((whole) => whole.replaceAll(' ', ''));
  const others = orders(right);
  return orders(left).some((whole) => others.includes(whole));
}

function sortedWords({ given, surname }: PersonName): string {
  return wordsOf(`${given} ${surname}`.trim()).toSorted().join(' ');
}

/** A single name that is, apart from typos, the first name or the surname of the other. */
function isPartOf(single: PersonName, whole: PersonName): boolean {
  if (single.given !== '') return false;
  return areNearlySame(single.surname, whole.given) || areNearlySame(single.surname, whole.surname);
}

/** The same, or one of the parts of a double name (`Schmidt-Huber`, `Schmidt`). */
function haveSameSurname(left: PersonName, right: PersonName): boolean {
  const [one, other] = [tellingWords(left.surname), tellingWords(right.surname)];
  const contains = (many: readonly string[], few: readonly string[]) =>
    few.every((word) => word.length > 2 && many.includes(word));
  return one.join('') === other.join('') || contains(one, other) || contains(other, one);
}

const particles: ReadonlySet<string> = new Set(
  'van von der den dem de del della dela di da das do dos du la le las los ten ter zu zum zur vd v d al el bin ibn'.split(
    ' ',
  ),
);

/** Without “van der” and the like, which people omit, shorten and join at will. */
function tellingWords(surname: string): string[] {
  const words = wordsOf(surname);
  const telling = words.filter((word) => !particles.has(word));
  return telling.length > 0 ? telling : words;
}

function isSlip(left: PersonName, right: PersonName): boolean {
  return areNearlySame(left.surname, right.surname) && isShortened(left.given, right.given);
}

/** True when one is not given, begins the other (`A`, `Anna`, `Anna Maria`), or is nearly the same. */
function isShortened(left: string, right: string): boolean {
  return (
    left.startsWith(right) || right.startsWith(left) || areNearlySame(left, right) || areInitials(left, right)
  );
}

/** `H.-P.` and `Hans-Peter`. */
function areInitials(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const [initials, words] = [wordsOf(short), wordsOf(long)];
  return (
    initials.length > 1 &&
    initials.length === words.length &&
    initials.every((initial, at) => initial.length === 1 && words[at]?.startsWith(initial))
  );
}
