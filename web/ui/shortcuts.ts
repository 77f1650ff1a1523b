import { useEffect, useEffectEvent } from 'react';

/** The part of a keyboard event that a shortcut is read from. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const latinLetter = /^[a-z]$/u;
const anyLetter = /^\p{L}$/u;
const latinScript = /^\p{Script=Latin}$/u;

/**
 * The shortcut that a press means: a small letter, or a sign such as `?`. What the key writes counts first, so that
 * Dvorak and AZERTY are right; a key that writes a letter of another script counts by its place, as it is printed
 * beside the Latin one. Caps Lock changes nothing.
 */
export function readShortcut(press: KeyPress): string | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const letter = readLetter(press);
  if (letter !== undefined) return press.shiftKey ? undefined : letter;
  // A sign may need Shift.
  return [...press.key].length === 1 && !anyLetter.test(press.key) ? press.key : undefined;
}

function readLetter({ key, code }: KeyPress): string | undefined {
  const small = key.toLowerCase();
  if (latinLetter.test(small)) return small;
  const isOtherScript = anyLetter.test(key) && !latinScript.test(key);
  // An input method keeps to itself what the key writes.
  const isHidden = key === 'Process' || key === 'Unidentified';
  return isOtherScript || isHidden ? /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() : undefined;
}

const storageKey = 'leadlight.shortcuts';

/** Whether shortcuts of a single key work: some people's tools use the same keys (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'false';
  } catch {
    return true;
  }
}

/** Switches single-key shortcuts on or off for this browser. */
export function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, String(on));
  } catch {
    // Storage is blocked: they stay as they are.
  }
}

const helpListeners = new Set<() => void>();

/** Opens the list of shortcuts, from wherever somebody asks for it. */
export function askForKeyboardHelp(): void {
  for (const listener of helpListeners) listener();
}

/** Calls `listener` when somebody wants to see the shortcuts. */
export function onKeyboardHelp(listener: () => void): () => void {
  helpListeners.add(listener);
  return () => helpListeners.delete(listener);
}

const overlays = '[role="dialog"], [role="menu"], [role="listbox"]';
const fields = 'input, textarea, select, [contenteditable="true"]';

function isBusyElsewhere(event: KeyboardEvent): boolean {
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
 * Shortcuts of a page, by what {@link readShortcut} reads: never while something is typed, a dialog or a menu is open,
 * or the person has switched them off. `enabled: false` leaves them to somebody else.
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
