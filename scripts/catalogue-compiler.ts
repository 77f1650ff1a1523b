import { transform } from 'esbuild';
import compileMessage from 'icu-minify/compile';
import type { Plugin } from 'vite';
import type { Catalogue } from '../contract/catalogue.ts';

/** Files that hold the texts of one folder in one language. */
const catalogueFile = /\/catalogue\.[a-z]{2}\.ts$/;

/**
 * Compiles catalogues while the app is built, so that browsers download no message parser. The reader of the compiled
 * form then replaces the reader of the written form.
 */
export function compileCatalogues(): Plugin {
  return {
    name: 'compile-catalogues',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
    }),
    async transform(source, id) {
      if (!catalogueFile.test(id)) return null;
      const { code } = await transform(source, { loader: 'ts', format: 'esm' });
      if (this.parse(code).body.some(takesFromElsewhere)) {
        this.error(
          `${id} takes something from another file. A catalogue of the app is pure data: write the texts into it.`,
        );
      }
      const catalogues: Record<string, Catalogue> = await import(
        `data:text/javascript,${encodeURIComponent(code)}`
      );
      const exports = Object.entries(catalogues).map(
        ([name, texts]) => `export const ${name} = ${JSON.stringify(compiled(texts))};`,
      );
      return { code: exports.join('\n'), map: null };
    },
  };
}

/** Types are gone by now: what is still imported, or passed on, are values. */
function takesFromElsewhere(statement: { readonly type: string; readonly source?: unknown }): boolean {
  return statement.type === 'ImportDeclaration' || Boolean(statement.source);
}

function compiled(texts: Catalogue): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? compileMessage(text) : compiled(text),
    ]),
  );
}
