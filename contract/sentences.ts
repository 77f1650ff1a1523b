import type { ICUArgs, MessageKeys, NestedKeyOf, NestedValueOf } from 'use-intl/core';
import { type Catalogue, type Translated, textsOf } from './catalogue.ts';

/** The language of logs, and of readers whose language we don't have. */
const english = 'en';

/** A text to show, made before its reader is known. Only this file creates one. */
class Sentence {
  readonly #read: (language: string) => string;

  constructor(read: (language: string) => string) {
    this.#read = read;
  }

  /** The sentence in that language, or in English if there is no translation. */
  in(language: string): string {
    return this.#read(language);
  }

  /** English, for logs. */
  toString(): string {
    return this.#read(english);
  }

  /** English, for logs. */
  toJSON(): string {
    return this.toString();
  }
}

export type { Sentence };

interface ValueTypes {
  /** A value is a fact, such as a name or a path, or another sentence, which is read in the same language. */
  ICUArgument: string | Sentence;
  ICUNumberArgument: number;
  ICUDateArgument: never;
}

/** The values that the texts need together. */
type ValuesOf<Text extends string> = (
  Text extends unknown
    ? (values: ICUArgs<Text, ValueTypes>) => void
    : never
) extends (values: infer Values) => void
  ? Values
  : never;
type Given<Text extends string> = keyof ValuesOf<Text> extends never ? [] : [values: ValuesOf<Text>];

type KeyOf<Texts> = MessageKeys<Texts, NestedKeyOf<Texts>>;
type TextOf<Texts, Key extends KeyOf<Texts>> = Extract<NestedValueOf<Texts, Key>, string>;
type Say = (key: string, values: Record<string, unknown>) => string;

/**
 * Makes sentences by key, to be read later: `sentence('limit', { most })`. The compiler checks keys and values, as for
 * `textsOf`. Numbers follow the reader's language: `{most, number}`, and `#` in plurals.
 * @param catalogues other languages go next to the English one; texts that they lack stay in English
 */
export function sentencesOf<const Texts extends Catalogue>(
  catalogues: { readonly en: Texts } & { readonly [language: string]: Translated<NoInfer<Texts>> },
) {
  const readers = new Map<string, Say>();
  const readerOf = (language: string): Say => {
    // The keys and values of a sentence were checked where it was made.
    const reader = readers.get(language) ?? (textsOf<Catalogue>(catalogues[language] ?? {}, language) as Say);
    readers.set(language, reader);
    return reader;
  };
  return <Key extends KeyOf<Texts>>(key: Key, ...given: Given<TextOf<Texts, Key>>): Sentence => {
    const values = Object.entries(given[0] ?? {});
    return new Sentence((wanted) => {
      const language = Object.hasOwn(catalogues, wanted) ? wanted : english;
      return readerOf(language)(
        key,
        Object.fromEntries(values.map(([name, value]) => [name, read(value, language)])),
      );
    });
  };
}

const read = (value: unknown, language: string) => (value instanceof Sentence ? value.in(language) : value);

/** A choice: “A or B”, or “A, B, or C” for more than two. */
export function oneOf(names: readonly (string | Sentence)[]): Sentence {
  return listed(names, { type: 'disjunction' });
}

/** A list of everything that is meant: “A, B, C”. */
export function listOf(names: readonly (string | Sentence)[]): Sentence {
  return listed(names, { type: 'unit', style: 'short' });
}

function listed(names: readonly (string | Sentence)[], form: Intl.ListFormatOptions): Sentence {
  return new Sentence((language) =>
    new Intl.ListFormat(language, form).format(
      names.map((name) => (typeof name === 'string' ? name : name.in(language))),
    ),
  );
}
