import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Deal } from '../../../../contract/leads/deals.ts';
import { type DealColumn, dealColumns } from '../../../../contract/leads/lists.ts';
import { skipNextClick } from '../../../ui/skip-next-click.ts';

/** A mouse has to move this far before it drags: a click may shake. */
const shakePx = 6;
/** A finger has to rest this long: until then, it scrolls. */
const restMs = 280;
const restPx = 10;
const edgePx = 48;
const edgeStepPx = 14;

/** What is being dragged, and what it is over. */
export interface Drag {
  readonly deal: Deal;
  readonly over: DealColumn | undefined;
}

/** Marks an element as a place to drop deals of a column at. */
export const dropPlace = (column: DealColumn) => ({ 'data-deal-column': column });

interface CardDrag {
  drag: Drag | null;
  /** The picture that follows the pointer; it is moved without rendering. */
  ghost: (element: HTMLElement | null) => void;
  /** For `onPointerDown` of a card. */
  press: (event: ReactPointerEvent<HTMLElement>, deal: Deal) => void;
}

/** Drags cards by mouse, pen and finger; Escape takes the card back. */
export function useDrag(onDrop: (deal: Deal, to: DealColumn) => void): CardDrag {
  const [drag, setDrag] = useState<Drag | null>(null);
  const ghostElement = useRef<HTMLElement | null>(null);
  const at = useRef({ x: 0, y: 0 });
  const finish = useRef<(() => void) | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => finish.current?.(), []);

  const ghost = useCallback((element: HTMLElement | null) => {
    ghostElement.current = element;
    if (element) place(element, at.current);
  }, []);

  const press = useCallback((event: ReactPointerEvent<HTMLElement>, deal: Deal) => {
    const isControl = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.button !== 0 || !event.isPrimary || isControl) return;
    finish.current?.();
    finish.current = followPointer(event.nativeEvent, {
      onLift: () => setDrag({ deal, over: undefined }),
      onMove: (point) => {
        at.current = point;
        if (ghostElement.current) place(ghostElement.current, point);
        const over = columnAt(point);
        setDrag((now) => (now && now.over !== over ? { ...now, over } : now));
      },
      onEnd: (point) => {
        finish.current = null;
        setDrag(null);
        const to = point && columnAt(point);
        if (to && to !== deal.column) drop.current(deal, to);
      },
    });
  }, []);

  return { drag, ghost, press };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function place(element: HTMLElement, { x, y }: Point): void {
  element.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
}

/** The column under a point, and scrolls the board when the point is near its edge. */
function columnAt({ x, y }: Point): DealColumn | undefined {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-deal-column]');
  const board = found?.closest<HTMLElement>('[data-deal-board]');
  if (board) {
    const { left, right } = board.getBoundingClientRect();
    if (x > right - edgePx) board.scrollLeft += edgeStepPx;
    else if (x < left + edgePx) board.scrollLeft -= edgeStepPx;
  }
  return dealColumns.find((column) => column === found?.dataset.dealColumn);
}

interface Steps {
  onLift: () => void;
  onMove: (point: Point) => void;
  /** Without a point: it was taken back. */
  onEnd: (point?: Point) => void;
}

/** Follows a pointer from where it was pressed until it is released. Returns a function that takes the drag back. */
function followPointer(pressed: PointerEvent, { onLift, onMove, onEnd }: Steps): () => void {
  const { pointerId, pointerType, clientX, clientY } = pressed;
  const isTouch = pointerType === 'touch';
  const listening = new AbortController();
  const { signal } = listening;
  let lifted = false;
  const rest = isTouch ? setTimeout(lift, restMs) : undefined;

  function lift() {
    lifted = true;
    onLift();
    onMove({ x: clientX, y: clientY });
  }
  function end(point?: Point) {
    clearTimeout(rest);
    listening.abort();
    if (lifted) onEnd(point);
  }
  const isMine = (event: PointerEvent) => event.pointerId === pointerId;
  function follow(event: PointerEvent) {
    if (!isMine(event)) return;
    const point = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(point.x - clientX, point.y - clientY);
    if (!lifted && isTouch && far > restPx) return end();
    if (!lifted && !isTouch && far > shakePx) lift();
    if (lifted) onMove(point);
  }
  document.addEventListener('pointermove', follow, { signal });
  document.addEventListener(
    'pointerup',
    (event) => {
      if (!isMine(event)) return;
      if (lifted) skipNextClick();
      end({ x: event.clientX, y: event.clientY });
    },
    { signal },
  );
  document.addEventListener('pointercancel', (event) => isMine(event) && end(), { signal });
  const keepStill = (event: Event) => lifted && event.cancelable && event.preventDefault();
  // A finger that drags does not scroll, and a long press opens no menu.
  document.addEventListener('touchmove', keepStill, { signal, passive: false });
  document.addEventListener('contextmenu', (event) => isTouch && event.preventDefault(), { signal });
  document.addEventListener('selectstart', keepStill, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !lifted) return;
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
  return () => end();
}
