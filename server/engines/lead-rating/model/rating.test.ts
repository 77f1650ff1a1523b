import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callsToAction,
  emailValidities,
  leadTypes,
  phoneValidities,
  qualifications,
} from '../../../../contract/leads/lists.ts';
import { trainLeadModel } from './examples.ts';
import { type LeadFeatureName, leadFeatureNames, leadFeatures } from './feature-set.ts';
import { priorModel } from './prior.ts';
import { basisWords, rate, withSpamWords } from './rating.ts';
import { statementFor } from './reason-words.ts';
import {
  afterSimulation,
  createRandom,
  gather,
  simulateExamples,
  simulateSnapshot,
} from './simulation.fixture.ts';
import { emailDomainKinds, messageLengths, type RatingSnapshot } from './snapshot.ts';
import { titleSeniorities } from './title-seniority.ts';
import type { CategoryFeature, TrainedModel } from './trained-model.ts';

const result = trainLeadModel(gather(simulateExamples(4000, 31)), 'pooled', afterSimulation(4000));
if (!result.trained) throw new Error(result.reason);
const { model } = result;
const snapshots = fc.integer({ min: 0, max: 1_000_000 }).map((seed) => simulateSnapshot(createRandom(seed)));

function categoriesOf(given: TrainedModel): CategoryFeature[] {
  return given.features.filter((feature) => feature.kind === 'category');
}

/** The weight of the lead's value, looked up independently. */
function weightOf(feature: CategoryFeature, snapshot: RatingSnapshot): number {
  const value = leadFeatures[feature.name as LeadFeatureName](snapshot);
  if (value === null) return feature.missing.coefficient;
  return feature.levels.find((level) => level.value === value)?.coefficient ?? feature.pooled.coefficient;
}

function averageOf({ levels, pooled, missing }: CategoryFeature): number {
  return [...levels, pooled, missing].reduce((sum, { coefficient, share }) => sum + coefficient * share, 0);
}

/** The model with every weight of one feature raised. */
function raise(name: LeadFeatureName, by: number): TrainedModel {
  const raised = structuredClone(model);
  for (const feature of categoriesOf(raised).filter((one) => one.name === name)) {
    for (const weight of [...feature.levels, feature.pooled, feature.missing]) weight.coefficient += by;
  }
  return raised;
}

describe('LQ-1: the probability', () => {
  it('is that of the summed weights', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const logOdds = categoriesOf(priorModel).reduce(
          (sum, feature) => sum + weightOf(feature, snapshot),
          priorModel.intercept,
        );
        fc.pre(snapshot.emailValidity !== 'Spam');
        expect(rate(priorModel, snapshot).probability).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
      }),
    );
  });

  it('rises with the weight of anything that the lead has', () => {
    fc.assert(
      fc.property(snapshots, fc.constantFrom(...leadFeatureNames), (snapshot, name) => {
        fc.pre(snapshot.emailValidity !== 'Spam');
        const raised = raise(name, 0.5);
        const isUsed = model.features.some((feature) => feature.name === name);
        const [before, after] = [rate(model, snapshot).probability, rate(raised, snapshot).probability];
        expect(Math.sign(after - before)).toBe(isUsed ? 1 : 0);
      }),
    );
  });

  it('a value never seen in training counts as a rare one', () => {
    const snapshot = simulateSnapshot(createRandom(2), { emailValidity: 'Valid' });
    const [iceland, nowhere] = ['IS', 'ZZ'].map(
      (country) => rate(model, { ...snapshot, country }).probability,
    );
    expect(iceland).toBe(nowhere);
  });

  it('is corrected as the calibration says', () => {
    const snapshot = simulateSnapshot(createRandom(3), { emailValidity: 'Valid' });
    const { probability } = rate({ ...model, calibration: null }, snapshot);
    const logOdds = Math.log(probability / (1 - probability));
    const corrected = rate({ ...model, calibration: { slope: 0.5, offset: -1 } }, snapshot);
    expect(corrected.probability).toBeCloseTo(1 / (1 + Math.exp(1 - 0.5 * logOdds)), 12);
  });
});

