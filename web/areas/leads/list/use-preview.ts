import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLoaded } from '../../../ui/late-code.ts';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import { linkIn, rowAt, rowOf } from './row-elements.ts';

export interface PreviewAnchor {
  leadId: string;
  /** The row's position on the screen, in CSS pixels. */
  rowTop: number;
  rowBottom: number;
  left: number;
}

export interface Preview {
  anchor: PreviewAnchor | null;
  /** Opened with its key: it has the focus, and stays until Esc or until the focus leaves it. */
  isPinned: boolean;
  /** It was opened with its key, and its code is on its way. */
  isAwaited: boolean;
  /** Closes the pinned preview and goes back to its row. */
  unpin: () => void;
  /** For the card itself: the pointer may move onto it. */
  keep: () => void;
  leave: () => void;
}

/** The id by which a row refers to the preview that it shows. */
export const previewId = 'lead-preview';
const restMs = 550;
const focusMs = 700;
const graceMs = 220;

const isHover = (event: PointerEvent) => event.pointerType === 'mouse' && event.buttons === 0;

function anchorOf(row: HTMLElement, left: number): PreviewAnchor {
  const { top, bottom } = row.getBoundingClientRect();
  return { leadId: row.dataset.leadId ?? '', rowTop: top, rowBottom: bottom, left };
}

/** For the keyboard: far enough to the right to keep the names of the next rows readable. */
function besideTheNames(row: HTMLElement): number {
  const { left } = row.getBoundingClientRect();
  return left + Math.min(640, (window.innerWidth - left) * 0.45);
}

interface Watching {
  /** The lead whose preview is shown. */
  shown: RefObject<string | undefined>;
  /** true: the preview stays, whatever the pointer does */
  pinned: RefObject<boolean>;
  show: (next: PreviewAnchor | null, wait: number) => void;
  showNow: (next: PreviewAnchor | null) => void;
  keep: () => void;
}

/** Shows and hides the preview as pointer and focus go. */
function useWatchedRows(
  region: RefObject<HTMLElement | null>,
  { shown, pinned, show, showNow, keep }: Watching,
): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    const hideNow = () => {
      if (!pinned.current) showNow(null);
    };

    function onMove(event: PointerEvent) {
      if (!isHover(event)) return;
      const row = rowAt(event.target);
      if (row && row.dataset.leadId === shown.current) keep();
      else if (row && !shown.current) show(anchorOf(row, event.clientX + 12), restMs);
      else show(null, graceMs);
    }

    function onFocus(event: FocusEvent) {
      const link = event.target instanceof HTMLElement ? event.target : null;
      const row = rowAt(link);
      hideNow();
      if (pinned.current || !link?.matches('[data-lead-link]:focus-visible') || !row) return;
      show(anchorOf(row, besideTheNames(row)), focusMs);
    }

    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') return;
      // One press closes one thing: a selection of leads stays until the next.
      if (shown.current) event.preventDefault();
      hideNow();
    }

    element.addEventListener('pointermove', (event) => pinned.current || onMove(event), options);
    element.addEventListener('pointerleave', () => pinned.current || show(null, graceMs), options);
    element.addEventListener('focusin', onFocus, options);
    element.addEventListener('focusout', hideNow, options);
    element.addEventListener('scroll', hideNow, options);
    element.addEventListener('pointerdown', hideNow, options);
    window.addEventListener('scroll', hideNow, options);
    document.addEventListener('keydown', onKey, options);
    return () => {
      stop.abort();
      showNow(null);
    };
  }, [region, shown, pinned, show, showNow, keep]);
}

/**
 * Opens a preview when the pointer rests on a row or the keyboard stays on it. The pointer can move onto it, it stays
 * until pointer or focus leave, and Esc closes it (WCAG 1.4.13). The key p opens it with the focus in it, once there is
 * something to focus.
 * @param load brings the code of the card
 */
export function usePreview<Code extends object>(
  region: RefObject<HTMLElement | null>,
  load: () => Promise<Code>,
): Preview & { code: Code | undefined } {
  const [anchor, setAnchor] = useState<PreviewAnchor | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef<string>(undefined);
  const [isPinned, setPinned] = useState(false);
  const pinned = useRef(false);
  const [wantsPin, setWantsPin] = useState(false);
  const code = useLoaded(load, anchor !== null);

  const showNow = useCallback((next: PreviewAnchor | null) => {
    clearTimeout(timer.current);
    shown.current = next?.leadId;
    setAnchor(next);
    setWantsPin(false);
  }, []);
  const show = useCallback(
    (next: PreviewAnchor | null, wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => showNow(next), wait);
    },
    [showNow],
  );

  const keep = useCallback(() => clearTimeout(timer.current), []);
  useWatchedRows(region, { shown, pinned, show, showNow, keep });

  useEffect(() => {
    if (!anchor) return;
    const link = linkIn(rowOf(region.current, anchor.leadId));
    link?.setAttribute('aria-describedby', previewId);
    return () => link?.removeAttribute('aria-describedby');
  }, [anchor, region]);

  useShortcuts({
    p: () => {
      const row = rowAt(document.activeElement);
      if (!row) return;
      showNow(anchorOf(row, besideTheNames(row)));
      setWantsPin(true);
    },
  });
  const isPinnable = wantsPin && code !== undefined;
  useLayoutEffect(() => {
    if (!isPinnable) return;
    pinned.current = true;
    setPinned(true);
    setWantsPin(false);
  }, [isPinnable]);
  const unpin = useCallback(() => {
    const link = linkIn(rowOf(region.current, shown.current ?? ''));
    setPinned(false);
    showNow(null);
    link?.focus({ preventScroll: true });
    pinned.current = false;
    clearTimeout(timer.current);
  }, [region, showNow]);

  const leave = useCallback(() => {
    if (!pinned.current) show(null, graceMs);
  }, [show]);
  return { anchor, isPinned, isAwaited: wantsPin && code === undefined, unpin, keep, leave, code };
}
