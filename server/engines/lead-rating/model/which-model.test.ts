import { describe, expect, it } from 'vitest';
import { priorModel } from './prior.ts';
import { chooseModel, isEnough } from './which-model.ts';

describe('LQ-2: which model rates the leads of an organization', () => {
  it.each([
    [{ won: 40, notWon: 40 }, true],
    [{ won: 39, notWon: 4000 }, false],
    [{ won: 4000, notWon: 39 }, false],
    [{ won: 0, notWon: 0 }, false],
  ])('one learns from %o: %s', (counts, expected) => {
    expect(isEnough(counts)).toBe(expected);
  });

  it('takes the best that is there', () => {
    const organization = { ...priorModel, basis: 'organization' as const };
    const pooled = { ...priorModel, basis: 'pooled' as const };
    expect(chooseModel({ organization, pooled, prior: priorModel }).basis).toBe('organization');
    expect(chooseModel({ pooled, prior: priorModel }).basis).toBe('pooled');
    expect(chooseModel({ prior: priorModel }).basis).toBe('prior');
  });
});
