import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackLanguage } from '../../../contract/languages/languages.ts';
import { languages } from '../../../contract/languages/lists.ts';
import { type Packed, pack } from './packed.ts';

/** Files of the pages that people open first, by address, with `*` for its last segment. */
export type PageCode = Record<string, string[]>;

/** Where the build writes the app's page in each language (`de.html`), with its {@link PageCode} (`de.json`). */
export const pagesFolder = 'pages';

/** What the installed app consists of besides, in a folder beside the page of each language (`de/offline.html`). */
export const installedFiles = ['offline.html', 'manifest.webmanifest'] as const;

/**
 * Reads one of them in every language; undefined when nothing is built.
 * @returns the file for a language, or in English if there is none
 */
export function readInstalled(
  webFolder: string,
  name: (typeof installedFiles)[number],
): ((language: string) => Packed) | undefined {
  const files = new Map(
    languages.flatMap((language) => {
      const path = join(webFolder, pagesFolder, language, name);
      return existsSync(path) ? [[language as string, pack(readFileSync(path))] as const] : [];
    }),
  );
  const english = files.get(fallbackLanguage);
  return english && ((language) => files.get(language) ?? english);
}

/** The app's page for a path, in one language. */
type PageAt = (path: string) => Packed;

/**
 * Reads the built app's page in every language; undefined when nothing is built.
 * @returns the page for a language, or in English if the app was not built in it: its head names the code of the page
 * at that address, so that browsers fetch it beside the app, and not only once the app runs
 */
export function readAppPages(webFolder: string): ((language: string) => PageAt) | undefined {
  const folder = join(webFolder, pagesFolder);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
  const pages = new Map(
    names.map((name) => {
      const language = name.replace('.html', '');
      return [language, readAppPage(folder, language)];
    }),
  );
  const english = pages.get(fallbackLanguage);
  return english && ((language) => pages.get(language) ?? english);
}

function readAppPage(folder: string, language: string): PageAt {
  const html = readFileSync(join(folder, `${language}.html`), 'utf8');
  const listed = join(folder, `${language}.json`);
  const code: PageCode = existsSync(listed) ? JSON.parse(readFileSync(listed, 'utf8')) : {};
  const usual = pack(Buffer.from(html));
  const pages = new Map(
    Object.entries(code).map(([address, files]) => {
      const links = files.map(linkTo).join('');
      return [address, pack(Buffer.from(html.replace('</head>', () => `${links}</head>`)))];
    }),
  );
  return (path) => pages.get(path) ?? pages.get(`${path.slice(0, path.lastIndexOf('/'))}/*`) ?? usual;
}

/** The app fetches modules and their styles with CORS, and takes from here only what was fetched the same way. */
const linkTo = (file: string) =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;
