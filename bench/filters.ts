import type { LeadFilterName } from '../contract/leads/lead-filters.ts';
import { benchLocationId, benchPersonId } from './fill.ts';
import { comparePages, dayFromNow } from './grid.ts';
import type { BenchServer } from './workshop.ts';

/** Each filter of the list, with a value that some leads have. */
const filters: Readonly<Record<LeadFilterName, string>> = {
  created: `createdFrom=${dayFromNow(-60)}&createdTo=${dayFromNow(-30)}`,
  callToAction: 'callToAction=ContactMe',
  country: 'country=DE',
  customerName: 'customerName=Company%20777',
  leadSource: 'leadSource=AppSource',
  leadType: 'leadType=Profile',
  leadQuality: 'leadQuality=High',
  status: 'status=Accepted&status=Won',
  emailValidity: 'emailValidity=Invalid',
  phoneValidity: 'phoneValidity=Valid',
  test: 'test=true',
  offer: 'offer=bench.offer-20',
  location: `location=${benchLocationId}`,
  assignedTo: `assignedTo=${benchPersonId}`,
  stage: 'stage=developed',
  dealValue: 'dealValueFrom=1000&dealValueTo=5000',
  nextStep: `nextStepFrom=${dayFromNow(-15)}&nextStepTo=${dayFromNow(15)}`,
  estimatedPurchase: `estimatedPurchaseFrom=${dayFromNow(-15)}&estimatedPurchaseTo=${dayFromNow(15)}`,
  campaign: 'campaign=Campaign%205',
  referralProgram: 'referralProgram=Co-sell',
  expiresWithinHours: 'expiresWithinHours=72',
  withoutAnswer: 'withoutAnswer=true',
  hot: 'hot=true',
  closed: `closedFrom=${dayFromNow(-30)}`,
};

/** In the order of receipt, along an index of the leads, and along one of `lead_lookup`. */
const sorts = ['-createdAt', 'expiresAt', 'customerName', '-dealValue'] as const;

/** Each filter in each of the orders, in a tab with leads that it can find. */
export const filterPages: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(filters).flatMap(([name, filter]) => {
    const tab = name === 'referralProgram' ? 'qualified' : 'marketplace';
    return sorts.map((sort) => [`${name}, ${sort}`, `tab=${tab}&${filter}&sort=${sort}&limit=50`] as const);
  }),
);

/** Pages under each filter in each order, compared as in {@link comparePages}. */
export function benchFilters(server: BenchServer, rounds: number) {
  return comparePages(server, filterPages, rounds);
}
