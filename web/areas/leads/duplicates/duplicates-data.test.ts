import { describe, expect, it } from 'vitest';
import type { PossibleDuplicate } from '../../../../contract/leads/duplicates.ts';
import { nameDuplicate, splitDismissed, wordWeight } from './duplicates-data.ts';

const item = (id: string, change: Partial<PossibleDuplicate> = {}): PossibleDuplicate => ({
  lead: {
    id,
    customerName: 'Contoso',
    contactName: 'Anna',
    createdAt: '',
    status: 'Received',
    outcome: null,
  },
  score: 10,
  level: 'likely',
  reasons: [],
  linked: false,
  dismissed: false,
  ...change,
});

describe('LQ-4: possible duplicates on the page', () => {
  it('LQ-4: what was dismissed stands apart, each in its order', () => {
    const items = [
      item('a', { linked: true }),
      item('b', { dismissed: true }),
      item('c'),
      item('d', { dismissed: true }),
    ];
    const { open, dismissed } = splitDismissed(items);
    expect(open.map(({ lead }) => lead.id)).toEqual(['a', 'c']);
    expect(dismissed.map(({ lead }) => lead.id)).toEqual(['b', 'd']);
  });

  it.each([
    ['Contoso', 'Anna', 'Contoso, Anna'],
    ['Contoso', null, 'Contoso'],
    [null, 'Anna', 'Anna'],
    [null, null, 'the lead without a name'],
  ])('LQ-4: a lead of %j and %j is called %s', (customerName, contactName, expected) => {
    expect(nameDuplicate({ lead: { ...item('a').lead, customerName, contactName } })).toBe(expected);
  });

  it('LQ-4: points have a sign', () => {
    expect([10, 1, -3].map(wordWeight)).toEqual(['+10', '+1', '−3']);
  });
});
