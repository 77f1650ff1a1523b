import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Regular expressions read what customers, partners and marketplaces send, and one whose time grows faster than its
 * input can stop the process for everyone. So every expression in the code is analyzed, and tried on long input made of
 * its own characters.
 */

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const paths = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'contract', 'server', 'web'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path));

interface File {
  readonly path: string;
  readonly literals: Expression[];
  /** Makes expressions out of strings while it is loaded. */
  readonly makesSome: boolean;
  /** Where it makes expressions later, which nobody can check. */
  readonly madeLater: string[];
}

function read(path: string): File {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const file = { path, literals: [] as Expression[], makesSome: false, madeLater: [] as string[] };
  const loading = calledWhileLoading(source);
  const visit = (node: ts.Node, later: boolean): void => {
    const where = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      file.literals.push({ where, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if (isNamed(node, 'RegExp')) {
      file.makesSome = true;
      if (later) file.madeLater.push(where);
    }
    const isLater = later || (isDeferred(node) && !loading.has(nameOf(node)));
    ts.forEachChild(node, (child) => visit(child, isLater));
  };
  visit(source, false);
  return file;
}

/** `new RegExp(…)` and `RegExp(…)`. */
function isNamed(node: ts.Node, name: string): boolean {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === name;
}

/** The functions of a file that are called only while it is loaded. */
function calledWhileLoading(source: ts.SourceFile): ReadonlySet<string> {
  const early = new Set<string>();
  const late = new Set<string>();
  const visit = (node: ts.Node, later: boolean): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      (later ? late : early).add(node.expression.text);
    if (
      ts.isFunctionDeclaration(node) &&
      node.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
    )
      late.add(nameOf(node));
    ts.forEachChild(node, (child) => visit(child, later || isDeferred(node)));
  };
  visit(source, false);
  return new Set([...early].filter((name) => !late.has(name)));
}

/** A function that is called by its name later; the ones passed to `map` and the like run immediately. */
function isDeferred(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && !ts.isCallExpression(node.parent);
}

function nameOf(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? '';
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '';
}

/** The expressions that files make out of strings while they are loaded. */
async function listMade(files: readonly File[]): Promise<Expression[]> {
  const made: Expression[] = [];
  const Original = globalThis.RegExp;
  for (const { path } of files) {
    // What its libraries make is theirs, and made by then.
    await import(/* @vite-ignore */ pathToFileURL(path).href);
    globalThis.RegExp = class extends Original {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags);
        made.push({ where: path, source: this.source, flags: this.flags });
      }
    } as RegExpConstructor;
    try {
      await import(/* @vite-ignore */ `${pathToFileURL(path).href}?made`);
    } finally {
      globalThis.RegExp = Original;
    }
  }
  return made;
}

/** What a source character may match, and what people and machines send endlessly. */
const fixedPumps = [
  'a',
  '0',
  ' ',
  '\n',
  '\t',
  '"',
  "'",
  '-',
  '+',
  '.',
  ',',
  '@',
  '/',
  '<',
  '=',
  ';',
  'ä',
  'a.',
  'a ',
  '-a',
  '\r\n',
  'aA0',
];

function pumpsOf(source: string): string[] {
  const own = [...new Set(source.replace(/\\[a-zA-Z]|[\\^$*+?()[\]{}|]/g, ''))].slice(0, 24);
  return [...new Set([...fixedPumps, ...own])];
}

const repeats = 20_000;
/** Linear work takes a millisecond or less; quadratic work far exceeds this, on any machine. */
const timeoutMilliseconds = 4000;

/** The first input on which the expression does not finish; undefined: it always does. */
function findHang({ source, flags }: Expression): string | undefined {
  const context = vm.createContext({ inputs: [] as string[] });
  const script = new vm.Script(
    `{ const tried = new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)}); for (const input of inputs) { tried.lastIndex = 0; tried.test(input); } }`,
  );
  const hangs = (inputs: string[]) => {
    context.inputs = inputs;
    try {
      script.runInContext(context, { timeout: timeoutMilliseconds });
      return false;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return true;
    }
  };
  return pumpsOf(source).find((pump) =>
    hangs([`${pump.repeat(repeats)}\u0000`, `x${pump.repeat(repeats)}\u0000`]),
  );
}

function faultsOf(expression: Expression): string[] {
  const { where, source, flags } = expression;
  const { reports } = analyse({ source, flags });
  const hang = reports.length === 0 ? findHang(expression) : undefined;
  return [
    ...reports.map(
      ({ type, exponential }) =>
        `${where} /${source}/${flags} ${exponential ? 'exponential' : 'polynomial'} (${type})`,
    ),
    ...(hang === undefined
      ? []
      : [`${where} /${source}/${flags} does not end on many ${JSON.stringify(hang)}`]),
  ];
}

const files = paths.map(read);
const literals = new Map(
  files.flatMap((file) => file.literals).map((one) => [`/${one.source}/${one.flags}`, one] as const),
);

describe('regular expressions', () => {
  it.each([
    ['(a+)+$', ''],
    ['([;\\t\\r\\n]["\\s]*)(?=[=+\\-@])', 'g'],
    ['\\s+$', ''],
    ['\\/+$', ''],
    ['^\\S+@\\S+\\.\\S+$', 'u'],
    ['^(a|aa)+$', ''],
  ])('of which some input takes time beyond its length are noticed: /%s/%s', (source, flags) => {
    expect(faultsOf({ where: 'here', source, flags }).length).toBeGreaterThan(0);
  });

  it('can be looked at: none is made out of strings while requests are served', () => {
    expect(files.flatMap((file) => file.madeLater)).toEqual([]);
  });

  it('take time in proportion to their input, whatever that is', async () => {
    const made = await listMade(files.filter((file) => file.makesSome));
    expect(literals.size).toBeGreaterThan(150);
    expect(made.length).toBeGreaterThan(0);
    expect([...literals.values(), ...made].flatMap(faultsOf)).toEqual([]);
  }, 300_000);
});
