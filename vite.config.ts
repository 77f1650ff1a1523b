import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { appLanguages } from './scripts/app-language.ts';
import { CatalogueCompiler, languageFolder } from './scripts/catalogue-compiler.ts';
import { checkComponentStyles } from './scripts/component-styles.ts';
import { listPageCode } from './scripts/page-code.ts';
import { splitLanguages } from './scripts/split-languages.ts';

const languages = appLanguages(process.env.LEADLIGHT_LANGUAGE);
const compiler = new CatalogueCompiler(languages);
const code = `assets/${languageFolder}/[name]-[hash].js`;

export default defineConfig({
  root: 'web',
  plugins: [
    react(),
    compiler.plugin(),
    checkComponentStyles(),
    listPageCode({
      '/': 'areas/home/home-page.tsx',
      '/leads': 'areas/leads/list/leads-page.tsx',
      '/leads/*': 'areas/leads/lead/lead-details-page.tsx',
      '/deals': 'areas/leads/deals/deals-page.tsx',
    }),
    splitLanguages(languages, compiler),
  ],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The app before any page is one file of 620 kB, 167 kB as it is sent (decision 008).
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        entryFileNames: code,
        chunkFileNames: code,
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'], priority: 1 },
            // What several pages use comes in few files: each costs a round trip, and names of its own.
            {
              name: 'shared',
              minShareCount: 3,
              test: /tabler|contract.|web.ui.(?!dialog|forms|sections|index)/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4400',
      '/intake': 'http://127.0.0.1:4400',
    },
  },
});
