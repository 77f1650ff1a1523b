/** Weights and limits of the ranking, in one object that an operator can change (RK-10). */
export interface RankingConstants {
  /** What a word counts by where it was found (RK-15). */
  readonly fieldWeights: {
    readonly tag: number;
    readonly name: number;
    readonly offer: number;
    readonly badge: number;
    readonly freeTag: number;
    readonly description: number;
  };
  /** What a word counts that begins another, or is spelled almost like it. */
  readonly prefixFactor: number;
  readonly closeFactor: number;
  /** The least share of trigrams that words have in common when they are spelled almost alike. */
  readonly leastCloseness: number;
  /** Up to so many tags of a page count in full. */
  readonly tagsInFull: number;
  /** At that distance a page counts half. */
  readonly halfKm: number;
  /** Descriptions are searched when fewer pages were found without them. */
  readonly enoughWithoutDescriptions: number;
  readonly mostOfOneOrganization: number;
  /** Which place of each ten is kept for a page on trial. */
  readonly trialPlace: number;
  readonly trialDays: number;
  /** How long after a trial the next one may begin. */
  readonly daysBetweenTrials: number;
  /** A page with as many requests is on trial no more. */
  readonly requestsThatEndTrials: number;
  /** The least relevance on trial, as a share of the first page's. */
  readonly leastTrialShare: number;
}

/** The ranking as Leadlight comes. */
export const rankingConstants: RankingConstants = {
  fieldWeights: { tag: 1, name: 1, offer: 0.8, badge: 0.8, freeTag: 0.7, description: 0.3 },
  prefixFactor: 0.8,
  closeFactor: 0.5,
  leastCloseness: 0.5,
  tagsInFull: 10,
  halfKm: 50,
  enoughWithoutDescriptions: 5,
  mostOfOneOrganization: 2,
  trialPlace: 5,
  trialDays: 120,
  daysBetweenTrials: 180,
  requestsThatEndTrials: 8,
  leastTrialShare: 0.5,
};
