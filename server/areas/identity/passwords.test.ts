import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFits, passwordShare, passwordsAtOnce, passwordTurns } from './passwords.ts';

describe('ID-5: work on passwords', () => {
  it('is done by a few at once, whoever asks for it: new passwords as well as those that are tried', async () => {
    const stored = await hashPassword('correct horse battery');
    const work = [
      ...Array.from({ length: 6 }, (_, n) => hashPassword(`a new password ${n}`)),
      ...Array.from({ length: 6 }, () => passwordFits('correct horse battery', stored)),
    ];
    await new Promise(setImmediate);
    expect(passwordTurns.loadOf(passwordShare)).toEqual({
      running: passwordsAtOnce,
      waiting: work.length - passwordsAtOnce,
    });
    expect((await Promise.all(work)).slice(6)).toEqual(Array(6).fill(true));
    expect(passwordTurns.loadOf(passwordShare)).toEqual({ running: 0, waiting: 0 });
  });

  it('of no account takes as long and fits never', async () => {
    expect(await passwordFits('no account has this password', null)).toBe(false);
  });
});
