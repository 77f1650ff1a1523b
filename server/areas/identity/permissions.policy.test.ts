import { describe, expect, it } from 'vitest';
import { permissions } from '../../../contract/identity/identity.ts';
import { type ApiTokenScope, apiTokenScopes, type Role, roles } from '../../../contract/identity/lists.ts';
import { type Actor, hasPermission, type Permission, requirePermission } from './index.ts';

type Kind = Actor['organizationKind'];
type Place = 'everywhere' | 'at a location';

const organization = { organizationId: 'o', organizationName: 'Contoso', name: 'Ada' };

function person(organizationKind: Kind, held: readonly Role[], place: Place = 'everywhere'): Actor {
  const locationId = place === 'everywhere' ? null : 'l';
  const grants = held.map((role) => ({ role, locationId, locationName: null }));
  return { ...organization, organizationKind, kind: 'person', personId: 'p', sessionId: 's', grants };
}

function token(organizationKind: Kind, ...scopes: ApiTokenScope[]): Actor {
  return { ...organization, organizationKind, kind: 'token', personId: null, tokenId: 't', scopes };
}

/** What each role grants wherever it applies, and what it adds when it applies to the whole organization. */
interface Given {
  readonly anywhere: string;
  readonly everywhere: string;
}

const nothing: Given = { anywhere: '', everywhere: '' };
const sends: Given = { anywhere: 'createLeads', everywhere: '' };
const readsLeads = 'readLeads listColleagues';
const adminsLeads = `${readsLeads} exportLeads recheckContacts`;
const accounts = 'manageAccess manageIntake managePeople readOutbox changeWorkingCalendar';
const oversees =
  'seePartnerLeads decideQuarantine managePeriods manageSpamLists manageVocabularies managePartnerOffers announce superviseInstallation';

/** What a role grants in organizations of either kind. */
const given: Record<Role, Given> = {
  'account-admin': { anywhere: '', everywhere: accounts },
  'profile-admin': nothing,
  'referrals-admin': {
    anywhere: `${adminsLeads} workLeads deleteActivities`,
    everywhere:
      'shareTemplates importLeads manageIntake manageViews readOutbox readLeadRating changeWorkingCalendar',
  },
  'referrals-user': { anywhere: `${readsLeads} workLeads`, everywhere: '' },
  'operator-admin': {
    anywhere: adminsLeads,
    everywhere: `${accounts} importLeads manageViews readLeadRating`,
  },
  seller: sends,
  marketer: sends,
};

/** What it also grants in organizations of one kind; a command can give any role in any organization. */
const besides: Record<Kind, Partial<Record<Role, Given>>> = {
  partner: {
    'account-admin': { anywhere: '', everywhere: 'changeContactSharing' },
    'profile-admin': { anywhere: '', everywhere: 'editProfiles deleteProfiles manageOffers' },
    'referrals-admin': { anywhere: 'reportSpam', everywhere: 'shareLeads editProfiles manageOffers' },
    'referrals-user': { anywhere: 'reportSpam', everywhere: '' },
  },
  operator: {
    'referrals-admin': { anywhere: 'listPartners', everywhere: '' },
    'referrals-user': { anywhere: 'listPartners', everywhere: '' },
    'operator-admin': { anywhere: 'listPartners routeLeads', everywhere: oversees },
    seller: { anywhere: 'listPartners', everywhere: '' },
    marketer: { anywhere: 'listPartners', everywhere: '' },
  },
};

const ofScope: Record<ApiTokenScope, Record<Kind, string>> = {
  'leads:read': { partner: `${readsLeads} exportLeads`, operator: `${readsLeads} exportLeads listPartners` },
  'leads:write': {
    partner: 'workLeads listColleagues recheckContacts',
    operator: 'workLeads listColleagues recheckContacts',
  },
  'leads:create': { partner: 'createLeads', operator: 'createLeads listPartners' },
  'mails:bounces': { partner: '', operator: 'reportReturnedMail' },
};

