import { describe, expect, it } from 'vitest';
import { priorModel } from './prior.ts';
import { basisFor, chooseModel } from './which-model.ts';

describe('LQ-2: which model rates the leads of an organization', () => {
  const none = { won: 0, notWon: 0 };
  const enough = { won: 40, notWon: 40 };
  it.each([
    [enough, none, 'organization'],
    [enough, enough, 'organization'],
    [{ won: 39, notWon: 4000 }, enough, 'pooled'],
    [{ won: 4000, notWon: 39 }, enough, 'pooled'],
    [none, { won: 40, notWon: 39 }, 'prior'],
    [none, none, 'prior'],
  ] as const)('own %o, pooled %o: %s', (own, pooled, basis) => {
    expect(basisFor(own, pooled)).toBe(basis);
  });

  it('takes the best that is there', () => {
    const organization = { ...priorModel, basis: 'organization' as const };
    const pooled = { ...priorModel, basis: 'pooled' as const };
    expect(chooseModel({ organization, pooled, prior: priorModel }).basis).toBe('organization');
    expect(chooseModel({ pooled, prior: priorModel }).basis).toBe('pooled');
    expect(chooseModel({ prior: priorModel }).basis).toBe('prior');
  });
});
