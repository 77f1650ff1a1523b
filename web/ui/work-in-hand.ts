import { useEffect } from 'react';

const held = new Set<object>();

/** Says whether there is something that would be lost if the page were loaded again now. */
export function useWorkInHand(isInHand: boolean): void {
  useEffect(() => {
    if (!isInHand) return;
    const work = {};
    held.add(work);
    return () => void held.delete(work);
  }, [isInHand]);
}

const opened = '[role="dialog"], [role="alertdialog"], dialog[open]';

/** Whether loading the page again would lose something: marked work, an open dialog, or words in the focused field. */
export function isWorkInHand(): boolean {
  const { activeElement } = document;
  const isTyping =
    (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) &&
    activeElement.value !== '';
  return held.size > 0 || isTyping || document.querySelector(opened) !== null;
}