describe('LQ-1: the reasons', () => {
  it('are the three largest contributions each way, the strongest first', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        // Without an address two features say the same and are counted together.
        fc.pre(snapshot.emailValidity === 'Valid' || snapshot.emailValidity === 'Unknown');
        fc.pre(snapshot.phoneValidity !== 'Invalid');
        const effects = categoriesOf(model)
          .map((feature) => weightOf(feature, snapshot) - averageOf(feature))
          .map((effect) => effect * (model.calibration?.slope ?? 1));
        const { reasons } = rate(model, snapshot);
        const largest = (sign: number) =>
          effects
            .filter((effect) => effect * sign >= 0.01)
            .toSorted((a, b) => (b - a) * sign)
            .slice(0, 3)
            .map((effect) => expect.closeTo(effect, 10));
        expect(reasons.for.map(({ effect }) => effect)).toEqual(largest(1));
        expect(reasons.against.map(({ effect }) => effect)).toEqual(largest(-1));
      }),
    );
  });

  it('are in words', () => {
    const snapshot = simulateSnapshot(createRandom(5), {
      emailValidity: 'Valid',
      emailDomainKind: 'company',
      phoneValidity: 'Valid',
      messageLength: 'none',
      qualification: 'SalesQualified',
      hot: true,
      titleSeniority: 'trainee',
      hasCompany: false,
    });
    const { reasons } = rate(priorModel, snapshot);
    expect(reasons.for.slice(0, 2).map(({ words }) => words)).toEqual([
      'Qualified by a seller',
      'Customer asked to be contacted directly',
    ]);
    expect(reasons.against.map(({ words }) => words)).toEqual([
      'Contact is a student, intern or trainee',
      'No company named',
      'No message',
    ]);
  });

  it('hold nothing in favor that is about a contact nobody can reach, whatever a model has learned', () => {
    const aboutAddress = ['emailValidity', 'emailDomainKind', 'domainFitsCompany'];
    const wrong = structuredClone(model);
    for (const feature of categoriesOf(wrong))
      if ([...aboutAddress, 'phoneValidity'].includes(feature.name))
        for (const level of feature.levels) level.coefficient = 4;
    fc.assert(
      fc.property(snapshots, fc.constantFrom(model, priorModel, wrong), (snapshot, given) => {
        const inFavor = rate(given, snapshot).reasons.for.map(({ feature }) => feature);
        if (snapshot.emailValidity === 'Spam' || snapshot.emailValidity === 'Invalid')
          for (const feature of aboutAddress) expect(inFavor).not.toContain(feature);
        if (snapshot.phoneValidity === 'Invalid') expect(inFavor).not.toContain('phoneValidity');
      }),
    );
  });

  it('never say the same thing twice', () => {
    const snapshot = simulateSnapshot(createRandom(6), {
      emailValidity: null,
      emailDomainKind: 'none',
      domainFitsCompany: null,
    });
    const { reasons } = rate(model, snapshot);
    const said = [...reasons.for, ...reasons.against].map(({ words }) => words);
    expect(new Set(said).size).toBe(said.length);
  });

  it('of a rare value say that there are few such leads', () => {
    const snapshot = simulateSnapshot(createRandom(2), { country: 'IS' });
    const weighty = structuredClone(model);
    for (const feature of categoriesOf(weighty))
      if (feature.name === 'country') feature.pooled.coefficient = 5;
    expect(rate(weighty, snapshot).reasons.for[0]).toMatchObject({
      feature: 'country',
      words: 'Customer is in Iceland (rare so far)',
    });
  });
});

