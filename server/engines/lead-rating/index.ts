export { EvaluationError, evaluateCsv } from './evaluate/index.ts';
export { type LeadEnding, LeadExamples, trainLeadModel } from './model/examples.ts';
export type { LeadFeatureName } from './model/feature-set.ts';
export { priorModel } from './model/prior.ts';
export { isNotWorse } from './model/promotion.ts';
export { basisWords, type RejectedTraining, rate, withSpamWords } from './model/rating.ts';
export {
  type EmailDomainKind,
  type RatingSnapshot,
  ratingSnapshotSchema,
  snapshotFeatures,
} from './model/snapshot.ts';
export { strongestFeatures } from './model/strongest-features.ts';
export { seniorityOf } from './model/title-seniority.ts';
export { type TrainedModel, trainedModelSchema } from './model/trained-model.ts';
export { chooseModel, isEnough } from './model/which-model.ts';
