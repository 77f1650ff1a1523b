import { words } from '../../../../contract/words.ts';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { explainAmount, formatAmount, parseAmount } from '../lead/deal-form/money-text.ts';
import { findDayProblem, oddDay } from '../lead/deal-form/purchase-day.ts';
import { t } from './catalogue.ts';
import type { EditableCell, HeldValue } from './cell-values.ts';

/** What is typed into a cell: its text, and a currency where there is one. */
export interface CellDraft {
  readonly text: string;
  readonly currency: string;
}

/** For the reader's numbers and days. */
export interface CellReader {
  readonly locale: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function moneyIn(held: HeldValue) {
  const [currency = '', amount = '0'] = held.split(' ');
  return { currency, amountMinor: Number(amount) };
}

/** What is wrong with what was typed; an odd day is taken once the person says so again. */
export interface DraftProblem {
  readonly problem: string;
  readonly oddDay?: string;
}

/** A value as it would be typed. */
export function draftOf(
  cell: EditableCell,
  held: HeldValue,
  likelyCurrency: string,
  { locale }: CellReader,
): CellDraft {
  if (cell !== 'dealValue') return { text: held, currency: likelyCurrency };
  if (held === '') return { text: '', currency: likelyCurrency };
  const money = moneyIn(held);
  return { text: formatAmount(money, locale), currency: money.currency };
}

/**
 * The value that was typed, or what is wrong with it.
 * @param confirmedDay an odd day that the person wants all the same
 */
export function readDraft(
  cell: EditableCell,
  { text, currency }: CellDraft,
  confirmedDay: string,
  { locale, today }: CellReader,
): { held: HeldValue } | DraftProblem {
  if (cell === 'dealValue') {
    const parsed = parseAmount(text, currency, locale);
    return 'amountMinor' in parsed
      ? { held: `${currency} ${parsed.amountMinor}` }
      : { problem: explainAmount(parsed.problem, currency, locale) };
  }
  if (cell === 'estimatedPurchase') {
    const problem = findDayProblem(text, confirmedDay, today);
    if (problem === null) return { held: text };
    const isOdd = oddDay(text, today) !== null && text >= '2000';
    return isOdd
      ? { problem: t('cellEdit.confirmDay', { day: formatDay(text, locale) }), oddDay: text }
      : { problem };
  }
  return { held: cell === 'notes' ? text.trim() : text };
}

/** A value in words. */
export function wordHeld(cell: EditableCell, held: HeldValue, locale: string | undefined): string {
  if (held === '') return cell === 'stage' ? t('cellEdit.noStage') : t('cellEdit.nothing');
  if (cell === 'dealValue') return formatMoney(moneyIn(held), locale);
  if (cell === 'estimatedPurchase') return formatDay(held, locale);
  return cell === 'stage' ? words.subStage[held as keyof typeof words.subStage] : held;
}
