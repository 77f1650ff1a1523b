// Builds the server (one file for the program and one for its training thread, each with the packages it uses), the web
// app with its compressed copies, and the gazetteer.
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build as buildServer } from 'esbuild';
import { build as buildWeb } from 'vite';
import { makeGazetteerIfChanged } from './gazetteer/make-if-changed.mjs';
import { serverBuild } from './server-build.mjs';
import { sourceStamp, stampFile } from './source-stamp.mjs';

const began = Date.now();
// A test run would otherwise build React's slow development version, and the next start would serve it.
process.env.NODE_ENV = 'production';
// The gazetteer stays: it says itself what it was made from, and to make it takes longer than everything else.
for (const folder of ['dist/server', 'dist/web', stampFile]) rmSync(folder, { recursive: true, force: true });
await Promise.all([
  makeGazetteerIfChanged(),
  buildServer({
    ...serverBuild,
    entryPoints: ['server/cli.ts', 'server/training-thread.ts'],
    outdir: 'dist/server',
  }),
  buildWeb({ logLevel: 'warn' }).then(() => compressAll('dist/web')),
]);
writeFileSync(stampFile, await sourceStamp());
console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);

/** Copies that the server sends as they are, so that nothing is compressed while people wait. */
async function compressAll(folder) {
  const files = await readdir(folder, { recursive: true });
  const texts = files.filter((name) => /\.(js|css|svg|webmanifest)$/.test(name));
  // Most code is the same in every language: it is compressed once.
  const copies = new Map();
  await Promise.all(
    texts.map(async (name) => {
      const path = join(folder, name);
      const content = await readFile(path);
      if (content.length < 1024) return;
      const key = createHash('sha256').update(content).digest('hex');
      if (!copies.has(key)) copies.set(key, compress(content));
      const { brotli, gzipped } = await copies.get(key);
      await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
    }),
  );
}

async function compress(content) {
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, brotliOptions),
    promisify(gzip)(content, { level: 9 }),
  ]);
  return { brotli, gzipped };
}
