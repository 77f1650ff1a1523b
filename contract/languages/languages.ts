import { languages } from './lists.ts';

/** A language that there are texts in. */
export type Language = (typeof languages)[number];

/** The language of the texts in the code, for everyone whose own language has no file in `languages/`. */
export const fallbackLanguage = 'en' satisfies Language;

/** The language of the app, which the page says that the server sent: each language is a build of its own. */
export const appLanguage =
  globalThis.document === undefined ? fallbackLanguage : document.documentElement.lang || fallbackLanguage;

/** The language of the texts for a locale such as `de-AT`; undefined: there are none in its language. */
export function findLanguage(locale: string): Language | undefined {
  const [language] = locale.trim().toLowerCase().split('-');
  return languages.find((one) => one === language);
}

/** The language of the texts for a locale such as `de-AT`: English, where there are none in its own. */
export function languageOf(locale: string): Language {
  return findLanguage(locale) ?? fallbackLanguage;
}

/** The first language there are texts in, of what a browser asks for (`Accept-Language`, RFC 9110, 12.5.4). */
export function findAcceptedLanguage(acceptLanguage = ''): Language | undefined {
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const given = parameters.find((one) => one.startsWith('q='));
      return { tag, quality: given === undefined ? 1 : Number(given.slice(2)) };
    })
    .filter(({ quality }) => quality > 0);
  // Sorting keeps the order of what is wanted as much.
  const best = wanted.sort((one, other) => other.quality - one.quality);
  for (const { tag } of best) {
    const found = findLanguage(tag);
    if (found) return found;
  }
  return undefined;
}

/** Languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** What a language is called by those who speak it: `Deutsch`. */
export function ownNameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The cookie in which a browser keeps the language that somebody chose in it. */
export const languageCookie = 'leadlight_language';
