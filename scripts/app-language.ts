import type { Catalogue } from '../contract/catalogue.ts';
import { directionOf, fallbackLanguage } from '../contract/languages/languages.ts';
import type { Translations } from '../contract/translations.ts';
import { listTranslatedLanguages, readLanguage } from './languages.ts';
import { pseudoLanguage, pseudoTextsOf } from './pseudo-language.ts';

/** The texts of the app in one language. */
export interface AppLanguage {
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
  /** The texts of a folder; those that the language lacks are English. */
  readonly textsOf: (folder: string, english: Catalogue) => Catalogue;
}

/** The languages that the app is built in: all of them, or the one that is asked for, as for tests. */
export function appLanguages(only: string | undefined): readonly AppLanguage[] {
  return (only ? [only] : [fallbackLanguage, ...listTranslatedLanguages()]).map(languageFor);
}

/** A language that has a file, English, or the pseudo-language. */
export function languageFor(code: string): AppLanguage {
  if (code === pseudoLanguage)
    return { code, direction: 'rtl', textsOf: (_folder, english) => pseudoTextsOf(english) };
  const translations: Translations = code === fallbackLanguage ? {} : readLanguage(code);
  return {
    code,
    direction: directionOf(code),
    textsOf: (folder, english) => filledUp(english, translations[folder]),
  };
}

/** The English texts, replaced where there are others. */
function filledUp(english: Catalogue, texts: Catalogue | undefined): Catalogue {
  const fill = ([key, original]: [string, string | Catalogue]): [string, string | Catalogue] => {
    const text = texts?.[key];
    if (typeof original === 'string') return [key, typeof text === 'string' ? text : original];
    return [key, filledUp(original, typeof text === 'object' ? text : undefined)];
  };
  return Object.fromEntries(Object.entries(english).map(fill));
}
