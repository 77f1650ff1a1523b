import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every class of a stylesheet is used by the components that import it, and every class that they use is there. */

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'web'], {
  encoding: 'utf8',
  cwd: root,
}).split('\n');
const sheets = files.filter((path) => path.endsWith('.module.css'));
const code = new Map(
  files
    .filter((path) => path.endsWith('.tsx') || path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** The names of the classes that a stylesheet describes. */
function classesOf(css: string): Set<string> {
  const selectors = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\{[^{}]*\}/g, ' ');
  return new Set([...selectors.matchAll(/\.([a-zA-Z_][\w-]*)/g)].flatMap(([, name]) => name ?? []));
}

/** The classes of a stylesheet that code uses, with the file that does. */
function usedOf(sheet: string): Map<string, string> {
  const used = new Map<string, string>();
  for (const [path, text] of code) {
    for (const [, name = '', from = ''] of text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      if (normalize(join(path, '..', from)) !== sheet) continue;
      for (const [, one = ''] of text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) used.set(one, path);
    }
  }
  return used;
}

const described = sheets.map((sheet) => ({
  sheet,
  classes: classesOf(readFileSync(join(root, sheet), 'utf8')),
  used: usedOf(sheet),
}));

describe('stylesheets', () => {
  it('have no class that nothing uses', () => {
    const unused = described.flatMap(({ sheet, classes, used }) =>
      [...classes].filter((name) => !used.has(name)).map((name) => `${sheet}: .${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('have every class that components use', () => {
    const missing = described.flatMap(({ classes, used }) =>
      [...used].filter(([name]) => !classes.has(name)).map(([name, path]) => `${path}: .${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('are read by this test as browsers do', () => {
    const css =
      '/* .old */ .card[data-on] > .name:hover { width: 1.5rem } @media (width < 3.5em) { .card { top: .5em } }';
    expect([...classesOf(css)]).toEqual(['card', 'name']);
  });
});
