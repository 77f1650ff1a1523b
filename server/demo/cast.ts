import type { Role } from '../../contract/identity/lists.ts';
import { listOf, type Sentence } from '../../contract/sentences.ts';
import { roleName } from '../areas/identity/index.ts';
import { sentence } from './catalogue.ts';

/** The organizations of the demo, by the key that their people, offers and endpoint keys share. */
export type OrganizationKey = 'northwind' | 'contoso' | 'fabrikam';

export interface LocationPlan {
  readonly name: string;
  readonly country: string;
  readonly utcOffset: number;
  readonly currency: string;
}

export interface OrganizationPlan {
  readonly key: OrganizationKey;
  readonly kind: 'operator' | 'partner';
  readonly name: string;
  readonly country: string;
  /** The first one is the default. */
  readonly locations: readonly LocationPlan[];
}

export const organizations: readonly OrganizationPlan[] = [
  { key: 'northwind', kind: 'operator', name: 'Northwind Programs', country: 'US', locations: [] },
  {
    key: 'contoso',
    kind: 'partner',
    name: 'Contoso',
    country: 'US',
    locations: [
      { name: 'Seattle', country: 'US', utcOffset: -7, currency: 'USD' },
      { name: 'Munich', country: 'DE', utcOffset: 1, currency: 'EUR' },
      { name: 'Singapore', country: 'SG', utcOffset: 8, currency: 'SGD' },
    ],
  },
  {
    key: 'fabrikam',
    kind: 'partner',
    name: 'Fabrikam',
    country: 'GB',
    locations: [
      { name: 'London', country: 'GB', utcOffset: 0, currency: 'GBP' },
      { name: 'Toronto', country: 'CA', utcOffset: -4, currency: 'CAD' },
    ],
  },
];

export interface GrantPlan {
  readonly organization: OrganizationKey;
  readonly role: Role;
  /** Missing: the whole organization. */
  readonly location?: string;
}

export interface PersonPlan {
  readonly email: string;
  readonly name: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly grants: readonly GrantPlan[];
}

const operator = (role: Role): GrantPlan[] => [{ organization: 'northwind', role }];
const contoso = (role: Role, location?: string): GrantPlan[] => [{ organization: 'contoso', role, location }];
const fabrikam = (role: Role, location?: string): GrantPlan[] => [
  { organization: 'fabrikam', role, location },
];

export const people: readonly PersonPlan[] = [
  { email: 'operator.admin@northwind.example', name: 'Ines Calder', grants: operator('operator-admin') },
  { email: 'seller@northwind.example', name: 'Sam Rivera', grants: operator('seller') },
  { email: 'marketer@northwind.example', name: 'Mei Tanaka', grants: operator('marketer') },

  { email: 'account.admin@contoso.example', name: 'Ada Whitfield', grants: contoso('account-admin') },
  { email: 'profile.admin@contoso.example', name: 'Priya Raman', grants: contoso('profile-admin') },
  { email: 'referrals.admin@contoso.example', name: 'Grace Okafor', grants: contoso('referrals-admin') },
  { email: 'referrals.user@contoso.example', name: 'Liam Sørensen', grants: contoso('referrals-user') },
  {
    email: 'referrals.munich@contoso.example',
    name: 'Katharina Brandl',
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    grants: contoso('referrals-admin', 'Munich'),
  },
  {
    email: 'weiling.tan@contoso.example',
    name: 'Tan Wei Ling',
    timeZone: 'Asia/Singapore',
    locale: 'en-SG',
    grants: contoso('referrals-admin', 'Singapore'),
  },
  { email: 'diego.marin@contoso.example', name: 'Diego Marín', grants: contoso('referrals-user') },
  {
    email: 'hannah.cole@contoso.example',
    name: 'Hannah Cole',
    grants: [...contoso('referrals-admin'), ...contoso('profile-admin')],
  },

  { email: 'account.admin@fabrikam.example', name: 'Oliver Hartley', grants: fabrikam('account-admin') },
  { email: 'profile.admin@fabrikam.example', name: 'Chloé Tremblay', grants: fabrikam('profile-admin') },
  {
    email: 'referrals.admin@fabrikam.example',
    name: 'Amara Singh',
    timeZone: 'Europe/London',
    locale: 'en-GB',
    grants: fabrikam('referrals-admin'),
  },
  { email: 'referrals.user@fabrikam.example', name: 'Tom Beckett', grants: fabrikam('referrals-user') },
  {
    email: 'referrals.toronto@fabrikam.example',
    name: 'Noah Leclerc',
    timeZone: 'America/Toronto',
    locale: 'en-CA',
    grants: fabrikam('referrals-admin', 'Toronto'),
  },

  {
    email: 'consultant@leadlight.example',
    name: 'Robin Sandoval',
    grants: [...contoso('referrals-admin'), ...fabrikam('referrals-admin')],
  },
];

/** The one password of everyone in the demo, which is served to this machine only. */
export const demoPassword = 'leadlight-demo';

/** The keys of the marketplace endpoints; everyone knows them, like the password. */
export const demoMarketplaceKeys: Readonly<Record<OrganizationKey, string>> = {
  northwind: 'lmk_demo_northwind_h2Qm7vXcT4sKd9LrB6yWfN8pZ3jGa1Eu',
  contoso: 'lmk_demo_contoso_w8RtY3nKqL5vJc7HxP2mBd9FsZ6gAe4T',
  fabrikam: 'lmk_demo_fabrikam_k5GzD9bVfM2wQx6CjR8tLn3HpS7yUa4E',
};

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  /** The names of the organizations that the person belongs to. */
  readonly organization: string;
  /** The roles in words, with the location where a role covers only one. */
  readonly roles: Sentence;
}

/** Who can sign in. */
export const demoPeople: readonly DemoPerson[] = people.map(({ email, name, grants }) => ({
  email,
  name,
  organization: joinOnce(grants.map((grant) => nameOf(grant.organization))),
  roles: listOf(once(grants.map(wordGrant))),
}));

function wordGrant({ role, location }: GrantPlan): Sentence {
  const name = roleName(role);
  return location ? sentence('roleAt', { role: name, location }) : name;
}

function nameOf(key: OrganizationKey): string {
  return organizations.find((organization) => organization.key === key)?.name ?? key;
}

/** Somebody with the same role at two organizations has it once in the list. */
function once(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((one) => [String(one), one])).values()];
}

function joinOnce(parts: readonly string[]): string {
  return [...new Set(parts)].join(', ');
}
