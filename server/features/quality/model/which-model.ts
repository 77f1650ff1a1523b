import type { TrainedModel } from './trained-model.ts';

/** Leads with an outcome, counted. */
export interface OutcomeCounts {
  readonly won: number;
  readonly notWon: number;
}

/** How many leads of each kind it takes to learn from an organization's own leads, or from all together (LQ-2). */
export const leastOfEach = 40;

/** True when there are enough leads of both kinds to learn from. */
export function isEnough({ won, notWon }: OutcomeCounts): boolean {
  return won >= leastOfEach && notWon >= leastOfEach;
}

/**
 * What an organization's leads are to be rated by (LQ-2): a model of its own when it has 40 won and 40 that were
 * not, else one learned from the leads of all organizations together, which has the same minimum, else the prior.
 */
export function basisFor(own: OutcomeCounts, pooled: OutcomeCounts): 'organization' | 'pooled' | 'prior' {
  if (isEnough(own)) return 'organization';
  return isEnough(pooled) ? 'pooled' : 'prior';
}

/** The model to rate with among those that are there: an organization's own, the pooled one, the prior. */
export function chooseModel(models: {
  readonly organization?: TrainedModel | undefined;
  readonly pooled?: TrainedModel | undefined;
  readonly prior: TrainedModel;
}): TrainedModel {
  return models.organization ?? models.pooled ?? models.prior;
}
