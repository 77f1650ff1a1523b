import type { LeadImport } from '../../../contract/imports/imports.ts';
import { formatNumber } from '../../ui/format.ts';
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
