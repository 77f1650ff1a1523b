import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { forward } from '../../../ui/direction.ts';
import { skipNextClick } from '../../../ui/skip-next-click.ts';

/** What is dragged, and in front of what it would land; before: null is the end. */
interface Dragged<Id extends string> {
  readonly id: Id;
  readonly before: Id | null;
}

interface Options<Id extends string> {
  /** Contains the things that can be ordered, each with `data-order` naming it. */
  container: RefObject<HTMLElement | null>;
  axis: 'x' | 'y';
  isId: (name: string) => name is Id;
  onDrop: (dragged: Dragged<Id>) => void;
}

const startsAfterPx = 5;

/** Ordering things by dragging them with the pointer: Esc and letting go where it began change nothing. */
export function useDragOrder<Id extends string>({ container, axis, isId, onDrop }: Options<Id>) {
  const [dragged, setDragged] = useState<Dragged<Id> | null>(null);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  function landing(event: PointerEvent): Id | null {
    const things = container.current?.querySelectorAll<HTMLElement>('[data-order]') ?? [];
    for (const thing of things) {
      const box = thing.getBoundingClientRect();
      const isBefore =
        axis === 'x'
          ? forward() * (event.clientX - box.left - box.width / 2) < 0
          : event.clientY < box.top + box.height / 2;
      const name = thing.dataset.order ?? '';
      if (isBefore && isId(name)) return name;
    }
    return null;
  }

  function grab(event: ReactPointerEvent, id: Id) {
    if (event.button !== 0) return;
    const begin = { x: event.clientX, y: event.clientY };
    const listening = new AbortController();
    stop.current?.abort();
    stop.current = listening;
    let latest: Dragged<Id> | null = null;
    const end = () => {
      listening.abort();
      setDragged(null);
    };
    const move = (moved: PointerEvent) => {
      const far = Math.hypot(moved.clientX - begin.x, moved.clientY - begin.y);
      if (latest === null && far < startsAfterPx) return;
      latest = { id, before: landing(moved) };
      setDragged(latest);
    };
    const drop = () => {
      end();
      if (latest === null) return;
      skipNextClick();
      onDrop(latest);
    };
    const { signal } = listening;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', (press) => press.key === 'Escape' && end(), { signal });
  }

  return { dragged, grab };
}

/** On which side of one of the ordered things the dragged one would land. */
export function landingAt<Id extends string>(
  ordered: readonly { readonly id: Id }[],
  at: number,
  dragged: Dragged<Id> | null,
): 'before' | 'after' | undefined {
  if (dragged === null) return undefined;
  if (ordered[at]?.id === dragged.before) return 'before';
  return dragged.before === null && at === ordered.length - 1 ? 'after' : undefined;
}
