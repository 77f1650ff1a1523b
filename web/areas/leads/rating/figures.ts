import { t } from './catalogue.ts';

/** A share as a percentage; small ones with one decimal. */
export function wordShare(share: number, locale: string | undefined): string {
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** A distance between two shares in percentage points: 0.034 is “3.4 points”. */
export function wordPoints(difference: number, locale: string | undefined): string {
  const points = Math.round(difference * 1000) / 10;
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(points);
  return t('metrics.points', { count: points, shown });
}

/** A score between 0 and 1, always with the same number of digits, so that figures line up for comparison. */
export function wordScore(score: number, locale: string | undefined, digits: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(score);
}

/** How much a feature typically changes the odds, as a factor: log-odds of 0.7 are “× 2.01”. */
export function wordFactor(logOdds: number, locale: string | undefined): string {
  return `× ${wordScore(Math.exp(logOdds), locale, 2)}`;
}
