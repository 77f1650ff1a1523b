import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the build records the stamp of its sources. */
export const stampFile = 'dist/.source-stamp';

/** Changes when a source file that the build reads is added, removed or written. */
export async function sourceStamp() {
  const hash = createHash('sha256');
  for (const folder of ['contract', 'languages', 'server', 'web']) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names
      .filter((one) => /\.(tsx?|css|html|js|json|svg|png|webmanifest)$/.test(one))
      .sort()) {
      const { mtimeMs, size } = await stat(join(folder, name));
      hash.update(`${folder}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  for (const name of [
    'package-lock.json',
    'vite.config.ts',
    'scripts/build.mjs',
    'scripts/server-build.mjs',
    'scripts/catalogue-compiler.ts',
    'scripts/gazetteer/make-gazetteer.ts',
    'scripts/gazetteer/make-if-changed.mjs',
    'scripts/gazetteer/regions.txt',
    'scripts/split-languages.ts',
  ]) {
    const { mtimeMs, size } = await stat(name);
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}
