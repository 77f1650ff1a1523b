import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Everything follows the direction of the language: styles say start and end, not left and right. */

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'web'], {
  encoding: 'utf8',
  cwd: root,
}).split('\n');

/** What is of the screen, not of the text; each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'web/areas/leads/list/row-menu.tsx': 'opens where the pointer is',

  'web/ui/forms/side-sheet.tsx': 'Mantine mirrors it',
  'web/shell/rail/rail.tsx': 'Mantine mirrors it',
  'web/shell/rail/rail-links.tsx': 'Mantine mirrors it',
  'web/shell/rail/rail-views.tsx': 'Mantine mirrors it',
};

const sided =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|left$|right$|border-(?:top|bottom)-(?:left|right)-radius$)/;
const shorthand =
  /^(?:margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)$/;

/** Declarations of a stylesheet that name a side of the screen. */
function sidesInStyles(css: string): string[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/([a-z-]+)\s*:\s*([^;{}]+)[;}]/g)].flatMap(([, property = '', value = '']) =>
    isSided(property, value.trim()) ? [`${property}: ${value.trim()}`] : [],
  );
}

function isSided(property: string, value: string): boolean {
  const parts = partsOf(value);
  if (sided.test(property)) return true;
  if (/^(?:text-align|float|clear)$/.test(property)) return /\b(?:left|right)\b/.test(value);
  if (shorthand.test(property)) return parts.length === 4 && parts[1] !== parts[3];
  if (property === 'border-radius') return new Set(parts).size > 1 && !isTopAndBottom(parts);
  if (property === 'box-shadow')
    return value
      .split(/,(?![^(]*\))/)
      .some((one) => isAside(partsOf(one).filter((part) => part !== 'inset')[0]));
  if (property === 'transform')
    return /translate(?:X|3d)?\(\s*-?[\d.]*[1-9]/.test(value) && !value.includes('--ll-forward');
  return false;
}

/** The values of a list, with what is in brackets as one. */
const partsOf = (value: string) => value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
const isTopAndBottom = (parts: readonly string[]) =>
  parts.length === 4 && parts[0] === parts[1] && parts[2] === parts[3];
const isAside = (offset = '0') => /^-?[\d.]*[1-9]/.test(offset);

const sidedCode =
  /\b(?:marginLeft|marginRight|paddingLeft|paddingRight|borderLeft|borderRight)\b|\b(?:ml|mr|pl|pr)=|\b(?:left|right): (?:`|'\d|\d|at\.|anchor)|\btextAlign: '(?:left|right)'|\bta="(?:left|right)"|\bposition="(?:left|right)|\bstyle=\{\{[^}]*\b(?:left|right)\b/;

describe('styles', () => {
  it('say start and end, so that they follow the direction of the language', () => {
    const found = files
      .filter((path) => path.endsWith('.css'))
      .flatMap((path) =>
        sidesInStyles(readFileSync(join(root, path), 'utf8')).map((one) => `${path} ${one}`),
      );
    expect(found).toEqual([]);
  });

  it.each([
    'margin-left: 1rem',
    'border-right: 1px solid red',
    'left: 50%',
    'padding: 0 1rem 0 2rem',
    'inset: 0 auto 0 1px',
    'text-align: right',
    'border-radius: 0 3px 3px 0',
    'border-top-left-radius: 3px',
    'box-shadow: 0 0 1px red, inset 3px 0 red',
    'transform: translateX(-1.5rem)',
  ])('%s names a side', (declaration) => {
    expect(sidesInStyles(`.a { color: red; ${declaration}; }`)).toEqual([declaration]);
  });

  it.each([
    'margin-inline-start: 1rem',
    'padding: 0 1rem',
    'padding: 1rem 2rem 0',
    'padding: 1rem 2rem 0 2rem',
    'inset: 0',
    'border-radius: 3px 3px 0 0',
    'box-shadow: 0 0 0 3px var(--ll-surface)',
    'box-shadow: inset calc(3px * var(--ll-forward)) 0 red',
    'transform: translateY(-50%)',
    'text-align: end',
  ])('%s follows the direction', (declaration) => {
    expect(sidesInStyles(`.a { color: red; ${declaration}; }`)).toEqual([]);
  });

  it('of elements say start and end as well, except what is of the screen', () => {
    const named = files
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .filter((path) => sidedCode.test(readFileSync(join(root, path), 'utf8')));
    expect(named.sort()).toEqual(Object.keys(exceptions).sort());
  });
});

describe('keys and icons', () => {
  const code = files.filter((path) => path.endsWith('.tsx') || path.endsWith('.ts'));

  it('that point somewhere are read in one place', () => {
    const asks = code.filter(
      (path) =>
        !path.includes('.test.') &&
        /'Arrow(?:Left|Right)'|Arrow(?:Left|Right):/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(asks).toEqual(['web/ui/direction.ts']);
  });

  it('mirror what points along the line', () => {
    const pointing = /<Icon(?:Chevron|Arrow|Caret)\w*(?:Left|Right)\b(?![^>]*ll-mirrored)/;
    expect(code.filter((path) => pointing.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
