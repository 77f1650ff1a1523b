import type { DaysName } from '../../../../contract/leads/lead-filters.ts';
import { readRelativeDay, relativeDay } from '../../../../contract/leads/relative-days.ts';
import { formatDay } from '../../../ui/index.ts';
import { t } from './catalogue.ts';

/** A span of days around today: how many days after it both ends are; null: it has no beginning. */
type Span = readonly [from: number | null, to: number];

const past: readonly Span[] = [
  [0, 0],
  [-1, -1],
  [-6, 0],
  [-29, 0],
];
const toCome: readonly Span[] = [
  [0, 6],
  [0, 29],
  [0, 89],
];

/** What is overdue, today's, and of the next days. */
const due: readonly Span[] = [
  [null, -1],
  [0, 0],
  [0, 6],
];
const spans: Readonly<Partial<Record<DaysName, readonly Span[]>>> = {
  estimatedPurchase: toCome,
  nextStep: due,
};

/** The spans that a filter offers to choose: those in which there can be leads. */
export const quickSpans = (name: DaysName): readonly Span[] => spans[name] ?? past;

/** Both ends of a span as the address and the API have them. */
export const boundsOfSpan = ([from, to]: Span) =>
  [from === null ? '' : relativeDay(from), relativeDay(to)] as const;

/** A day in words: "Nov 1, 2026", or where it moves with the calendar: "yesterday", "in 30 days". */
export function dayWords(day: string, locale?: string): string {
  const offset = readRelativeDay(day);
  if (offset === undefined) return formatDay(day, locale);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(offset, 'day');
}

/** The words for a span that begins or ends today, such as "last 7 days"; undefined for any other. */
export function spanWords(from: string | undefined, to: string | undefined): string | undefined {
  const [first, last] = [from, to].map((bound) => (bound === undefined ? undefined : readRelativeDay(bound)));
  if (first === undefined || last === undefined || first === last) return undefined;
  if (last === 0) return t('range.last', { count: 1 - first });
  return first === 0 ? t('range.next', { count: last + 1 }) : undefined;
}
