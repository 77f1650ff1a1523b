import { createTranslator } from 'use-intl/core';
import { appLanguage, fallbackLanguage, type Language } from './languages/languages.ts';
import { languages } from './languages/lists.ts';
import { translationOf } from './translations.ts';

/** The texts of one folder in one language: keys in groups, each text in ICU message syntax. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

/** A catalogue's keys with texts in another language: none missing, none extra. */
export type Translated<Source extends Catalogue> = {
  readonly [Key in keyof Source]: Source[Key] extends Catalogue ? Translated<Source[Key]> : string;
};

/**
 * Reads texts by key: `t('greeting', { name })`, and `t.rich` where a part of the sentence is an element. The compiler
 * checks keys and values. Numbers must be passed in formatted, as the reader's locale may differ from the language.
 */
export function textsOf<const Texts extends Catalogue>(texts: Texts, language: string = appLanguage) {
  return createTranslator({ locale: language, messages: texts, timeZone: 'UTC' });
}

/** Reads the texts of a catalogue by its keys. */
export type Texts<Source extends Catalogue> = ReturnType<typeof textsOf<Source>>;

/**
 * Reads the texts of one folder in every language, each with the keys and values of the English ones. Throws when a
 * text cannot be put together, so that nobody is sent the name of a key.
 * @param folder where the catalogue is, as the files in `languages/` name it
 */
export function textsIn<const Source extends Catalogue>(
  folder: string,
  english: Source,
): Readonly<Record<Language, Texts<Source>>> {
  const readers = new Map<Language, Texts<Source>>();
  const makeReader = (language: Language): Texts<Source> => {
    const texts = language === fallbackLanguage ? english : (translationOf(folder, language) ?? english);
    // The types of a text's values come from the English one; a test checks those of the other languages.
    const made: unknown = strictTextsOf(texts, texts === english ? fallbackLanguage : language);
    return made as Texts<Source>;
  };
  const readerIn = (language: Language) => {
    const reader = readers.get(language) ?? makeReader(language);
    readers.set(language, reader);
    return reader;
  };
  // Each is made when it is first read: by then the files of the languages have been read as well.
  const lazily = languages.map((language) => [language, { get: () => readerIn(language), enumerable: true }]);
  return Object.defineProperties({}, Object.fromEntries(lazily)) as Readonly<Record<Language, Texts<Source>>>;
}

/** Reads texts by keys and values that were checked before. */
export type Read = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Reads texts by key, and throws when there is no such text, or it cannot be put together.
 *
 * `use-intl` caches each text under a key made of all its formats, and looking that up takes longer than writing a row
 * of an email. So texts whose only placeholders are names of values are filled in here.
 */
export function strictTextsOf(messages: Catalogue, locale: string) {
  // The keys are those of any catalogue here.
  const reader = createTranslator({ locale, messages, timeZone: 'UTC', onError: raise }) as Read;
  const plain = plainTextsIn(messages);
  const read: Read = (key, values = {}) => {
    const parts = plain.get(key);
    if (!parts?.every((part, place) => place % 2 === 0 || part in values)) return reader(key, values);
    return parts.map((part, place) => (place % 2 === 0 ? part : values[part])).join('');
  };
  return Object.assign(read, reader);
}

/** Texts whose only placeholders are names of values, by key: the text around the names, and the names in between. */
function plainTextsIn(group: Catalogue, prefix = ''): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(group).flatMap(([key, text]): [string, readonly string[]][] => {
    if (typeof text !== 'string') return [...plainTextsIn(text, `${prefix}${key}.`)];
    return /^[^{}<>'#]*(\{\w+\}[^{}<>'#]*)*$/.test(text) ? [[prefix + key, text.split(/\{(\w+)\}/)]] : [];
  });
  return new Map(entries);
}

function raise(error: Error): never {
  throw error;
}
