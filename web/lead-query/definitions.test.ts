import { describe, expect, it } from 'vitest';
import { type SavedDefinition, viewDefinition } from '../../contract/leads/views.ts';
import { isSame, readDefinition, writeDefinition } from './definitions.ts';
import { defaultListState, type ListState, readOpened, tidyAddress, writeAddress } from './list-state.ts';
import { type Look, usualLook } from './look.ts';

const state: ListState = {
  tab: 'qualified',
  search: 'fabrikam',
  filters: { country: ['DE', 'AT'], test: 'false', location: ['01936c7f-5f6e-7b0a-8a3e-0123456789ab'] },
  sort: 'customerName',
  limit: 100,
};
const look: Look = {
  layout: 'classic',
  density: 'compact',
  columns: [{ id: 'customer', width: 20, pinned: true }],
};
/** As the server keeps it, and sends it back. */
const saved = (definition: unknown) =>
  JSON.parse(JSON.stringify(viewDefinition.parse(definition))) as SavedDefinition;

describe('a view (decision 042)', () => {
  it('brings back the list as it was saved', () => {
    const kept = saved(writeDefinition(state, look));
    expect(readDefinition(kept)).toEqual({ state, look, isWhole: true });
    expect(isSame(kept, writeDefinition(state, look))).toBe(true);
    expect(readDefinition(saved(writeDefinition(defaultListState, usualLook)))).toEqual({
      state: defaultListState,
      look: usualLook,
      isWhole: true,
    });
  });

  it.each<[string, (kept: SavedDefinition) => SavedDefinition]>([
    ['filter', ({ query, look: kept }) => ({ query: { ...query, colour: ['red'] }, look: kept })],
    ['value', ({ query, look: kept }) => ({ query: { ...query, country: ['DE', 'AT', 'XX'] }, look: kept })],
    [
      'column',
      ({ query, look: kept }) => ({
        query,
        look: { ...kept, columns: [...(kept.columns ?? []), { id: 'colour' }] },
      }),
    ],
  ])('leaves out a %s that no longer exists, and says so', (_what, age) => {
    const read = readDefinition(age(saved(writeDefinition(state, look))));
    expect(read).toEqual({ state, look, isWhole: false });
  });

  it('is the same whatever the order of values, and another with other columns, order or filters', () => {
    const kept = saved(writeDefinition(state, look));
    const turned = { ...state, filters: { ...state.filters, country: ['AT', 'DE'] } };
    expect(isSame(kept, writeDefinition(turned, look))).toBe(true);
    const others: [ListState, Look][] = [
      [{ ...state, sort: '-customerName' }, look],
      [{ ...state, filters: { country: ['DE', 'AT'] } }, look],
      [{ ...state, limit: 50 }, look],
      [{ ...state, search: '' }, look],
      [state, { ...look, columns: [{ id: 'country' }, { id: 'customer' }] }],
      [state, { ...look, density: 'comfortable' }],
    ];
    for (const [other, otherLook] of others)
      expect(isSame(kept, writeDefinition(other, otherLook))).toBe(false);
  });

  it('with columns in another order is another', () => {
    const columns = [{ id: 'customer' }, { id: 'country' }] as const;
    const one = writeDefinition(state, { ...look, columns });
    expect(isSame(one, writeDefinition(state, { ...look, columns: columns.toReversed() }))).toBe(false);
  });
});

describe('the address (decision 042)', () => {
  const viewId = '01936c7f-5f6e-7b0a-8a3e-0123456789ab';

  it('that says nothing of the list leaves it to the view or to habit', () => {
    for (const params of [{}, { view: viewId }, { utm_source: 'x' }, { view: 'none' }])
      expect(readOpened(tidyAddress(params)).saysWhat).toBe(false);
    expect(tidyAddress({ view: viewId, utm_source: 'x' })).toEqual({ view: viewId });
  });

  it('that says anything says everything', () => {
    expect(tidyAddress({ view: viewId, country: 'DE' })).toEqual({ view: viewId, country: ['DE'] });
    expect(tidyAddress({ tab: 'marketplace' })).toEqual({ tab: 'marketplace' });
    expect(tidyAddress({ country: 'XX', tab: 'elsewhere' })).toEqual({});
  });

  it('goes on saying so when everything is as usual again', () => {
    expect(writeAddress(defaultListState)).toEqual({ tab: 'marketplace' });
    expect(writeAddress(defaultListState, { viewId })).toEqual({ view: viewId, tab: 'marketplace' });
    expect(readOpened(writeAddress(state, { viewId, leadId: viewId }))).toEqual({
      viewId,
      leadId: viewId,
      saysWhat: true,
    });
  });
});
