import { createHash } from 'node:crypto';
import { dirname, relative } from 'node:path';
import compileMessage from 'icu-minify/compile';
import type { Plugin } from 'vite';
import type { Catalogue } from '../contract/catalogue.ts';
import type { AppLanguage } from './app-language.ts';
import { evaluateCatalogue, root } from './languages.ts';

/** Files that hold the English texts of one folder. */
const catalogueFile = /\/catalogue\.en\.ts$/;

/** The folder of files that hold texts: in place of its name, that of the language. */
export const languageFolder = '~language~';

/**
 * Takes the texts out of the app while it is built: in place of each catalogue stands a call, which `fill` replaces by
 * the texts of one language (`app-languages.ts`). They are compiled, so that browsers download no message parser.
 * While one develops, the texts are those of `LEADLIGHT_LANGUAGE`.
 */
export class CatalogueCompiler {
  private readonly english = new Map<string, Catalogue>();

  /** @param languages those that will be filled in: the names of files change with all their texts */
  constructor(private readonly languages: readonly AppLanguage[]) {}

  /** The part of it that works while code is read. */
  plugin(): Plugin {
    let builds = true;
    return {
      name: 'compile-catalogues',
      enforce: 'pre',
      config: (_config, { command }) => {
        builds = command === 'build';
        // The reader of the compiled form replaces the reader of the written form.
        return builds
          ? { resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } } }
          : {};
      },
      transform: async (source, id) => {
        if (!catalogueFile.test(id)) return null;
        const english = await evaluateCatalogue(source).catch((error: Error) => {
          throw new Error(`${id} ${error.message}`);
        });
        const folder = relative(root, dirname(id));
        const texts = this.languages.map((language) => language.textsOf(folder, english));
        if (!builds) return { code: `export const english = ${JSON.stringify(texts[0])};`, map: null };
        this.english.set(folder, english);
        const mark = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
        return { code: `export const english = /* @__PURE__ */ ${call}("${folder}", "${mark}");`, map: null };
      },
    };
  }

  /** A file of the app in a language. */
  fill(code: string, language: AppLanguage): string {
    return code
      .replaceAll(called, (_call, folder: string) => {
        const english = this.english.get(folder);
        if (!english) throw new Error(`The app names the texts of ${folder}, which are none of its own.`);
        return `(${JSON.stringify(compiled(language.textsOf(folder, english)))})`;
      })
      .replaceAll(languageFolder, language.code);
  }
}

/** What stands in place of a catalogue; minifiers choose the quotes. */
const call = '__textsOfFolder';
const called = new RegExp(`${call}\\(["'\`]([^"'\`]+)["'\`],\\s*["'\`]\\w+["'\`]\\)`, 'g');

function compiled(texts: Catalogue): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? compileMessage(text) : compiled(text),
    ]),
  );
}

const pageLanguage = 'lang="en" dir="ltr"';

/** The page around the app, in a language. */
export function fillPage(html: string, language: AppLanguage, texts: Catalogue): string {
  if (!html.includes(pageLanguage)) throw new Error(`The page has no ${pageLanguage}.`);
  const spoken = html.replace(pageLanguage, `lang="${language.code}" dir="${language.direction}"`);
  return fillTexts(spoken, texts).replaceAll(languageFolder, language.code);
}

/** A file with texts in place of their names. @throws when it names another one */
export function fillTexts(file: string, texts: Catalogue): string {
  return file.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = texts[name];
    if (typeof value !== 'string') throw new Error(`The page names ${name}, which is no text of it.`);
    return value;
  });
}
