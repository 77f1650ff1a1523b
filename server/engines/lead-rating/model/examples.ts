import { leadFeatureNames, leadFeatureSet, leadFeatures } from './feature-set.ts';
import { CategoryCodes, type CategoryColumn, GrowingArray, missingCode } from './feature-table.ts';
import { priorModel } from './prior.ts';
import type { RatingSnapshot } from './snapshot.ts';
import { type TrainingData, type TrainingResult, trainModel } from './training.ts';
import { isEnough, leastOfEach, type OutcomeCounts } from './which-model.ts';

/** How a lead ended, in the terms that a model learns from (LQ-2). */
export const leadEndings = ['Won', 'Lost', 'Declined', 'Expired', 'ReportedAsSpam'] as const;
export type LeadEnding = (typeof leadEndings)[number];

/** A lead that a model learns from. It does not say whose it is. */
export interface LeadExample {
  readonly snapshot: RatingSnapshot;
  readonly receivedAt: Date;
  /** When it was won, lost, declined, expired or reported. */
  readonly decidedAt: Date;
  readonly ending: LeadEnding;
}

/** Collects leads to learn from, one by one, so that they need not all be in memory as objects. */
export class LeadExamples {
  readonly #codes = leadFeatureNames.map(() => new CategoryCodes());
  readonly #columns = leadFeatureNames.map(() => new GrowingArray((length) => new Uint16Array(length)));
  readonly #endings = new GrowingArray((length) => new Uint8Array(length));
  readonly #received = new GrowingArray((length) => new Float64Array(length));
  readonly #decided = new GrowingArray((length) => new Float64Array(length));
  #won = 0;

  add({ snapshot, receivedAt, decidedAt, ending }: LeadExample): void {
    leadFeatureNames.forEach((name, at) => {
      const value = leadFeatures[name](snapshot);
      this.#columns[at]?.push(value === null ? missingCode : (this.#codes[at]?.codeOf(value) ?? missingCode));
    });
    this.#received.push(receivedAt.getTime());
    this.#decided.push(decidedAt.getTime());
    this.#endings.push(leadEndings.indexOf(ending));
    if (ending === 'Won') this.#won++;
  }

  get counts(): OutcomeCounts {
    return { won: this.#won, notWon: this.#endings.length - this.#won };
  }

  /** @param now leads too young for their outcome to be typical are left out, see {@link matureRows} */
  finish(now: Date): TrainingData {
    const endings = Array.from(this.#endings.finish(), (code) => leadEndings[code] ?? 'Lost');
    const moments = this.#received.finish();
    const outcomes = Uint8Array.from(endings, (ending) => (ending === 'Won' ? 1 : 0));
    const columns = leadFeatureNames.map(
      (name, at): CategoryColumn => ({
        kind: 'category',
        name,
        values: this.#codes[at]?.values ?? [],
        codes: this.#columns[at]?.finish() ?? new Uint16Array(),
      }),
    );
    const rows = matureRows({ moments, decided: this.#decided.finish(), outcomes }, now);
    const order = rows.sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0) || a - b);
    const table = { rows: outcomes.length, columns };
    return { table, outcomes, endings, moments, order, beliefs: priorModel.features };
  }
}

/** Of the leads that are won, the share that must be won within the time that each lead is given. */
const maturityShare = 0.9;

/**
 * The leads old enough that nine in ten of those that will be won would have been won by now. Among younger leads most
 * known outcomes are refusals, because these come faster: a model would take that for a bad season. When too few leads
 * are left, all are used.
 */
export function matureRows(
  leads: { moments: Float64Array; decided: Float64Array; outcomes: Uint8Array },
  now: Date,
): Uint32Array {
  const all = Uint32Array.from(leads.outcomes.keys());
  const timesToWin = Float64Array.from(
    all.filter((row) => leads.outcomes[row] === 1),
    (row) => Math.max(0, (leads.decided[row] ?? 0) - (leads.moments[row] ?? 0)),
  ).sort();
  const patience = timesToWin[Math.ceil(maturityShare * timesToWin.length) - 1] ?? 0;
  const mature = all.filter((row) => (leads.moments[row] ?? 0) <= now.getTime() - patience);
  const won = mature.reduce((sum, row) => sum + (leads.outcomes[row] ?? 0), 0);
  return isEnough({ won, notWon: mature.length - won }) ? mature : all;
}

/**
 * Trains a rating model on leads of one organization, or of all together. The penalty shrinks it towards the prior, so
 * that a feature about which the leads say little keeps its assumed weight. Refuses, with a sentence, when there are
 * fewer than 40 leads of either kind or nothing can be learned from them.
 * @param now decides which leads are old enough to learn from
 */
export function trainLeadModel(
  examples: LeadExamples,
  basis: 'organization' | 'pooled',
  now: Date,
): TrainingResult {
  const { won, notWon } = examples.counts;
  if (!isEnough(examples.counts)) {
    return {
      trained: false,
      reason: `${won} leads were won and ${notWon} were not; it takes ${leastOfEach} of each.`,
    };
  }
  return trainModel(examples.finish(now), { basis, featureSet: leadFeatureSet });
}
