import { mostSharedCharacters } from '../table/limits.ts';
import { TableError } from '../table/table-error.ts';
import { type DateSystem, isDateFormat } from './numbers.ts';
import type { Package } from './open-package.ts';
import { readAllXml } from './read-xml.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly dateSystem: DateSystem;
  /** Which cell styles show dates, by their index. */
  readonly dateStyles: readonly boolean[];
  readonly externalLinks: boolean;
}

/** @throws TableError macros, damaged, no-table when it is another kind of package */
export async function readWorkbook(parts: Package): Promise<Workbook> {
  const names = parts.names();
  if (names.some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) throw new TableError('macros');
  if (!parts.has('xl/workbook.xml')) throw new TableError('no-table');
  const targets = await readTargets(parts);
  const { sheets, dateSystem } = await readSheetList(parts, targets);
  return {
    sheets,
    dateSystem,
    dateStyles: await readDateStyles(parts),
    externalLinks: names.some((name) => name.startsWith('xl/externalLinks/')),
  };
}

/** Where each relation of the workbook leads. */
async function readTargets(parts: Package): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readAllXml(parts.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id: id = '', Target: target = '', TargetMode: mode }) => {
      if (name === 'Relationship' && mode !== 'External')
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** The sheets that are shown, in their order. */
async function readSheetList(parts: Package, targets: ReadonlyMap<string, string>) {
  const sheets: { name: string; part: string }[] = [];
  let dateSystem: DateSystem = 1900;
  await readAllXml(parts.read('xl/workbook.xml'), {
    open: (tag, { name = '', id = '', state, date1904 }) => {
      if (tag === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) dateSystem = 1904;
      const part = targets.get(id);
      if (tag === 'sheet' && part !== undefined && state !== 'hidden' && state !== 'veryHidden')
        sheets.push({ name, part });
    },
  });
  return { sheets: sheets.filter(({ part }) => parts.has(part)), dateSystem };
}

async function readDateStyles(parts: Package): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await readAllXml(parts.read('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(numFmtId ?? 0);
        styles.push(isDateFormat(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/**
 * The texts that cells name by their number.
 * @throws TableError too-much-text
 */
export async function readSharedTexts(parts: Package): Promise<string[]> {
  const texts: string[] = [];
  let [current, characters] = ['', 0];
  let [inText, inPhonetic] = [false, false];
  await readAllXml(parts.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name !== 'si') return;
      characters += current.length;
      if (characters > mostSharedCharacters) throw new TableError('too-much-text');
      texts.push(unescapeText(current));
    },
  });
  return texts;
}

/** Workbooks write control characters as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
