import { describe, expect, it } from 'vitest';
import type { ChosenColumn } from '../../../lead-query/look.ts';
import {
  inOrder,
  moved,
  movedBefore,
  withColumn,
  withoutColumn,
  withPin,
  withWidths,
} from './column-changes.ts';

const choice: ChosenColumn[] = [
  { id: 'customer' },
  { id: 'status', pinned: true },
  { id: 'quality', pinned: true },
  { id: 'country' },
  { id: 'type' },
];
const ids = (list: readonly ChosenColumn[]) => list.map(({ id }) => id).join(' ');

describe('WS-2: changes of the columns', () => {
  it('show the customer first, even where it was left out, and what is pinned before the others', () => {
    expect(ids(inOrder([{ id: 'country' }, { id: 'type', pinned: true }]))).toBe('customer type country');
  });

  it('move pinned columns among themselves, and the others among themselves', () => {
    expect(ids(moved(choice, 'country', 1))).toBe('customer status quality type country');
    expect(ids(moved(choice, 'country', -1))).toBe(ids(choice));
    expect(ids(moved(choice, 'quality', -1))).toBe('customer quality status country type');
    expect(ids(moved(choice, 'quality', 5))).toBe(ids(choice));
    expect(ids(moved(choice, 'customer', 1))).toBe(ids(choice));
  });

  it('move a column in front of another one, or to the end', () => {
    expect(ids(movedBefore(choice, 'type', 'country'))).toBe('customer status quality type country');
    expect(ids(movedBefore(choice, 'country', null))).toBe('customer status quality type country');
    expect(ids(movedBefore(choice, 'type', 'customer'))).toBe('customer status quality type country');
    expect(ids(movedBefore(choice, 'country', 'type'))).toBe(ids(choice));
  });

  it('show a column where it usually is, with a width so that it stays', () => {
    const shown = withColumn([{ id: 'customer' }, { id: 'type' }], 'country', 8, [
      'customer',
      'country',
      'type',
    ]);
    expect(shown).toEqual([{ id: 'customer' }, { id: 'country', width: 8 }, { id: 'type' }]);
  });

  it('never hide the customer', () => {
    expect(ids(withoutColumn(choice, 'customer'))).toBe(ids(choice));
    expect(ids(withoutColumn(choice, 'status'))).toBe('customer quality country type');
  });

  it('pin behind what is pinned, and let go to the front of the others', () => {
    expect(ids(withPin(choice, 'type', true))).toBe('customer status quality type country');
    expect(withPin(choice, 'status', false)).toContainEqual({ id: 'status' });
  });

  it('keep widths within what the API takes', () => {
    expect(withWidths(choice, new Map([['type', 99]])).at(-1)).toEqual({ id: 'type', width: 40 });
    expect(withWidths(choice, new Map([['type', 10.06]])).at(-1)).toEqual({ id: 'type', width: 10 });
  });
});
