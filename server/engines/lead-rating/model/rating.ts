import type { LeadQuality } from '../../../../contract/leads/lists.ts';
import { isLeadFeature, type LeadFeatureName, leadFeatures } from './feature-set.ts';
import { probabilityOf } from './logistic.ts';
import { type StorefrontNames, statementFor } from './reason-words.ts';
import { addedBy, calibrate, isPooled, meanContributionOf } from './scoring.ts';
import type { RatingSnapshot } from './snapshot.ts';
import { qualityAt } from './thresholds.ts';
import type { ModelBasis, TrainedModel } from './trained-model.ts';

/** A property of the lead that moves its rating. */
export interface RatingReason {
  readonly feature: LeadFeatureName;
  /** A statement without a full stop, such as “Valid phone number”. */
  readonly words: string;
  /** How far it moves the log-odds from those of the average lead; negative: against. */
  readonly effect: number;
}

/** LQ-1. */
export interface Rating {
  readonly quality: LeadQuality;
  /** Of conversion, from 0 to 1. */
  readonly probability: number;
  /** At most three each, the strongest first. */
  readonly reasons: { readonly for: readonly RatingReason[]; readonly against: readonly RatingReason[] };
  /** What the rating is based on: the rating says so (LQ-2). */
  readonly basis: { readonly kind: ModelBasis; readonly words: string };
}

const mostReasons = 3;
/** A change of the odds by less than one percent is not a reason. */
const leastEffect = 0.01;

/**
 * Rates a lead by what was known at intake (LQ-1). Reasons are what the lead's features contribute beyond their
 * contribution to the average lead. A spam address makes any lead Low, with that as the first reason against, and a
 * probability no greater than Low allows.
 */
export function rate(
  model: TrainedModel,
  snapshot: RatingSnapshot,
  storefronts: StorefrontNames = new Map(),
  rejected?: RejectedTraining,
): Rating {
  const { logOdds, parts } = takeApart(model, snapshot);
  const isSpam = snapshot.emailValidity === 'Spam';
  const reasons = reasonsOf(parts, storefronts);
  const inFavor = reasonsOf(
    parts.filter((part) => mayFavor(part, snapshot)),
    storefronts,
  );
  const probability = probabilityOf(calibrate(model, logOdds));
  return {
    quality: isSpam ? 'Low' : qualityAt(probability, model.thresholds),
    probability: isSpam ? Math.min(probability, model.thresholds.low) : probability,
    reasons: {
      for: strongest(inFavor, 1),
      against: isSpam ? withSpamFirst(reasons, storefronts) : strongest(reasons, -1),
    },
    basis: { kind: model.basis, words: basisWords(model, rejected) },
  };
}

const addressFeatures = new Set<LeadFeatureName>(['emailValidity', 'emailDomainKind', 'domainFitsCompany']);
const worthless = new Set<string | null>(['Spam', 'Invalid']);

/** Nothing about an unreachable contact counts in favor of a lead, whatever a model has learned (LQ-1). */
function mayFavor({ name }: Part, { emailValidity, phoneValidity }: RatingSnapshot): boolean {
  if (addressFeatures.has(name)) return !worthless.has(emailValidity);
  return name !== 'phoneValidity' || !worthless.has(phoneValidity);
}

/** The rating of a lead whose text reads like spam: Low, whatever the model has learned, and it says so (LQ-1). */
export function withSpamWords(rating: Rating, { thresholds }: Pick<TrainedModel, 'thresholds'>): Rating {
  const words: RatingReason = {
    feature: 'messageLength',
    words: 'The message reads like spam',
    effect: 0,
  };
  return {
    ...rating,
    quality: 'Low',
    probability: Math.min(rating.probability, thresholds.low),
    reasons: { ...rating.reasons, against: [words, ...rating.reasons.against].slice(0, mostReasons) },
  };
}

interface Part {
  readonly name: LeadFeatureName;
  readonly value: string | null;
  readonly effect: number;
  readonly pooled: boolean;
}

function takeApart(model: TrainedModel, snapshot: RatingSnapshot): { logOdds: number; parts: Part[] } {
  const slope = model.calibration?.slope ?? 1;
  const parts: Part[] = [];
  let logOdds = model.intercept;
  for (const feature of model.features) {
    if (!isLeadFeature(feature.name)) continue;
    const value = leadFeatures[feature.name](snapshot);
    const added = addedBy(feature, value);
    logOdds += added;
    const effect = slope * (added - meanContributionOf(feature));
    parts.push({ name: feature.name, value, effect, pooled: isPooled(feature, value) });
  }
  return { logOdds, parts };
}

/** Each statement once: two features may say the same, such as that there is no address. */
function reasonsOf(parts: readonly Part[], storefronts: StorefrontNames): RatingReason[] {
  const reasons = new Map<string, RatingReason>();
  for (const { name, value, effect, pooled } of parts) {
    const words = statementFor(name, value, pooled, storefronts);
    const same = reasons.get(words);
    reasons.set(words, { feature: same?.feature ?? name, words, effect: effect + (same?.effect ?? 0) });
  }
  return [...reasons.values()];
}

function strongest(reasons: readonly RatingReason[], sign: 1 | -1): RatingReason[] {
  return reasons
    .filter(({ effect }) => effect * sign >= leastEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, mostReasons);
}

/** Even when the model has learned nothing about spam, or the wrong thing. */
function withSpamFirst(reasons: readonly RatingReason[], storefronts: StorefrontNames): RatingReason[] {
  const learned = reasons.find(({ feature }) => feature === 'emailValidity')?.effect ?? 0;
  const spam: RatingReason = {
    feature: 'emailValidity',
    words: statementFor('emailValidity', 'Spam', false, storefronts),
    effect: Math.min(0, learned),
  };
  const others = reasons.filter(({ feature }) => feature !== 'emailValidity');
  return [spam, ...strongest(others, -1)].slice(0, mostReasons);
}

/** A training whose model was not adopted, because it was not shown to be at least as good as the current one. */
export interface RejectedTraining {
  readonly trainedAt: Date;
  /** The outcomes that it learned from. */
  readonly leads: number;
}

/**
 * What a model is based on, in a sentence or two.
 * @param rejected the organization's own latest training, if its model was not adopted
 */
export function basisWords(
  model: Pick<TrainedModel, 'basis' | 'population'>,
  rejected?: RejectedTraining,
): string {
  const { rows, positives } = model.population;
  switch (model.basis) {
    case 'prior':
      return rejected
        ? `Based on typical leads. ${rejectionWords(rejected)}`
        : 'Based on typical leads until we learn from yours.';
    case 'pooled': {
      // Without numbers: with few partners they would reveal to one of them how another is doing.
      const words = 'Learned from the leads of all partners here';
      return rejected ? `${words}. ${rejectionWords(rejected)}` : `${words}, until you have enough outcomes.`;
    }
    case 'organization':
      return `Learned from ${rows} of your leads, ${positives} of them won.`;
    case 'table':
      return `Learned from ${rows} leads of a table, ${positives} of them won.`;
  }
}

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

function rejectionWords({ trainedAt, leads }: RejectedTraining): string {
  return `A model trained on ${leads} of your leads on ${days.format(trainedAt)} was not better, so it isn’t used.`;
}
