import type { ImportField } from '../../../contract/imports/import-fields.ts';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { words } from '../../../contract/words.ts';
import { formatCountry, formatNumber } from '../../ui/format.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** What became of an import, in a line. */
export function wordResult({ state, summary, written, undone }: LeadImport, locale: string): string {
  const shown = (count: number) => formatNumber(count, locale);
  if (undone)
    return t('result.undone', {
      removed: shown(undone.removed),
      restored: shown(undone.restored),
      kept: shown(undone.kept),
    });
  const reject = shown(summary.reject);
  if (state === 'checking' || state === 'ready')
    return t('result.found', { create: shown(summary.create), update: shown(summary.update), reject });
  return t('result.written', { created: shown(written.created), updated: shown(written.updated), reject });
}

/** How many rows an import has to write, and how many of them it has come to. */
export function progressOf({ state, summary, written, undone }: LeadImport): { done: number; all: number } {
  if (state === 'undoing' && undone)
    return {
      done: undone.removed + undone.restored + undone.kept,
      all: written.created + written.updated,
    };
  return { done: written.created + written.updated + written.left, all: summary.create + summary.update };
}

/** What the values of closed lists are called, by the field that they fill. */
const listWords: Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>> = {
  Status: words.status,
  Outcome: words.status,
  LeadType: words.leadType,
  Qualification: words.qualification,
  CallToAction: words.callToAction,
  DeclineReason: words.declineReason,
  LostReason: words.lostReason,
  ErrorReason: words.errorReason,
  Stage: words.stage,
  Test: { true: shared('yes'), false: shared('no') },
  DoNotContact: { true: shared('yes'), false: shared('no') },
};

/** What a word in a file may mean, as people call it; a currency is called by its code. */
export function wordMeaning(field: ImportField, value: string, locale: string): string {
  return field === 'Country' ? formatCountry(value, locale) : (listWords[field]?.[value] ?? value);
}
