import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { round } from './statistics.ts';

/** JavaScript that the first page itself names: its script and what that preloads; later chunks do not count. */
export function measureFirstLoad(webFolder = 'dist/web') {
  const html = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const files = names.map((name) => ({
    name,
    kilobytes: round(gzipSync(readFileSync(join(webFolder, name))).length / 1000, 1),
  }));
  return {
    kilobytesGzip: round(
      files.reduce((sum, file) => sum + file.kilobytes, 0),
      1,
    ),
    files,
  };
}
