import { logLossOf } from './metrics.ts';
import { predictRows } from './scoring.ts';
import { pickOutcomes } from './splits.ts';
import type { TrainedModel } from './trained-model.ts';
import type { HeldOut } from './training.ts';

/** Whether one model may replace another, with the deciding figures. */
export interface PromotionVerdict {
  readonly notWorse: boolean;
  /** One sentence. */
  readonly reason: string;
  /** Held-out leads that neither model has seen. */
  readonly leads: number;
  /** Mean log loss of the candidate minus that of the current model, in nats; null when there are too few leads. */
  readonly logLossChange: number | null;
  /** Likewise for the Brier score. */
  readonly brierChange: number | null;
}

/** A quarter of the 40 + 40 leads that a first model needs, less a few that share a moment. */
const leastLeads = 15;
/** Smaller differences of the mean log loss change no rating noticeably. */
const tolerance = 0.002;
/** One-sided 95 % of the normal distribution. */
const certainty = 1.645;

/**
 * LQ-2: a model is replaced only by one that is not worse on held-out leads. Both rate the same leads, received after
 * everything that either learned from. Worse means a mean log loss greater by more than 0.002 nats, or greater by any
 * amount that the paired differences show not to be chance (one-sided 95 %). With fewer than 15 such leads nothing can
 * be shown, and the current model stays.
 * @param heldOut what the training of the candidate held out
 */
export function isNotWorse(
  candidate: TrainedModel,
  current: TrainedModel,
  heldOut: HeldOut,
): PromotionVerdict {
  const rows = unseenBy(current, heldOut);
  if (rows.length < leastLeads) {
    return {
      notWorse: false,
      reason: `Only ${rows.length} held-out leads are new to both models. It takes ${leastLeads} to compare them, so we kept the current one.`,
      leads: rows.length,
      logLossChange: null,
      brierChange: null,
    };
  }
  const outcomes = pickOutcomes(heldOut.outcomes, rows);
  const ours = predictRows(candidate, heldOut.table, rows);
  const theirs = predictRows(current, heldOut.table, rows);
  const changes = ours.map((probability, at) => {
    const outcome = outcomes[at] ?? 0;
    return logLossOf(probability, outcome) - logLossOf(theirs[at] ?? 0, outcome);
  });
  const { mean, standardError } = summarize(changes);
  const notWorse = mean <= tolerance && mean <= certainty * standardError;
  const brierChange = summarize(
    ours.map((probability, at) => {
      const outcome = outcomes[at] ?? 0;
      return (probability - outcome) ** 2 - ((theirs[at] ?? 0) - outcome) ** 2;
    }),
  ).mean;
  return {
    notWorse,
    reason: sentenceFor(notWorse, mean, rows.length),
    leads: rows.length,
    logLossChange: mean,
    brierChange,
  };
}

function unseenBy(current: TrainedModel, { rows, moments }: HeldOut): Uint32Array {
  const until = current.population.to;
  if (until === null || !moments) return rows;
  const learnedUntil = Date.parse(until);
  return rows.filter((row) => (moments[row] ?? 0) > learnedUntil);
}

function summarize(values: Float64Array): { mean: number; standardError: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length) };
}

function sentenceFor(notWorse: boolean, change: number, leads: number): string {
  const figures = `Log loss ${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(4)} nats per lead on ${leads} held-out leads.`;
  return notWorse
    ? `The new model is at least as good, so we use it. ${figures}`
    : `The new model was not better, so we kept the current one. ${figures}`;
}
