import { z } from 'zod';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const finite = z.number();

const weight = z.object({
  coefficient: finite.describe('Log-odds'),
  share: share.describe('Of the training leads: the mean of its indicator'),
});

const categoryFeature = z.object({
  kind: z.literal('category'),
  name: z.string(),
  levels: z.array(weight.extend({ value: z.string() })),
  pooled: weight.describe('All values that are none of the levels, also ones never seen'),
  missing: weight,
});

const numberFeature = z.object({
  kind: z.literal('number'),
  name: z.string(),
  scale: z.object({
    mean: finite,
    deviation: z.number().positive(),
    low: finite,
    high: finite,
    knots: z.array(finite).describe('In standard deviations from the mean'),
  }),
  slopes: z
    .array(finite)
    .min(1)
    .describe('Log-odds per standard deviation, then what each knot adds to the slope above it'),
  missing: weight,
  meanContribution: finite.describe('Log-odds that the feature adds to the average training lead'),
  spread: z.number().nonnegative().describe('Standard deviation of what it adds, in log-odds'),
});

const modelFeature = z.discriminatedUnion('kind', [categoryFeature, numberFeature]);
/** A feature with its weights. */
export type ModelFeature = z.infer<typeof modelFeature>;
export type CategoryFeature = z.infer<typeof categoryFeature>;
export type NumberFeature = z.infer<typeof numberFeature>;

const reliabilityBin = z.object({ rows: count, meanProbability: share, observedShare: share });

const qualityOutcome = z.object({ rows: count, positives: count });

const heldOutMetrics = z.object({
  rows: count,
  positives: count,
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  rocAuc: share.nullable(),
  prAuc: share.nullable(),
  brier: share,
  brierOfBaseRate: share,
  logLoss: z.number().nonnegative(),
  expectedCalibrationError: share,
  reliability: z.array(reliabilityBin),
  byQuality: z
    .object({ High: qualityOutcome, Medium: qualityOutcome, Low: qualityOutcome })
    .describe('How many of each rating were won'),
});
/** Metrics as stored, with when the held-out leads came and how those of each rating ended. */
export type HeldOutMetrics = z.infer<typeof heldOutMetrics>;

const population = z.object({
  rows: count,
  fittedRows: count.describe(
    'How many of them the coefficients were fitted to; the others judged the calibration, or are like them',
  ),
  positives: count,
  baseRate: share,
  from: z.iso.datetime().nullable().describe('Receipt of the oldest lead; null when not ordered by time'),
  to: z.iso.datetime().nullable().describe('Receipt of the newest lead; null when not ordered by time'),
  endings: z
    .record(z.string(), count)
    .nullable()
    .describe('How many ended how; null when only won or not is known'),
});
/** The leads that a model has learned from. */
export type Population = z.infer<typeof population>;

const costs = z.object({
  wastedCallHours: z.number().positive(),
  wastedTurnHours: z.number().positive(),
  lostByWaitingShare: z.number().positive().lt(1),
  goodLeadHours: z.number().positive().nullable(),
});

/** Where a model comes from, in order of preference (LQ-2); `table`: any table of leads. */
export const modelBases = ['organization', 'pooled', 'prior', 'table'] as const;
export type ModelBasis = (typeof modelBases)[number];

/**
 * A rating model as stored: plain JSON with everything that rating needs and a model card shows. `format` grows with
 * this shape, `featureSet.version` with the meaning of the features.
 */
export const trainedModelSchema = z.object({
  format: z.literal(1),
  basis: z.enum(modelBases),
  featureSet: z.object({ name: z.string(), version: count }),
  intercept: finite,
  features: z.array(modelFeature),
  calibration: z
    .object({ slope: z.number().positive(), offset: finite })
    .nullable()
    .describe('Platt: log-odds become slope × log-odds + offset; null when they were right as they were'),
  thresholds: z.object({ high: share, low: share, costs }),
  strength: z.number().nonnegative().describe('Of the L2 penalty, in leads'),
  population,
  metrics: heldOutMetrics
    .nullable()
    .describe('Of exactly these coefficients, on leads they were not fitted to'),
});
export type TrainedModel = z.infer<typeof trainedModelSchema>;
