import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../contract/catalogue.ts';
import { needsOf, textsOfCatalogue } from '../scripts/languages.ts';

/** Every text that people read in the app is in a catalogue, and every text in a catalogue is read somewhere. */

const root = join(import.meta.dirname, '..');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'contract', 'server', 'web'],
  { encoding: 'utf8', cwd: root },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path));
const catalogueFiles = files.filter((path) => path.endsWith('/catalogue.en.ts'));
/** Words of closed lists: read by the value that they are the word for, and never with values. */
const wordFiles = [
  'contract/words',
  'contract/leads/field-words',
  'contract/identity/role-words',
  'contract/link-life',
  'server/areas/leads/list/export-words',
].map((folder) => `${folder}/catalogue.en.ts`);

/** Does the work once for each path. */
function oncePerPath<Result>(work: (path: string) => Result): (path: string) => Result {
  const done = new Map<string, Result>();
  return (path) => {
    const result = done.get(path) ?? work(path);
    done.set(path, result);
    return result;
  };
}

const codeOf = oncePerPath((path) => readFileSync(join(root, path), 'utf8'));
const sourceOf = oncePerPath((path) => ts.createSourceFile(path, codeOf(path), ts.ScriptTarget.Latest, true));

/** The texts of a catalogue file, by key. */
async function textsIn(path: string): Promise<Map<string, string>> {
  const module: Record<string, Catalogue> = await import(join(root, path));
  return new Map(Object.values(module).flatMap((group) => [...textsOfCatalogue(group)]));
}

/** Keys named in a file: whole ones, and the parts of a template around what it inserts. */
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

const keysOf = oncePerPath(keysNamedIn);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Files that may read a catalogue: those in its folder and below, and those that import its reader. */
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

/** Sentences that are recognized by their English; a test beside them knows who writes each. */
const storedFile = 'server/areas/leads/stored-texts/catalogue.en.ts';
/** The texts of pages and other files, which name them; `language` and `direction` are said besides. */
const pageFiles: Readonly<Record<string, readonly string[]>> = {
  'web/page/catalogue.en.ts': ['web/index.html'],
  'web/installed/catalogue.en.ts': ['web/public/offline.html', 'web/public/manifest.webmanifest'],
};

