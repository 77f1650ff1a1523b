import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  clearableText,
  nameText,
  optionalName,
  optionalNote,
  optionalText,
  text,
} from './text.ts';

const messages = (
  schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('text that can be stored', () => {
  it.each([
    ['a NUL character', 'a\u0000b'],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\ude00a'],
    ['surrogates in the wrong order', '\ude00\ud83d'],
  ])('IN-4 refuses %s', (_name, value) => {
    for (const schema of [nameText(), optionalName(), optionalNote(), clearableText(200)])
      expect(messages(schema, value)).toEqual(['contains a NUL character or half of a surrogate pair']);
  });

  it.each([
    'a\tb',
    'línea\nzwei',
    '\u202eabc',
    '😀',
    '<b>',
    "Robert'); drop table lead;--",
    '日本語',
    'e\u0301',
  ])('takes %j as it is', (value) => {
    expect(nameText().parse(value)).toBe(value);
  });

  it.each(['\u200b', '\u202e\u2066', '\u3164', '\ufeff\u2060', '\u0007', '\u0301'])(
    'ID-7 refuses a name that nobody can see: %j',
    (value) => {
      expect(messages(nameText(), value)).toEqual(['has no visible characters']);
    },
  );

  it('cuts blanks from both ends and keeps those between', () => {
    expect(nameText().parse('  Ada  Lovelace \n')).toBe('Ada  Lovelace');
  });
});

describe('limits', () => {
  it.each([
    ['names', nameText, 200],
    ['optional names', optionalName, 200],
    ['notes', optionalNote, 5000],
  ])(
    'IN-5 %s have at most the characters that the limit says, astral ones counting as one',
    (_name, schema, limit) => {
      for (const letter of ['x', 'é', '😀']) {
        expect(schema().parse(letter.repeat(limit))).toBe(letter.repeat(limit));
        expect(messages(schema(), letter.repeat(limit + 1))).toEqual([`has more than ${limit} characters`]);
      }
      expect(messages(schema(), 'x'.repeat(100_000))).toEqual([`has more than ${limit} characters`]);
    },
  );

  it('IN-5 counts what was sent, blanks included', () => {
    expect(messages(text(3), '    ')).toEqual(['has more than 3 characters']);
  });

  it('names every rule that a text breaks', () => {
    expect(messages(text(3), 'abc\u0000')).toEqual([
      'has more than 3 characters',
      'contains a NUL character or half of a surrogate pair',
    ]);
  });
});

describe('text that may be missing', () => {
  it.each([[undefined], [null], [''], ['   '], ['\n\t']])('%j becomes null', (value) => {
    expect(optionalText(10).parse(value)).toBeNull();
    expect(messages(nameText(), value).length).toBeGreaterThan(0);
  });

  it.each([[0], [false], [[]], [{}], [['a']]])('%j is no text', (value) => {
    expect(optionalText(10).safeParse(value).success).toBe(false);
  });

  it('a change that clears differs from a change that is not sent', () => {
    const schema = clearableText(10).optional();
    expect([schema.parse(null), schema.parse(' '), schema.parse(undefined)]).toEqual([null, null, undefined]);
  });
});

describe('calendar days', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '9999-12-31', '0001-01-01'])('%s exists', (day) => {
    expect(calendarDay.parse(day)).toBe(day);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '10000-01-01',
    '0000-01-01',
    '-2026-01-01',
    '2026-01-01T00:00:00Z',
    '01.02.2026',
    'infinity',
    '',
  ])('IN-4 %j does not', (day) => {
    expect(messages(calendarDay, day)).toEqual(['is not a calendar date (YYYY-MM-DD)']);
  });
});
