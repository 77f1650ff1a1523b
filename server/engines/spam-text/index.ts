export {
  judgeSpamText,
  looksLikeSpam,
  probabilityOf,
  spamFeatureNames,
  spamFeaturesOf,
} from './spam-text.rules.ts';
export { spamWeights } from './spam-weights.rules.ts';
