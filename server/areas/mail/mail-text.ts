import { type MailLanguage, mailLanguages } from '../../../contract/mail/lists.ts';
import type { MailContent } from './facts/mail-content.ts';
import { english } from './texts/english.ts';
import { german } from './texts/german.ts';
import type { MailText, MailWords, TextTools } from './texts/mail-words.ts';

/** The language of a locale such as `de-AT`. */
export function languageOf(locale: string): MailLanguage {
  const language = locale.toLowerCase().split('-')[0];
  return mailLanguages.find((one) => one === language) ?? 'en';
}

/** The words for a language. */
export function wordsOf(language: MailLanguage): MailWords {
  return language === 'de' ? german : english;
}

/** The text of a mail in a language. */
export function textOf(content: MailContent, language: MailLanguage, tools: TextTools): MailText {
  const write = wordsOf(language)[content.kind] as (content: MailContent, tools: TextTools) => MailText;
  return write(content, tools);
}
