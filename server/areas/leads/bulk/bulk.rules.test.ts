import { describe, expect, it } from 'vitest';
import { bulkActions } from '../../../../contract/leads/lists.ts';
import { nameDeal, planUndo, type UndoFacts } from './bulk.rules.ts';

const now = new Date('2026-11-20T10:00:00.000Z');

describe('WS-6: the names of deals', () => {
  it.each<[string, string | null, string | null, string]>([
    ['{customer}: {offer} ({number})', 'Adatum', 'Backup', 'Adatum: Backup (7)'],
    ['{customer}: {offer}', 'Adatum', null, 'Adatum'],
    ['{offer} – {customer}', 'Adatum', null, 'Adatum'],
    ['{customer}', null, 'Backup', 'Deal 7'],
    ['Q4 {customer}', null, null, 'Q4'],
    ['Same for all', 'Adatum', null, 'Same for all'],
    ['{customer}', '{offer} $& {number}', 'Backup', '{offer} $& {number}'],
    ['{customer}', `${'a'.repeat(199)} b`, null, 'a'.repeat(199)],
  ])('WS-6 %j with %j and %j', (pattern, customer, offer, name) => {
    expect(nameDeal(pattern, { customer, offer, number: 7 })).toBe(name);
  });
});

describe('WS-6: undoing', () => {
  const ended: Omit<UndoFacts, 'action'> = { state: 'done', endedAt: now, undoes: null, undoneBy: null };

  it('WS-6 only what told nobody that cannot be told otherwise', () => {
    const undoable = bulkActions.filter((action) => 'with' in planUndo({ ...ended, action }, now));
    expect(undoable).toEqual(['assign', 'favorite', 'unfavorite']);
  });

  it('WS-6 for 24 hours after its end, once, and never an undo itself', () => {
    const facts: UndoFacts = { ...ended, action: 'favorite' };
    const later = (milliseconds: number) => new Date(now.getTime() + 24 * 3_600_000 + milliseconds);
    expect(planUndo(facts, later(-1))).toMatchObject({ with: { action: 'unfavorite' }, until: later(0) });
    expect(planUndo({ ...facts, state: 'cancelled' }, now)).toHaveProperty('until');
    const refused: [UndoFacts, Date][] = [
      [facts, later(0)],
      [{ ...facts, undoes: 'x' }, now],
      [{ ...facts, undoneBy: 'x' }, now],
      [{ ...facts, state: 'running', endedAt: null }, now],
    ];
    for (const [one, at] of refused) expect(planUndo(one, at)).toHaveProperty('refusal');
  });
});
