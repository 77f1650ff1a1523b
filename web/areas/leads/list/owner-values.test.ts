import { describe, expect, it } from 'vitest';
import { ownersFirst, standInWords } from './owner-values.ts';

const value = (id: string, count: number) => ({ value: id, label: id, count });

describe('WS-3: the filter by owner', () => {
  it('WS-3 offers the reader and nobody first, with their counts, and nobody twice', () => {
    const values = [value('bo', 7), value('nobody', 5), value('ada', 2)];
    expect(ownersFirst('assignedTo', values, [], 'ada')).toEqual([
      { value: 'me', label: 'Me', count: 2 },
      { value: 'nobody', label: 'Nobody', count: 5 },
      value('bo', 7),
    ]);
  });

  it('WS-3 offers both where nobody owns anything, and the reader by name where a link chose them so', () => {
    expect(ownersFirst('assignedTo', [], [], 'ada').map(({ value: one }) => one)).toEqual(['me', 'nobody']);
    const chosen = ownersFirst('assignedTo', [value('ada', 2)], ['ada'], 'ada');
    expect(chosen.map(({ value: one }) => one)).toEqual(['me', 'nobody', 'ada']);
  });

  it('WS-3 leaves other filters alone', () => {
    expect(ownersFirst('location', [value('munich', 1)], [], 'ada')).toEqual([value('munich', 1)]);
    expect(standInWords('location', 'me')).toBeUndefined();
    expect(standInWords('assignedTo', 'me')).toBe('Me');
  });
});
