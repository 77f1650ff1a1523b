import { describe, expect, it } from 'vitest';
import { idOf, later, makeMe, makeSummary } from '../../../../test/parts/made.ts';
import { defaultListState } from '../../../lead-query/list-state.ts';
import {
  countOf,
  extendTo,
  headState,
  isTicked,
  nothing,
  refresh,
  type Selection,
  stepTo,
  tickAll,
  tickLoaded,
  toggle,
  toggleLoaded,
} from './selection.ts';
import { heartAction, targetOf } from './target.ts';

const loaded = [1, 2, 3, 4, 5].map((number) => makeSummary({ id: idOf(number) }));
const lead = (number: number) => loaded[number - 1] ?? makeSummary();
const numbers = ({ leads }: Selection) => [...leads.keys()].map((id) => Number(id.slice(-2))).sort();
const ticked = (...which: number[]) =>
  which.reduce<Selection>((selection, number) => toggle(selection, lead(number), loaded), nothing);

describe('WS-6: ticking leads', () => {
  it('WS-6: one by one, and back', () => {
    expect(numbers(ticked(2, 4))).toEqual([2, 4]);
    expect(numbers(ticked(2, 4, 2))).toEqual([4]);
  });

  it.each<[number[], number, number[]]>([
    [[2], 4, [2, 3, 4]],
    [[4], 1, [1, 2, 3, 4]],
    [[1, 2, 3, 4, 2], 4, [1]],
    [[], 3, [3]],
  ])('WS-6: with %j, Shift and %d make a range', (first, to, all) => {
    expect(numbers(extendTo(ticked(...first), lead(to), loaded))).toEqual(all);
  });

  it('WS-6: a second range begins where the first did', () => {
    const first = extendTo(ticked(2), lead(4), loaded);
    expect(numbers(extendTo(first, lead(1), loaded))).toEqual([1, 2, 3, 4]);
  });

  it('WS-6: by arrows, a range grows, shrinks on the way back, and turns round', () => {
    const walk = (path: number[]) =>
      path
        .slice(1)
        .reduce(
          (selection, to, at) => stepTo(selection, { from: lead(path[at] ?? 0), to: lead(to) }, loaded),
          nothing,
        );
    expect(numbers(walk([2, 3, 4]))).toEqual([2, 3, 4]);
    expect(numbers(walk([2, 3, 4, 3]))).toEqual([2, 3]);
    expect(numbers(walk([2, 3, 2, 1]))).toEqual([1, 2]);
    expect(numbers(stepTo(nothing, { from: lead(5), to: undefined }, loaded))).toEqual([5]);
  });

  it('WS-6: the box above the list ticks what is loaded, and keeps what is no longer in it', () => {
    const elsewhere = toggle(nothing, makeSummary({ id: idOf(9) }), loaded);
    expect(headState(elsewhere, loaded)).toBe('some');
    const all = toggleLoaded(elsewhere, loaded);
    expect([headState(all, loaded), countOf(all)]).toEqual(['all', 6]);
    expect(numbers(toggleLoaded(all, loaded))).toEqual([9]);
    expect(headState(nothing, [])).toBe('none');
  });

  it('W-15: all results are the number that was seen; a lead received later is not meant', () => {
    const all = tickAll(tickLoaded(nothing, loaded), { expectedCount: 412, seenAt: later({}) });
    expect(countOf(all)).toBe(412);
    expect(isTicked(all, lead(1))).toBe(true);
    expect(isTicked(all, makeSummary({ createdAt: later({ minutes: 1 }) }))).toBe(false);
    expect(numbers(toggle(all, lead(1), loaded))).toEqual([2, 3, 4, 5]);
  });

  it('WS-6: ticked leads are kept as they are now', () => {
    const before = ticked(1);
    expect(refresh(before, loaded)).toBe(before);
    const newer = { ...lead(1), version: 2 };
    expect(refresh(before, [newer]).leads.get(newer.id)).toBe(newer);
  });
});

describe('WS-6: what an action is done to', () => {
  const { permissions } = makeMe({ permissions: { reportSpam: true } });
  const facts = (selection: Selection, rows = loaded) => ({
    selection,
    loaded: rows,
    state: { ...defaultListState, filters: { country: ['DE'] } },
    permissions,
  });
  const done = makeSummary({ id: idOf(2), allowedActions: ['favorite'], favorite: true, contact: null });
  const mixed = tickLoaded(nothing, [lead(1), done]);

  it('WS-6: only the leads that allow it', () => {
    expect(targetOf('accept', facts(mixed))).toMatchObject({
      which: { leadIds: [idOf(1)] },
      count: 1,
      of: 2,
    });
    expect(targetOf('report-spam', facts(mixed))).toMatchObject({ count: 1, of: 2 });
    expect(targetOf('close-as-error', facts(mixed))).toBeUndefined();
    const nobody = { ...facts(mixed), permissions: makeMe().permissions };
    expect(targetOf('report-spam', nobody)).toBeUndefined();
  });

  it('WS-6: removes favorites only where all are favorites', () => {
    expect(heartAction(facts(mixed))).toBe('favorite');
    expect(heartAction(facts(tickLoaded(nothing, [done])))).toBe('unfavorite');
  });

  it('W-15: all results are named by the query, with what was seen', () => {
    const seen = { expectedCount: 412, seenAt: later({}) };
    const target = targetOf('decline', facts(tickAll(nothing, seen)));
    expect(target?.which).toEqual({ query: { tab: 'marketplace', country: ['DE'] }, ...seen });
    expect(target?.count).toBe(412);
    expect(targetOf('favorite', facts(tickAll(nothing, seen), [done]))?.count).toBe(412);
  });
});
