import { describe, expect, it } from 'vitest';
import { type Entrance, findEntrance, type KnownAccount, tellAccount } from './joining.rules.ts';

const at = new Date('2026-11-20T10:00:00.000Z');
const proven: KnownAccount = { email_verified_at: at, disabled_at: null };
const unproven: KnownAccount = { email_verified_at: null, disabled_at: null };
const disabled: KnownAccount = { email_verified_at: null, disabled_at: at };
/** The ends of an invitation sent just now, and of one sent an hour ago. */
const fresh = new Date(at.getTime() + 7 * 86_400_000);
const anHourOld = new Date(fresh.getTime() - 3_600_000);
const asNew = { name: 'Kim', password: 'nine purple lanterns' };
const asKnown = { password: 'nine purple lanterns' };

describe('ID-5: the way in by a link', () => {
  it.each<[boolean, KnownAccount | undefined, object, Entrance]>([
    [false, undefined, asNew, 'new'],
    [false, undefined, asKnown, 'new'],
    [false, proven, asNew, 'known'],
    [false, proven, asKnown, 'known'],
    [false, unproven, asNew, 'taken-over'],
    [false, unproven, asKnown, 'known'],
    [false, unproven, {}, 'known'],
    [false, disabled, asNew, 'known'],
  ])('ID-5 handed over %s, account %j, sent %j: %s', (handed_over, known, sent, entrance) => {
    expect(findEntrance({ handed_over, expires_at: fresh }, known, sent, at)).toBe(entrance);
  });

  it.each([undefined, proven, unproven, disabled])(
    'ID-5 a link that the inviter saw does not depend on the account: %j',
    (known) => {
      const link = { handed_over: true, expires_at: fresh };
      expect(findEntrance(link, known, asNew, at)).toBe('new');
      expect(findEntrance(link, known, asKnown, at)).toBe('known');
      expect(findEntrance(link, known, {}, at)).toBe('new');
      expect(tellAccount(link, known, at)).toBeNull();
    },
  );

  it.each([
    [undefined, false],
    [proven, true],
    [unproven, null],
    [disabled, true],
  ])('ID-5 a mailed link, account %j: told %s', (known, told) => {
    expect(tellAccount({ handed_over: false, expires_at: fresh }, known, at)).toBe(told);
  });

  it('ID-5 into an account that is there, an invitation lets somebody for an hour only; a new one for seven days', () => {
    const link = { handed_over: false, expires_at: anHourOld };
    expect(findEntrance(link, unproven, asNew, at)).toBe('known');
    expect(tellAccount(link, unproven, at)).toBe(true);
    expect(findEntrance(link, undefined, asNew, at)).toBe('new');
  });
});
