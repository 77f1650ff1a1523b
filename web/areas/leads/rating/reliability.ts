import type { ModelCard } from '../../../../contract/leads/rating.ts';

type Metrics = NonNullable<ModelCard['metrics']>;
/** Leads of about the same probability: what the model predicted, and what share of them were won. */
export type ReliabilityBin = Metrics['reliability'][number];

/** The 95 % quantile of the normal distribution, two-sided. */
const certainty = 1.96;

/**
 * The range of the true share, given how few leads were seen: the 95 % score interval of Wilson (1927), which stays
 * within 0 and 1 even when none or all were won.
 */
export function findLikelyRange({ rows, observedShare }: Pick<ReliabilityBin, 'rows' | 'observedShare'>) {
  if (rows <= 0) return { low: 0, high: 1 };
  const weight = certainty ** 2 / rows;
  const center = (observedShare + weight / 2) / (1 + weight);
  const spread = (observedShare * (1 - observedShare)) / rows + weight / (4 * rows);
  const reach = (certainty * Math.sqrt(spread)) / (1 + weight);
  return { low: Math.max(0, center - reach), high: Math.min(1, center + reach) };
}

/** Whether the share that was won agrees with the prediction, within the uncertainty of so few leads. */
export function isAsSaid(bin: ReliabilityBin): boolean {
  const { low, high } = findLikelyRange(bin);
  return bin.meanProbability >= low && bin.meanProbability <= high;
}

/**
 * The calibration error that perfect probabilities would show by chance on this few leads: the mean distance of a
 * binomial share from its expectation, √(2/π) standard deviations, over the groups weighted by their rows.
 */
export function calibrationErrorByLuck(bins: readonly ReliabilityBin[]): number {
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  if (rows === 0) return 0;
  return bins.reduce((sum, bin) => {
    const variance = (bin.meanProbability * (1 - bin.meanProbability)) / bin.rows;
    return sum + (bin.rows / rows) * Math.sqrt((2 / Math.PI) * variance);
  }, 0);
}

/** The group where probability and outcome are farthest apart; undefined when there is none. */
export function findWidestGap(bins: readonly ReliabilityBin[]): ReliabilityBin | undefined {
  return [...bins].sort((a, b) => gapOf(b) - gapOf(a))[0];
}

function gapOf({ meanProbability, observedShare }: ReliabilityBin): number {
  return Math.abs(meanProbability - observedShare);
}

/** The end of the axes, and the step between labels. */
const scales = [
  { top: 0.1, step: 0.02 },
  { top: 0.2, step: 0.05 },
  { top: 0.3, step: 0.1 },
  { top: 0.4, step: 0.1 },
  { top: 0.5, step: 0.1 },
  { top: 0.6, step: 0.2 },
  { top: 0.8, step: 0.2 },
  { top: 1, step: 0.2 },
] as const;

/** The scale of both axes: where few leads are won, the full range would crowd all points into a corner. */
export function chooseScale(bins: readonly ReliabilityBin[]): { top: number; ticks: number[] } {
  const greatest = Math.max(0, ...bins.flatMap((bin) => [bin.meanProbability, findLikelyRange(bin).high]));
  const { top, step } = scales.find((scale) => scale.top >= greatest) ?? { top: 1, step: 0.2 };
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, tick) => tick * step);
  return { top, ticks };
}

/** The radius of a point, so that its area grows with the number of its leads. */
export function radiusFor(rows: number, mostRows: number): number {
  const [least, most] = [3, 7];
  return mostRows > 0 ? Math.max(least, most * Math.sqrt(rows / mostRows)) : least;
}
