import { describe, expect, it } from 'vitest';
import { markOf, mentionedIn, partsOfText } from '../../../../contract/leads/mentions.ts';
import { type ActivityFacts, changesBetween, faultOf, isAuthor, newlyMentioned } from './activities.rules.ts';

const now = new Date('2026-11-30T12:00:00Z');
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const facts = (more: Partial<ActivityFacts> = {}): ActivityFacts => ({
  kind: 'call',
  at: now,
  outcome: null,
  text: null,
  ...more,
});

describe('WS-15: what an activity may say', () => {
  it.each<[string, Partial<ActivityFacts>, ReturnType<typeof faultOf>]>([
    ['a call without anything', {}, undefined],
    ['a call with its outcome', { outcome: 'no-answer' }, undefined],
    [
      'a meeting with the outcome of a call',
      { kind: 'meeting', outcome: 'reached' },
      'outcome-of-another-kind',
    ],
    ['a note with an outcome', { kind: 'note', text: 'x', outcome: 'sent' }, 'outcome-of-another-kind'],
    ['a note without a text', { kind: 'note' }, 'note-without-text'],
    ['something that a fast clock wrote', { at: minutes(5) }, undefined],
    ['something planned', { at: minutes(6) }, 'in-the-future'],
    ['something of last year', { at: new Date('2025-01-01T00:00:00Z') }, undefined],
    ['something of another century', { at: new Date('1999-12-31T23:59:59Z') }, 'long-ago'],
    ['twenty colleagues', { text: range(20).map(markOf).join() }, undefined],
    ['everyone', { text: range(21).map(markOf).join() }, 'too-many-mentions'],
    ['one colleague often', { text: markOf(id(1)).repeat(50) }, undefined],
  ])('WS-15 %s', (_what, more, fault) => {
    expect(faultOf(facts(more), now)).toBe(fault);
  });
});

function range(count: number): string[] {
  return Array.from({ length: count }, (_, n) => id(n));
}

describe('WS-15: who is mentioned', () => {
  it.each([
    [null, []],
    ['', []],
    [`Ask ${markOf(id(2))} and ${markOf(id(1))}, not ${markOf(id(2)).toUpperCase()}`, [id(2), id(1)]],
    ['@{not-an-id} kim@{x} @Kim', []],
  ])('WS-15 in %j', (text, expected) => {
    expect(mentionedIn(text)).toEqual(expected);
  });

  it('WS-15 editing tells only those who were not mentioned before', () => {
    const before = `Hello ${markOf(id(1))}`;
    expect(newlyMentioned(before, `${before} and ${markOf(id(2))}`)).toEqual([id(2)]);
    expect(newlyMentioned(before, 'nobody')).toEqual([]);
  });

  it('WS-15 the parts of a text are the text again', () => {
    const text = `${markOf(id(1))} first, then ${markOf(id(2))}`;
    const again = partsOfText(text).map((part) => ('words' in part ? part.words : markOf(part.personId)));
    expect(again.join('')).toBe(text);
    expect(partsOfText(text)).toEqual([{ personId: id(1) }, { words: ' first, then ' }, { personId: id(2) }]);
  });
});

it('WS-15 the timeline records what was changed, and never the text', () => {
  const before = facts({ text: 'Kim’s number is …', outcome: 'reached' });
  const after = { ...before, kind: 'meeting', outcome: 'held', text: 'other' } as const;
  expect(changesBetween(before, after)).toEqual([
    { field: 'activityKind', before: 'call', after: 'meeting' },
    { field: 'activityOutcome', before: 'reached', after: 'held' },
  ]);
});

it.each([
  [{ author_person_id: 'a', author_token_id: null }, { personId: 'a', tokenId: null }, true],
  [{ author_person_id: 'a', author_token_id: null }, { personId: 'b', tokenId: null }, false],
  [{ author_person_id: 'a', author_token_id: null }, { personId: null, tokenId: 'a' }, false],
  [{ author_person_id: null, author_token_id: 't' }, { personId: null, tokenId: 't' }, true],
  [{ author_person_id: null, author_token_id: 't' }, { personId: null, tokenId: 'u' }, false],
])('WS-15 what %j wrote is that of %j: %s', (row, hand, own) => {
  expect(isAuthor(row, hand)).toBe(own);
});
