import countryNames from 'i18n-iso-countries';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { countryCodes, isCountryCode, toCountryCode } from '../../../contract/countries.ts';
import { maxNameCharacters } from '../../../contract/text.ts';
import { furtherCodes, furtherNames, unclearNames } from './country-words.data.ts';

/**
 * The country that a program means: letters or number of ISO 3166-1, a dialing code that only one country has, a flag,
 * a locale, or a name in about a hundred languages, official, common, inverted or old. null when that is unclear: a
 * wrong country is worse than none (IN-4).
 */
export function readCountry(said: string): string | null {
  const text = said
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .trim();
  if (text === '' || text.length > maxNameCharacters) return null;
  return (
    dottedNames.get(text.toUpperCase()) ??
    readCode(text) ??
    readName(text) ??
    readParts(text) ??
    readPlace(text)
  );
}

/** Abbreviations of a state's own name whose letters are the code of another country. */
const dottedNames: ReadonlyMap<string, string> = new Map([
  ['T.C.', 'TR'],
  ['A.R.E.', 'EG'],
]);

const flag = /^([\u{1f1e6}-\u{1f1ff}])([\u{1f1e6}-\u{1f1ff}])$/u;
const locale = /^[a-z]{2}[-_]([A-Z]{2})(?:\.UTF-8)?$/;

function readCode(text: string): string | null {
  const letters = toCountryCode(text.replace(/^the\s+/i, '').replace(/[.\s]/g, ''));
  if (/^[A-Z]{2,3}$/.test(letters)) {
    if (isCountryCode(letters)) return letters;
    return known(countryNames.alpha3ToAlpha2(letters)) ?? furtherCodes.get(letters) ?? null;
  }
  // A dialing code without its +, if it has fewer digits than ISO gives a country: 44 is not the Bahamas.
  if (/^\d{1,2}$/.test(text) && isDiallingCode(text)) return null;
  if (/^\d{1,3}$/.test(text)) return known(countryNames.numericToAlpha2(text.padStart(3, '0')));
  if (/^(\+|00)\d{1,4}$/.test(text)) return byDiallingCode(text.replace(/^(\+|00)/, ''));
  const [, one = '', other = ''] = flag.exec(text) ?? [];
  if (one !== '') return known(letterOf(one) + letterOf(other));
  return known(locale.exec(text)?.[1]);
}

function known(code: string | undefined): string | null {
  return code !== undefined && isCountryCode(code) ? code : null;
}

/** The letter of a regional indicator. */
function letterOf(indicator: string): string {
  return String.fromCharCode((indicator.codePointAt(0) ?? 0) - 0x1f1e6 + 65);
}

function isDiallingCode(digits: string): boolean {
  return getCountries().some((country) => getCountryCallingCode(country) === digits);
}

/** null for codes that several countries share: nobody can tell which one is meant. */
function byDiallingCode(digits: string): string | null {
  const countries = getCountries().filter((country) => getCountryCallingCode(country) === digits);
  return countries.length === 1 ? known(countries[0]) : null;
}

/** `Germany (DE)`, `DE - Germany`, `Schweiz/Suisse`: every part must mean the same country. */
function readParts(text: string): string | null {
  const parts = text
    .split(/(?<=\s)[-–—](?=\s)|[()[\]{}/|;:,]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 5) return null;
  const codes = new Set(parts.map((part) => readCode(part) ?? readName(part)));
  const [code = null] = codes;
  return codes.size === 1 ? code : null;
}

/** Countries whose names are also places in other countries. */
const unclearInPlaces: ReadonlySet<string> = new Set(['GE', 'JE']);
/** Abbreviations that are not also a state's: the others say nothing next to a place, as in `Wilmington, DE`. */
const clearLetters = /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|U\.?A\.?E\.?)$/i;

/** `Berlin, Germany`, `UAE - Dubai`, `Canada (Québec)`: one country, and places that are not countries. */
function readPlace(text: string): string | null {
  const parts = text.split(/,|(?<=\s)[-–—](?=\s)|[()[\]{}]/u).map((part) => part.trim());
  const named = parts.filter((part) => part !== '');
  if (named.length < 2 || named.length > 3) return null;
  const codes = named.map((part) => (clearLetters.test(part) ? readCode(part) : readName(part)));
  // Lists go from small to large: `Lebanon, Tennessee` is not a country.
  if (text.includes(',') && codes.at(-1) === null) return null;
  const [code = null, ...others] = new Set(codes.filter((one) => one !== null));
  const isClear = code !== null && others.length === 0 && !unclearInPlaces.has(code);
  return isClear && named.every((part, at) => codes[at] !== null || isPlace(part)) ? code : null;
}

