/** How well probabilities predicted the outcomes of leads that the model had not seen (LQ-3). */
export interface Metrics {
  readonly rows: number;
  readonly positives: number;
  /** The chance that a won lead ranks above one that was not won; null when there is only one kind. */
  readonly rocAuc: number | null;
  /** Average precision: the area under precision over recall, step by step; null when nothing was won. */
  readonly prAuc: number | null;
  /** Mean squared difference of probability and outcome. */
  readonly brier: number;
  /** The Brier score of the best constant, the share won among these same rows: what a model must beat. */
  readonly brierOfBaseRate: number;
  /** Mean negative logarithm of the probability of what happened, in nats. */
  readonly logLoss: number;
  readonly expectedCalibrationError: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** One dot of the reliability diagram. */
export interface ReliabilityBin {
  readonly rows: number;
  readonly meanProbability: number;
  readonly observedShare: number;
}

/** Probabilities are kept this far from 0 and 1 in the log loss, so that one surprise cannot make it infinite. */
const leastProbability = 1e-12;
const maxBins = 10;
/** With fewer rows in a bin its observed share would be mostly chance. */
const rowsPerBin = 20;

/**
 * All metrics of probabilities against outcomes (1 or 0), in one sort.
 * @throws RangeError when there are no rows
 */
export function measure(probabilities: Float64Array, outcomes: Uint8Array): Metrics {
  const rows = probabilities.length;
  if (rows === 0) throw new RangeError('There are no rows to measure on.');
  const sorted = sortByScore(probabilities, outcomes);
  const positives = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const baseRate = positives / rows;
  const reliability = reliabilityOf(sorted);
  return {
    rows,
    positives,
    ...areasOf(sorted, positives),
    brier: meanOf(probabilities, outcomes, (probability, outcome) => (probability - outcome) ** 2),
    brierOfBaseRate: baseRate * (1 - baseRate),
    logLoss: meanOf(probabilities, outcomes, logLossOf),
    expectedCalibrationError: calibrationErrorOf(reliability, rows),
    reliability,
  };
}

/** ROC AUC of any scores, where greater means more likely; ties count half. null when there is only one kind. */
export function rocAucOf(scores: Float64Array, outcomes: Uint8Array): number | null {
  const positives = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return areasOf(sortByScore(scores, outcomes), positives).rocAuc;
}

/** The log loss of one probability, in nats. */
export function logLossOf(probability: number, outcome: number): number {
  const held = Math.min(1 - leastProbability, Math.max(leastProbability, probability));
  return -Math.log(outcome === 1 ? held : 1 - held);
}

function meanOf(
  probabilities: Float64Array,
  outcomes: Uint8Array,
  loss: (probability: number, outcome: number) => number,
): number {
  let sum = 0;
  for (let row = 0; row < probabilities.length; row++)
    sum += loss(probabilities[row] ?? 0, outcomes[row] ?? 0);
  return sum / probabilities.length;
}

interface SortedScores {
  /** Descending. */
  readonly scores: Float64Array;
  readonly outcomes: Uint8Array;
}

function sortByScore(scores: Float64Array, outcomes: Uint8Array): SortedScores {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return {
    scores: Float64Array.from(order, (row) => scores[row] ?? 0),
    outcomes: Uint8Array.from(order, (row) => outcomes[row] ?? 0),
  };
}

/** The end of the run of equal scores that begins at `from`. */
function endOfTie(scores: Float64Array, from: number): number {
  let to = from + 1;
  while (to < scores.length && scores[to] === scores[from]) to++;
  return to;
}

function areasOf({ scores, outcomes }: SortedScores, positives: number) {
  const negatives = scores.length - positives;
  let pairs = 0;
  let precisions = 0;
  let above = 0;
  for (let from = 0; from < scores.length; ) {
    const to = endOfTie(scores, from);
    let here = 0;
    for (let at = from; at < to; at++) here += outcomes[at] ?? 0;
    const negativesHere = to - from - here;
    // A pair within a tie counts half.
    pairs += negativesHere * (above + here / 2);
    above += here;
    precisions += here * (above / to);
    from = to;
  }
  return {
    rocAuc: positives > 0 && negatives > 0 ? pairs / (positives * negatives) : null,
    prAuc: positives > 0 ? precisions / positives : null,
  };
}

/**
 * Bins of equal row counts, at most ten, from the highest probabilities to the lowest; equal probabilities are never
 * separated. Bins of equal width would put nearly all leads into one bin where few are won.
 */
function reliabilityOf({ scores, outcomes }: SortedScores): ReliabilityBin[] {
  const wanted = Math.max(1, Math.min(maxBins, Math.floor(scores.length / rowsPerBin)));
  const bins: ReliabilityBin[] = [];
  for (let from = 0; from < scores.length; ) {
    const bin = Math.floor((from * wanted) / scores.length) + 1;
    const to = endOfTie(scores, Math.max(from + 1, Math.round((bin * scores.length) / wanted)) - 1);
    let probability = 0;
    let won = 0;
    for (let at = from; at < to; at++) {
      probability += scores[at] ?? 0;
      won += outcomes[at] ?? 0;
    }
    bins.push({
      rows: to - from,
      meanProbability: probability / (to - from),
      observedShare: won / (to - from),
    });
    from = to;
  }
  return bins;
}

/** The mean distance between probability and observed share over the bins, weighted by their rows. */
function calibrationErrorOf(bins: readonly ReliabilityBin[], rows: number): number {
  return bins.reduce(
    (sum, bin) => sum + (bin.rows / rows) * Math.abs(bin.meanProbability - bin.observedShare),
    0,
  );
}
