import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type PageCode, pagesFolder } from '../server/platform/http/app-page.ts';
import { round } from './statistics.ts';

/**
 * The JavaScript that the app's page names at the addresses that people open first, in the sizes in which it is sent:
 * the app alone, then with the start page and with the list of leads (the budget of decision 008), in one language.
 */
export function measureFirstLoad(webFolder = 'dist/web', language = 'en') {
  const page = join(webFolder, pagesFolder, language);
  const html = readFileSync(`${page}.html`, 'utf8');
  const code = JSON.parse(readFileSync(`${page}.json`, 'utf8')) as PageCode;
  const app = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const scriptsAt = (address: string) => [
    ...app,
    ...(code[address] ?? []).filter((name) => name.endsWith('.js')),
  ];
  const kilobytes = (names: readonly string[], packed: '.br' | '.gz') =>
    round(names.reduce((sum, name) => sum + sizeOf(join(webFolder, name), packed), 0) / 1000, 1);
  const sizes = (names: readonly string[]) => ({
    files: names.length,
    kilobytesBrotli: kilobytes(names, '.br'),
    kilobytesGzip: kilobytes(names, '.gz'),
  });
  return { app: sizes(app), startPage: sizes(scriptsAt('/')), list: sizes(scriptsAt('/leads')) };
}

/** In bytes. Small files have no packed copy: they are sent as they are. */
function sizeOf(path: string, packed: string): number {
  return statSync(existsSync(path + packed) ? path + packed : path).size;
}
