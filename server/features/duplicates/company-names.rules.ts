import { foldName } from './name-folding.rules.ts';

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u).map(foldName));

/** Legal forms, which stand at the end of a name and say nothing about which company it is. */
const closingForms = setOf(`
  ab ag aktiengesellschaft ans aps as asa bhd bv bvba co company corp corporation cv da doo dd ead ek eeig eg ei eirl eireli
  eood et eurl ev gbr gesellschaft gmbh haftungsbeschränkt hf incorporated inc jsc kg kgaa kk kft limitada limited llc llp
  lp ltd ltda mbh mbb nv ohg ood oo oy oyj plc private pllc pbc pc pte ptr pty pvt rt sa saic sagl sae sapa saoc sarl sas
  sasu sc sca scop scrl se sia sicav sl slne slu snc soc spa sp spj spk srl sro ses sti tbk ug ulc uab unlimited vof zoo zrt
  ооо оао зао пао ип тов
`);
/** Legal forms that stand at the beginning, as in Indonesia, the Netherlands and Russia. */
const openingForms = setOf('pt cv tov ооо оао зао пао ао ип тов firma fa');
/** Words that bind a legal form to a name: “Meier und Co. KG”, “Nowak sp. z o.o.” */
const bindingWords = setOf('und and et y e i og z');
/** Written without a space before or after the name. */
const attachedForms =
  /股份有限公司|有限责任公司|有限公司|株式会社|有限会社|合同会社|주식회사|유한회사|[(（][株有주][)）]/gu;

/** What people write when there is no company: it is nobody's name. */
const noCompany = setOf(`
  na none no nil null private privat privatperson privé particulier particular privato self selfemployed freelance freelancer
  individual personal person test testing unknown company firma unternehmen home student keine kein nothing tbd xxx abc
`);
const noCompanyPhrases: ReadonlySet<string> = new Set(
  ['self employed', 'not applicable', 'private person', 'no company', 'my company', 'sole trader'].map(
    foldName,
  ),
);

/** No longer than the contract allows for a name. */
const maxLetters = 200;

export interface CompanyName {
  /** The words that tell the company from others, folded; empty when there is no name, or one that stands for none. */
  readonly words: readonly string[];
  /** The same words as they were written, in small letters, to look for them; null when there are none. */
  readonly searchText: string | null;
}

interface Word {
  readonly written: string;
  readonly folded: string;
}

/** Reads a company's name without its legal form; “private”, “n/a” and the like are no name. */
export function companyNameOf(name: string | null): CompanyName {
  const told = withoutForms(readWords(name ?? ''));
  const words = told.map(({ folded }) => folded);
  const whole = words.join(' ');
  const isNone =
    whole.length < 2 || noCompanyPhrases.has(whole) || (words.length === 1 && noCompany.has(whole));
  return isNone
    ? { words: [], searchText: null }
    : { words, searchText: told.map(({ written }) => written).join(' ') };
}

function readWords(name: string): Word[] {
  const text = name.slice(0, maxLetters).normalize('NFKC').toLowerCase().replace(attachedForms, ' ');
  const written = text.replace(/['’.]/gu, '').split(/[^\p{L}\p{N}\p{M}]+/u);
  const words: Word[] = [];
  let initials = 0;
  for (const word of written.filter((one) => foldName(one) !== '')) {
    const isInitial = [...word].length === 1 && /\p{L}/u.test(word);
    // A/S, s. r. o., J. P.: one word, not several letters.
    const joined = isInitial && initials > 0 ? `${words.pop()?.written ?? ''}${word}` : word;
    words.push({ written: joined, folded: foldName(joined) });
    initials = isInitial ? initials + 1 : 0;
  }
  return words;
}

function withoutForms(words: readonly Word[]): readonly Word[] {
  let from = 0;
  let to = words.length;
  const at = (index: number) => words[index]?.folded ?? '';
  while (to - from > 1 && openingForms.has(at(from))) from++;
  while (
    to - from > 1 &&
    (closingForms.has(at(to - 1)) || (to < words.length && bindingWords.has(at(to - 1))))
  )
    to--;
  return words.slice(from, to);
}

/** How alike two names are, 0 to 1: the share of three-letter pieces of their words that both have (Dice's coefficient). */
export function companySimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return 1;
  const pieces = piecesOf(left);
  const others = piecesOf(right);
  const common = [...pieces].filter((piece) => others.has(piece)).length;
  return (2 * common) / (pieces.size + others.size);
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
