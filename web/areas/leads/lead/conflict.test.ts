import { describe, expect, it } from 'vitest';
import { compareVersions, mergeVersions } from './conflict.ts';
import { type DealValues, toChange } from './deal-values.ts';

const base: DealValues = {
  dealName: 'Fabrikam – Backup',
  estimatedValue: { amountMinor: 500000, currency: 'EUR' },
  estimatedPurchaseDate: '2026-06-30',
  notes: null,
  crmId: null,
  campaignId: 'SPRING',
  teamMemberIds: ['a', 'b'],
  employees: [],
};

describe('toChange', () => {
  it('holds only what is different', () => {
    expect(toChange(base, { ...base, notes: 'Called', campaignId: null })).toEqual({
      notes: 'Called',
      campaignId: null,
    });
    expect(toChange(base, { ...base, teamMemberIds: ['b', 'a'] })).toEqual({});
  });

  it('leaves out a value that cannot be cleared', () => {
    expect(toChange(base, { ...base, estimatedPurchaseDate: null })).toEqual({});
  });
});

describe('compareVersions', () => {
  it('tells clashing changes from those of one side', () => {
    const mine = { ...base, dealName: 'Mine', notes: 'My note' };
    const theirs = { ...base, dealName: 'Theirs', crmId: 'C-1' };
    expect(compareVersions(base, mine, theirs)).toEqual({
      clashing: ['dealName'],
      mine: ['notes'],
      theirs: ['crmId'],
    });
  });

  it('finds no clash where both did the same', () => {
    const both = { ...base, teamMemberIds: ['c', 'a'] };
    expect(compareVersions(base, both, { ...base, teamMemberIds: ['a', 'c'] })).toEqual({
      clashing: [],
      mine: [],
      theirs: [],
    });
  });
});

describe('mergeVersions', () => {
  const mine = { ...base, dealName: 'Mine', notes: 'My note' };
  const theirs = { ...base, dealName: 'Theirs', crmId: 'C-1' };

  it('keeps my changes on top of theirs', () => {
    expect(mergeVersions(base, mine, theirs, 'mine')).toEqual({
      ...base,
      dealName: 'Mine',
      notes: 'My note',
      crmId: 'C-1',
    });
  });

  it('takes theirs only where both changed the same field', () => {
    expect(mergeVersions(base, mine, theirs, 'theirs')).toEqual({
      ...base,
      dealName: 'Theirs',
      notes: 'My note',
      crmId: 'C-1',
    });
  });
});