describe('catalogues', () => {
  it('there are some', () => {
    expect(catalogueFiles.length).toBeGreaterThan(0);
  });

  it.each(
    catalogueFiles.filter((path) => !wordFiles.includes(path) && !(path in pageFiles) && path !== storedFile),
  )('%s: every text is read somewhere', async (path) => {
    const named = readersOf(path).map(keysOf);
    const isRead = (key: string) =>
      named.some(({ whole, patterns }) => whole.has(key) || patterns.some((pattern) => pattern.test(key)));
    expect([...(await textsIn(path)).keys()].filter((key) => !isRead(key))).toEqual([]);
  });

  it.each(Object.entries(pageFiles))('%s: its files name every text', async (catalogue, pages) => {
    const written = pages.map((path) => readFileSync(join(root, path), 'utf8')).join('');
    const named = new Set([...written.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
    for (const said of ['language', 'direction']) named.delete(said);
    expect([...named].sort()).toEqual([...(await textsIn(catalogue)).keys()].sort());
  });

  it.each(wordFiles)('%s: its words need no values', async (path) => {
    const texts = await textsIn(path);
    expect(texts.size).toBeGreaterThan(1);
    for (const [key, text] of texts) expect(needsOf(text), `${key}: ${text}`).toEqual([]);
  });

  it('are named by their folder where they are read in several languages', () => {
    const namings = files.flatMap((path) =>
      [...codeOf(path).matchAll(/(?:\b(?:sentencesOf|textsIn)\(|^ {2}folder: )'([^']+)'/gm)].map(
        ([, folder = '']) => ({ path, folder }),
      ),
    );
    expect(namings.length).toBeGreaterThan(30);
    const isOwn = ({ path, folder }: (typeof namings)[number]) =>
      catalogueFiles.includes(`${folder}/catalogue.en.ts`) &&
      (dirname(path) === folder || wordFiles.includes(`${folder}/catalogue.en.ts`));
    expect(namings.filter((one) => !isOwn(one))).toEqual([]);
  });
});

/** Texts of the app that several folders share: names of fields, and what `web/ui/words` holds. */
const sharedCatalogue = 'web/ui/words/catalogue.en.ts';
/** Names of keys are nobody else’s words: the key “Home” is not the page. */
const keyCatalogue = 'web/ui/key-names/catalogue.en.ts';
/** Texts that are equal to a shared one by chance, and would be another word in another language. */
const equalByChance = new Set([
  'web/areas/leads/bulk/catalogue.en.ts title.report-spam', // the title of a dialog, one for each action
  'web/areas/identity/catalogue.en.ts access.account.email', // what a person changed
  'web/areas/identity/catalogue.en.ts accessLog.leads', // the leads that were looked at
  'web/areas/leads/lead/catalogue.en.ts actions.email', // what to do: write to the customer
  'web/areas/leads/lead/dialogs/catalogue.en.ts changedField.crmId', // inside a sentence
  'web/areas/leads/rating/catalogue.en.ts reliability.table.leads', // how many
  'web/areas/mail/catalogue.en.ts mail.title', // a message that was sent
  'web/areas/mail/catalogue.en.ts templates.languages', // that of the template
  'web/areas/messages/action-center/catalogue.en.ts announcing.text', // what an announcement says
]);
/** A text that means the same in so many catalogues is shared. */
const mostRepeats = 2;

/** Texts that say again what is shared, or that stand in too many catalogues; each with its place. */
function repeatsIn(
  catalogues: ReadonlyMap<string, ReadonlyMap<string, string>>,
  shared: ReadonlySet<string>,
) {
  const places = new Map<string, Set<string>>();
  for (const [path, texts] of catalogues)
    for (const text of texts.values()) places.set(text, (places.get(text) ?? new Set()).add(path));
  return [...catalogues].flatMap(([path, texts]) =>
    [...texts]
      .filter(([key]) => !equalByChance.has(`${path} ${key}`))
      .filter(([, text]) => shared.has(text) || (places.get(text)?.size ?? 0) > mostRepeats)
      .map(([key, text]) => `${path} ${key}: ${text}`),
  );
}

describe('texts that several folders say', () => {
  const inTheApp = catalogueFiles.filter(
    (path) =>
      path.startsWith('web/') && ![sharedCatalogue, keyCatalogue].includes(path) && !(path in pageFiles),
  );

  it('stand once: none repeats a shared one, and none is in three catalogues', async () => {
    const catalogues = new Map(
      await Promise.all(inTheApp.map(async (path) => [path, await textsIn(path)] as const)),
    );
    const shared = new Set([
      ...(await textsIn(sharedCatalogue)).values(),
      ...(await textsIn('contract/leads/field-words/catalogue.en.ts')).values(),
    ]);
    expect(repeatsIn(catalogues, shared)).toEqual([]);
    for (const chance of equalByChance) {
      const [path = '', key = ''] = chance.split(' ');
      expect(shared, `${chance} is equal to nothing that is shared`).toContain(
        catalogues.get(path)?.get(key),
      );
    }
  });

  it('fails on a text that repeats a shared one, and on one in three catalogues', () => {
    const said = new Map([
      ['a', new Map([['button', 'Cancel']])],
      ['b', new Map([['title', 'Harvest']])],
      ['c', new Map([['title', 'Harvest']])],
    ]);
    expect(repeatsIn(said, new Set(['Cancel']))).toEqual(['a button: Cancel']);
    expect(repeatsIn(said, new Set())).toEqual([]);
    const third = new Map([...said, ['d', new Map([['name', 'Harvest']])]]);
    expect(repeatsIn(third, new Set())).toEqual(['b title: Harvest', 'c title: Harvest', 'd name: Harvest']);
  });
});

/** Attributes whose text people read or hear. */
const spoken =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|label|placeholder|description|heading|legend|\w*(Label|Title|Text|Message|Heading))$/;
const isSentence = (text: string) => /^\p{Lu}?\p{Ll}*[^/]*\p{L}{2,}/u.test(text) && /\p{L}{2}/u.test(text);
/** What reads like a sentence or a title wherever it appears; the name of an endpoint does not. */
const looksWritten = (text: string) =>
  !/^[A-Z]+ \/api\//.test(text) &&
  /\p{Ll}/u.test(text) &&
  (/^\p{Lu}[\p{L}’]*[ …]/u.test(text) || /\p{L}{2,} \p{L}+ \p{L}/u.test(text));

/** Texts in the code itself, with their places. */
function textsOutside(path: string): string[] {
  const source = sourceOf(path);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForDevelopers(node)) return;
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

/** What only developers read: what is thrown, also as the message that an error is made with. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return node.expression.kind === ts.SyntaxKind.SuperKeyword;
  return ts.isThrowStatement(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node);
}

/** The text of a node that people read or hear. */
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

/** Names as the world has them, in files that hold nothing else: programs, and cities to find a time zone by. */
const names = ['web/areas/identity/device-names.ts', 'web/ui/time-zone/zone-cities.ts'];

describe('texts of the app', () => {
  it('none stands in the code itself', () => {
    const code = files.filter(
      (path) => path.startsWith('web/') && !catalogueFiles.includes(path) && !names.includes(path),
    );
    expect(code.flatMap(textsOutside)).toEqual([]);
  });
});

/** What makes an error, or a sentence for one. */
const refuses = new Set(['AppError', 'notFound', 'wrongValue', 'sentence', 'listOf', 'oneOf']);
const mayRefuse = /\b(AppError|notFound|wrongValue|sentence|listOf|oneOf|sentencesOf)\(/;

/** Sentences that stand where something is refused, with their places; the compiler takes them as values only. */
function sentencesOutside(path: string): string[] {
  const source = sourceOf(path);
  const found: string[] = [];
  const visit = (node: ts.Node, isRefusal: boolean): void => {
    const name = calledName(node);
    const says = isRefusal || (name !== undefined && refuses.has(name));
    const text = says ? (literalText(node) ?? '') : '';
    const makesOwn = name === 'sentencesOf' && ts.isCallExpression(node) && hasText(node.arguments[1]);
    if (/\p{L} \p{L}/u.test(text) || makesOwn) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${node.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, (child) => visit(child, says));
  };
  visit(source, false);
  return found;
}

/** Whether texts are written into what stands for a catalogue. */
const hasText = (node: ts.Node | undefined): boolean =>
  node !== undefined && (literalText(node) !== undefined || (ts.forEachChild(node, hasText) ?? false));

function calledName(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  return ts.isIdentifier(node.expression) ? node.expression.text : undefined;
}

describe('what the server refuses', () => {
  it('is said by catalogues alone, so that it can be said in another language', () => {
    const code = files.filter((path) => path.startsWith('server/') && mayRefuse.test(codeOf(path)));
    expect(code.flatMap(sentencesOutside)).toEqual([]);
  });
});

/** What describes the API to programmers, and never becomes a message. */
const describes = new Set(['describe', 'meta']);

/** Messages of schemas that stand in the code: only `said(…)` leads back to a sentence. */
function messagesOutside(path: string): string[] {
  const source = sourceOf(path);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (/\p{L} \p{L}/u.test(literalText(node) ?? '') && isMessage(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1} ${node.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** True for what is passed to a method of a schema, and for its messages and errors. */
function isMessage(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return /^(message|error)$/.test(parent.name.getText());
  if (ts.isArrowFunction(parent) || ts.isConditionalExpression(parent)) return isMessage(parent);
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false;
  return !describes.has(parent.expression.name.text);
}

describe('what schemas say', () => {
  it('is said by the catalogue of faults alone', () => {
    const code = files.filter((path) => path.startsWith('contract/') && !catalogueFiles.includes(path));
    expect(code.flatMap(messagesOutside)).toEqual([]);
  });
});
