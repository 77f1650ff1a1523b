import type { LeadQuality } from '../../../../contract/enums.ts';
import { isLeadFeature, type LeadFeatureName, leadFeatures } from './feature-set.ts';
import { probabilityOf } from './logistic.ts';
import { type StorefrontNames, statementFor } from './reason-words.ts';
import { addedBy, calibrate, isPooled, meanContributionOf } from './scoring.ts';
import type { RatingSnapshot } from './snapshot.ts';
import { qualityAt } from './thresholds.ts';
import type { ModelBasis, TrainedModel } from './trained-model.ts';

/** Something about the lead that moves its rating. */
export interface RatingReason {
  readonly feature: LeadFeatureName;
  /** A statement without a full stop, such as “The phone number was found valid”. */
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
  /** What the rating rests on: the rating says so (LQ-2). */
  readonly basis: { readonly kind: ModelBasis; readonly words: string };
}

const mostReasons = 3;
/** A change of the odds by less than one part in a hundred is no reason. */
const leastEffect = 0.01;

/**
 * Rates a lead by what was known at intake (LQ-1). Reasons are what the lead's features contribute beyond what
 * they contribute to the average lead. A spam address makes any lead Low, with that as the first reason against,
 * and a probability that is no greater than Low allows.
 */
export function rate(
  model: TrainedModel,
  snapshot: RatingSnapshot,
  storefronts: StorefrontNames = new Map(),
): Rating {
  const { logOdds, parts } = takeApart(model, snapshot);
  const isSpam = snapshot.emailValidity === 'Spam';
  const reasons = reasonsOf(parts, storefronts);
  const probability = probabilityOf(calibrate(model, logOdds));
  return {
    quality: isSpam ? 'Low' : qualityAt(probability, model.thresholds),
    probability: isSpam ? Math.min(probability, model.thresholds.low) : probability,
    reasons: {
      for: strongest(reasons, 1),
      against: isSpam ? withSpamFirst(reasons, storefronts) : strongest(reasons, -1),
    },
    basis: { kind: model.basis, words: basisWords(model) },
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

/** Also when the model has not learned anything about spam, or the wrong thing. */
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

/** What a model rests on, in one sentence. */
export function basisWords(model: Pick<TrainedModel, 'basis' | 'population'>): string {
  const { rows, positives } = model.population;
  switch (model.basis) {
    case 'prior':
      return 'Rated by general assumptions: there are not enough outcomes to learn from yet.';
    case 'pooled':
      // Without numbers: with few partners they would tell one of them how another does.
      return 'Learned from the leads of all partners of this installation; there are not enough outcomes of this partner alone yet.';
    case 'organization':
      return `Learned from ${rows} leads of this partner, ${positives} of them won.`;
    case 'table':
      return `Learned from ${rows} leads of a table, ${positives} of them won.`;
  }
}
