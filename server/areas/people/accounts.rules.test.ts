import { describe, expect, it } from 'vitest';
import { findLinkEnd, invitationExpiry, linkExpiry } from './account-links.rules.ts';
import { requireGoodPassword, requireNewAccount } from './new-password.rules.ts';
import { managesPeople, requireAdminLeft, requireRolesAt } from './people.policy.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const later = new Date(now.getTime() + 1);

describe('ID-5: how long a link counts', () => {
  it.each([
    [{ expires_at: later, used_at: null, replaced_at: null }, undefined],
    [{ expires_at: now, used_at: null, replaced_at: null }, 'expired'],
    [{ expires_at: later, used_at: now, replaced_at: null }, 'used'],
    [{ expires_at: later, used_at: null, replaced_at: now }, 'replaced'],
    // Used or replaced outweighs expired.
    [{ expires_at: now, used_at: now, replaced_at: null }, 'used'],
    [{ expires_at: now, used_at: null, replaced_at: now }, 'replaced'],
  ])('ID-5 %j is over because: %s', (link, end) => expect(findLinkEnd(link, now)).toBe(end));

  it('ID-5 an invitation ends seven days after it was made', () => {
    expect(invitationExpiry(now).toISOString()).toBe('2026-11-27T10:00:00.000Z');
  });

  it('ID-5 a link into an account ends one hour after it was made', () => {
    expect(linkExpiry(now).toISOString()).toBe('2026-11-20T11:00:00.000Z');
  });
});

describe('ID-5: new passwords', () => {
  const email = 'someone@example.test';
  it.each(['twelve chars', 'пароль пароль', 'ünïcödé wörds', 'xxxx abc yz 12'])(
    'ID-5 “%s” is taken',
    (password) => expect(() => requireGoodPassword(password, email)).not.toThrow(),
  );
  it.each(['eleven char', '🗝️🗝️🗝️', 'abcabcabcabc', 'Someone@Example.test'])('ID-5 “%s” is not', (password) =>
    expect(() => requireGoodPassword(password, email)).toThrow(/^body.password must/),
  );
  it('ID-5 a new account names everything that is missing', () => {
    expect(() => requireNewAccount({})).toThrow('A new account needs a name and a password.');
    expect(() => requireNewAccount({ name: 'Kim' })).toThrow('A new account needs a password.');
    expect(requireNewAccount({ name: 'Kim', password: 'x' })).toEqual({ name: 'Kim', password: 'x' });
  });
});

describe('ID-1: roles', () => {
  it('ID-1 are those of the kind of organization', () => {
    expect(() => requireRolesAt('partner', ['account-admin', 'referrals-user'], 'body.roles')).not.toThrow();
    expect(() => requireRolesAt('operator', ['seller'], 'body.roles')).not.toThrow();
    expect(() => requireRolesAt('partner', ['referrals-user', 'operator-admin'], 'body.roles')).toThrow();
    expect(() => requireRolesAt('operator', ['account-admin'], 'body.roles')).toThrow();
  });

  const role = { id: 'r1', personId: 'me', role: 'account-admin', locationId: null } as const;
  it.each([
    ['the last', role, [role], true],
    ['my own', role, [role, { id: 'r2', personId: 'other' }], true],
    ['somebody else’s', { ...role, personId: 'other' }, [role, { id: 'r2', personId: 'me' }], false],
    ['one of two of mine', role, [role, { id: 'r2', personId: 'me' }], false],
    ['one for a location', { ...role, locationId: 'munich' }, [{ id: 'r2', personId: 'me' }], false],
    ['another', { ...role, role: 'referrals-admin' } as const, [], false],
  ])('ID-1 taking away %s', (_what, leaving, managing, refused) => {
    const take = () => requireAdminLeft('me', leaving, managing);
    if (refused) expect(take).toThrow();
    else expect(take).not.toThrow();
  });

  it('ID-1 only admins of the whole organization manage its people', () => {
    expect(managesPeople({ role: 'operator-admin', locationId: null })).toBe(true);
    expect(managesPeople({ role: 'account-admin', locationId: 'munich' })).toBe(false);
    expect(managesPeople({ role: 'referrals-admin', locationId: null })).toBe(false);
  });
});
