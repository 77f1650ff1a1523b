import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { type AppLanguage, languageFor } from '../scripts/app-language.ts';
import { CatalogueCompiler, fillPage, languageFolder } from '../scripts/catalogue-compiler.ts';
import { needsOf, readEnglish, root, textsOfCatalogue } from '../scripts/languages.ts';
import { pseudoLanguage, pseudoTextOf } from '../scripts/pseudo-language.ts';

const folder = mkdtempSync(join(tmpdir(), 'leadlight-catalogues-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds the catalogue alone. */
async function compile(compiler: CatalogueCompiler, entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [compiler.plugin()],
    build: { write: false, minify: true, lib: { entry, formats: ['es'] } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output && 'output' in output ? output.output : [];
  return chunk && 'code' in chunk ? chunk.code : '';
}

const english = languageFor('en');
const german = languageFor('de');
const shell = join(root, 'web/shell/catalogue.en.ts');

describe('the texts of the app', () => {
  it('are filled in by language, compiled, after one build', async () => {
    const compiler = new CatalogueCompiler([english, german]);
    const code = await compile(compiler, shell);
    expect(code).not.toContain('Leadlight is loading');
    expect(compiler.fill(code, english)).toContain('Leadlight is loading');
    const texts = JSON.parse(readFileSync(join(root, 'languages/de.json'), 'utf8'))['web/shell'];
    expect(compiler.fill(code, german)).toContain(JSON.stringify(texts.loading));
    expect(compiler.fill(code, german)).not.toContain('Leadlight is loading');
    // Compiled: no braces of placeholders are left for a browser to parse.
    expect(compiler.fill(code, german)).not.toContain('{count, plural');
    expect(compiler.fill(`import"./${languageFolder}/x.js"`, german)).toBe('import"./de/x.js"');
  });

  it('change the names of files when those of any language change', async () => {
    const other: AppLanguage = { ...german, textsOf: () => ({ loading: 'Anders' }) };
    const first = await compile(new CatalogueCompiler([english, german]), shell);
    expect(await compile(new CatalogueCompiler([english, german]), shell)).toBe(first);
    expect(await compile(new CatalogueCompiler([english, other]), shell)).not.toBe(first);
  });

  it('stay English where a language lacks them', () => {
    const texts = { one: 'One', group: { two: 'Two' } };
    expect(german.textsOf('web/nowhere', texts)).toEqual(texts);
  });

  it('stop the build where a catalogue takes a value from another file, which is named', async () => {
    const path = join(folder, 'catalogue.en.ts');
    writeFileSync(path, "import { x } from './x.ts';\nexport const english = { one: x };\n");
    await expect(compile(new CatalogueCompiler([english]), path)).rejects.toThrow(
      `${path} takes something from another file`,
    );
  });

  it('stop the build where the page names a text that it does not have', () => {
    const html = '<html lang="en" dir="ltr"><p>{{text}}</p>';
    expect(fillPage(html, german, { text: 'Ja' })).toBe('<html lang="de" dir="ltr"><p>Ja</p>');
    expect(() => fillPage(html, german, {})).toThrow('text');
    expect(() => fillPage('<html>', german, {})).toThrow('lang');
  });
});

describe('the pseudo-language', () => {
  it('is longer, accented and in brackets, from right to left, and keeps values and marks', () => {
    const text = 'Accept <b>{count, plural, one {1 lead} other {{shown} leads}}</b> of {name}';
    const pseudo = pseudoTextOf(text);
    expect(pseudo).toMatch(/^\[Åççép/);
    expect(pseudo.length).toBeGreaterThan(text.length * 1.2);
    expect(needsOf(pseudo)).toEqual(needsOf(text));
    expect(languageFor(pseudoLanguage).direction).toBe('rtl');
  });

  it('can say every text', async () => {
    for (const [folder, catalogue] of await readEnglish()) {
      const texts = textsOfCatalogue(languageFor(pseudoLanguage).textsOf(folder, catalogue));
      for (const [key, original] of textsOfCatalogue(catalogue))
        expect(needsOf(texts.get(key) ?? ''), `${folder} ${key}`).toEqual(needsOf(original));
    }
  });
});
