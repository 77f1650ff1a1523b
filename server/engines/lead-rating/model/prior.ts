import { type LeadFeatureName, leadFeatureSet } from './feature-set.ts';
import { logOddsOf } from './logistic.ts';
import { meanContributionOf } from './scoring.ts';
import { defaultRatingCosts, thresholdsFor } from './thresholds.ts';
import type { CategoryFeature, TrainedModel } from './trained-model.ts';

/** One assumption of the prior: how a value changes the odds, and what share of leads is assumed to have it. */
export interface PriorWeight {
  readonly feature: LeadFeatureName;
  /** null: the value is missing. */
  readonly value: string | null;
  /** 0.7 doubles the odds, −0.7 halves them. */
  readonly logOdds: number;
  readonly share: number;
  readonly reason: string;
}

/** The share of rated leads that is assumed to be won. */
export const priorBaseRate = 0.15;

const weight = (
  feature: LeadFeatureName,
  value: string | null,
  logOdds: number,
  share: number,
  reason: string,
): PriorWeight => ({ feature, value, logOdds, share, reason });

/**
 * What is assumed before there are outcomes (LQ-2). These are judgements, not measurements: small where people would
 * disagree, and none for country, hour or weekday, about which nobody can know in advance. Weights of 0 are listed so
 * that the share of their value, the baseline for the others, is known.
 */
export const priorWeights: readonly PriorWeight[] = [
  weight('emailValidity', 'Valid', 0.3, 0.6, 'The customer can be answered.'),
  weight('emailValidity', 'Unknown', 0, 0.25, 'Not knowing says nothing.'),
  weight(
    'emailValidity',
    'Invalid',
    -1.5,
    0.06,
    'An answer does not arrive; few customers can be reached otherwise.',
  ),
  weight('emailValidity', 'Spam', -3, 0.04, 'Nobody who means to buy uses such an address.'),
  weight('emailValidity', null, -0.3, 0.05, 'Without an address only the phone is left.'),
  weight('phoneValidity', 'Valid', 0.4, 0.45, 'Whoever leaves a real number expects a call.'),
  weight('phoneValidity', 'Unknown', 0, 0.1, 'Not knowing says nothing.'),
  weight('phoneValidity', 'Invalid', -0.6, 0.1, 'A made-up number is a way not to be called.'),
  weight('phoneValidity', 'none', -0.2, 0.35, 'Leaving it out is common, and a little less committed.'),
  weight(
    'emailDomainKind',
    'company',
    0.35,
    0.6,
    'The address of a company belongs to somebody who buys for it.',
  ),
  weight('emailDomainKind', 'freemail', -0.4, 0.3, 'A private address often means private curiosity.'),
  weight('emailDomainKind', 'relay', -0.5, 0.02, 'A masked address keeps a distance.'),
  weight('emailDomainKind', 'disposable', -2, 0.03, 'The address is thrown away before an answer comes.'),
  weight('emailDomainKind', 'none', 0, 0.05, 'Told by the validity already.'),
  weight('domainFitsCompany', 'yes', 0.25, 0.4, 'Name and address agree: the company is what it says.'),
  weight('domainFitsCompany', 'no', -0.15, 0.15, 'Many companies have a domain of another name.'),
  weight('domainFitsCompany', null, 0, 0.45, 'Nothing to compare.'),
  weight('qualification', 'SalesQualified', 0.9, 0.1, 'A seller has talked to the customer.'),
  weight('qualification', 'MarketingQualified', 0.4, 0.15, 'The customer has shown interest more than once.'),
  weight('qualification', 'Direct', 0, 0.75, 'The usual case.'),
  weight('leadType', 'Profile', 0.15, 0.3, 'The customer looked at this partner, not only at an offer.'),
  weight('leadType', 'Offer', 0, 0.7, 'The usual case.'),
  weight('hot', 'yes', 0.6, 0.15, 'The customer asked to be contacted at once.'),
  weight('hot', 'no', 0, 0.85, 'The usual case.'),
  weight('messageLength', 'none', -0.35, 0.35, 'Nothing to say is little to ask for.'),
  weight('messageLength', 'short', -0.1, 0.2, 'A word or two.'),
  weight('messageLength', 'medium', 0.2, 0.25, 'A question that can be answered.'),
  weight('messageLength', 'long', 0.45, 0.15, 'Somebody took time to describe a need.'),
  weight(
    'messageLength',
    'very-long',
    0.2,
    0.05,
    'Needs are described at such length, and so are sales pitches.',
  ),
  weight('titleSeniority', 'executive', 0.3, 0.1, 'Can decide.'),
  weight('titleSeniority', 'director', 0.35, 0.1, 'Can decide, and looks into the matter in person.'),
  weight('titleSeniority', 'manager', 0.25, 0.15, 'Prepares the decision.'),
  weight('titleSeniority', 'assistant', 0, 0.03, 'Asks for somebody else.'),
  weight('titleSeniority', 'trainee', -0.8, 0.03, 'Asks in order to learn, seldom in order to buy.'),
  weight('titleSeniority', 'other', 0.05, 0.29, 'A title at all is a sign of business.'),
  weight('titleSeniority', 'none', -0.1, 0.3, 'Most forms do not ask.'),
  weight('company', 'yes', 0, 0.9, 'The usual case.'),
  weight('company', 'no', -0.5, 0.1, 'Partners serve companies.'),
  weight('lastName', 'yes', 0, 0.95, 'The usual case.'),
  weight('lastName', 'no', -0.3, 0.05, 'Whoever wants an answer says who to.'),
  weight('contactAllowed', 'yes', 0, 0.95, 'The usual case.'),
  weight(
    'contactAllowed',
    'no',
    -1.5,
    0.05,
    'The customer may not be contacted, and has to come back alone.',
  ),
  weight('repeatLead', 'yes', 0.3, 0.1, 'Asking again is asking in earnest.'),
  weight('repeatLead', 'no', 0, 0.9, 'The usual case.'),
];

/** The model made of {@link priorWeights}: an average lead has the assumed base rate. It was never measured. */
export const priorModel: TrainedModel = buildPrior();

function buildPrior(): TrainedModel {
  const names = [...new Set(priorWeights.map(({ feature }) => feature))];
  const features = names.map(featureOf);
  const average = features.reduce((sum, feature) => sum + meanContributionOf(feature), 0);
  return {
    format: 1,
    basis: 'prior',
    featureSet: { ...leadFeatureSet },
    intercept: logOddsOf(priorBaseRate) - average,
    features,
    calibration: null,
    thresholds: thresholdsFor(priorBaseRate, defaultRatingCosts),
    strength: 0,
    population: {
      rows: 0,
      fittedRows: 0,
      positives: 0,
      baseRate: priorBaseRate,
      from: null,
      to: null,
      endings: null,
    },
    metrics: null,
  };
}

function featureOf(name: LeadFeatureName): CategoryFeature {
  const weights = priorWeights.filter(({ feature }) => feature === name);
  const missing = weights.find(({ value }) => value === null);
  return {
    kind: 'category',
    name,
    levels: weights.flatMap(({ value, logOdds, share }) =>
      value === null ? [] : [{ value, coefficient: logOdds, share }],
    ),
    pooled: { coefficient: 0, share: 0 },
    missing: { coefficient: missing?.logOdds ?? 0, share: missing?.share ?? 0 },
  };
}
