import type { ModelCard } from '../../../../contract/leads/rating.ts';
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

const onlyOneKind = 'Can’t be measured: all of these leads ended the same way.';

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
    meaning: `How often a lead that was won ranked above one that was not: ${wordScore(1, locale, 0)} means always, and ${wordScore(0.7, locale, 1)} or more is good for leads.`,
    compared:
      rocAuc === null
        ? onlyOneKind
        : `It ranked ${Math.round(rocAuc * 100)} of 100 such pairs correctly; a coin toss gets 50.`,
  };
}

function wordPrAuc({ prAuc, positives, rows }: HeldOutMetrics, locale: string | undefined): MetricWords {
  const baseRate = rows > 0 ? positives / rows : 0;
  return {
    title: 'Are the top-ranked leads worth it?',
    name: 'PR AUC',
    value: prAuc === null ? '–' : wordScore(prAuc, locale, 2),
    verdict: prAuc === null ? null : judgeLift(prAuc, baseRate),
    meaning:
      'The share of top-ranked leads that were won, averaged over every lead that was won. The further above the overall share won, the better.',
    compared:
      prAuc === null
        ? onlyOneKind
        : `Working through the leads in random order would give ${wordScore(baseRate, locale, 2)}, the overall share won.`,
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
  const than = better > 0 ? `${size} better` : `${size} worse, so it adds nothing`;
  return {
    title: 'Does it beat one guess for every lead?',
    name: 'Brier score',
    value: wordScore(brier, locale, 3),
    verdict: judge(better, 0.1, 0.01),
    meaning: 'How far the predicted chances were from what happened, squared. Lower is better; 0 is perfect.',
    compared: `Guessing ${share} for every lead would give ${wordScore(brierOfBaseRate, locale, 3)}; this is ${than}.`,
  };
}

function wordCalibration(metrics: HeldOutMetrics, locale: string | undefined): MetricWords {
  const error = metrics.expectedCalibrationError;
  const luck = calibrationErrorByLuck(metrics.reliability);
  return {
    title: 'Are the predicted chances right?',
    name: 'Calibration error',
    value: wordPoints(error, locale),
    verdict: judge(-error, -Math.max(0.05, luck), -Math.max(0.1, 1.5 * luck)),
    meaning:
      'The average gap between the predicted chance and the share won, in percentage points. Below 5 is good.',
    compared: `With this many leads, even perfect predictions would be off by about ${wordPoints(luck, locale)} by chance.`,
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
  return `With only ${few}, these figures are only a first indication. They can change a lot with the next training.`;
}
