import { queryOptions } from '@tanstack/react-query';
import type { Membership } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import { request } from '../../api/client.ts';
import { t } from './catalogue.ts';

/** The query keys of people and invitations. */
export const peopleKeys = { memberships: ['memberships'], invitations: ['invitations'] } as const;

/** Who belongs to the organization, with which roles. */
export const membershipsQuery = queryOptions({
  queryKey: peopleKeys.memberships,
  queryFn: ({ signal }) => request('GET /api/v1/memberships', { signal }),
});

/** Pending invitations. */
export const invitationsQuery = queryOptions({
  queryKey: peopleKeys.invitations,
  queryFn: async ({ signal }) => (await request('GET /api/v1/invitations', { signal })).items,
});

/** A person who belongs to the organization, with all their roles. */
export interface Member {
  readonly person: Membership['person'];
  readonly memberships: readonly Membership[];
}

/** One entry per person, in order of first appearance. */
export function groupByPerson(items: readonly Membership[]): Member[] {
  const members = new Map<string, { person: Membership['person']; memberships: Membership[] }>();
  for (const item of items) {
    const known = members.get(item.person.id);
    if (known) known.memberships.push(item);
    else members.set(item.person.id, { person: item.person, memberships: [item] });
  }
  return [...members.values()];
}

/** "Referrals admin (Munich)": a role, with its location if it has one. */
export function describeMembership({
  role,
  locationName,
}: Pick<Membership, 'role' | 'locationName'>): string {
  return locationName === null
    ? words.role[role]
    : t('members.role', { role: words.role[role], location: locationName });
}
