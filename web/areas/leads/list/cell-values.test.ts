import { describe, expect, it } from 'vitest';
import { makeDeal } from '../../../../test/parts/made.ts';
import { changeTo, type EditableCell, editableCells, heldBy, shownWith } from './cell-values.ts';

const lead = {
  ...makeDeal({}, { notes: 'Three clinics.\nCall on Monday.' }),
  dealValue: { amountMinor: 1_250_000, currency: 'EUR' },
  estimatedPurchaseDate: '2027-03-01',
  stage: 'developed',
} as const;
const held = (cell: EditableCell) => heldBy(cell, lead);

describe('WS-2: the values of cells', () => {
  it('become the change that puts them back', () => {
    expect(editableCells.map((cell) => changeTo(cell, held(cell)))).toEqual([
      { estimatedValue: { amountMinor: 1_250_000, currency: 'EUR' } },
      { estimatedPurchaseDate: '2027-03-01' },
      { subStages: { developed: true, proposed: false, negotiated: false } },
      { notes: 'Three clinics.\nCall on Monday.' },
    ]);
  });

  it('a stage before the first takes all of them back', () => {
    expect(changeTo('stage', '')).toEqual({
      subStages: { qualified: false, developed: false, proposed: false, negotiated: false },
    });
  });

  it('clear notes with null', () => {
    expect(changeTo('notes', '')).toEqual({ notes: null });
  });

  it.each(['dealValue', 'estimatedPurchase', 'stage'] as const)('show in %s what they are', (cell) => {
    const blank = { ...lead, dealValue: null, estimatedPurchaseDate: null, stage: null };
    expect(heldBy(cell, blank)).toBe('');
    expect(heldBy(cell, { ...blank, ...shownWith(cell, held(cell)) })).toBe(held(cell));
  });
});
