import type { ModelCard } from '../../../contract/quality.ts';
import { wordPoints, wordScore, wordShare } from './figures.ts';
import { calibrationErrorByLuck } from './reliability.ts';

/** Metrics of leads that the model has not seen. */
export type HeldOutMetrics = NonNullable<ModelCard['metrics']>;
export type Verdict = 'good' | 'fair' | 'weak';

/** A figure with what it means, in plain words. */
export interface MetricWords {
  /** The question that it answers. */
  title: string;
  /** What the field calls it. */
  name: string;
  value: string;
  /** null: it could not be measured. */
  verdict: Verdict | null;
  /** What it means, and what is good. */
  meaning: string;
  /** Against what must be beaten. */
  compared: string;
}

const onlyOneKind = 'Not measurable: all of these leads ended alike.';

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
    title: 'Does it tell good leads from others?',
    name: 'ROC AUC',
    value: rocAuc === null ? '–' : wordScore(rocAuc, locale, 2),
    verdict: rocAuc === null ? null : judge(rocAuc, 0.7, 0.6),
    meaning: `How often a lead that was won stood above one that was not: ${wordScore(1, locale, 0)} is always, and ${wordScore(0.7, locale, 1)} or more is good for leads.`,
    compared:
      rocAuc === null
        ? onlyOneKind
        : `It put ${Math.round(rocAuc * 100)} of 100 such pairs in the right order; a coin does so with 50.`,
  };
}

function wordPrAuc({ prAuc, positives, rows }: HeldOutMetrics, locale: string | undefined): MetricWords {
  const baseRate = rows > 0 ? positives / rows : 0;
  return {
    title: 'Are the leads at the top worth it?',
    name: 'PR AUC',
    value: prAuc === null ? '–' : wordScore(prAuc, locale, 2),
    verdict: prAuc === null ? null : judgeLift(prAuc, baseRate),
    meaning:
      'The share won among the leads at the top, averaged over all that were won: the farther above the share won among all, the better.',
    compared:
      prAuc === null
        ? onlyOneKind
        : `Working through the leads in no order would give ${wordScore(baseRate, locale, 2)}, the share won among all.`,
  };
}

/** A share of a half cannot become three times as much, so the part of what could be gained counts as well. */
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
  const size = wordShare(Math.abs(better), locale);
  const than = better > 0 ? `${size} better` : `${size} worse: nothing is gained`;
  return {
    title: 'Is it better than always saying the same?',
    name: 'Brier score',
    value: wordScore(brier, locale, 3),
    verdict: judge(better, 0.1, 0.01),
    meaning: 'How far the chances were from what happened, squared: 0 is perfect, and less is better.',
    compared: `To say ${share} of every lead would give ${wordScore(brierOfBaseRate, locale, 3)}; this is ${than}.`,
  };
}

function wordCalibration(metrics: HeldOutMetrics, locale: string | undefined): MetricWords {
  const error = metrics.expectedCalibrationError;
  const luck = calibrationErrorByLuck(metrics.reliability);
  return {
    title: 'Do the chances come true?',
    name: 'Calibration error',
    value: wordPoints(error, locale),
    verdict: judge(-error, -Math.max(0.05, luck), -Math.max(0.1, 1.5 * luck)),
    meaning:
      'How far the chance that was given is from the share that was won, on average and in percentage points: below 5 is good.',
    compared: `On as many leads, chances without any fault would show about ${wordPoints(luck, locale)} by luck.`,
  };
}

function judge(value: number, good: number, fair: number): Verdict {
  if (value >= good) return 'good';
  return value >= fair ? 'fair' : 'weak';
}

/** With fewer leads of a kind than this, the next hundred could change any of the figures by a lot. */
const enoughOfEach = 50;

/** A word of caution when the figures rest on few leads; null when they do not. */
export function cautionAbout({ rows, positives }: Pick<HeldOutMetrics, 'rows' | 'positives'>): string | null {
  const notWon = rows - positives;
  if (Math.min(positives, notWon) >= enoughOfEach) return null;
  const few = positives <= notWon ? `${positives} of them won` : `${notWon} of them not won`;
  return `With only ${few}, these figures show a direction: they can change by a lot with the next training.`;
}
