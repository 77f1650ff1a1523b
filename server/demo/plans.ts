import type { OrganizationKey } from './cast.ts';
import { inventCustomer } from './customers.ts';
import type { LeadPlan } from './leads.ts';
import { markets } from './markets/index.ts';
import { oddCustomer, oddityCount } from './oddities.ts';
import type { Random } from './random.ts';
import { hour, minute } from './time.ts';

type Scene = Omit<LeadPlan, 'seed'>;

/** How many leads each partner has; repeats come on top of the planned ones. */
export const leadCounts: Readonly<Record<OrganizationKey, { planned: number; repeats: number }>> = {
  northwind: { planned: 0, repeats: 0 },
  contoso: { planned: 404, repeats: 16 },
  fabrikam: { planned: 163, repeats: 7 },
};

/** Leads of a partner, the staged ones first. */
export function planLeads(key: OrganizationKey): LeadPlan[] {
  const scenes = key === 'contoso' ? [...shared, ...contosoOnly] : shared;
  return Array.from({ length: leadCounts[key].planned }, (_, index) => ({
    isHot: index % 11 === 5,
    ...(index % 45 === 44 ? doNotContact : {}),
    ...scenes[index],
    seed: `${key} lead ${index}`,
  }));
}

/** Cross-listed elsewhere: the marketplace says that the customer is not to be contacted. */
const doNotContact: Scene = { kind: 'informational', isContactAllowed: false };

/** What everyone should see on the first day: fresh, hot, hurried, odd. */
const shared: readonly Scene[] = [
  { age: 4 * minute, kind: 'contact', state: 'Received', isUnchecked: true },
  { age: 17 * minute, kind: 'informational', isUnchecked: true },
  { age: 38 * minute, kind: 'profile', state: 'Received', isHot: true },
  { age: 52 * minute, kind: 'contact', state: 'Received', isUnchecked: true, isHot: true },
  { age: 3.2 * hour, kind: 'sales', state: 'Received' },
  { age: 20.5 * hour, kind: 'contact', state: 'Received', isHot: true },
  { age: 44 * hour, kind: 'profile', state: 'Received', isHot: true },
  { age: 71.5 * hour, kind: 'marketing', state: 'Received', isHot: true },
  { age: 95 * hour, kind: 'contact', state: 'Received', isHot: true },
  { age: 203 * hour, kind: 'profile', state: 'Received', isHot: true },
  { age: 291.4 * hour, kind: 'sales', state: 'Received' },
  { age: 301.7 * hour, kind: 'contact', state: 'Received' },
  { age: 318.2 * hour, kind: 'profile', state: 'Received' },
  { age: 329.6 * hour, kind: 'contact', state: 'Received', isHot: true },
  { age: 334.9 * hour, kind: 'contact', state: 'Received' },
  { age: 338.1 * hour, kind: 'contact', state: 'Expired' },
  { age: 26 * hour, kind: 'contact', state: 'Received', isTest: true, customer: testCustomer },
  { age: 27 * hour, kind: 'informational', isTest: true, customer: testCustomer },
  { age: 31 * hour, kind: 'contact', state: 'Received', isContactAllowed: false },
  { age: 55 * hour, kind: 'contact', state: 'Received', isSentOn: true },
  { age: 700 * hour, kind: 'contact', state: 'Accepted', isSentOn: true },
  { age: 4700 * hour, kind: 'informational' },
  { age: 5200 * hour, kind: 'informational' },
];

const contosoOnly: readonly Scene[] = [
  ...Array.from({ length: oddityCount }, (_, index): Scene => {
    return {
      age: (9 + index * 13.3) * hour,
      kind: index % 2 === 0 ? 'contact' : 'profile',
      state: index === 3 ? 'Accepted' : 'Received',
      customer: (random) => oddCustomer(index, random),
    };
  }),
  ...['JP', 'AE', 'IL', 'GR', 'UA', 'KR', 'TH', 'IN', 'CN'].map((country, index): Scene => {
    return {
      age: (14 + index * 29) * hour,
      kind: index % 3 === 0 ? 'profile' : 'contact',
      customer: (random) => customerFrom(country, random),
    };
  }),
  { age: 1900 * hour, kind: 'contact', state: 'Won', customer: (random) => customerFrom('JP', random) },
  { age: 60 * hour, kind: 'contact', state: 'Accepted', customer: (random) => customerFrom('JP', random) },
];

function customerFrom(country: string, random: Random) {
  const choices = markets.filter((market) => market.country === country);
  return inventCustomer(random.pick(choices), random);
}

/** What a marketplace sends when someone presses its test button. */
function testCustomer(random: Random) {
  const mark = `MSFT_TEST_${random.int(100_000_000, 999_999_999)}`;
  return {
    ...customerFrom('US', random),
    companyName: mark,
    firstName: mark,
    lastName: mark,
    title: mark,
    email: `${mark}@test.example`,
    phone: '+1 425 555 0100',
    emailKind: 'Unknown' as const,
    phoneKind: 'Unknown' as const,
  };
}
