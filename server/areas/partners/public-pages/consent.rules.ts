import type { PageLanguage } from './texts/page-language.rules.ts';

/**
 * Stored with every lead from a public form (IN-6): change it whenever a word changes in the text that customers agree
 * to (`consent` in the texts of that language).
 */
export const consentTextVersions: Readonly<Record<PageLanguage, string>> = {
  en: 'contact-form-2026-11',
  de: 'contact-form-2026-11-de',
};
