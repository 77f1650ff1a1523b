import { americas } from './americas.ts';
import { asiaPacific } from './asia-pacific.ts';
import { northernAndEasternEurope } from './europe-north-east.ts';
import { westernEurope } from './europe-west.ts';
import type { Market } from './market.ts';
import { middleEastAndAfrica } from './middle-east-africa.ts';

export { type Market, type Region, readList, toLatin } from './market.ts';

export const markets: readonly Market[] = [
  ...americas,
  ...westernEurope,
  ...northernAndEasternEurope,
  ...middleEastAndAfrica,
  ...asiaPacific,
];

/** The market of that country; the first one where a country has several. */
export function marketOf(country: string): Market {
  const found = markets.find((market) => market.country === country);
  if (!found) throw new Error(`The demo has no customers in ${country}.`);
  return found;
}
