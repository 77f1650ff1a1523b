import type { Me } from '../../contract/identity/identity.ts';
import {
  appLanguage,
  type Language,
  languageCookie,
  languageOf,
} from '../../contract/languages/languages.ts';

/**
 * The language of the app is the page's: the server sends the page in the one that this browser keeps in a cookie, or
 * else asks for. The cookie follows the profile of whoever signs in, so that the app comes in their language from then
 * on, and stays so on the sign-in page.
 */

const yearInSeconds = 365 * 24 * 3600;

/** The languages of a person's texts; undefined: they never chose one, and the browser decides. */
export const languageOfPerson = ({ person }: Pick<Me, 'person'>): Language | undefined =>
  person.locale === null ? undefined : languageOf(person.locale);

/** The page in another language, in this browser from now on. Forms keep what was typed, as on every reload. */
export function changeLanguage(language: Language): void {
  if (keepLanguage(language)) window.location.reload();
}

/**
 * A person's locale in another language: the formats of their region stay. English for somebody in Austria is `en-AT`.
 */
export function localeIn(
  language: Language,
  present: string | null,
  ofBrowser: string = navigator.language,
): string {
  const { region } = new Intl.Locale(present ?? ofBrowser);
  return region === undefined ? language : `${language}-${region}`;
}

/** Lets the browser choose the language again. */
export function forgetLanguage(): void {
  write('', 0);
}

/**
 * Loads the page again in the language of the person, if it came in another one. Only once: a server without that
 * language would send the same again.
 */
export function followPerson(me: Pick<Me, 'person'>): void {
  const wanted = languageOfPerson(me);
  if (wanted === undefined || wanted === appLanguage || keptLanguage() === wanted) return;
  changeLanguage(wanted);
}

/** @returns false where the browser keeps no cookies */
function keepLanguage(language: Language): boolean {
  write(language, yearInSeconds);
  return keptLanguage() === language;
}

function keptLanguage(): string | undefined {
  const pairs = document.cookie.split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === languageCookie)?.[1];
}

function write(value: string, seconds: number): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
  document.cookie = `${languageCookie}=${value}; path=/; max-age=${seconds}; samesite=lax${secure}`;
}
