import { useEffect, useEffectEvent } from 'react';
import { nameKeys } from './key-names/key-names.ts';

// Tests read this file where there is no browser.
const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** A letter, or Enter, that is pressed with Ctrl, or with ⌘ on a Mac. */
interface ControlKeys {
  readonly letter: string;
  /** What the keys are called on this machine. */
  readonly shown: string;
  /** The same for `aria-keyshortcuts`. */
  readonly aria: string;
}

/** The keys Ctrl, or ⌘ on a Mac, and a letter or Enter. */
export function withControl(letter: string): ControlKeys {
  return {
    letter,
    shown: nameKeys(isApple ? `⌘${letter}` : `Ctrl+${letter}`),
    aria: isApple ? `Meta+${letter}` : `Control+${letter}`,
  };
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key press is exactly these keys. */
export function arePressed({ letter }: ControlKeys, press: Press): boolean {
  const isAsked = isApple ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  return isAsked && !press.shiftKey && !press.altKey && press.key.toUpperCase() === letter.toUpperCase();
}

/** Calls `act` for the keys, also while typing: only for those that no field uses. Not while a dialog is open. */
export function useControlKeys(keys: ControlKeys, act: () => void): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (!arePressed(keys, event) || event.defaultPrevented) return;
    if (document.querySelector('[role="dialog"], dialog[open]')) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