function isPlace(part: string): boolean {
  const isName = /^[\p{L}\p{M}\s'’.-]{3,}$/u.test(part) && readCode(part) === null;
  return isName && !saysOtherwise.test(part);
}

const saysOtherwise =
  /\b(?:not|non|no|except|excluding|outside|ohne|nicht|keine?|pas|niet|geen|außer|sauf|excepto|former|formerly|or|and|oder|und)\b/iu;

function readName(text: string): string | null {
  for (const form of formsOf(text)) {
    const code = codeOf(form);
    if (code !== undefined) return code;
  }
  return null;
}

/** Official styles before a country's name, such as “Republic of”. */
const styles =
  /^(?:republik|republika|republica|republique|repubblica|konigreich|koninkrijk|royaume|reino|regno|grand duche|großherzogtum|estado plurinacional|koenigreich) (?:(?:de la|de|du|des|d|do|da|del|della|di|van|von) )?|^(?:(?:federal|islamic|united|socialist|federative|arab|co operative|cooperative|plurinational|bolivarian|hashemite|oriental|independent|democratic socialist|federal democratic|peoples democratic) )?(?:republic|kingdom|state|commonwealth|federation|principality|grand duchy|sultanate|union|territory|islamic emirate) (?:of |of the )?/u;
const endings =
  / (?:cumhuriyeti|republika|republiek|respublika|sar(?: china)?|special administrative region|republic|rep|federation|kingdom|islands?|country)$/u;

/** The spellings to look a name up by, closest first. */
function formsOf(text: string): string[] {
  const plain = foldName(text);
  const [before = '', ...after] = text.split(',');
  const turned = after.length > 0 ? foldName(`${after.join(' ')} ${before}`) : '';
  const spelled = [plain, turned].filter((form) => form !== '');
  const whole = spelled.flatMap((form) => [form, spelledOut(form), form.replaceAll(' ', '')]);
  const shorter = whole
    .map((form) => form.replace(styles, ''))
    .concat(whole.map((form) => form.replace(endings, '')));
  return [...new Set([...whole, ...shorter.filter((form) => form.length > 2)])];
}

const abbreviations: Readonly<Record<string, string>> = {
  is: 'islands',
  rep: 'republic',
  dem: 'democratic',
  fed: 'federation',
  sts: 'states',
  br: 'british',
  n: 'north',
  s: 'south',
  so: 'south',
  sth: 'south',
  w: 'western',
  e: 'east',
};

/** `Cayman Is.`, `S. Sudan`, `Lao People's Dem. Rep.`; a federal republic is not a federation. */
function spelledOut(form: string): string {
  return form
    .replace(/\bfed (?=rep\b|republic\b)/gu, 'federal ')
    .replace(/\bfed (?=st|sts|states\b)/gu, 'federated ')
    .replace(/\b(?:is|rep|dem|fed|sts|br|n|s|so|sth|w|e)\b/gu, (short) => abbreviations[short] ?? short);
}

/**
 * A name in its comparable form: lower case without accents, apostrophes and articles; "&" is "and", "St" is "Saint".
 * Other scripts keep their letters.
 */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[ıłøđßæœ]/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replace(/&|\+/gu, ' and ')
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/gu, '')
    .replace(/[’'ʼ‘`´ʻ′]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\b(?:st|ste|sainte|sankt|sint)\b/gu, 'saint')
    .replace(/\b(?:the|of the)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Languages beyond the package's: further scripts and spellings that the runtime has. */
const furtherLanguages =
  'cy de-AT de-CH eo es-MX eu fil fr-CA gsw gu km kn lb lo my ne pa pt-PT si sr-Latn te zh-Hant zh-Hant-HK zu';

/** Names by their folded form; null: the name is unclear. */
type Names = ReadonlyMap<string, string | null>;

let usualNames: Names | undefined;
let allNames: Names | undefined;

/**
 * The code of a folded name, null when two countries have it, undefined when none does. Our own names come first, then
 * English, then all languages: an English name keeps its country, whatever it means elsewhere. Collecting the names of
 * all languages takes some tenths of a second, so that waits until one is needed.
 */
function codeOf(form: string): string | null | undefined {
  usualNames ??= new Map([
    ...gather(namesIn('en')),
    ...gather(furtherNames),
    ...unclearNames.map((name) => [foldName(name), null] as const),
  ]);
  const usual = usualNames.get(form);
  if (usual !== undefined) return usual;
  allNames ??= gather(
    [...countryNames.getSupportedLanguages(), ...furtherLanguages.split(' ')].flatMap(namesIn),
  );
  return allNames.get(form);
}

function gather(named: readonly (readonly [string, readonly string[]])[]): Map<string, string | null> {
  const codes = new Map<string, Set<string>>();
  for (const [code, given] of named)
    for (const name of given) codes.set(name, (codes.get(name) ?? new Set()).add(code));
  const found = new Map<string, string | null>();
  for (const [name, [code = '', ...others]] of codes)
    for (const form of nameForms(name)) {
      const earlier = found.get(form);
      found.set(form, others.length > 0 || (earlier !== undefined && earlier !== code) ? null : code);
    }
  return found;
}

/** With either spelling of umlauts. One character is not a name, and two letters are a code. */
function nameForms(name: string): string[] {
  const folded = [foldName(name), foldName(spellUmlauts(name))];
  const forms = new Set(
    folded.flatMap((form) => (form.length > 6 ? [form, form.replaceAll(' ', '')] : [form])),
  );
  return [...forms].filter((form) => form.length > 1 && !/^[a-z]{2}$/.test(form));
}

function spellUmlauts(name: string): string {
  return name.normalize('NFC').replace(/([äöü])/giu, (letter) => `${letter.normalize('NFD').charAt(0)}e`);
}

/** What the package and the runtime call the countries in a language. */
function namesIn(language: string): [string, string[]][] {
  const all = countryNames.getNames(language, { select: 'all' });
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return countryCodes.map((code) => {
    const shown = display.of(code);
    return [code, [...(all[code] ?? []), ...(shown === undefined ? [] : [shown])]];
  });
}
