import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type PageCode, pageCodeFile } from '../server/platform/http/app-page.ts';
import { round } from './statistics.ts';

/**
 * The JavaScript that the app's page names at the addresses that people open first, in the sizes in which it is sent:
 * the app alone, then with the start page and with the list of leads (the budget of decision 008).
 */
export function measureFirstLoad(webFolder = 'dist/web') {
  const html = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const code = JSON.parse(readFileSync(join(webFolder, pageCodeFile), 'utf8')) as PageCode;
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
