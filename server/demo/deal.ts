import { currencies } from '../../contract/money.ts';
import { toLatin } from './markets/index.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import { dealNotes } from './texts/english.ts';
import { after, day, toDay } from './time.ts';
import { nameDeal } from './wording.ts';
import type { Organization } from './world.ts';

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface Employee {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The deal as it is at some moment; edits create new ones. */
export interface Deal {
  readonly name: string;
  readonly value: Money;
  readonly estimatedPurchaseDate: string;
  readonly notes: string | null;
  readonly crmId: string | null;
  readonly campaignId: string | null;
  readonly employees: readonly Employee[];
}

/** Units of the currency per dollar, roughly: just enough for deals to look alike everywhere. */
const unitsPerDollar: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 0.9,
  GBP: 0.8,
  CHF: 0.9,
  CAD: 1.4,
  AUD: 1.5,
  NZD: 1.7,
  SGD: 1.35,
  JPY: 150,
  KRW: 1350,
  CNY: 7.2,
  TWD: 32,
  INR: 85,
  THB: 35,
  SEK: 10,
  NOK: 11,
  DKK: 7,
  PLN: 4,
  CZK: 23,
  BRL: 5.5,
  MXN: 19,
  ILS: 3.7,
  AED: 3.7,
  SAR: 3.75,
  ZAR: 18,
};

/** What a partner enters when it accepts. */
export function makeDeal({ source, customer, organization, random }: Story, acceptedAt: Date): Deal {
  const { market } = customer;
  const isLocal = unitsPerDollar[market.currency] !== undefined && random.chance(0.8);
  return {
    name: nameDeal(source, customer, random),
    value: makeValue(isLocal ? market.currency : source.location.currency, random),
    estimatedPurchaseDate: toDay(after(acceptedAt, random.int(25, 190) * day)),
    notes: random.chance(0.75) ? random.pick(dealNotes) : null,
    crmId: random.chance(0.3) ? `OPP-${random.int(10_000, 99_999)}` : null,
    campaignId: source.kind === 'marketing' || random.chance(0.12) ? random.pick(campaigns) : null,
    employees: random.chance(0.25) ? [inventEmployee(organization, random)] : [],
  };
}

const campaigns = ['SPRING-CLOUD', 'SUMMIT-BOOTH-12', 'WEBINAR-BACKUP', 'PARTNER-DAYS'];

function makeValue(currency: string, random: Random): Money {
  // Between 3,000 and 250,000 dollars, small deals more often than large ones.
  const dollars = 3000 * (250 / 3) ** random.next();
  return inMinorUnits(dollars * (unitsPerDollar[currency] ?? 1), currency);
}

/** Rounded to three digits, as people write estimates. */
function inMinorUnits(units: number, currency: string): Money {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(units)) - 2);
  const rounded = Math.round(units / step) * step;
  return { amountMinor: rounded * 10 ** (currencies[currency] ?? 2), currency };
}

/** What the customer pays in the end, close to the estimate. */
export function settle(estimate: Money, random: Random): Money {
  const factor = random.chance(0.35) ? 1 : 0.75 + random.next() * 0.45;
  return inMinorUnits(
    (estimate.amountMinor / 10 ** (currencies[estimate.currency] ?? 2)) * factor,
    estimate.currency,
  );
}

const employeeNames = ['Noor Haddad', 'Piotr Zieliński', 'Yuki Arai', 'Bianca Rossetti', 'Samuel Adeyemi'];

/** A colleague whom the customer meets. */
export function inventEmployee(organization: Organization, random: Random): Employee {
  const name = random.pick(employeeNames);
  return {
    name,
    email: `${toLatin(name).replace('-', '.')}@${organization.key}.example`,
    phone: random.chance(0.6) ? `+1 206 555 01${random.int(10, 99)}` : null,
  };
}
