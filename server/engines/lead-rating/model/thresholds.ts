import type { LeadQuality } from '../../../../contract/leads/lists.ts';

/**
 * What a wrong rating costs, in hours of a seller's work. High: the lead is called immediately. Medium: it is worked in
 * its turn. Low: it is checked last.
 */
export interface RatingCosts {
  /** A High lead that is not won: the hour of preparing and calling. */
  readonly wastedCallHours: number;
  /** A Medium lead that is not won: a first email and reading the reply. */
  readonly wastedTurnHours: number;
  /** The part of a good lead's worth that is lost because it waited its turn. All of it is lost when rated Low. */
  readonly lostByWaitingShare: number;
  /**
   * What a lead that would be won is worth. null: as many hours as make the average lead just worth one, that is, one
   * divided by the odds of the population; a lead is then judged against what else the hour could be spent on.
   */
  readonly goodLeadHours: number | null;
}

/** An hour for a call, a quarter for a first email, a third of the good leads lost by waiting. */
export const defaultRatingCosts: RatingCosts = {
  wastedCallHours: 1,
  wastedTurnHours: 0.25,
  lostByWaitingShare: 1 / 3,
  goodLeadHours: null,
};

/** The thresholds between ratings, with the costs that decided them. */
export interface Thresholds {
  /** High from this probability up. */
  readonly high: number;
  /** Low below this probability. */
  readonly low: number;
  readonly costs: RatingCosts;
}

/**
 * The probabilities at which the cheaper rating changes (LQ-1). With p the probability, v the worth of a good lead and
 * l the share lost by waiting, the expected costs are: High (1 − p) × call, Medium p × l × v + (1 − p) × turn, Low p ×
 * v. With the default costs High begins at 2¼ times the odds of the average lead and Low ends at ⅜ of them.
 * @param baseRate share won, strictly between 0 and 1
 */
export function thresholdsFor(baseRate: number, costs: RatingCosts = defaultRatingCosts): Thresholds {
  const worth = costs.goodLeadHours ?? (1 - baseRate) / baseRate;
  const highOdds =
    Math.max(0, costs.wastedCallHours - costs.wastedTurnHours) / (costs.lostByWaitingShare * worth);
  const mediumOdds = costs.wastedTurnHours / ((1 - costs.lostByWaitingShare) * worth);
  // When Medium is never the cheapest, Low ends where High begins.
  const straightOdds = costs.wastedCallHours / worth;
  return mediumOdds < highOdds
    ? { high: share(highOdds), low: share(mediumOdds), costs }
    : { high: share(straightOdds), low: share(straightOdds), costs };
}

function share(odds: number): number {
  return odds / (1 + odds);
}

/** The rating with the lowest expected cost at this probability. */
export function qualityAt(probability: number, thresholds: Pick<Thresholds, 'high' | 'low'>): LeadQuality {
  if (probability >= thresholds.high) return 'High';
  return probability < thresholds.low ? 'Low' : 'Medium';
}
