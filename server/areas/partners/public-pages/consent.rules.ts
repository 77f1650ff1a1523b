import type { PageLanguage } from './texts/page-language.rules.ts';

/** Change it whenever a word changes, in any language, in the text that customers agree to (`consent` in the texts). */
const version = 'contact-form-2026-11';

/** Stored with every lead from a public form: which text the customer agreed to (IN-6). */
export const consentTextVersion = (language: PageLanguage): string =>
  language === 'en' ? version : `${version}-${language}`;
