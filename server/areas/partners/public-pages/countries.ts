import { countryCodes } from '../../../../contract/countries.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** The name of a country in a language; the code itself when there is none. */
export function countryName(code: string, language: PageLanguage): string {
  return /^[A-Z]{2}$/.test(code) ? (namesIn(language).of(code) ?? code) : code;
}

/** The name of a language, such as `de` or `pt-BR`, in another; the tag itself when there is none. */
export function languageName(tag: string, language: PageLanguage): string {
  return namesIn(language, 'language').of(tag) ?? tag;
}

/** Making one takes longer than all the names of a page. */
const kept = new Map<string, Intl.DisplayNames>();

function namesIn(language: PageLanguage, type: 'language' | 'region' = 'region'): Intl.DisplayNames {
  const key = `${type} ${language}`;
  const names = kept.get(key) ?? new Intl.DisplayNames(language, { type, fallback: 'code' });
  kept.set(key, names);
  return names;
}

interface Country {
  readonly code: string;
  readonly name: string;
}

const listed = new Map<PageLanguage, readonly Country[]>();

/** All countries with their names in that language, in its sort order. */
export function countriesIn(language: PageLanguage): readonly Country[] {
  const known = listed.get(language);
  if (known) return known;
  const names = namesIn(language);
  const countries = countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  listed.set(language, countries);
  return countries;
}
