import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { compileCatalogues } from '../scripts/catalogue-compiler.ts';

const root = join(import.meta.dirname, '..');

/** Builds the catalogue alone. */
async function compile(path: string) {
  return build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [compileCatalogues()],
    build: { write: false, lib: { entry: join(root, path), formats: ['es'] } },
  });
}

it('compiles the texts of a catalogue', async () => {
  await expect(compile('web/shell/catalogue.en.ts')).resolves.toBeDefined();
});

it('stops at a catalogue that takes a value from another file, and names it', async () => {
  const path = 'server/areas/messages/mails/leads/catalogue.en.ts';
  await expect(compile(path)).rejects.toThrow(`${path} takes something from another file`);
});
