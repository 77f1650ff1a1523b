import type { ExportHeader } from '../../../../contract/leads/lead-fields.ts';
import { exportWordsInAll } from '../../leads/index.ts';
import { foldWord } from './values.rules.ts';

/** The values that the words in a column of our own exports stand for, in every language; the words are folded (EX-2). */
export function valuesOfExported(header: ExportHeader): ReadonlyMap<string, string> {
  return new Map(
    exportWordsInAll().flatMap(({ values }) =>
      Object.entries(values[header] ?? {}).map(([value, word]) => [foldWord(word), value] as const),
    ),
  );
}
