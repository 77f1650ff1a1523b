import { probabilityOf } from '../model/logistic.ts';
import { createRandom } from '../model/simulation.fixture.ts';

/** A month of a campaign: what the economy did, how many customers were called, and what share said yes. */
type Month = readonly [
  name: string,
  employmentTrend: number,
  priceIndex: number,
  confidence: number,
  interest: number,
  employed: number,
  calls: number,
  share: number,
];

/**
 * Two and a half years of calls through a financial crisis. The economic figures move in one direction while the calls
 * become fewer and better aimed: what the figures seem to say in the first part no longer holds in the last.
 */
const months: readonly Month[] = [
  ['may', 1.1, 93.99, -36.4, 4.86, 5191, 7763, 0.035],
  ['jun', 1.4, 94.47, -41.8, 4.94, 5228, 4700, 0.045],
  ['jul', 1.4, 93.92, -42.7, 4.96, 5228, 6700, 0.055],
  ['aug', 1.4, 93.44, -36.1, 4.97, 5228, 5175, 0.05],
  ['oct', -0.1, 93.8, -40.4, 4.8, 5196, 70, 0.2],
  ['nov', -0.1, 93.2, -42, 4.15, 5196, 3600, 0.06],
  ['dec', -0.2, 92.76, -45.9, 3.5, 5176, 20, 0.3],
  ['mar', -1.8, 92.84, -50, 1.7, 5099, 270, 0.4],
  ['apr', -1.8, 93.08, -47.1, 1.42, 5099, 2458, 0.17],
  ['may', -1.8, 92.89, -46.2, 1.28, 5099, 5794, 0.09],
  ['jun', -2.9, 92.96, -40.8, 1.24, 5076, 720, 0.35],
  ['jul', -2.9, 92.47, -33.6, 1.07, 5076, 540, 0.4],
  ['aug', -2.9, 92.2, -31.4, 0.87, 5076, 480, 0.45],
  ['sep', -3.4, 92.38, -29.8, 0.82, 5018, 270, 0.47],
  ['oct', -3.4, 92.43, -26.9, 0.74, 5018, 380, 0.46],
  ['nov', -3.4, 92.65, -30.1, 0.72, 5018, 330, 0.4],
  ['mar', -1.8, 93.37, -34.8, 0.65, 5009, 260, 0.5],
  ['apr', -1.8, 93.75, -34.6, 0.64, 5009, 180, 0.5],
  ['may', -1.8, 93.88, -40, 0.67, 5009, 220, 0.46],
  ['jun', -1.7, 94.06, -39.8, 0.7, 4992, 200, 0.48],
  ['jul', -1.7, 94.22, -40.3, 0.8, 4992, 190, 0.44],
  ['aug', -1.7, 94.03, -38.3, 0.9, 4992, 210, 0.45],
  ['sep', -1.1, 94.2, -37.5, 0.88, 4964, 230, 0.4],
  ['oct', -1.1, 94.6, -49.5, 1.02, 4964, 190, 0.47],
  ['nov', -1.1, 94.77, -50.8, 1.05, 4964, 220, 0.42],
];

const jobs = ['admin', 'worker', 'technician', 'services', 'management', 'retired', 'student', 'founder'];
const effectOfJob = [0.1, -0.25, 0, -0.2, 0.05, 0.6, 0.8, -0.15];
const effectOfContact = { cellular: 0.25, telephone: -0.4 };
const effectOfResult = { none: 0, success: 1.6, failure: -0.1 };
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

export interface DriftingTable {
  readonly csv: string;
  /** Names of the columns that say little except when a row was made. */
  readonly drifting: readonly string[];
}

/** The table as CSV in order of time, with a counting column `row` and the outcome `won`. @param scale of the number of rows */
export function simulateDriftingTable(seed: number, scale = 1): DriftingTable {
  const random = createRandom(seed);
  const lines = months.flatMap((month, at) =>
    Array.from({ length: Math.floor(month[6] * scale) }, () => simulateCall(month, at, random)),
  );
  const header = [
    'row,age,job,contact,month,weekday,campaign,earlier,last_result',
    'employment_trend,price_index,confidence,interest,employed,won',
  ].join(',');
  return {
    csv: `${[header, ...lines.map((line, row) => `${row},${line}`)].join('\n')}\n`,
    drifting: ['employment_trend', 'price_index', 'confidence', 'interest', 'employed'],
  };
}

function simulateCall(month: Month, at: number, random: () => number): string {
  const [name, trend, price, confidence, interest, employed, , share] = month;
  const pick = (list: readonly unknown[]) => Math.floor(random() * list.length);
  const job = pick(jobs);
  const age = Math.round(18 + 30 * (random() + random()));
  const contact = random() < (at < 2 ? 0.15 : 0.85) ? 'cellular' : 'telephone';
  const { earlier, lastResult } = simulatePast(at < 6, random);
  // Calls of a campaign are repeated more and more often until a new one begins.
  const campaign = 1 + Math.floor(-Math.log(1 - random()) * (1 + 0.7 * (at % 4)));
  const logOdds =
    Math.log(share / (1 - share)) -
    0.35 +
    (effectOfJob[job] ?? 0) +
    effectOfContact[contact] +
    effectOfResult[lastResult] +
    (age < 25 || age > 60 ? 0.5 : 0) -
    0.08 * campaign;
  const won = random() < probabilityOf(logOdds) ? 'yes' : 'no';
  const noisy = (interest + (random() - 0.5) * 0.03).toFixed(3);
  const person = [age, jobs[job], contact, name, weekdays[pick(weekdays)], campaign, earlier, lastResult];
  return [...person, trend, price, confidence, noisy, employed, won].join(',');
}

function simulatePast(isFirstYear: boolean, random: () => number) {
  const earlier = random() < (isFirstYear ? 0.08 : 0.3) ? 1 + Math.floor(random() * 3) : 0;
  const liked = random() < (isFirstYear ? 0.1 : 0.35);
  const lastResult: keyof typeof effectOfResult = earlier === 0 ? 'none' : liked ? 'success' : 'failure';
  return { earlier, lastResult };
}
