import { describe, expect, it } from 'vitest';
import { type KeyPress, readShortcut } from './shortcuts.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

describe('WS-8: what a press means', () => {
  it.each([
    ['a Latin letter', press('a', 'KeyA'), 'a'],
    ['the same with Caps Lock', press('A', 'KeyA'), 'a'],
    ['Russian', press('ф', 'KeyA'), 'a'],
    ['Russian with Caps Lock', press('Ф', 'KeyA'), 'a'],
    ['Ukrainian', press('і', 'KeyS'), 's'],
    ['Greek', press('α', 'KeyA'), 'a'],
    ['Hebrew', press('ש', 'KeyA'), 'a'],
    ['Arabic', press('ش', 'KeyA'), 'a'],
    ['Thai', press('ฟ', 'KeyA'), 'a'],
    ['Korean', press('ㅁ', 'KeyA'), 'a'],
    ['Japanese kana', press('ち', 'KeyA'), 'a'],
    ['an input method that keeps the key', press('Process', 'KeyJ'), 'j'],
    ['Dvorak: the letter, not the place', press('j', 'KeyC'), 'j'],
    ['AZERTY: the letter, not the place', press('a', 'KeyQ'), 'a'],
    ['AZERTY: q stands where a was', press('q', 'KeyA'), 'q'],
    ['a sign with Shift', press('?', 'Slash', { shiftKey: true }), '?'],
    ['the same sign on a German keyboard', press('?', 'Minus', { shiftKey: true }), '?'],
    ['a sign on a Russian keyboard', press('?', 'Digit7', { shiftKey: true }), '?'],
    ['a sign', press('/', 'Slash'), '/'],
  ])('%s', (_, given, meant) => {
    expect(readShortcut(given)).toBe(meant);
  });

  it.each([
    ['with Ctrl', press('a', 'KeyA', { ctrlKey: true })],
    ['with Cmd', press('a', 'KeyA', { metaKey: true })],
    ['with Alt', press('å', 'KeyA', { altKey: true })],
    ['a capital letter on purpose', press('A', 'KeyA', { shiftKey: true })],
    ['while something is composed', press('a', 'KeyA', { isComposing: true })],
    ['a Latin letter with a mark', press('é', 'Digit2')],
    ['a key without a sign', press('Enter', 'Enter')],
    ['another letter in the place of no letter', press('ж', 'Semicolon')],
  ])('nothing %s', (_, given) => {
    expect(readShortcut(given)).toBeUndefined();
  });
});
