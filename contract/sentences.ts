import type { ICUArgs, MessageKeys, NestedKeyOf, NestedValueOf } from 'use-intl/core';
import { type Catalogue, type Read, strictTextsOf } from './catalogue.ts';
import { translationOf } from './translations.ts';

/** The language of logs, and of readers whose language we don't have. */
const english = 'en';

/** A text to show, made before its reader is known. Only this file creates one. */
class Sentence {
  readonly #read: (language: string) => string;
  /** Put together once: errors need it for logs, and most readers for their answer. */
  #english: string | undefined;

  constructor(read: (language: string) => string) {
    this.#read = read;
  }

  /** The sentence in that language, or in English if there is no translation. */
  in(language: string): string {
    return language === english ? this.toString() : this.#read(language);
  }

  /** English, for logs. */
  toString(): string {
    this.#english ??= this.#read(english);
    return this.#english;
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

/**
 * Makes sentences by key, to be read later: `sentence('limit', { most })`. The compiler checks keys and values, as for
 * `textsOf`. Numbers follow the reader's language: `{most, number}`, and `#` in plurals.
 * Reading one throws when the English text cannot be put together, so that nobody reads the name of a key. Texts that
 * another language lacks, or that cannot be put together in it, stay in English.
 * @param folder where the catalogue is, as the files in `languages/` name it
 */
export function sentencesOf<const Texts extends Catalogue>(folder: string, texts: Texts) {
  const readers = new Map<string, Read>();
  const readerOf = (language: string): Read | undefined => {
    const known = readers.get(language);
    const translated = language === english ? texts : translationOf(folder, language);
    if (known || !translated) return known;
    const reader = strictTextsOf(translated, language);
    readers.set(language, reader);
    return reader;
  };
  return <Key extends KeyOf<Texts>>(key: Key, ...given: Given<TextOf<Texts, Key>>): Sentence => {
    const values = Object.entries(given[0] ?? {});
    const readIn = (language: string) => {
      const read = readerOf(language);
      if (!read) throw new Error(`${folder} has no texts in ${language}.`);
      return read(key, Object.fromEntries(values.map(([name, value]) => [name, valueIn(value, language)])));
    };
    return new Sentence((wanted) => {
      if (!readerOf(wanted)) return readIn(english);
      try {
        return readIn(wanted);
      } catch (error) {
        if (wanted === english) throw error;
        // The test of the catalogues finds such a translation.
        return readIn(english);
      }
    });
  };
}

// The compiler checked where the sentence was made that a value is one of these.
const valueIn = (value: unknown, language: string) =>
  value instanceof Sentence ? value.in(language) : (value as string | number);

/** A choice: “A or B”, or “A, B, or C” for more than two. */
export function oneOf(names: readonly (string | Sentence)[]): Sentence {
  return listed(names, 'disjunction');
}

/** A list of everything that is meant: “A, B, C”. */
export function listOf(names: readonly (string | Sentence)[]): Sentence {
  return listed(names, 'unit');
}

/** Joins names as a language does; creating one takes longer than the rest of a sentence. */
const forms = { disjunction: { type: 'disjunction' }, unit: { type: 'unit', style: 'short' } } as const;
const joiners = new Map<string, Intl.ListFormat>();

function joinerOf(language: string, form: keyof typeof forms): Intl.ListFormat {
  const key = `${language} ${form}`;
  const joiner = joiners.get(key) ?? new Intl.ListFormat(language, forms[form]);
  joiners.set(key, joiner);
  return joiner;
}

function listed(names: readonly (string | Sentence)[], form: keyof typeof forms): Sentence {
  return new Sentence((language) =>
    joinerOf(language, form).format(
      names.map((name) => (typeof name === 'string' ? name : name.in(language))),
    ),
  );
}

/** Something that is sent, with sentences in place of texts. */
export type Spoken<T> = T extends string
  ? string extends T
    ? string | Sentence
    : T
  : T extends object
    ? { [Name in keyof T]: Spoken<T[Name]> }
    : T;

/** The same once its sentences are read. */
type Heard<T> = T extends Sentence ? string : T extends object ? { [Name in keyof T]: Heard<T[Name]> } : T;

/** Reads every sentence in what is sent, in the language of the reader. */
export function readAll<T>(answer: T, language: string): Heard<T> {
  return readAny(answer, language) as Heard<T>;
}

function readAny(value: unknown, language: string): unknown {
  if (value instanceof Sentence) return value.in(language);
  if (Array.isArray(value)) return value.map((one) => readAny(one, language));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readAny(one, language)]));
}
