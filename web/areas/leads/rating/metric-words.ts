import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { t } from './catalogue.ts';
import { wordPoints, wordScore, wordShare } from './figures.ts';
import { calibrationErrorByLuck } from './reliability.ts';

/** Metrics on leads that the model has not seen. */
export type HeldOutMetrics = NonNullable<ModelCard['metrics']>;
export type Verdict = 'good' | 'fair' | 'weak';

/** A figure explained in plain words. */
export interface MetricWords {
  /** The question that it answers. */
  title: string;
  /** The technical term. */
  name: string;
  value: string;
  /** null: not measurable. */
  verdict: Verdict | null;
  /** What it means, and which values are good. */
  meaning: string;
  /** The baseline to beat. */
  compared: string;
}

/** The four figures of the card, each with a verdict and two sentences (LQ-3). */
export function wordMetrics(metrics: HeldOutMetrics, locale: string | undefined): MetricWords[] {
  return [
    wordRocAuc(metrics, locale),
    wordPrAuc(metrics, locale),
    wordBrier(metrics, locale),
    wordCalibration(metrics, locale),
  ];
}

function wordRocAuc({ rocAuc }: HeldOutMetrics, locale: string | undefined): MetricWords {
  return {
    title: t('metrics.rocAuc.title'),
    name: t('metrics.rocAuc.name'),
    value: rocAuc === null ? '–' : wordScore(rocAuc, locale, 2),
    verdict: rocAuc === null ? null : judge(rocAuc, 0.7, 0.6),
    meaning: t('metrics.rocAuc.meaning', {
      always: wordScore(1, locale, 0),
      good: wordScore(0.7, locale, 1),
    }),
    compared:
      rocAuc === null
        ? t('metrics.onlyOneKind')
        : t('metrics.rocAuc.compared', { count: `${Math.round(rocAuc * 100)}` }),
  };
}

function wordPrAuc({ prAuc, positives, rows }: HeldOutMetrics, locale: string | undefined): MetricWords {
  const baseRate = rows > 0 ? positives / rows : 0;
  return {
    title: t('metrics.prAuc.title'),
    name: t('metrics.prAuc.name'),
    value: prAuc === null ? '–' : wordScore(prAuc, locale, 2),
    verdict: prAuc === null ? null : judgeLift(prAuc, baseRate),
    meaning: t('metrics.prAuc.meaning'),
    compared:
      prAuc === null
        ? t('metrics.onlyOneKind')
        : t('metrics.prAuc.compared', { baseRate: wordScore(baseRate, locale, 2) }),
  };
}

/** A share of one half cannot triple, so the gain relative to what is possible counts as well. */
function judgeLift(prAuc: number, baseRate: number): Verdict {
  const lift = baseRate > 0 ? prAuc / baseRate : 0;
  const gain = baseRate < 1 ? (prAuc - baseRate) / (1 - baseRate) : 0;
  if (lift >= 1.5 || gain >= 0.25) return 'good';
  return lift >= 1.15 || gain >= 0.1 ? 'fair' : 'weak';
}

function wordBrier(metrics: HeldOutMetrics, locale: string | undefined): MetricWords {
  const { brier, brierOfBaseRate, positives, rows } = metrics;
  const better = brierOfBaseRate > 0 ? 1 - brier / brierOfBaseRate : 0;
  const share = wordShare(rows > 0 ? positives / rows : 0, locale);
  return {
    title: t('metrics.brier.title'),
    name: t('metrics.brier.name'),
    value: wordScore(brier, locale, 3),
    verdict: judge(better, 0.1, 0.01),
    meaning: t('metrics.brier.meaning'),
    compared: t('metrics.brier.compared', {
      share,
      score: wordScore(brierOfBaseRate, locale, 3),
      size: wordShare(Math.abs(better), locale),
      isBetter: better > 0 ? 'yes' : 'no',
    }),
  };
}

function wordCalibration(metrics: HeldOutMetrics, locale: string | undefined): MetricWords {
  const error = metrics.expectedCalibrationError;
  const luck = calibrationErrorByLuck(metrics.reliability);
  return {
    title: t('metrics.calibration.title'),
    name: t('metrics.calibration.name'),
    value: wordPoints(error, locale),
    verdict: judge(-error, -Math.max(0.05, luck), -Math.max(0.1, 1.5 * luck)),
    meaning: t('metrics.calibration.meaning'),
    compared: t('metrics.calibration.compared', { points: wordPoints(luck, locale) }),
  };
}

function judge(value: number, good: number, fair: number): Verdict {
  if (value >= good) return 'good';
  return value >= fair ? 'fair' : 'weak';
}

/** With fewer leads of a kind than this, the next hundred could change any of the figures a lot. */
const enoughOfEach = 50;

/** A warning when the figures are based on few leads; null when they are not. */
export function cautionAbout({ rows, positives }: Pick<HeldOutMetrics, 'rows' | 'positives'>): string | null {
  const notWon = rows - positives;
  if (Math.min(positives, notWon) >= enoughOfEach) return null;
  const kind = positives <= notWon ? 'won' : 'notWon';
  return t('metrics.caution', { count: `${Math.min(positives, notWon)}`, kind });
}
