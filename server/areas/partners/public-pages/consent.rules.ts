import type { PageLanguage } from './texts/page-language.rules.ts';

/**
 * Kept with every lead of a public form (IN-6): change it whenever a word of the text changes that customers agree to
 * (`consent` in the texts of that language).
 */
export const consentTextVersions: Readonly<Record<PageLanguage, string>> = {
  en: 'contact-form-2026-11',
  de: 'contact-form-2026-11-de',
};
