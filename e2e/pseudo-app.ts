import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { pseudoLanguage } from '../scripts/pseudo-language.ts';

/** The app in the pseudo-language, which no release has. */
export interface PseudoApp {
  /** Puts its page and its code in place of those that the server sends; the server's own texts stay English. */
  readonly show: (context: BrowserContext) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Builds the app in the pseudo-language: longer, accented, and from right to left. */
export async function buildPseudoApp(): Promise<PseudoApp> {
  const folder = await mkdtemp(join(tmpdir(), 'leadlight-pseudo-'));
  const before = process.env.LEADLIGHT_LANGUAGE;
  process.env.LEADLIGHT_LANGUAGE = pseudoLanguage;
  try {
    // As people get it: tests would otherwise build React's slow development version.
    await build({
      configFile: 'vite.config.ts',
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (before === undefined) delete process.env.LEADLIGHT_LANGUAGE;
    else process.env.LEADLIGHT_LANGUAGE = before;
  }
  const page = await readFile(join(folder, 'pages', `${pseudoLanguage}.html`), 'utf8');
  return {
    show: async (context) => {
      await context.route('**/*', async (route) => {
        const request = route.request();
        const { pathname } = new URL(request.url());
        if (request.resourceType() === 'document')
          return route.fulfill({ contentType: 'text/html; charset=utf-8', body: page });
        if (pathname.startsWith('/assets/')) return route.fulfill({ path: join(folder, pathname) });
        return route.continue();
      });
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
