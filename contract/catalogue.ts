import { createTranslator } from 'use-intl/core';

/** The texts of one folder in one language: keys in groups, each text in ICU message syntax. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

/** A catalogue's keys with texts in another language: none missing, none extra. */
export type Translated<Source extends Catalogue> = {
  readonly [Key in keyof Source]: Source[Key] extends Catalogue ? Translated<Source[Key]> : string;
};

/**
 * Reads texts by key: `t('greeting', { name })`, and `t.rich` where a part of the sentence is an element. The compiler
 * checks keys and values. Numbers must come formatted, as the reader's locale may differ from the language.
 */
export function textsOf<const Texts extends Catalogue>(texts: Texts, language = 'en') {
  return createTranslator({ locale: language, messages: texts, timeZone: 'UTC' });
}
