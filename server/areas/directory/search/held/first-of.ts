import type { NumberList } from './growing.ts';

/** The first `most` of the slots by an order, in that order, without sorting the others: a heap of the best so far. */
export function firstOf(
  slots: NumberList,
  most: number,
  isBefore: (one: number, other: number) => boolean,
): number[] {
  const heap: number[] = [];
  const { items, length } = slots;
  for (let n = 0; n < length; n++) {
    const slot = items[n] ?? 0;
    if (heap.length < most) rise(heap, slot, isBefore);
    else if (isBefore(slot, heap[0] ?? 0)) sink(heap, slot, isBefore);
  }
  return heap.sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

type Order = (one: number, other: number) => boolean;

/** Adds to the heap, in which the last of the order is on top. */
function rise(heap: number[], slot: number, isBefore: Order): void {
  let at = heap.length;
  heap.push(slot);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] ?? 0;
    if (isBefore(slot, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = slot;
}

/** Takes the place of what is on top. */
function sink(heap: number[], slot: number, isBefore: Order): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const right = child + 1;
    if (right < heap.length && isBefore(heap[child] ?? 0, heap[right] ?? 0)) child = right;
    const later = heap[child] ?? 0;
    if (isBefore(later, slot)) break;
    heap[at] = later;
    at = child;
  }
  heap[at] = slot;
}
