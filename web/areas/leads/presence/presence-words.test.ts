import { describe, expect, it } from 'vitest';
import { groupPresent, type Present } from './presence-words.ts';

const present = (name: string, doing: Present['doing']): Present => ({ id: name, name, doing });
const sentences = (others: Present[], status: 'Received' | 'Accepted' = 'Received') =>
  groupPresent(others, status, 'en').map(({ sentence }) => sentence);

describe('WS-9: who else has a lead open', () => {
  it('WS-9 is named by what they do, who works on it first', () => {
    const others = [present('Grace Okafor', 'looking'), present('Robin Chen', 'working')];
    expect(sentences(others)).toEqual([
      'Robin Chen is answering this lead',
      'Grace Okafor is looking at this lead',
    ]);
    expect(sentences(others, 'Accepted')[0]).toBe('Robin Chen is editing this lead');
  });

  it('WS-9 is one sentence for many, and counts those beyond three', () => {
    const others = ['Ada', 'Ben', 'Cleo', 'Dan'].map((name) => present(name, 'looking'));
    expect(sentences(others.slice(0, 2))).toEqual(['Ada and Ben are looking at this lead']);
    expect(sentences(others)).toEqual(['Ada, Ben, and 2 others are looking at this lead']);
    expect(sentences([])).toEqual([]);
  });
});
