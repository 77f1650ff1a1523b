import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { transform } from 'esbuild';
import type { Catalogue } from '../contract/catalogue.ts';
import type { Translations } from '../contract/translations.ts';

/** The folder of the project. */
export const root = join(import.meta.dirname, '..');
const languageFile = /^([a-z]{2,3})\.json$/;

/** The languages that have a file in `languages/`. */
export function listTranslatedLanguages(): string[] {
  const names = readdirSync(join(root, 'languages'));
  return names.flatMap((name) => languageFile.exec(name)?.[1] ?? []).sort();
}

/** The file of a language. @throws when it is no JSON */
export function readLanguage(language: string): Translations {
  return JSON.parse(readFileSync(join(root, 'languages', `${language}.json`), 'utf8'));
}

/** Every English catalogue, by its folder. */
export async function readEnglish(): Promise<Map<string, Catalogue>> {
  const names = ['contract', 'server', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const folders = names.filter((path) => path.endsWith('/catalogue.en.ts')).map((path) => dirname(path));
  const read = async (folder: string) =>
    [folder, await evaluateCatalogue(readFileSync(join(root, folder, 'catalogue.en.ts'), 'utf8'))] as const;
  return new Map(await Promise.all(folders.sort().map(read)));
}

/** What the source of a catalogue exports. @throws when it takes something from another file */
export async function evaluateCatalogue(source: string): Promise<Catalogue> {
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  // Types are gone by now: what is still imported, or passed on, are values.
  if (/^(import|export .* from)\b/m.test(code))
    throw new Error('takes something from another file. A catalogue is pure data: write the texts into it.');
  const module: { english: Catalogue } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return module.english;
}

/** The texts of a catalogue, by key. */
export function textsOfCatalogue(group: Catalogue, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(group).flatMap(([key, text]): [string, string][] =>
      typeof text === 'string'
        ? [[prefix + key, text]]
        : Object.entries(text ?? {}).length === 0
          ? []
          : [...textsOfCatalogue(text, `${prefix}${key}.`)],
    ),
  );
}

type Element = ReturnType<typeof parse>[number];

/** The names of the values and marks that a text requires. @throws when the text is malformed */
export function needsOf(text: string): string[] {
  return [...new Set(elementsIn(parse(text)).flatMap(nameOf))].sort();
}

function nameOf(element: Element): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  return [element.type === TYPE.tag ? `<${element.value}>` : element.value];
}

/** The elements of a text, with those inside others. */
function elementsIn(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...elementsIn(element.children)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element];
    return [element, ...Object.values(element.options).flatMap(({ value }) => elementsIn(value))];
  });
}

/**
 * What is wrong with the texts of a language, compared with the English ones: one line for each text, with the folder
 * and the key that it has in the file.
 */
export function findFaults(
  english: ReadonlyMap<string, Catalogue>,
  translations: Translations,
  language: string,
): string[] {
  const folders = new Set([...english.keys(), ...Object.keys(translations)]);
  return [...folders].sort().flatMap((folder) => {
    const source = english.get(folder);
    if (!source) return [`${folder}: there is no such catalogue in English`];
    const texts = textsOfCatalogue(translations[folder] ?? {});
    const originals = textsOfCatalogue(source);
    const extra = [...texts.keys()].filter((key) => !originals.has(key));
    return [
      ...[...originals].flatMap(([key, original]) =>
        faultsOf(original, texts.get(key), language).map((fault) => `${folder} ${key}: ${fault}`),
      ),
      ...extra.map((key) => `${folder} ${key}: there is no such text in English`),
    ];
  });
}

function faultsOf(original: string, text: string | undefined, language: string): string[] {
  if (text === undefined) return [`is missing; English: ${original}`];
  if (text.trim() === '' && original.trim() !== '') return ['is empty'];
  let elements: Element[];
  try {
    elements = elementsIn(parse(text));
  } catch (error) {
    return [`is malformed (${error instanceof Error ? error.message : error}): ${text}`];
  }
  const [needed, own] = [needsOf(original), needsOf(text)];
  const unlike = needed.join() === own.join() ? [] : [`needs ${listed(own)} instead of ${listed(needed)}`];
  return [...unlike, ...missingForms(elements, language), ...choiceFaults(original, elements)];
}

const listed = (names: readonly string[]) => names.join(', ') || 'nothing';

/** Plurals that lack a form which whole numbers have in the language. */
function missingForms(elements: readonly Element[], language: string): string[] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural) return [];
    const rules = new Intl.PluralRules(language, { type: element.pluralType ?? 'cardinal' });
    const numbers = [...Array.from({ length: 201 }, (_, number) => number), 1000];
    const forms = new Set(['other', ...numbers.map((number) => rules.select(number))]);
    const missing = [...forms].filter((form) => !Object.hasOwn(element.options, form));
    return missing.map((form) => `the plural of ${element.value} has no “${form}”`);
  });
}

/** Choices whose values are not those of the English text. */
function choiceFaults(original: string, elements: readonly Element[]): string[] {
  const choicesIn = (of: readonly Element[]) =>
    of.flatMap((one) =>
      one.type === TYPE.select ? [`${one.value}: ${Object.keys(one.options).sort().join(', ')}`] : [],
    );
  const wanted = new Set(choicesIn(elementsIn(parse(original))));
  return choicesIn(elements)
    .filter((choice) => !wanted.has(choice))
    .map((choice) => `chooses by ${choice}; English: ${[...wanted].join('; ')}`);
}
