import { describe, expect, it } from 'vitest';
import { type ApiTokenScope, apiTokenScopes, type Role, roles } from '../../../../contract/identity/lists.ts';
import { type LeadAction, type LeadState, leadStates } from '../../../../contract/leads/lists.ts';
import type { Actor } from '../../identity/index.ts';
import { allowedActions, mayDo } from './leads.policy.ts';
import type { LifecycleFacts } from './leads.rules.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const later = new Date('2026-11-21T10:00:00.000Z');
const organization = { organizationId: 'o', organizationName: 'Contoso' };

function person(kind: 'partner' | 'operator', ...held: Role[]): Actor {
  const grants = held.map((role) => ({ role, locationId: null, locationName: null }));
  return {
    ...organization,
    kind: 'person',
    name: 'Ada',
    organizationKind: kind,
    personId: 'p',
    sessionId: 's',
    grants,
  };
}

function token(...scopes: ApiTokenScope[]): Actor {
  return {
    ...organization,
    kind: 'token',
    name: 'A token',
    organizationKind: 'partner',
    personId: null,
    tokenId: 't',
    scopes,
  };
}

function lead(status: LeadState | null): LifecycleFacts {
  return {
    status,
    expiresAt: status === null ? null : later,
    availableUntil: status === null ? later : null,
  };
}

/** What the state of a lead allows people who may work it. */
const byState = (state: LeadState | null): LeadAction[] => {
  if (state === 'Received') return ['accept', 'decline', 'close-as-error', 'assign'];
  if (state === 'Accepted') return ['edit', 'close-outcome', 'close-as-error', 'assign'];
  return state === null ? ['assign'] : [];
};

const states = [...leadStates, null];
const partnerRoles = roles.filter((role) => !['operator-admin', 'seller', 'marketer'].includes(role));

describe('ID-4: what may be done to a lead now', () => {
  it.each(partnerRoles.flatMap((role) => states.map((state) => ({ role, state }))))(
    'ID-1, ID-4 $role of a partner, $state',
    ({ role, state }) => {
      const works = role === 'referrals-admin' || role === 'referrals-user';
      const expected = [...(works ? byState(state) : []), 'favorite'];
      expect(allowedActions(person('partner', role), lead(state), now).toSorted()).toEqual(
        expected.toSorted(),
      );
    },
  );

  it.each(states)(
    'ID-4 an operator admin sends on or throws out what waits with the operator, and works nothing: %s',
    (state) => {
      const actions = allowedActions(person('operator', 'operator-admin'), lead(state), now);
      const open = state === 'Received' || state === 'Accepted';
      const expected = [
        ...(open ? ['close-as-error'] : []),
        'favorite',
        ...(state === 'ClosedAsError' ? [] : ['route']),
      ];
      expect(actions.toSorted()).toEqual(expected);
    },
  );

  it.each(['seller', 'marketer'] as const)('ID-4 a %s neither works nor routes', (role) => {
    expect(allowedActions(person('operator', role), lead('Received'), now)).toEqual(['favorite']);
  });

  it('ID-4 routing needs the operator’s organization, not only the role', () => {
    expect(allowedActions(person('partner', 'operator-admin'), lead('Received'), now)).toEqual(['favorite']);
  });

  it.each(apiTokenScopes.flatMap((scope) => states.map((state) => ({ scope, state }))))(
    'ID-4, ID-5 a token with $scope, $state',
    ({ scope, state }) => {
      const expected = scope === 'leads:write' ? byState(state) : [];
      expect(allowedActions(token(scope), lead(state), now).toSorted()).toEqual(expected.toSorted());
    },
  );

  it('LC-4 nothing is left of a received lead whose time has run out', () => {
    const overdue = { ...lead('Received'), expiresAt: now };
    expect(allowedActions(person('partner', 'referrals-admin'), overdue, now)).toEqual(['favorite']);
  });

  it('LC-8 an informational lead can be assigned as long as it is shown', () => {
    const over = { ...lead(null), availableUntil: now };
    expect(allowedActions(person('partner', 'referrals-user'), over, now)).toEqual(['favorite']);
  });

  it('ID-1 several roles add up', () => {
    const actor = person('partner', 'account-admin', 'referrals-user');
    expect(mayDo(actor, 'accept')).toBe(true);
    expect(allowedActions(actor, lead('Received'), now)).toContain('accept');
    expect(mayDo(person('partner', 'account-admin', 'profile-admin'), 'accept')).toBe(false);
  });
});
