import type { TrainedModel } from './trained-model.ts';

/** Leads with an outcome, counted. */
export interface OutcomeCounts {
  readonly won: number;
  readonly notWon: number;
}

/** The fewest leads of each kind needed to learn from an organization's own leads, or from all together (LQ-2). */
export const leastOfEach = 40;

/** True when there are enough leads of both kinds to learn from. */
export function isEnough({ won, notWon }: OutcomeCounts): boolean {
  return won >= leastOfEach && notWon >= leastOfEach;
}

/** The model to rate with among the existing ones (LQ-2): an organization's own, the pooled one, the prior. */
export function chooseModel(models: {
  readonly organization?: TrainedModel | undefined;
  readonly pooled?: TrainedModel | undefined;
  readonly prior: TrainedModel;
}): TrainedModel {
  return models.organization ?? models.pooled ?? models.prior;
}
