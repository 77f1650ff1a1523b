import { createTranslator } from 'use-intl/core';

/** The texts of one folder in one language: keys in groups, each text in ICU message syntax. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

/** A catalogue's keys with the texts of another language: none missing, none besides. */
export type Translated<Source extends Catalogue> = {
  readonly [Key in keyof Source]: Source[Key] extends Catalogue ? Translated<Source[Key]> : string;
};

/**
 * Reads texts by key: `t('greeting', { name })`, and `t.rich` where a part of the sentence is an element. Keys and
 * values are checked by the compiler. Numbers come formatted, as the reader's own locale may differ from the language.
 */
export function textsOf<const Texts extends Catalogue>(texts: Texts, language = 'en') {
  return createTranslator({ locale: language, messages: texts, timeZone: 'UTC' });
}
