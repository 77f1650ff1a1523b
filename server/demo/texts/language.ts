import { asianAndMiddleEastern } from './asian.ts';
import { european } from './european.ts';

/** How people write in one language; `{topic}` and `{company}` are filled in. */
export interface LanguageTexts {
  /** What people ask about on a profile when they name no offer. */
  readonly service: string;
  readonly titles: readonly string[];
  readonly messages: readonly string[];
}

const texts: Readonly<Record<string, LanguageTexts>> = { ...european, ...asianAndMiddleEastern };

/** undefined: people there write in English. */
export function findLanguage(language: string): LanguageTexts | undefined {
  return texts[language];
}

export const englishTitles: readonly string[] = [
  'IT Manager',
  'Head of Operations',
  'Managing Director',
  'Chief Financial Officer',
  'Systems Administrator',
  'Procurement Lead',
  'Practice Manager',
];
