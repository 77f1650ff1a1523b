import type { Plugin } from 'vite';
import type { PageCode } from '../server/platform/http/app-page.ts';

/** Where the build writes {@link PageCode}, before it is written for each language. */
export const pageCodeFile = 'page-code.json';

/**
 * Writes which files the pages need that people open first, for the server to name them in the app's HTML (`pages`: an
 * address, with `*` for its last segment, to the module of its page).
 * @throws Error when a module is no page of its own in the build
 */
export function listPageCode(pages: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'list-page-code',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const filesFrom = (file: string, seen: Set<string>): Set<string> => {
          const chunk = chunks.find((one) => one.fileName === file);
          if (seen.has(file) || !chunk) return seen;
          seen.add(file);
          for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
          for (const imported of chunk.imports) filesFrom(imported, seen);
          return seen;
        };
        const ofApp = new Set<string>();
        for (const { isEntry, fileName } of chunks) if (isEntry) filesFrom(fileName, ofApp);
        const code: PageCode = {};
        for (const [address, module] of Object.entries(pages)) {
          const page = chunks.find((one) => one.facadeModuleId?.endsWith(`/${module}`));
          if (!page) throw new Error(`${module} is no page of its own in the build.`);
          const files = [...filesFrom(page.fileName, new Set())];
          code[address] = files.filter((file) => !ofApp.has(file));
        }
        this.emitFile({ type: 'asset', fileName: pageCodeFile, source: JSON.stringify(code) });
      },
    },
  };
}
