import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../contract/catalogue.ts';

/**
 * Every text that somebody reads in the app lies in a catalogue, every text in a catalogue is read somewhere, and every
 * language has the same texts with the same values.
 */

const root = join(import.meta.dirname, '..');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'contract', 'server', 'web'],
  { encoding: 'utf8', cwd: root },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path));
const catalogueFiles = files.filter((path) => /\/catalogue\.[a-z]{2}\.ts$/.test(path));

const codeOf = (path: string) => readFileSync(join(root, path), 'utf8');

const parsed = new Map<string, ts.SourceFile>();
function sourceOf(path: string): ts.SourceFile {
  const made = parsed.get(path) ?? ts.createSourceFile(path, codeOf(path), ts.ScriptTarget.Latest, true);
  parsed.set(path, made);
  return made;
}

/** The texts of a catalogue file, by key. */
async function textsIn(path: string): Promise<Map<string, string>> {
  const module: Record<string, Catalogue> = await import(join(root, path));
  const texts = new Map<string, string>();
  const walk = (group: Catalogue, prefix: string) => {
    for (const [key, text] of Object.entries(group)) {
      if (typeof text === 'string') texts.set(`${prefix}${key}`, text);
      else walk(text, `${prefix}${key}.`);
    }
  };
  for (const group of Object.values(module)) walk(group, '');
  return texts;
}

type Element = ReturnType<typeof parse>[number];

/** The names of the values and marks that a text needs. */
function needsOf(text: string): string[] {
  return [...new Set(parse(text).flatMap(namesIn))].sort();
}

function namesIn(element: Element): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type === TYPE.tag) return [`<${element.value}>`, ...element.children.flatMap(namesIn)];
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
  return [element.value, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))];
}

/** Keys named in a file: whole ones, and what stands before and after what a template puts in. */
function keysNamedIn(path: string): { whole: Set<string>; patterns: RegExp[] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) whole.add(node.text);
    if (ts.isTemplateExpression(node) && /^\w+\./.test(node.head.text)) {
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
      patterns.push(new RegExp(`^${parts.map(escaped).join('.+')}$`));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(path));
  return { whole, patterns };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Files that may read a catalogue: those beside and below it, and those that import its reader. */
function readersOf(catalogue: string): string[] {
  const folder = dirname(catalogue);
  const beside = (path: string) => path.startsWith(`${folder}/`);
  return files.filter(
    (path) => !catalogueFiles.includes(path) && (beside(path) || importsFrom(path, folder)),
  );
}

function importsFrom(path: string, folder: string): boolean {
  if (!codeOf(path).includes('/catalogue.ts')) return false;
  return sourceOf(path).statements.some(
    (one) =>
      ts.isImportDeclaration(one) &&
      ts.isStringLiteral(one.moduleSpecifier) &&
      join(dirname(path), one.moduleSpecifier.text) === `${folder}/catalogue.ts`,
  );
}

describe('catalogues', () => {
  it('there are some', () => {
    expect(catalogueFiles.length).toBeGreaterThan(0);
  });

  it.each(catalogueFiles)('%s: every text is well-formed, and read somewhere', async (path) => {
    const texts = await textsIn(path);
    for (const [key, text] of texts) expect(() => parse(text), `${key}: ${text}`).not.toThrow();
    const named = readersOf(path).map(keysNamedIn);
    const isRead = (key: string) =>
      named.some(({ whole, patterns }) => whole.has(key) || patterns.some((pattern) => pattern.test(key)));
    expect([...texts.keys()].filter((key) => !isRead(key))).toEqual([]);
  });

  it.each(catalogueFiles.filter((path) => !path.endsWith('.en.ts')))(
    '%s: has the texts of the English one, with the same values',
    async (path) => {
      const own = await textsIn(path);
      const english = await textsIn(path.replace(/[a-z]{2}\.ts$/, 'en.ts'));
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of own) expect(needsOf(text), key).toEqual(needsOf(english.get(key) ?? ''));
    },
  );
});

/** Attributes whose text somebody reads or hears. */
const spoken =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|label|placeholder|description|heading|legend|\w*(Label|Title|Text|Message|Heading))$/;
const isSentence = (text: string) => /^\p{Lu}?\p{Ll}*[^/]*\p{L}{2,}/u.test(text) && /\p{L}{2}/u.test(text);
/** What reads like a sentence or a title wherever it stands. */
const looksWritten = (text: string) =>
  /^\p{Lu}[\p{L}’]*[ …]/u.test(text) || /\p{L}{2,} \p{L}+ \p{L}/u.test(text);

/** Texts that stand in the code itself, with their places. */
function textsOutside(path: string): string[] {
  const source = sourceOf(path);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = writtenText(node);
    if (text !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${text.trim().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of a node that somebody reads or hears. */
function writtenText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return /\p{L}{2}/u.test(node.text) ? node.text : undefined;
  const text = literalText(node);
  if (text === undefined) return undefined;
  const isSpoken = ts.isJsxAttribute(node.parent) && spoken.test(node.parent.name.getText());
  return (isSpoken ? isSentence(text) : looksWritten(text)) ? text : undefined;
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}

/** What has not moved into catalogues yet. */
const notYet = ['web/api/', 'web/areas/', 'web/lead-query/', 'web/settings/', 'web/shell/', 'web/ui/'];

describe('texts of the app', () => {
  it('none stands in the code itself', () => {
    const code = files.filter(
      (path) =>
        path.startsWith('web/') &&
        !catalogueFiles.includes(path) &&
        !notYet.some((prefix) => path.startsWith(prefix)),
    );
    expect(code.flatMap(textsOutside)).toEqual([]);
  });
});
