import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Packed, pack } from './packed.ts';

/** Files of the pages that people open first, by address, with `*` for its last segment. */
export type PageCode = Record<string, string[]>;

/** Where the build writes {@link PageCode}, beside the app's page. */
export const pageCodeFile = 'page-code.json';

/**
 * Reads the built app's page; undefined when nothing is built.
 * @returns the page for a path: its head names the code of the page at that address, so that browsers fetch it beside
 * the app, and not only once the app runs
 */
export function readAppPage(webFolder: string): ((path: string) => Packed) | undefined {
  const file = join(webFolder, 'index.html');
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const listed = join(webFolder, pageCodeFile);
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
