import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  type LeadExample,
  LeadExamples,
  trainLeadModel,
} from '../server/engines/lead-rating/model/examples.ts';
import { rocAucOf } from '../server/engines/lead-rating/model/metrics.ts';
import { rate } from '../server/engines/lead-rating/model/rating.ts';
import {
  afterSimulation,
  createRandom,
  simulateExamples,
  simulateSnapshot,
  trueProbability,
} from '../server/engines/lead-rating/model/simulation.fixture.ts';
import type { TrainedModel } from '../server/engines/lead-rating/model/trained-model.ts';
import { round } from './statistics.ts';

const leads = 100_000;
const ratings = 20_000;
const message = 'measure-quality';

/** What training and rating cost, and how close they come to the best possible result. */
export interface QualityFigures {
  readonly leads: number;
  readonly columns: number;
  readonly trainingSeconds: number;
  /** Separates the work from waiting for a shared processor. */
  readonly trainingCpuSeconds: number;
  /** Of the whole process, including Node.js itself. */
  readonly peakMegabytes: number;
  /** On the held-out quarter: the result, and what knowing the true probabilities would give. */
  readonly rocAuc: number;
  readonly rocAucOfTruth: number;
  readonly expectedCalibrationError: number;
  readonly ratingMicroseconds: number;
}

/** Trains on simulated leads in a separate process, so that its memory is that of the training alone. */
export async function benchQuality(): Promise<QualityFigures> {
  const child = fork(fileURLToPath(import.meta.url), [message]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the measuring process ended with ${code} and without figures`);
  });
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return figures as QualityFigures;
}

function measure(): QualityFigures {
  const examples = new LeadExamples();
  const probabilities: number[] = [];
  const outcomes: number[] = [];
  for (const example of simulateExamples(leads, 7)) {
    examples.add(example);
    remember(example, probabilities, outcomes);
  }
  const begun = performance.now();
  const cpuBegun = process.cpuUsage();
  const result = trainLeadModel(examples, 'pooled', afterSimulation(leads));
  const trainingSeconds = (performance.now() - begun) / 1000;
  const trainingCpuSeconds = process.cpuUsage(cpuBegun).user / 1e6;
  if (!result.trained) throw new Error(result.reason);
  const { model, heldOut } = result;
  const from = leads - heldOut.rows.length;
  return {
    leads,
    columns: model.features.reduce(
      (sum, feature) => sum + (feature.kind === 'category' ? feature.levels.length + 2 : 2),
      0,
    ),
    trainingSeconds: round(trainingSeconds),
    trainingCpuSeconds: round(trainingCpuSeconds),
    peakMegabytes: round(process.resourceUsage().maxRSS / 1024, 0),
    rocAuc: round(model.metrics?.rocAuc ?? Number.NaN, 4),
    rocAucOfTruth: round(
      rocAucOf(Float64Array.from(probabilities.slice(from)), Uint8Array.from(outcomes.slice(from))) ??
        Number.NaN,
      4,
    ),
    expectedCalibrationError: round(model.metrics?.expectedCalibrationError ?? Number.NaN, 4),
    ratingMicroseconds: round(timeRating(model)),
  };
}

function remember(example: LeadExample, probabilities: number[], outcomes: number[]): void {
  probabilities.push(trueProbability(example.snapshot));
  outcomes.push(example.ending === 'Won' ? 1 : 0);
}

function timeRating(model: TrainedModel): number {
  const random = createRandom(11);
  const snapshots = Array.from({ length: ratings }, () => simulateSnapshot(random));
  for (const snapshot of snapshots) rate(model, snapshot);
  const begun = performance.now();
  for (const snapshot of snapshots) rate(model, snapshot);
  return ((performance.now() - begun) * 1000) / ratings;
}

if (process.argv[2] === message) process.send?.(measure());
