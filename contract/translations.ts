import type { Catalogue } from './catalogue.ts';

/** The catalogues of one language, by the folder of the English one: what is in a file of `languages/`. */
export type Translations = { readonly [folder: string]: Catalogue };

const known = new Map<string, Translations>();

/** Makes texts of a language known, besides those it has, to everything that reads texts in several languages. */
export function learnLanguage(language: string, translations: Translations): void {
  known.set(language, { ...known.get(language), ...translations });
}

/** The texts of a folder in a language other than English; undefined: there are none. */
export function translationOf(folder: string, language: string): Catalogue | undefined {
  const translations = known.get(language);
  return translations && Object.hasOwn(translations, folder) ? translations[folder] : undefined;
}
