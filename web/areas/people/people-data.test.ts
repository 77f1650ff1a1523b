import { expect, it } from 'vitest';
import type { Membership } from '../../../contract/people/accounts.ts';
import { describeMembership, groupByPerson } from './people-data.ts';

const one = (person: string, role: Membership['role'], locationName: string | null = null): Membership => ({
  id: `${person} ${role}`,
  person: {
    id: person,
    name: person,
    email: `${person}@example.test`,
    emailVerified: true,
    emailRefused: false,
  },
  role,
  locationId: locationName,
  locationName,
  createdAt: '2026-11-20T10:00:00.000Z',
});

it('ID-1 people are listed once, with all their roles, in the order of the server', () => {
  const members = groupByPerson([
    one('kim', 'referrals-admin', 'Munich'),
    one('ada', 'account-admin'),
    one('kim', 'profile-admin'),
  ]);
  expect(members.map(({ person, memberships }) => [person.id, memberships.map(describeMembership)])).toEqual([
    ['kim', ['Referrals admin (Munich)', 'Business profile admin']],
    ['ada', ['Account admin']],
  ]);
  expect(groupByPerson([])).toEqual([]);
});
