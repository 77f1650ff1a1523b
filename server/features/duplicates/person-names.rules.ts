import { foldName, isOneSlipApart, wordsOf } from './name-folding.rules.ts';

/** A person's name as it is compared; empty text where nothing was given. */
export interface PersonName {
  readonly given: string;
  readonly surname: string;
}

/**
 * How two names compare. `same`: both parts, in whatever order. `close`: the same surname, and a first name that is an
 * initial, shortened or not given. `slip`: one letter apart. `surname`: the same surname, another first name.
 * `unknown`: one of them is not given.
 */
export type NameMatch = 'same' | 'close' | 'slip' | 'surname' | 'different' | 'unknown';

/** Reads the fields of a form; a full name typed into one of them is taken apart. */
export function personNameOf(first: string | null, last: string | null): PersonName {
  const given = foldName(first ?? '');
  const surname = foldName(last ?? '');
  if (given !== '' && surname !== '') return { given, surname };
  const words = wordsOf(given || surname);
  return { given: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' };
}

/** Compares two names; the order of the two makes no difference. */
export function matchNames(left: PersonName, right: PersonName): NameMatch {
  if (left.surname === '' || right.surname === '') return 'unknown';
  if (sortedWords(left) === sortedWords(right)) return left.given === '' ? 'close' : 'same';
  if (isPartOf(left, right) || isPartOf(right, left)) return 'close';
  if (haveSameSurname(left, right)) return isShortened(left.given, right.given) ? 'close' : 'surname';
  const slip = isLongSlip(left.surname, right.surname) && isShortened(left.given, right.given);
  return slip ? 'slip' : 'different';
}

function sortedWords({ given, surname }: PersonName): string {
  return wordsOf(`${given} ${surname}`.trim()).toSorted().join(' ');
}

/** A single name that is the first name or the surname of the other. */
function isPartOf(single: PersonName, whole: PersonName): boolean {
  return single.given === '' && (single.surname === whole.given || single.surname === whole.surname);
}

/** The same, or one of the parts of a double name (`Schmidt-Huber`, `Schmidt`). */
function haveSameSurname(left: PersonName, right: PersonName): boolean {
  const [one, other] = [wordsOf(left.surname), wordsOf(right.surname)];
  const contains = (many: readonly string[], few: readonly string[]) =>
    few.every((word) => word.length > 2 && many.includes(word));
  return one.join('') === other.join('') || contains(one, other) || contains(other, one);
}

/** One is not given, or the beginning of the other (`A`, `Anna`, `Anna Maria`), or one letter apart from it. */
function isShortened(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left) || isLongSlip(left, right);
}

/** In short names every letter counts. */
function isLongSlip(left: string, right: string): boolean {
  return Math.min(left.length, right.length) >= 4 && isOneSlipApart(left, right);
}
