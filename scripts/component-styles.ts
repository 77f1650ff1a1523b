import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ofPage = new Set(['baseline', 'default-css-variables', 'global']);
const styleSheet = 'web/ui/mantine.css';

/** Fails the build when `web/ui/mantine.css` lacks the styles of a component that the app uses, or has others. */
export function checkComponentStyles(): Plugin {
  return {
    name: 'check-component-styles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? usedModules(one) : []));
      const used = new Set(modules.flatMap(componentOf));
      const sheet = readFileSync(styleSheet, 'utf8');
      const named = [...sheet.matchAll(/@mantine\/core\/styles\/([\w-]+)\.layer\.css/g)].map(
        ([, name = '']) => name,
      );
      const missing = [...used].filter((name) => !named.includes(name));
      const unused = named.filter((name) => !used.has(name) && !ofPage.has(name));
      if (missing.length > 0) this.error(`${styleSheet} lacks ${missing.join(', ')}.`);
      if (unused.length > 0) this.error(`${styleSheet} has ${unused.join(', ')}, which nothing uses.`);
    },
  };
}

/** What is left of a chunk's modules once unused code is gone. */
const usedModules = (chunk: { modules: Record<string, { renderedLength: number }> }) =>
  Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []));

/** The component whose class names a module holds; its styles have the same name. */
function componentOf(id: string): string[] {
  const [, component] = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id) ?? [];
  return component ? [component] : [];
}
