import { describe, expect, it } from 'vitest';
import { splitNames } from './named-text.ts';

const name = 'שלום (בע"מ) Ltd';

describe('WS-8: names of any direction in a sentence', () => {
  it('are cut out whole, in their order', () => {
    expect(splitNames(`Contoso accepted ${name}`, ['Contoso', name])).toEqual([
      { text: 'Contoso', isName: true },
      { text: ' accepted ', isName: false },
      { text: name, isName: true },
    ]);
  });

  it('leave the sentence as it is: nothing is lost, nor said twice', () => {
    for (const names of [[], [''], ['Elsewhere'], ['a', 'a'], [name, 'Respond']]) {
      const sentence = `Respond to ${name}, a customer`;
      expect(
        splitNames(sentence, names)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sentence);
    }
  });
});
