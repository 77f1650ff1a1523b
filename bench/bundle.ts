import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type PageCode, pageCodeFile } from '../server/platform/http/app-page.ts';
import { round } from './statistics.ts';

/**
 * JavaScript that the app's page itself names (the budget of decision 008), and what the list of leads needs besides,
 * which its page names too.
 */
export function measureFirstLoad(webFolder = 'dist/web') {
  const html = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const code = JSON.parse(readFileSync(join(webFolder, pageCodeFile), 'utf8')) as PageCode;
  const app = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const list = (code['/leads'] ?? []).filter((name) => name.endsWith('.js'));
  const kilobytes = (names: readonly string[]) =>
    round(
      names.reduce((sum, name) => sum + gzipSync(readFileSync(join(webFolder, name))).length, 0) / 1000,
      1,
    );
  return {
    kilobytesGzip: kilobytes(app),
    listKilobytesGzip: kilobytes(list),
    files: app.length,
    listFiles: list.length,
  };
}
