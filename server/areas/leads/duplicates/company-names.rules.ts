import {
  attachedForms,
  bindingWords,
  clearForms,
  closingForms,
  commonWords,
  endingWords,
  formPhrases,
  noCompany,
  openingForms,
} from './legal-forms.rules.ts';
import { areNearlySame, foldName } from './name-folding.rules.ts';

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u).map(foldName));

const clear = setOf(clearForms);
const closing = setOf(closingForms);
const opening = setOf(openingForms);
const binding = setOf(bindingWords);
const ending = setOf(endingWords);
const common = setOf(commonWords);
const none = setOf(noCompany);
const nonePhrases: ReadonlySet<string> = new Set(
  ['self employed', 'not applicable', 'private person', 'no company', 'my company', 'sole trader'].map(
    foldName,
  ),
);

/** No longer than the contract allows for a name. */
const maxLetters = 200;

export interface CompanyName {
  /** The words that distinguish the company, folded; empty when there is no name, or only a placeholder. */
  readonly words: readonly string[];
  /** The same words as written, in lower case, for searching; null when there are none. */
  readonly searchText: string | null;
}

interface Word {
  readonly written: string;
  readonly folded: string;
}

/** Reads a company's name without its legal form; “private”, “n/a” and the like are not names. */
export function companyNameOf(name: string | null): CompanyName {
  const told = tellingWords(name ?? '');
  const words = told.map(({ folded }) => folded);
  const whole = words.join(' ');
  const isNone = whole.length < 2 || nonePhrases.has(whole) || (words.length === 1 && none.has(whole));
  return isNone
    ? { words: [], searchText: null }
    : { words, searchText: told.map(({ written }) => written).join(' ') };
}

/** Text in brackets after a legal form is a place or a branch: “Quendalor GmbH (Germany)”. */
function tellingWords(name: string): readonly Word[] {
  const typed = withoutAddress(name.slice(0, maxLetters).replace(/[™®©℠]/gu, ' ')).normalize('NFC');
  const told = typed
    .replace(attachedForms, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(attachedForms, ' ')
    .replace(formPhrases, ' ');
  // A name that is only a legal form is better than none.
  const text = readWords(told).length > 0 ? told : typed.normalize('NFKC').toLowerCase();
  const bare = readWords(text.replace(/[([{][^()[\]{}]*(?:[)\]}]|$)/gu, ' '));
  const all = readWords(text);
  const named = withoutForms(bare.length > 0 ? bare : all);
  // Brackets around a part of the name itself stay: “(Re)new”.
  return hasForm(bare) || bare.length === all.length ? named : withoutForms(all);
}

/** The name in a web address that was given instead of a name. */
function withoutAddress(name: string): string {
  const address =
    /^(?:https?:\/\/)?(www\.)?([\p{L}\p{N}-]{3,63})\.(?:com?\.)?(?:com|net|org|info|biz|io|eu|de|at|ch|fr|it|es|nl|be|pl|cz|uk|us|ca|au|br|jp|in|se|no|dk|fi|ru)\/?$/iu;
  return address.exec(name.trim())?.[2] ?? name;
}

function hasForm(words: readonly Word[]): boolean {
  return words.some(isForm);
}

const isForm = ({ folded }: Word) => clear.has(folded) || closing.has(folded);

/** Without “in Liquidation” and the like after a form or “in”, if a name is left before it. */
function withoutEnding(words: readonly Word[]): readonly Word[] {
  if (!ending.has(words.at(-1)?.folded ?? '')) return words;
  const before = words.slice(0, -1);
  const isBound = before.at(-1)?.folded === 'in';
  const rest = isBound ? before.slice(0, -1) : before;
  const isBehindForm = rest.length > 1 && rest.slice(-1).some(isForm);
  return rest.length > 0 && (isBound || isBehindForm) ? rest : words;
}

function readWords(text: string): Word[] {
  const written = text.replace(/['’"“”.״׳]/gu, '').split(/[^\p{L}\p{N}\p{M}]+/u);
  const words: Word[] = [];
  let initials = 0;
  for (const word of written.filter((one) => foldName(one) !== '')) {
    const isInitial =
      [...word].length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
    // A/S, s. r. o., J. P.: one word, not several letters.
    const joined = isInitial && initials > 0 ? `${words.pop()?.written ?? ''}${word}` : word;
    words.push({ written: joined, folded: foldName(joined) });
    initials = isInitial ? initials + 1 : 0;
  }
  return words;
}

/** Without forms at the start or the end, and clear ones anywhere; something is always left. */
function withoutForms(all: readonly Word[]): readonly Word[] {
  const words = withoutEnding(all);
  const kept = words.filter(({ folded }) => !clear.has(folded));
  const some = kept.length > 0 ? kept : words;
  let from = 0;
  let to = some.length;
  const at = (index: number) => some[index]?.folded ?? '';
  while (to - from > 1 && opening.has(at(from))) from++;
  let closed = some.length < words.length;
  while (to - from > 1 && (closing.has(at(to - 1)) || (closed && binding.has(at(to - 1))))) {
    closed = true;
    to--;
  }
  return some.slice(from, to);
}

/**
 * How similar two names are, 0 to 1: by shared trigrams (Dice's coefficient), or by their words, where a typo does not
 * make another word and common ones count little; whichever is higher.
 */
export function companySimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return 1;
  return Math.max(diceOf(left, right), wordSimilarity(left, right), wordSimilarity(right, left));
}

function diceOf(left: readonly string[], right: readonly string[]): number {
  const pieces = piecesOf(left);
  const others = piecesOf(right);
  const shared = [...pieces].filter((piece) => others.has(piece)).length;
  return (2 * shared) / (pieces.size + others.size);
}

function piecesOf(words: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const word of words) {
    const letters = [' ', ' ', ...word, ' '];
    for (let index = 0; index + 3 <= letters.length; index++)
      pieces.add(letters.slice(index, index + 3).join(''));
  }
  return pieces;
}

/** Nearly the same is not the same: one letter may distinguish two companies. */
const slipCounts = 0.9;
const commonCounts = 0.35;

function wordSimilarity(left: readonly string[], right: readonly string[]): number {
  const open = [...right];
  let shared = 0;
  let slips = 0;
  for (const word of left) {
    const same = open.indexOf(word);
    const near = same >= 0 ? same : open.findIndex((other) => areNearlySame(word, other));
    if (near < 0) continue;
    const [other = ''] = open.splice(near, 1);
    shared += (weightOf(word) + weightOf(other)) * (same >= 0 ? 1 : slipCounts);
    if (same < 0) slips++;
  }
  // Names with a typo in every word are different names.
  if (slips > 1 && slips === left.length) return 0;
  const total = [...left, ...right].reduce((sum, word) => sum + weightOf(word), 0);
  return Math.min(0.94, shared / total);
}

function weightOf(word: string): number {
  return Math.min(word.length, 12) * (common.has(word) ? commonCounts : 1);
}
