import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anyOfNames, recordOf } from '../../../../contract/leads/lead-filters.ts';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { Answers } from '../../../../test/parts/server.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterArea } from './filter-panel.tsx';
import { useFilterPanel } from './filter-panel-state.ts';
import { fakeList } from './list-control.fixture.ts';
import { SearchBox } from './search-box.tsx';

const facets: LeadFacets = {
  tabs: { marketplace: 40, qualified: 2, favorites: 0 },
  total: 42,
  countedAt: partsNow.toISOString(),
  facets: {
    ...recordOf(anyOfNames, () => []),
    status: [
      { value: 'Received', label: 'Received', count: 1200 },
      { value: 'Won', label: 'Won', count: 3 },
    ],
    country: ['DE', 'FR', 'AT', 'CH', 'NO', 'SE', 'FI', 'DK', 'PL', 'CZ'].map((value, at) => ({
      value,
      label: value,
      count: 20 - at,
    })),
  },
};

async function showFilters(begin: Partial<ListState> = {}, answers: Answers = {}) {
  const { useControl, changed } = fakeList(begin);
  function Filters() {
    const control = useControl();
    const panel = useFilterPanel();
    return (
      <>
        <SearchBox search={control.state.search} onSearch={(search) => control.change({ search })} />
        <button type="button" aria-expanded={panel.opened} onClick={panel.toggle}>
          Filters
        </button>
        <FilterChips control={control} facets={facets} />
        <FilterArea panel={panel} control={control} facets={facets} total={40} />
      </>
    );
  }
  const page = await renderPart(<Filters />, {
    answers: { 'GET /api/v1/leads/facets': facets, ...answers },
  });
  const { user } = page;
  await user.click(screen.getByRole('button', { name: 'Filters' }));
  const group = (name: string) => screen.findByRole('group', { name });
  return {
    ...page,
    changed,
    group,
    /** Opens a filter that is folded. */
    open: async (name: string) => {
      await user.click(screen.getByText(name, { selector: 'summary span' }));
      return group(name);
    },
    valuesOf: (element: HTMLElement) =>
      within(element)
        .getAllByRole('checkbox')
        .map((box) => box.closest('label')?.textContent),
    chips: () =>
      within(screen.getByRole('list', { name: 'Applied filters' }))
        .getAllByRole('button', { name: /^Remove / })
        .map((button) => button.getAttribute('aria-label')),
  };
}

