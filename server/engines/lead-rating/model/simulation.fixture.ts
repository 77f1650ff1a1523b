import {
  callsToAction,
  emailValidities,
  phoneValidities,
  qualifications,
} from '../../../../contract/leads/lists.ts';
import { type LeadEnding, type LeadExample, LeadExamples } from './examples.ts';
import { leadFeatures } from './feature-set.ts';
import { probabilityOf } from './logistic.ts';
import { emailDomainKinds, messageLengths, type RatingSnapshot, snapshotVersion } from './snapshot.ts';
import { titleSeniorities } from './title-seniority.ts';

/** Numbers from 0 (inclusive) to 1 (exclusive), fully determined by the seed (a 32-bit Weyl sequence, mixed). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

const countries =
  'US DE FR GB NL ES IT SE PL IN BR JP CA AU CH AT BE DK NO FI PT IE CZ MX ZA SG KR TR AE NZ'.split(' ');
const storefronts = ['AppSource', 'AzureMarketplace', 'AzurePortal', 'other'];

/** What really matters in the simulated world, in log-odds; everything else has no effect. */
export const truth = {
  base: -1.6,
  weights: {
    emailValidity: { Valid: 0.4, Invalid: -1.6, Spam: -3 },
    phoneValidity: { Valid: 0.6, Invalid: -0.8 },
    qualification: { SalesQualified: 1.1, MarketingQualified: 0.5 },
    emailDomainKind: { company: 0.5, freemail: -0.6, disposable: -1.5 },
    messageLength: { none: -0.6, long: 0.7, 'very-long': 0.3 },
    titleSeniority: { executive: 0.5, director: 0.6, trainee: -1.2 },
    hot: { yes: 0.9 },
    repeatLead: { yes: 0.4 },
    country: { DE: 0.4, IN: -0.5, BR: -0.4, CH: 0.6 },
    domainFitsCompany: { yes: 0.3 },
  } as Partial<Record<keyof typeof leadFeatures, Readonly<Record<string, number>>>>,
};

/** The probability that a lead is won in the simulated world. */
export function trueProbability(snapshot: RatingSnapshot): number {
  let logOdds = truth.base;
  for (const [name, read] of Object.entries(leadFeatures)) {
    const weights = truth.weights[name as keyof typeof leadFeatures];
    logOdds += weights?.[read(snapshot) ?? ''] ?? 0;
  }
  return probabilityOf(logOdds);
}

/** A lead of the simulated world; its features are independent, with realistic frequencies. */
export function simulateSnapshot(
  random: () => number,
  changes: Partial<RatingSnapshot> = {},
): RatingSnapshot {
  // The square prefers the beginning of a list.
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)] as T;
  const chance = (share: number) => random() < share;
  const hasEmail = chance(0.95);
  const emailDomainKind = hasEmail ? pick(emailDomainKinds.slice(0, 4)) : 'none';
  const isOffer = chance(0.7);
  return {
    version: snapshotVersion,
    leadSource: isOffer ? pick(storefronts) : null,
    leadType: isOffer ? 'Offer' : 'Profile',
    callToAction: isOffer ? callsToAction[0] : null,
    qualification: pick(qualifications),
    country: chance(0.97) ? pick(countries) : null,
    receivedHour: Math.floor(random() * 24),
    receivedWeekday: 1 + Math.floor(random() * 7),
    hasCompany: chance(0.9),
    hasLastName: chance(0.95),
    titleSeniority: chance(0.7) ? pick([...titleSeniorities].reverse()) : null,
    messageLength: pick([...messageLengths].reverse()),
    emailDomainKind,
    emailValidity: hasEmail
      ? pick([emailValidities[0], emailValidities[3], emailValidities[1], emailValidities[2]])
      : null,
    phoneValidity: chance(0.7) ? pick(phoneValidities) : null,
    domainFitsCompany: emailDomainKind === 'company' ? chance(0.6) : null,
    contactAllowed: chance(0.95),
    repeatLead: chance(0.1),
    hot: chance(0.15),
    ...changes,
  };
}

const hour = 3_600_000;
/** When the first simulated lead is received. */
export const simulationStart = new Date('2025-01-01T00:00:00Z');

/** Leads one hour apart, won with their true probability, decided a week after receipt. */
export function* simulateExamples(count: number, seed: number): Generator<LeadExample> {
  const random = createRandom(seed);
  const others: readonly LeadEnding[] = ['Declined', 'Expired', 'Lost'];
  for (let at = 0; at < count; at++) {
    const snapshot = simulateSnapshot(random);
    const won = random() < trueProbability(snapshot);
    const receivedAt = new Date(simulationStart.getTime() + at * hour);
    const ending = won ? 'Won' : (others[Math.floor(random() * 3)] ?? 'Lost');
    yield { snapshot, receivedAt, decidedAt: new Date(receivedAt.getTime() + 168 * hour), ending };
  }
}

/** Long after the last of the simulated leads was decided. */
export function afterSimulation(count: number): Date {
  return new Date(simulationStart.getTime() + (count + 1000) * hour);
}

/** The leads, ready for training. */
export function gather(examples: Iterable<LeadExample>): LeadExamples {
  const gathered = new LeadExamples();
  for (const example of examples) gathered.add(example);
  return gathered;
}