const kinds: readonly Kind[] = ['partner', 'operator'];
const places: readonly Place[] = ['everywhere', 'at a location'];
const listed = (names: string) => names.split(' ').filter((name) => name !== '');

/** Every permission by name: those that the app is told about, and the two that it is not. */
const all: readonly Permission[] = [...permissions.keyof().options, 'reportReturnedMail', 'deleteActivities'];
const permitted = (actor: Actor) => all.filter((permission) => hasPermission(actor, permission)).toSorted();

describe('ID-1, ID-4: what each role gives outside single leads', () => {
  it.each(kinds.flatMap((kind) => places.flatMap((place) => roles.map((role) => ({ kind, place, role })))))(
    'ID-1 $role $place, $kind',
    ({ kind, place, role }) => {
      const parts = [given[role], besides[kind][role] ?? nothing];
      const expected = parts.flatMap(({ anywhere, everywhere }) =>
        listed(place === 'everywhere' ? `${anywhere} ${everywhere}` : anywhere),
      );
      const everybodys = kind === 'partner' ? ['readContactSharing'] : [];
      expect(permitted(person(kind, [role], place))).toEqual([...expected, ...everybodys].toSorted());
    },
  );

  it('ID-1 several roles add up, each at its place', () => {
    const actor = person('operator', ['seller']);
    const grant = { role: 'operator-admin', locationId: 'l', locationName: null } as const;
    const both = actor.kind === 'person' ? { ...actor, grants: [...actor.grants, grant] } : actor;
    expect(permitted(both)).toEqual(
      [...listed(adminsLeads), 'createLeads', 'listPartners', 'routeLeads'].toSorted(),
    );
  });

  it('LQ-3: admins of the leads of all the organization, and nobody else', () => {
    const mayRead = (role: Role, place: Place) =>
      hasPermission(person('partner', [role], place), 'readLeadRating');
    expect(hasPermission(person('operator', ['operator-admin']), 'readLeadRating')).toBe(true);
    expect(mayRead('referrals-admin', 'everywhere')).toBe(true);
    expect(mayRead('referrals-admin', 'at a location')).toBe(false);
    expect(mayRead('account-admin', 'everywhere')).toBe(false);
    expect(hasPermission(person('partner', []), 'readLeadRating')).toBe(false);
  });
});

describe('ID-5: what each scope of a token gives', () => {
  it.each(kinds.flatMap((kind) => apiTokenScopes.map((scope) => ({ kind, scope }))))(
    'ID-5 $scope, $kind',
    ({ kind, scope }) => {
      expect(permitted(token(kind, scope))).toEqual(listed(ofScope[scope][kind]).toSorted());
    },
  );
});

describe('ID-3: who lacks a permission', () => {
  it.each([
    ['the roles that have it', person('partner', ['referrals-user']), 'readOutbox', /Account admin or Refer/],
    [
      'the other kind of organization',
      person('partner', ['account-admin']),
      'decideQuarantine',
      /only for people of the operator/,
    ],
    [
      'partners, for what is theirs',
      person('operator', ['operator-admin']),
      'reportSpam',
      /only for people of partners/,
    ],
    ['a scope', token('operator', 'leads:read'), 'manageAccess', /doesn’t have the scope/],
  ] as const)('ID-3 is told of %s', (_, actor, permission, said) => {
    expect(() => requirePermission(actor, permission)).toThrow(said);
  });

  it('ID-4 an Operator admin of one location is refused what counts for the whole installation', () => {
    const actor = person('operator', ['operator-admin'], 'at a location');
    const refused = all.filter((permission) => listed(`${oversees} readOutbox`).includes(permission));
    expect(refused).toHaveLength(9);
    for (const permission of refused)
      expect(() => requirePermission(actor, permission), permission).toThrow(/needs the role Operator admin/);
  });
});
