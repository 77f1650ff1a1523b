import type { ImportField } from '../../../../contract/imports/import-fields.ts';
import { foldWord } from './values.rules.ts';

/** For each field, the value that a folded word means; empty: the cell is left out. */
export type Meanings = Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>>;

/** What somebody said that a word means, in any spelling; undefined: nothing. */
export function meaningOf(meanings: Meanings, field: ImportField, text: string): string | undefined {
  const said = meanings[field];
  if (!said) return undefined;
  const word = foldWord(text);
  return Object.hasOwn(said, word) ? said[word] : undefined;
}
