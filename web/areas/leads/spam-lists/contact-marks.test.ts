import { describe, expect, it } from 'vitest';
import { findMarkProblem, guessKind, toNewMark } from './contact-marks.ts';

describe('an entry of the spam lists (CV-6)', () => {
  it.each([
    ['kim@spam.example', 'address'],
    ['  Kim.Lee@spam.example ', 'address'],
    ['@spam.example', 'domain'],
    ['spam.example', 'domain'],
    ['1and1.example', 'domain'],
    ['123456.example', 'domain'],
    ['+49 30 901820', 'phone'],
    ['0049-30-901820', 'phone'],
    ['(425) 555-0100', 'phone'],
    ['', 'domain'],
  ])('%j is most likely of the kind %s', (value, kind) => {
    expect(guessKind(value)).toBe(kind);
  });

  it.each([
    ['kim@spam.example', 'address'],
    ['spam.example', 'domain'],
    ['@spam.example', 'domain'],
    ['+49 30 901820', 'phone'],
    ['004930901820', 'phone'],
  ] as const)('%j goes to the server as %s', (value, kind) => {
    expect(findMarkProblem(value, kind)).toBeNull();
  });

  it.each([
    ['  ', 'domain'],
    ['spam.example', 'address'],
    ['@spam.example', 'address'],
    ['kim@spam.example', 'domain'],
    ['(425) 555-0100', 'phone'],
  ] as const)('%j as %s is asked about before it is sent', (value, kind) => {
    expect(findMarkProblem(value, kind)).toMatch(/\w/);
  });

  it('is sent without spaces around it, and without a note when there is none', () => {
    expect(toNewMark({ list: 'block', kind: 'domain', value: ' spam.example ', note: ' ' })).toEqual({
      list: 'block',
      kind: 'domain',
      value: 'spam.example',
    });
    expect(toNewMark({ list: 'allow', kind: 'phone', value: '+1', note: 'ours' }).note).toBe('ours');
  });
});
