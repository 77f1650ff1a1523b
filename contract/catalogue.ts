import { createTranslator } from 'use-intl/core';

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
export function textsOf<const Texts extends Catalogue>(texts: Texts, language = 'en') {
  return createTranslator({ locale: language, messages: texts, timeZone: 'UTC' });
}

/** Reads the texts of a catalogue by its keys. */
export type Texts<Source extends Catalogue> = ReturnType<typeof textsOf<Source>>;

/** A catalogue in English and in each other language. */
export type InLanguages<Source extends Catalogue, Language extends string> = { readonly en: Source } & {
  readonly [Other in Exclude<Language, 'en'>]: Translated<NoInfer<Source>>;
};

/**
 * Reads the texts of one folder in several languages, each with the keys and values of the English ones. Throws when a
 * text cannot be put together, so that nobody is sent the name of a key.
 */
export function textsIn<const Source extends Catalogue, Language extends string>(
  catalogues: InLanguages<Source, Language>,
): Readonly<Record<Language, Texts<Source>>> {
  const readers = Object.entries<Catalogue>(catalogues).map(([locale, texts]) => [
    locale,
    strictTextsOf(texts, locale),
  ]);
  // The types of a text's values come from the English one; a test checks those of the other languages.
  return Object.fromEntries(readers) as Readonly<Record<Language, Texts<Source>>>;
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
