import type { Me } from '../../../../contract/identity/identity.ts';
import { appLanguage, fallbackLanguage, type Language } from '../../../../contract/languages/languages.ts';
import { languages } from '../../../../contract/languages/lists.ts';
import {
  type CsvSeparator,
  csvSeparators,
  type ExportFormat,
  exportFormats,
} from '../../../../contract/leads/lists.ts';
import { personalKey, recall, remember } from '../../../api/remembered.ts';

/** The columns of a file: those of the table in its order, or all. */
export const columnChoices = ['shown', 'all'] as const;

/** How somebody exports. */
export interface ExportChoice {
  readonly format: ExportFormat;
  /** undefined: the one that spreadsheets in the person's language expect. */
  readonly separator: CsvSeparator | undefined;
  readonly columns: (typeof columnChoices)[number];
  /** undefined: the one that the person reads. */
  readonly language: Language | undefined;
}

/** What spreadsheets of a language expect: where the comma is the decimal mark, it cannot separate cells. */
export function usualSeparator(locale: string): CsvSeparator {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? 'semicolon' : 'comma';
}

/** The language of a file unless told: that of the app. */
export const usualLanguage: Language = languages.find((one) => one === appLanguage) ?? fallbackLanguage;

/** What the person chose last in this browser. */
export function recallChoice(me: Me): ExportChoice {
  const stored = recall(personalKey(me, 'export'));
  const kept: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  return {
    format: exportFormats.find((one) => one === kept.format) ?? 'xlsx',
    separator: csvSeparators.find((one) => one === kept.separator),
    columns: columnChoices.find((one) => one === kept.columns) ?? 'all',
    language: languages.find((one) => one === kept.language),
  };
}

/** Remembers it for the next time. */
export function rememberChoice(me: Me, choice: ExportChoice): void {
  remember(personalKey(me, 'export'), choice);
}
