import { meanContributionOf, weightsOf } from './scoring.ts';
import type { CategoryFeature, ModelFeature, NumberFeature, TrainedModel } from './trained-model.ts';

/** How much a feature moves the ratings of a population. */
export interface FeatureStrength {
  readonly feature: string;
  /** Standard deviation, over the training leads, of what the feature adds to the log-odds. */
  readonly effect: number;
  /** The value that raises the odds the most; null when none is frequent enough to name. */
  readonly raises: string | null;
  /** The value that lowers them the most. */
  readonly lowers: string | null;
}

/** The features that move ratings the most, the strongest first. */
export function strongestFeatures(
  model: Pick<TrainedModel, 'features' | 'calibration'>,
  most: number,
): FeatureStrength[] {
  const slope = model.calibration?.slope ?? 1;
  return model.features
    .map((feature) => ({
      feature: feature.name,
      effect: slope * spreadOf(feature),
      ...(feature.kind === 'category' ? extremesOf(feature) : directionOf(feature)),
    }))
    .sort((a, b) => b.effect - a.effect || (a.feature < b.feature ? -1 : 1))
    .slice(0, most);
}

function spreadOf(feature: ModelFeature): number {
  if (feature.kind === 'number') return feature.spread;
  const mean = meanContributionOf(feature);
  return Math.sqrt(
    weightsOf(feature).reduce((sum, { coefficient, share }) => sum + share * (coefficient - mean) ** 2, 0),
  );
}

function extremesOf(feature: CategoryFeature) {
  const named = [
    ...feature.levels,
    ...(feature.missing.share > 0 ? [{ ...feature.missing, value: '(missing)' }] : []),
  ].sort((a, b) => b.coefficient - a.coefficient);
  return { raises: named[0]?.value ?? null, lowers: named[named.length - 1]?.value ?? null };
}

/** Compares the ends of the line: in between it may turn. */
function directionOf({ scale, slopes }: NumberFeature) {
  const reach = (value: number) =>
    scale.knots.reduce(
      (sum, knot, at) => sum + (slopes[at + 1] ?? 0) * Math.max(0, value - knot),
      (slopes[0] ?? 0) * value,
    );
  const low = (scale.low - scale.mean) / scale.deviation;
  const high = (scale.high - scale.mean) / scale.deviation;
  return reach(high) >= reach(low)
    ? { raises: 'high values', lowers: 'low values' }
    : { raises: 'low values', lowers: 'high values' };
}
