import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { shortcuts } from '../web/shell/keyboard-help/shortcut-list.ts';
import { keyNames, nameKeys } from '../web/ui/key-names/key-names.ts';

/** The list of shortcuts says every key that the app answers to, and no other. */

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'web'], {
  encoding: 'utf8',
  cwd: root,
})
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path));
const codeOf = (path: string) => readFileSync(join(root, path), 'utf8');

const shown = shortcuts.flatMap(({ keys }) => keys);
const isSingle = (key: string) => /^[a-z/?]$/.test(key);

/** The single keys that a file binds. */
function singleKeysIn(path: string): string[] {
  const code = codeOf(path);
  if (!code.includes('useShortcuts(')) return [];
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const objects = new Map<string, ts.ObjectLiteralExpression>();
  const bound: (ts.Node | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer))
      objects.set(node.name.getText(), node.initializer);
    if (ts.isCallExpression(node) && node.expression.getText() === 'useShortcuts')
      bound.push(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return bound.flatMap((argument) => {
    const object = argument && ts.isIdentifier(argument) ? objects.get(argument.text) : argument;
    if (!object || !ts.isObjectLiteralExpression(object))
      throw new Error(`${path} binds keys in a way that this test does not read`);
    return object.properties.map(({ name }) => {
      if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) return name.text;
      throw new Error(`${path} binds a key without a name`);
    });
  });
}

/**
 * Where keys are answered that need a modifier or have a name of their own, and what the list says of them. Empty: they
 * are no shortcuts, because they only leave a press of them alone, or because a mouse is pressed with them.
 */
const answered: Readonly<Record<string, readonly string[]>> = {
  'web/areas/leads/activities/activity-fields.tsx': ['Ctrl+Enter'],
  'web/areas/leads/bulk/tick-box.tsx': [],
  'web/areas/leads/bulk/use-selection-keys.ts': ['Shift+↑', 'Shift+↓', 'Ctrl+A', 'x', 'b'],
  'web/areas/leads/deals/deal-card.tsx': ['Alt+←', 'Alt+→'],
  'web/areas/leads/list/cell-editor.tsx': ['Ctrl+Enter'],
  'web/areas/leads/list/classic-row.tsx': [],
  'web/areas/leads/list/edge-keys.ts': ['←', '→', 'Home', 'End'],
  'web/areas/leads/list/edge.tsx': [],
  'web/areas/leads/list/cell-frame.tsx': ['F2'],
  'web/areas/leads/list/grid-head.tsx': ['Alt+Shift+←', 'Alt+Shift+→'],
  'web/areas/leads/list/use-edit-key.ts': ['F2'],
  'web/areas/leads/list/use-list-keys.ts': ['↑', '↓', 'Enter', 'Esc'],
  'web/areas/leads/list/use-row-click.ts': [],
  'web/areas/leads/list/use-row-menu.ts': ['Shift+F10'],
  'web/ui/control-keys.ts': [],
  'web/ui/shortcuts.ts': [],
};
const isAnswering = (path: string) =>
  /\b(alt|ctrl|meta|shift)Key\b|'F\d{1,2}'/.test(codeOf(path)) && !path.includes('/keyboard-help/');

/** What an attribute for assistive technology says, as the list does. */
const asShown = (keys: string) => keys.replace('ArrowLeft', '←').replace('ArrowRight', '→');

describe('WS-8: the list of shortcuts', () => {
  it('WS-8 has every single key that is bound anywhere, and no other', () => {
    const bound = new Set(files.filter((path) => path !== 'web/ui/shortcuts.ts').flatMap(singleKeysIn));
    expect([...bound].sort()).toEqual(shown.filter(isSingle).sort());
  });

  it('WS-8 has the keys with a modifier or a name, wherever the code answers to some', () => {
    expect(files.filter(isAnswering).sort()).toEqual(Object.keys(answered).sort());
    for (const [path, keys] of Object.entries(answered))
      for (const key of keys) expect(shown, path).toContain(key);
  });

  it('WS-8 has what Ctrl or ⌘ does', () => {
    const letters = files.flatMap((path) =>
      [...codeOf(path).matchAll(/withControl\('(\w+)'\)/g)].map(([, letter]) => `Ctrl+${letter}`),
    );
    expect(letters.length).toBeGreaterThan(3);
    for (const keys of letters) expect(shown).toContain(keys);
  });

  it('WS-8 has what buttons and links say of their keys', () => {
    const said = files.flatMap((path) =>
      [...codeOf(path).matchAll(/aria-keyshortcuts=(?:"([^"]+)"|\{[^}']*'([^']+)')/g)].map(
        ([, plain, inCode]) => plain ?? inCode ?? '',
      ),
    );
    expect(said.length).toBeGreaterThan(2);
    for (const keys of said.flatMap((one) => one.split(' '))) expect(shown).toContain(asShown(keys));
  });

  it('LA-1 keys with a name have one in every language', () => {
    const named = shown.flatMap((keys) => keys.match(/[A-Z][a-z]+/g) ?? []);
    expect(new Set(named)).toEqual(new Set(Object.keys(keyNames)));
    expect(nameKeys('Alt+Shift+←')).toBe('Alt+Shift+←');
  });

  it('WS-8 says each key once', () => {
    expect(shown.filter((key, at) => shown.indexOf(key) !== at)).toEqual([]);
  });
});