describe('LQ-1: spam is Low', () => {
  it.each([
    ['by the prior', priorModel],
    ['by a learned model', model],
    // Learned before anyone had checked addresses.
    ['by a model that knows nothing of it', { ...model, features: [], intercept: 3 }],
  ])('%s, with that as the first reason against', (_, given) => {
    const snapshot = simulateSnapshot(createRandom(7), {
      emailValidity: 'Spam',
      qualification: 'SalesQualified',
      hot: true,
      messageLength: 'long',
    });
    const rating = rate(given, snapshot);
    expect(rating.quality).toBe('Low');
    expect(rating.probability).toBeLessThanOrEqual(given.thresholds.low);
    expect(rating.reasons.against[0]).toMatchObject({
      feature: 'emailValidity',
      words: 'Email address known for spam',
    });
    expect(rating.reasons.for.map(({ feature }) => feature)).not.toContain('emailValidity');
  });
});

describe('LQ-1: every value of every feature has its words', () => {
  const values: Record<LeadFeatureName, readonly (string | null)[]> = {
    leadSource: ['AppSource', 'other', null],
    leadType: leadTypes,
    callToAction: [...callsToAction, null],
    qualification: qualifications,
    country: ['DE', 'QQ', 'constructor', null],
    receivedHours: ['0', '4', '8', '12', '16', '20'],
    receivedWeekday: ['1', '2', '3', '4', '5', '6', '7'],
    company: ['yes', 'no'],
    lastName: ['yes', 'no'],
    titleSeniority: [...titleSeniorities, 'none'],
    messageLength: messageLengths,
    emailDomainKind: emailDomainKinds,
    emailValidity: [...emailValidities, null],
    phoneValidity: [...phoneValidities, 'none'],
    domainFitsCompany: ['yes', 'no', null],
    contactAllowed: ['yes', 'no'],
    repeatLead: ['yes', 'no'],
    hot: ['yes', 'no'],
  };

  it.each(Object.entries(values))('%s', (name, list) => {
    const statements = list.map((value) => statementFor(name as LeadFeatureName, value, false, new Map()));
    for (const statement of statements) {
      expect(statement).toMatch(/^[A-Z]\S* \S.*[^.]$/);
      expect(statement).not.toMatch(/undefined|NaN|A detail is missing/);
    }
    expect(new Set(statements).size).toBe(list.length);
  });

  it('storefronts go by the names that people know', () => {
    const names = new Map([['AzureMarketplace', 'Azure Marketplace']]);
    expect(statementFor('leadSource', 'AzureMarketplace', false, names)).toBe('Came from Azure Marketplace');
    expect(statementFor('receivedHours', '20', false, names)).toBe('Arrived between 20:00 and 00:00 UTC');
  });
});

describe('LQ-1: words of spam', () => {
  it('LQ-1 make a lead Low, whatever the model thinks, and are the first reason against it', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const rating = withSpamWords(rate(priorModel, snapshot), priorModel);
        expect(rating.quality).toBe('Low');
        expect(rating.probability).toBeLessThanOrEqual(priorModel.thresholds.low);
        expect(rating.reasons.against[0]?.words).toBe('The message reads like spam');
        expect(rating.reasons.against.length).toBeLessThanOrEqual(3);
        expect(rating.reasons.for).toEqual(rate(priorModel, snapshot).reasons.for);
      }),
      { numRuns: 30 },
    );
  });
});

describe('LQ-2: what a rating rests on', () => {
  const rejected = { trainedAt: new Date('2026-11-20T02:17:00Z'), leads: 154 };

  it('is typical leads until there are outcomes, or until a model does better', () => {
    expect(basisWords(priorModel)).toBe('Based on typical leads until we learn from yours.');
    expect(basisWords(priorModel, rejected)).toBe(
      'Based on typical leads. A model trained on 154 of your leads on Nov 20, 2026 was not better, so it isn’t used.',
    );
  });

  it('tells a partner no figures of the others', () => {
    const pooled = { ...model, basis: 'pooled' as const };
    for (const words of [basisWords(pooled), basisWords(pooled, rejected)]) {
      expect(words).toMatch(/^Learned from the leads of all partners here/);
      expect(words).not.toContain(String(model.population.rows));
    }
  });
});
