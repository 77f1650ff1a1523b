import { type ChosenColumn, clampWidth } from '../../../lead-query/look.ts';

/** What people do to the columns of the table, as functions from one choice to the next. */

type Id = ChosenColumn['id'];
type Choice = readonly ChosenColumn[];

/** The name of the row: it is always shown, and always first. */
export const firstColumn = 'customer' satisfies Id;

const isPinned = ({ id, pinned }: ChosenColumn) => id === firstColumn || pinned === true;

/** The choice in the order in which it is shown: the customer, what is pinned, then the others. */
export function inOrder(choice: Choice): ChosenColumn[] {
  const first = choice.find(({ id }) => id === firstColumn) ?? { id: firstColumn };
  const others = choice.filter(({ id }) => id !== firstColumn);
  return [first, ...others.filter(isPinned), ...others.filter((column) => !isPinned(column))];
}

/**
 * Shows a column where it usually is, as far as that can be said of the others. Whoever asks for a column gets it, so it
 * has a width of its own and does not give way.
 */
export function withColumn(choice: Choice, id: Id, width: number, usualOrder: readonly Id[]): ChosenColumn[] {
  const ordered = inOrder(choice);
  const at = ordered.findIndex(
    (one) => !isPinned(one) && usualOrder.indexOf(one.id) > usualOrder.indexOf(id),
  );
  return ordered.toSpliced(at === -1 ? ordered.length : at, 0, { id, width: clampWidth(width) });
}

/** Hides a column; the customer stays. */
export function withoutColumn(choice: Choice, id: Id): ChosenColumn[] {
  return inOrder(choice).filter((one) => one.id !== id || one.id === firstColumn);
}

/** Where a column can go: pinned columns stay among those that are pinned. */
function reachOf(ordered: Choice, at: number): { from: number; to: number } {
  const firstLoose = ordered.findIndex((column) => !isPinned(column));
  const border = firstLoose === -1 ? ordered.length : firstLoose;
  return at < border ? { from: 1, to: border - 1 } : { from: border, to: ordered.length - 1 };
}

/** Moves a column by some places, as far as it can go; the same order when it is there already. */
export function moved(choice: Choice, id: Id, steps: number): ChosenColumn[] {
  const ordered = inOrder(choice);
  const at = ordered.findIndex((one) => one.id === id);
  const column = ordered[at];
  if (column === undefined || id === firstColumn) return ordered;
  const { from, to } = reachOf(ordered, at);
  const target = Math.min(to, Math.max(from, at + steps));
  return ordered.toSpliced(at, 1).toSpliced(target, 0, column);
}

/** Moves a column in front of another one, or to the end, as far as it can go. */
export function movedBefore(choice: Choice, id: Id, before: Id | null): ChosenColumn[] {
  const ordered = inOrder(choice);
  const at = ordered.findIndex((one) => one.id === id);
  const target = before === null ? ordered.length : ordered.findIndex((one) => one.id === before);
  if (at === -1 || target === -1) return ordered;
  return moved(ordered, id, target > at ? target - 1 - at : target - at);
}

/** Pins a column behind those that are pinned already, or lets it scroll with the others. */
export function withPin(choice: Choice, id: Id, pinned: boolean): ChosenColumn[] {
  const changed = choice.map((one) => {
    if (one.id !== id) return one;
    const { pinned: _, ...loose } = one;
    return pinned ? { ...loose, pinned } : loose;
  });
  return inOrder(changed);
}

/** Gives columns widths of their own, in rem. */
export function withWidths(choice: Choice, widths: ReadonlyMap<Id, number>): ChosenColumn[] {
  return inOrder(choice).map((one) => {
    const width = widths.get(one.id);
    return width === undefined ? one : { ...one, width: clampWidth(width) };
  });
}
