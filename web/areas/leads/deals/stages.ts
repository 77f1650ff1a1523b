import type { Deal } from '../../../../contract/leads/deals.ts';
import {
  type DealColumn,
  type DealStage,
  dealColumns,
  dealStages,
  type SubStage,
  subStages,
} from '../../../../contract/leads/lists.ts';

/** Which sub-stages are ticked. */
export type Ticks = Readonly<Record<SubStage, boolean>>;

/** Whether deals that stand there are open. */
export const isStage = (column: DealColumn): column is DealStage =>
  dealStages.some((stage) => stage === column);

/** What is ticked for a deal to stand at a stage: everything up to it, and nothing after it (LC-6). */
export function ticksFor(stage: DealStage): Ticks {
  const reached = dealStages.indexOf(stage);
  return ticksOf(subStages.filter((one) => dealStages.indexOf(one) <= reached));
}

/** The same from those that are ticked. */
export function ticksOf(ticked: readonly SubStage[]): Ticks {
  const isTicked = (stage: SubStage) => ticked.includes(stage);
  return {
    qualified: isTicked('qualified'),
    developed: isTicked('developed'),
    proposed: isTicked('proposed'),
    negotiated: isTicked('negotiated'),
  };
}

/** The furthest of them. */
export function stageOf(ticks: Ticks): DealStage {
  return subStages.findLast((stage) => ticks[stage]) ?? 'accepted';
}

/** Whether the same are ticked. */
export function isSameTicks(one: Ticks, other: Ticks): boolean {
  return subStages.every((stage) => one[stage] === other[stage]);
}

/** The deal as it is once these are ticked. */
export function withTicks(deal: Deal, ticks: Ticks): Deal {
  return { ...deal, column: stageOf(ticks), ticked: subStages.filter((stage) => ticks[stage]) };
}

/** The columns that a deal can go to from where it is: other stages, and won or lost; none once it is closed. */
export function destinations({ column, allowedActions }: Deal): DealColumn[] {
  if (!isStage(column)) return [];
  const may = (to: DealColumn) => allowedActions.includes(isStage(to) ? 'edit' : 'close-outcome');
  return dealColumns.filter((to) => to !== column && may(to));
}

/** Where a step leads; undefined at the ends and where the deal may not go. */
export function neighborOf(deal: Deal, step: 1 | -1): DealColumn | undefined {
  const to = dealColumns[dealColumns.indexOf(deal.column) + step];
  return to !== undefined && destinations(deal).includes(to) ? to : undefined;
}
