import { z } from 'zod';
import { instant } from '../text.ts';
import { leadQualities, ratingBases } from './lists.ts';

/** How a lead was rated, and why (LQ-1). */
export const leadRating = z
  .object({
    quality: z.enum(leadQualities),
    probability: z.number().min(0).max(1).describe('Of conversion'),
    basis: z.enum(ratingBases).describe('What the rating rests on'),
    basisWords: z.string().describe('The same in a sentence'),
    reasons: z.object({
      for: z.array(z.string()).describe('At most three, the strongest first'),
      against: z.array(z.string()),
    }),
    ratedAt: instant,
  })
  .meta({ id: 'LeadRating' });
export type LeadRating = z.infer<typeof leadRating>;
/** null: leads of this kind are not rated, or this one is not rated yet. */
export const leadRatingAnswer = z.object({ rating: leadRating.nullable() });
export type LeadRatingAnswer = z.infer<typeof leadRatingAnswer>;

const count = z.number().int();
const share = z.number();
const outcome = z.object({ rows: count, positives: count });

/** The model that rates an organization's leads: what it is, what it learned from, and how well it does (LQ-3). */
export const modelCard = z
  .object({
    basis: z.enum(ratingBases),
    basisWords: z.string(),
    trainedAt: instant.nullable().describe('null: the documented starting values'),
    population: z
      .object({
        rows: count,
        positives: count,
        baseRate: share,
        from: instant.nullable(),
        to: instant.nullable(),
        endings: z.record(z.string(), count).nullable(),
      })
      .nullable()
      .describe('null for a partner whose leads are rated by what was learned from all together'),
    thresholds: z.object({ high: share, low: share }),
    metrics: z
      .object({
        rows: count,
        positives: count,
        from: instant.nullable(),
        to: instant.nullable(),
        rocAuc: share.nullable(),
        prAuc: share.nullable(),
        brier: share,
        brierOfBaseRate: share,
        expectedCalibrationError: share,
        reliability: z.array(z.object({ rows: count, meanProbability: share, observedShare: share })),
        byQuality: z.object({ High: outcome, Medium: outcome, Low: outcome }),
      })
      .nullable()
      .describe('On leads that the model has not seen; null: there are none'),
    strongest: z.array(
      z.object({
        feature: z.string(),
        effect: z.number(),
        raises: z.string().nullable(),
        lowers: z.string().nullable(),
      }),
    ),
    history: z
      .array(
        z.object({
          trainedAt: instant,
          inForce: z.boolean(),
          replacedAt: instant
            .nullable()
            .describe('When a later model took its place; null: it is in force, or was left'),
          reason: z.string().describe('Why it was taken or left'),
        }),
      )
      .describe('The latest trainings, newest first'),
  })
  .meta({ id: 'ModelCard' });
export type ModelCard = z.infer<typeof modelCard>;