describe('the filters', () => {
  it('offer the values with their counts, as the reader writes numbers', async () => {
    const { group, valuesOf } = await showFilters();
    expect(valuesOf(await group('Status'))).toContain('Received1,200');
    expect(valuesOf(await group('Status'))).toContain('Lost0');
  });

  it('WS-3: take several values of a filter, and let go of them', async () => {
    const { user, group, changed } = await showFilters();
    const status = within(await group('Status'));
    await user.click(status.getByRole('checkbox', { name: /^Received/ }));
    await user.click(status.getByRole('checkbox', { name: /^Won/ }));
    expect(changed).toHaveBeenLastCalledWith({ filters: { status: ['Received', 'Won'] } });
    await user.click(status.getByRole('checkbox', { name: /^Received/ }));
    expect(changed).toHaveBeenLastCalledWith({ filters: { status: ['Won'] } });
    expect(status.getByRole('checkbox', { name: /^Won/ })).toHaveProperty('checked', true);
  });

  it('show the first of many values, and all on request', async () => {
    const { user, open, valuesOf } = await showFilters();
    const country = await open('Country');
    expect(valuesOf(country)).toHaveLength(8);
    await user.click(within(country).getByRole('button', { name: 'Show 2 more' }));
    expect(valuesOf(country)).toHaveLength(10);
  });

  it('find a value whatever its accents and case, and say when there is none', async () => {
    const { user, open, valuesOf } = await showFilters();
    const country = await open('Country');
    const narrow = within(country).getByRole('textbox', { name: 'Country: search' });
    await user.type(narrow, 'öSTER');
    expect(within(country).getByText('No matches')).toBeTruthy();
    await user.clear(narrow);
    await user.type(narrow, 'AUST');
    expect(valuesOf(country)).toEqual(['Austria18']);
  });

  it('keep chosen values at the top of a long list', async () => {
    const { valuesOf, group } = await showFilters({ filters: { country: ['CZ'] } });
    expect(valuesOf(await group('Country'))[0]).toBe('Czechia11');
  });

  it('take a range of days, and say when it ends before it begins', async () => {
    const { user, open, changed } = await showFilters();
    const days = within(await open('Created on'));
    const [from, until] = [days.getByLabelText('From'), days.getByLabelText('Until')];
    await user.type(from, '2026-11-05');
    await user.tab();
    expect(changed).toHaveBeenLastCalledWith({ filters: { createdFrom: '2026-11-05' } });
    await user.type(until, '2026-11-01');
    await user.tab();
    expect(await days.findByText('Choose a day on or after the first one.')).toBeTruthy();
  });

  it('take days that move with the calendar, by one press, and leave them by another', async () => {
    const { user, open, changed } = await showFilters();
    const days = within(await open('Created on'));
    await user.click(days.getByRole('button', { name: 'Last 7 days', pressed: false }));
    expect(changed).toHaveBeenLastCalledWith({
      filters: { createdFrom: 'today-6', createdTo: 'today' },
    });
    // A field for dates shows what day that is today.
    expect(days.getByLabelText<HTMLInputElement>('From').value).toBe('2026-11-14');
    expect(days.getByLabelText<HTMLInputElement>('Until').value).toBe('2026-11-20');
    await user.click(days.getByRole('button', { name: 'Last 7 days', pressed: true }));
    expect(changed).toHaveBeenLastCalledWith({ filters: {} });
  });

  it('close again, and are remembered as open until then', async () => {
    const { user } = await showFilters();
    const toggle = screen.getByRole('button', { name: 'Filters' });
    expect(toggle.ariaExpanded ?? toggle.getAttribute('aria-expanded')).toBe('true');
    expect(Object.values({ ...localStorage })).toContain('true');
    await user.click(screen.getByRole('button', { name: 'Close filters' }));
    expect(screen.queryByRole('region', { name: 'Filters' })).toBeNull();
    expect(Object.values({ ...localStorage })).toContain('false');
  });

  it('Clear all lets go of every filter, and is offered only where there is one', async () => {
    const { user, changed } = await showFilters({ filters: { status: ['Won'], country: ['DE'] } });
    const panel = within(screen.getByRole('region', { name: 'Filters' }));
    await user.click(panel.getByRole('button', { name: 'Clear all' }));
    expect(changed).toHaveBeenLastCalledWith({ filters: {} });
    expect(panel.queryByRole('button', { name: 'Clear all' })).toBeNull();
    expect(document.activeElement?.tagName).toBe('SUMMARY');
  });
});

describe('the chips of what is filtered', () => {
  const begin = {
    search: 'alpine',
    filters: { status: ['Received', 'Won'], createdFrom: '2026-11-01', createdTo: '2026-11-05' },
  };

  it('name the search and each value in words', async () => {
    const { chips } = await showFilters(begin);
    expect(chips()).toEqual([
      'Remove Search: alpine',
      'Remove Status: Received',
      'Remove Status: Won',
      'Remove Created on: Nov 1, 2026 – Nov 5, 2026',
    ]);
  });

  it('remove one value, and the focus goes on to the next', async () => {
    const { user, chips, changed } = await showFilters(begin);
    await user.click(screen.getByRole('button', { name: 'Remove Status: Received' }));
    expect(changed).toHaveBeenLastCalledWith({ filters: { ...begin.filters, status: ['Won'] } });
    expect(chips()).not.toContain('Remove Status: Received');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Status: Won' }));
  });

  it('remove a range of days as a whole', async () => {
    const { user, changed } = await showFilters(begin);
    await user.click(screen.getByRole('button', { name: /^Remove Created on/ }));
    expect(changed).toHaveBeenLastCalledWith({ filters: { status: ['Received', 'Won'] } });
  });

  it('are gone with the last one, and the search box has the focus', async () => {
    const { user } = await showFilters({ filters: { status: ['Won'] } });
    await user.click(screen.getByRole('button', { name: 'Remove Status: Won' }));
    expect(screen.queryByRole('list', { name: 'Applied filters' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search leads' }));
  });

  it('Clear all removes the filters and the search', async () => {
    const { user, changed } = await showFilters(begin);
    const list = within(screen.getByRole('list', { name: 'Applied filters' }));
    await user.click(list.getByRole('button', { name: 'Clear all' }));
    expect(changed).toHaveBeenLastCalledWith({ filters: {}, search: '' });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Search leads' })),
    );
    expect(screen.getByRole('textbox', { name: 'Search leads' })).toHaveProperty('value', '');
  });
});
