import { describe, expect, it } from 'vitest';
import { markOf } from '../../../../contract/leads/mentions.ts';
import { idOf } from '../../../../test/parts/made.ts';
import { findAsked, toMarked, toWritten, withMention } from './mention-text.ts';

const ann = { id: idOf(1), name: 'Ann' };
const annLee = { id: idOf(2), name: 'Ann Lee' };
const people = [ann, annLee];

describe('WS-15: mentions in a text', () => {
  it.each([
    ['Ask @Ann please', `Ask ${markOf(ann.id)} please`],
    ['@Ann Lee, @Ann.', `${markOf(annLee.id)}, ${markOf(ann.id)}.`],
    [
      '@Anna is someone else, and so is ann@Annex.example',
      '@Anna is someone else, and so is ann@Annex.example',
    ],
    ['@', '@'],
    ['', ''],
    ['🙂 @Ann 🙂', `🙂 ${markOf(ann.id)} 🙂`],
  ])('WS-15 %j', (text, marked) => {
    expect(toMarked({ text, people })).toBe(marked);
    const named = people.filter(({ id }) => marked.includes(id));
    expect(toWritten(marked, named).text).toBe(text);
  });

  it.each([
    ['@', 1, { at: 0, search: '' }],
    ['Ask @an', 7, { at: 4, search: 'an' }],
    ['Ask @Ann Le', 11, { at: 4, search: 'Ann Le' }],
    ['Ask @an now', 7, { at: 4, search: 'an' }],
    ['(@a', 3, { at: 1, search: 'a' }],
    ['kim@alpine.example', 18, undefined],
    ['@Ann said that we', 17, undefined],
    ['@a\nb', 4, undefined],
    ['@ a', 3, undefined],
    ['none', 4, undefined],
  ])('WS-15 what is asked for in %j at %i', (text, caret, asked) => {
    expect(findAsked(text, caret)).toEqual(asked);
  });

  it('WS-15 a person takes the place of what was typed', () => {
    const asked = { at: 4, search: 'an' };
    expect(withMention({ text: 'Ask @an', people: [] }, asked, ann)).toEqual({
      text: 'Ask @Ann ',
      people: [ann],
      caret: 9,
    });
    expect(withMention({ text: 'Ask @an now', people: [ann] }, asked, ann)).toMatchObject({
      text: 'Ask @Ann now',
      people: [ann],
      caret: 9,
    });
  });
});
