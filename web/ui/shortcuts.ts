import { useEffect, useEffectEvent } from 'react';
import { recall, remember } from '../api/remembered.ts';

/** The part of a keyboard event that a shortcut is read from. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const latinLetter = /^[a-z]$/u;
const anyLetter = /^\p{L}$/u;
const latinScript = /^\p{Script=Latin}$/u;

/**
 * The shortcut for a key press: a lowercase letter, or a character such as `?`. The character that the key types counts
 * first, so Dvorak and AZERTY work; a key for another script counts by its position, as the Latin letter is printed on
 * it too. Caps Lock makes no difference.
 */
export function readShortcut(press: KeyPress): string | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const letter = readLetter(press);
  if (letter !== undefined) return press.shiftKey ? undefined : letter;
  // Characters such as `?` may need Shift.
  return [...press.key].length === 1 && !anyLetter.test(press.key) ? press.key : undefined;
}

function readLetter({ key, code }: KeyPress): string | undefined {
  const small = key.toLowerCase();
  if (latinLetter.test(small)) return small;
  const isOtherScript = anyLetter.test(key) && !latinScript.test(key);
  // An input method hides what the key types.
  const isHidden = key === 'Process' || key === 'Unidentified';
  return isOtherScript || isHidden ? /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() : undefined;
}

const storageKey = 'leadlight.shortcuts';

/** Whether single-key shortcuts are on: some people's tools use the same keys (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return recall(storageKey) !== false;
}

/** Turns single-key shortcuts on or off for this browser. */
export function switchKeys(on: boolean): void {
  remember(storageKey, on);
}

const helpListeners = new Set<() => void>();

/** Opens the list of shortcuts from anywhere. */
export function askForKeyboardHelp(): void {
  for (const listener of helpListeners) listener();
}

/** Calls `listener` when the list of shortcuts should open. */
export function onKeyboardHelp(listener: () => void): () => void {
  helpListeners.add(listener);
  return () => helpListeners.delete(listener);
}

const overlays = '[role="dialog"], dialog[open], [role="menu"], [role="listbox"]';
// Keys mean the same on a tick box of a list as on its row.
const fields = 'input:not([data-tick]), textarea, select, [contenteditable="true"]';

/** Whether a key press belongs to a field, a dialog or a menu, or was already answered. */
export function isBusyElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return true;
  const { target } = event;
  if (target instanceof HTMLElement && target.closest(fields)) return true;
  return isSomethingOpen();
}

/** Whether a dialog, a menu or a list of choices is open on top of the page. */
export function isSomethingOpen(): boolean {
  // Closed lists of choices stay in the page, hidden.
  return [...document.querySelectorAll(overlays)].some((element) => element.checkVisibility());
}

/**
 * Shortcuts of a page, by the keys that {@link readShortcut} returns: off while typing, while a dialog or a menu is
 * open, or if the person has turned them off. `enabled: false` leaves them to other components.
 */
export function useShortcuts(
  bindings: Readonly<Record<string, (key: string) => void>>,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    const key = readShortcut(event);
    const act = key !== undefined && Object.hasOwn(bindings, key) ? bindings[key] : undefined;
    if (!enabled || key === undefined || !act || isBusyElsewhere(event) || !keysAreOn()) return;
    event.preventDefault();
    act(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
