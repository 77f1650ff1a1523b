import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { installedFiles, pagesFolder } from '../server/platform/http/app-page.ts';
import type { AppLanguage } from './app-language.ts';
import { type CatalogueCompiler, fillPage, fillTexts, languageFolder } from './catalogue-compiler.ts';
import { readEnglish } from './languages.ts';
import { pageCodeFile } from './page-code.ts';

/** The folder of the catalogue with the texts of the page itself. */
const pageCatalogue = 'web/page';
/** The folder of the catalogue with the texts of the installed app’s own files. */
const installedCatalogue = 'web/installed';

/**
 * Writes the app once for each language, from one build: its code with the texts filled in, its page, and which files
 * the page needs at which address. While one develops, the page is in the first language.
 */
export function splitLanguages(languages: readonly AppLanguage[], compiler: CatalogueCompiler): Plugin {
  let builds = true;
  return {
    name: 'split-languages',
    configResolved: ({ command }) => {
      builds = command === 'build';
    },
    async transformIndexHtml(html) {
      const [first] = languages;
      return builds || !first ? html : fillPage(html, first, await pageTextsIn(first));
    },
    async writeBundle({ dir = '' }) {
      const html = takeFile(join(dir, 'index.html'));
      const pageCode = takeFile(join(dir, pageCodeFile));
      const installed = installedFiles.map((name) => ({ name, file: takeFile(join(dir, name)) }));
      const written = join(dir, 'assets', languageFolder);
      mkdirSync(join(dir, pagesFolder));
      for (const language of languages) {
        const folder = join(dir, 'assets', language.code);
        mkdirSync(folder);
        for (const name of readdirSync(written)) {
          const code = readFileSync(join(written, name), 'utf8');
          writeFileSync(join(folder, name), compiler.fill(code, language));
        }
        const page = join(dir, pagesFolder, language.code);
        writeFileSync(`${page}.html`, fillPage(html, language, await pageTextsIn(language)));
        mkdirSync(page);
        for (const { name, file } of installed)
          writeFileSync(join(page, name), await fillInstalled(file, language));
        writeFileSync(`${page}.json`, pageCode.replaceAll(languageFolder, language.code));
      }
      rmSync(written, { recursive: true });
    },
  };
}

/** What a file holds; it is gone afterwards. */
function takeFile(path: string): string {
  const content = readFileSync(path, 'utf8');
  rmSync(path);
  return content;
}

const pageTextsIn = (language: AppLanguage) => textsOf(pageCatalogue, language);

/** The page that stands in for Leadlight, or the manifest, in a language. */
export async function fillInstalled(file: string, language: AppLanguage): Promise<string> {
  const { code, direction } = language;
  const texts = { ...(await textsOf(installedCatalogue, language)), language: code, direction };
  return file.startsWith('<') ? fillPage(file, language, texts) : fillTexts(file, texts);
}

async function textsOf(folder: string, language: AppLanguage) {
  const english = (await readEnglish()).get(folder) ?? {};
  return language.textsOf(folder, english);
}
