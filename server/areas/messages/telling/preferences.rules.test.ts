import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../contract/identity/lists.ts';
import { optionalCategories } from '../../../../contract/messages/lists.ts';
import { kindsOfMail } from '../../../main.ts';
import type { PersonActor } from '../../identity/index.ts';
import { addressStateOf, categoriesFor } from './preferences.rules.ts';

function actor(organizationKind: 'partner' | 'operator', ...roles: Role[]): PersonActor {
  return {
    kind: 'person',
    personId: 'p',
    sessionId: 's',
    organizationId: 'o',
    organizationName: 'O',
    organizationKind,
    name: 'P',
    grants: roles.map((role) => ({ role, locationId: null, locationName: null })),
  };
}
const ofMails = Object.values(kindsOfMail).flatMap(({ category }) => category ?? []);
const keysFor = (who: PersonActor) => categoriesFor(who, ofMails, new Set()).map((one) => one.key);

describe('NT-5: categories', () => {
  it.each<[string, PersonActor, string[]]>([
    [
      'a Referrals admin',
      actor('partner', 'referrals-admin'),
      [
        'new-lead',
        'expiring-soon',
        'unanswered',
        'assignment',
        'mention',
        'team-assignment',
        'account',
        'announcements',
      ],
    ],
    [
      'a Referrals user',
      actor('partner', 'referrals-user'),
      ['assignment', 'mention', 'team-assignment', 'account', 'announcements'],
    ],
    ['an Account admin', actor('partner', 'account-admin'), ['account', 'announcements']],
    ['a seller', actor('operator', 'seller'), ['sent-lead', 'account']],
    ['an Operator admin', actor('operator', 'operator-admin'), ['direct-expired', 'account']],
  ])('NT-5 %s is shown what concerns them', (_who, who, keys) => {
    expect(keysFor(who)).toEqual(keys);
  });

  it('NT-3 what can be switched off is on until it is; what is required is on and says why', () => {
    const all = [
      ...categoriesFor(
        actor('partner', 'referrals-admin'),
        ofMails,
        new Set(['expiring-soon', 'announcements']),
      ),
      ...categoriesFor(actor('operator', 'seller', 'operator-admin'), ofMails, new Set()),
    ];
    expect(all.filter((one) => !one.wanted).map((one) => one.key)).toEqual([
      'expiring-soon',
      'announcements',
    ]);
    const optional = new Set(all.filter((one) => !one.required).map((one) => one.key));
    expect(optional).toEqual(new Set(optionalCategories));
    for (const one of all) expect(one.requiredReason !== null, `${one.key}`).toBe(one.required);
  });

  it.each([
    [null, null, 'unconfirmed'],
    ['2026-01-01', null, 'confirmed'],
    [null, '2026-01-01', 'refused'],
    ['2026-01-02', '2026-01-01', 'refused'],
  ])('NT-5 confirmed %s and refused %s is %s', (verified, refused, state) => {
    const at = (day: string | null) => (day === null ? null : new Date(day));
    expect(addressStateOf({ email_verified_at: at(verified), email_refused_at: at(refused) }).state).toBe(
      state,
    );
  });
});
