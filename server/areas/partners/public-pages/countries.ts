import { countryCodes } from '../../../../contract/countries.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** The name of a country in a language; the code itself when there is none. */
export function countryName(code: string, language: PageLanguage): string {
  return /^[A-Z]{2}$/.test(code) ? (namesIn(language).of(code) ?? code) : code;
}

function namesIn(language: PageLanguage): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
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
