import { cardsPerPage } from '../directory-page.ts';
import type { RankingConstants } from '../ranking-constants.ts';

/** What an arrangement needs to know of the slots that were found. */
export interface FoundSlots {
  readonly total: number;
  /** The first ones by merit. */
  readonly take: (most: number) => number[];
  readonly organizationOf: (slot: number) => string;
  /** Newcomers that are relevant enough next to the first slot, in any order. */
  readonly newcomers: (first: number) => readonly number[];
  /** True when the one newcomer comes before the other. */
  readonly isBefore: (one: number, other: number) => boolean;
}

/** A slot in its place. */
export interface ArrangedSlot {
  readonly slot: number;
  readonly isOnTrial: boolean;
}

/** More than the pages asked for, so that organizations with many pages seldom need another look. */
const spare = 30;

/** The cards of a page, as `rankPages` arranges all of them; pages count from 0. */
export function arrangePage(page: number, found: FoundSlots, constants: RankingConstants): ArrangedSlot[] {
  const merit = spread((page + 1) * cardsPerPage + spare, found, constants);
  const newcomers = found.total > cardsPerPage ? found.newcomers(merit[0] ?? 0) : [];
  const placed = new Set<number>();
  let cards: ArrangedSlot[] = [];
  for (let n = 0; n <= page; n++) {
    const next = merit.filter((slot) => !placed.has(slot)).slice(0, cardsPerPage);
    const isLast = (n + 1) * cardsPerPage >= found.total;
    const trial = isLast ? undefined : chooseNewcomer(n, next, placed, newcomers, found, constants);
    cards = next.map((slot) => ({ slot, isOnTrial: false }));
    if (trial !== undefined) {
      cards.pop();
      cards.splice(constants.trialPlace - 1, 0, { slot: trial, isOnTrial: true });
    }
    for (const { slot } of cards) placed.add(slot);
  }
  return cards;
}

/** By merit, with at most so many of one organization among the first ten. */
function spread(most: number, found: FoundSlots, constants: RankingConstants): number[] {
  const slots = found.take(most);
  const first: number[] = [];
  const counts = new Map<string, number>();
  for (const slot of slots) {
    if (first.length === cardsPerPage) break;
    const organization = found.organizationOf(slot);
    const count = counts.get(organization) ?? 0;
    if (count === constants.mostOfOneOrganization) continue;
    counts.set(organization, count + 1);
    first.push(slot);
  }
  if (first.length < cardsPerPage && slots.length < found.total) return spread(most * 4, found, constants);
  const isFirst = new Set(first);
  return [...first, ...slots.filter((slot) => !isFirst.has(slot))];
}

function chooseNewcomer(
  page: number,
  next: readonly number[],
  placed: ReadonlySet<number>,
  newcomers: readonly number[],
  found: FoundSlots,
  constants: RankingConstants,
): number | undefined {
  const stay = next.slice(0, -1).map(found.organizationOf);
  const isFull = (organization: string) =>
    stay.filter((one) => one === organization).length >= constants.mostOfOneOrganization;
  let chosen: number | undefined;
  for (const slot of newcomers) {
    if (chosen !== undefined && !found.isBefore(slot, chosen)) continue;
    if (placed.has(slot) || next.includes(slot)) continue;
    if (page > 0 || !isFull(found.organizationOf(slot))) chosen = slot;
  }
  return chosen;
}
