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

/**
 * What several pages use comes in few files: over HTTP/1.1 a browser asks for six at a time, and each costs a round trip,
 * however small it is. A part that is named nowhere here gets a file of its own: slower, and as right.
 */
const onMostPages = any([
  /tabler|contract.|web.ui.(?!dialog|forms|sections)/,
  /components.(Anchor|Text|TextInput|PasswordInput|InputBase).|use-input-props/,
]);
/** What the list shows first, and other pages too. */
const ofTheList = any([
  /tabler|lead-query|api.favorites|ui.(direction|skip-next)|forms.undo/,
  /leads.(list|bulk|lead|next-step).(catalogue|row-elements|next-sort|bulk.module|lead-data|refusals|next-step.module|step-)/,
  /Kbd|use-debounced|use-callback-ref.mjs|NativeSelect/,
  /ComboboxChevron|get-parsed-combobox|Combobox.module|nfiniteQuery|[qQ]ueries/,
]);
/** Dialogs, sheets, choices and boxes, with what is written in them. */
const ofForms = any([
  /@mantine.(core|hooks)|remove-scroll|use-sidecar|use-callback-ref|style-singleton|tslib|get-nonce/,
  /useBlocker|web.ui.(forms|dialog)|leads.(activities|next-step|lead.(owner|timeline|initials))|idempotency/,
]);

/** Matches what one of them matches. */
function any(all: readonly RegExp[]): RegExp {
  return new RegExp(all.map(({ source }) => source).join('|'));
}

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
    // The app before any page is one file of 630 kB, 169 kB as it is sent (decision 008).
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        entryFileNames: code,
        chunkFileNames: code,
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 3, test: onMostPages },
            { name: 'list', minShareCount: 2, test: ofTheList },
            { name: 'forms', minShareCount: 3, test: ofForms },
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
