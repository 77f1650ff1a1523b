// npx tsx scripts/train-spam-text.ts: trains the shipped model of the text score from the texts in
// server/engines/spam-text/corpus and the messages of the demo, and writes its weights with a threshold for a stated
// false positive rate. The same texts give the same weights.
import { readFileSync, writeFileSync } from 'node:fs';
import * as asian from '../server/demo/texts/asian.ts';
import * as english from '../server/demo/texts/english.ts';
import * as european from '../server/demo/texts/european.ts';
import { spamFeatureNames, spamFeaturesOf } from '../server/engines/spam-text/index.ts';

const folds = 5;
const rounds = 3000;
const pull = 0.004;
const falseAlarmRate = 0.005;
/** What people write when they ask for something counts against spam, everything else for it. */
const againstSpam = new Set(['asking', 'working', 'asianAsking', 'questions', 'short']);

interface Sample {
  readonly text: string;
  readonly isSpam: boolean;
  readonly fold: number;
  readonly values: readonly number[];
}
interface Trained {
  readonly bias: number;
  readonly weights: readonly number[];
}

const names = spamFeatureNames;
const corpus = (name: string) =>
  readFileSync(`server/engines/spam-text/corpus/${name}.txt`, 'utf8').trim().split('\n');

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 25 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function sample(text: string, isSpam: boolean, fold: number): Sample {
  const features = spamFeaturesOf(text);
  return { text, isSpam, fold, values: names.map((name) => features.get(name) ?? 0) };
}

/** Longer messages: each text joined with another of its kind and fold. */
function pairs(samples: readonly Sample[]): Sample[] {
  return samples.map((one, index) => {
    const others = samples.filter(({ fold }) => fold === one.fold);
    const other = others[(index * 7 + 3) % others.length] ?? one;
    return sample(`${one.text} ${other.text}`, one.isSpam, one.fold);
  });
}

const predict = ({ bias, weights }: Trained, { values }: Sample) =>
  1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));

/** Logistic regression with equal weight for both classes, each weight restricted to its own side of zero. */
function train(samples: readonly Sample[]): Trained {
  const spam = samples.filter(({ isSpam }) => isSpam).length;
  const share = { spam: 0.5 / spam, request: 0.5 / (samples.length - spam) };
  let current: Trained = { bias: -1, weights: names.map(() => 0) };
  for (let round = 0; round < rounds; round++) {
    let slope = 0;
    const slopes = current.weights.map((weight) => pull * weight);
    for (const one of samples) {
      const error = (predict(current, one) - Number(one.isSpam)) * (one.isSpam ? share.spam : share.request);
      slope += error;
      one.values.forEach((value, at) => {
        if (value !== 0) slopes[at] = (slopes[at] ?? 0) + error * value;
      });
    }
    current = {
      bias: current.bias - 2 * slope,
      weights: current.weights.map((weight, at) => {
        const moved = weight - 2 * (slopes[at] ?? 0);
        return againstSpam.has(names[at] ?? '') ? Math.min(0, moved) : Math.max(0, moved);
      }),
    };
  }
  return current;
}

const spam = corpus('spam').map((text, at) => sample(text, true, at % folds));
const requests = [...corpus('requests'), ...[english, european, asian].flatMap(textsIn)].map((text, at) =>
  sample(text, false, at % folds),
);
const talk = corpus('talk').map((text, at) => sample(text, false, at % folds));
const all = [...spam, ...requests, ...talk, ...pairs(spam), ...pairs(requests)];

const heldOut = Array.from({ length: folds }, (_, fold) => {
  const model = train(all.filter((one) => one.fold !== fold));
  return all.filter((one) => one.fold === fold).map((one) => ({ ...one, score: predict(model, one) }));
}).flat();
const alarms = heldOut
  .filter(({ isSpam }) => !isSpam)
  .map(({ score }) => score)
  .sort((a, b) => b - a);
// The conformal quantile: for texts like these, a new one scores higher with at most the stated probability.
const threshold = alarms[Math.max(0, Math.floor((alarms.length + 1) * falseAlarmRate) - 1)] ?? 0.5;
const caught = heldOut.filter(({ isSpam, score }) => isSpam && score > threshold).length;
const final = train(all);
const round = (value: number) => Math.round(value * 100) / 100;
const weights = Object.fromEntries(names.map((name, at) => [name, round(final.weights[at] ?? 0)]));
const model = { bias: round(final.bias), weights, threshold: round(threshold + 0.005), falseAlarmRate };
writeFileSync(
  'server/engines/spam-text/spam-weights.rules.ts',
  `import type { SpamModel } from './spam-text.rules.ts';

/** Written by scripts/train-spam-text.ts. */
export const spamWeights: SpamModel = ${JSON.stringify(model, null, 2)};
`,
);
console.log(
  `${alarms.length} requests and talk, threshold ${model.threshold}: ${caught} of ${2 * spam.length} spam texts held out were caught.`,
);
for (const { text, isSpam, score } of heldOut)
  if (isSpam !== score > threshold && text.length < 400)
    console.log(isSpam ? 'missed' : 'alarm', score.toFixed(2), text);
