import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileCatalogues } from './scripts/catalogue-compiler.ts';

export default defineConfig({
  root: 'web',
  plugins: [react(), compileCatalogues()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4400',
      '/intake': 'http://127.0.0.1:4400',
    },
  },
});
