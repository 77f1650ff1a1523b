import { describe, expect, it } from 'vitest';
import { compareVersions, findSide, listSides } from './conflict.ts';
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

describe('the sides of a field', () => {
  const versions = {
    before: base,
    mine: { ...base, dealName: 'Mine', teamMemberIds: ['c', 'a'] },
    theirs: { ...base, dealName: 'Theirs', estimatedValue: { amountMinor: 700000, currency: 'EUR' } },
  };

  it('are told from the value that a field has now', () => {
    expect(findSide('dealName', { ...base, dealName: 'Mine' }, versions)).toBe('mine');
    expect(findSide('dealName', { ...base, dealName: 'Theirs' }, versions)).toBe('theirs');
    expect(findSide('dealName', base, versions)).toBe('before');
    expect(findSide('dealName', { ...base, dealName: 'Ours' }, versions)).toBeNull();
    expect(findSide('teamMemberIds', { ...base, teamMemberIds: ['a', 'c'] }, versions)).toBe('mine');
  });

  it('leave out an empty one only where a deal needs a value', () => {
    const empty = { ...versions, before: { ...base, estimatedValue: null, notes: null } };
    expect(listSides('estimatedValue', empty)).toEqual(['mine', 'theirs']);
    expect(listSides('notes', empty)).toEqual(['mine', 'theirs', 'before']);
  });
});
