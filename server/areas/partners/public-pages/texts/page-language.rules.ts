import {
  fallbackLanguage,
  findAcceptedLanguage,
  type Language,
} from '../../../../../contract/languages/languages.ts';
import { languages } from '../../../../../contract/languages/lists.ts';

/** The languages of public pages and their forms. */
export const pageLanguages = languages;
export type PageLanguage = Language;

const german =
  /(?<!\p{L})(?:und|oder|der|die|das|den|dem|des|ein|eine|einen|einer|wir|sie|ihr|ihre|ihren|ihrem|unser|unsere|unseren|für|mit|von|vom|zum|zur|bei|ist|sind|nicht|auch|auf|aus|im|als|wie|über|durch|mehr|kostenlos|uns|sich|werden|haben)(?!\p{L})/giu;
const english =
  /(?<!\p{L})(?:and|or|the|a|an|of|for|with|from|to|is|are|not|also|on|we|you|your|our|us|as|by|more|it|that|this|have|without|free)(?!\p{L})/giu;
const germanCountries: ReadonlySet<string> = new Set(['DE', 'AT', 'LI']);

/**
 * The language in which a partner describes itself or its offer, so that the form below is in the same one. If the text
 * does not tell, German where German is spoken, else English.
 */
export function languageOfPage(text: string, country: string | null): PageLanguage {
  const [inGerman = 0, inEnglish = 0] = [german, english].map((words) => text.match(words)?.length ?? 0);
  if (inGerman !== inEnglish) return inGerman > inEnglish ? 'de' : 'en';
  return country !== null && germanCountries.has(country) ? 'de' : 'en';
}

/** The first language that a browser asks for (`Accept-Language`), if there are texts in it; else English. */
export function preferredLanguage(acceptLanguage = ''): PageLanguage {
  return findAcceptedLanguage(acceptLanguage) ?? fallbackLanguage;
}
