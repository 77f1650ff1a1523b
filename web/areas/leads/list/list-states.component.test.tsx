import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Me } from '../../../../contract/identity/identity.ts';
import { makeMe, makeSummary, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { fakeList } from './list-control.fixture.ts';
import { useLeadList } from './list-data.ts';
import { ListProblem, NoLeadsForRole, showsList } from './list-states.tsx';

const page = (total = 0) => ({
  items: total > 0 ? [makeSummary()] : [],
  nextCursor: null,
  total,
  totalIsExact: true,
  countedAt: partsNow.toISOString(),
  searchIsComplete: true,
});

async function showList(begin: Partial<ListState>, answers: Answers, as?: Me) {
  const { useControl, changed } = fakeList(begin);
  function List() {
    const control = useControl();
    const list = useLeadList(control.state, true, undefined);
    return showsList(list) ? <p>Rows</p> : <ListProblem list={list} control={control} />;
  }
  const shown = await renderPart(<List />, { answers, as });
  const heading = (name: string) => screen.findByRole('heading', { name });
  return {
    ...shown,
    heading,
    changed,
    press: (name: string) => shown.user.click(screen.getByRole('button', { name })),
  };
}

describe('a list without rows', () => {
  it('says that there are no leads yet, and nothing about filters', async () => {
    const { heading } = await showList({}, { 'GET /api/v1/leads': page() });
    expect(await heading('No leads yet')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('leads whoever may to where leads come from', async () => {
    const as = makeMe({ permissions: { manageIntake: true } });
    const { heading } = await showList({}, { 'GET /api/v1/leads': page() }, as);
    await heading('No leads yet');
    const link = screen.getByRole('link', { name: 'Set up a marketplace endpoint' });
    expect(link.getAttribute('href')).toBe('/settings/marketplace-endpoints');
  });

  it('says how to get favorites', async () => {
    const { heading } = await showList({ tab: 'favorites' }, { 'GET /api/v1/leads': page() });
    expect(await heading('No favorites yet')).toBeTruthy();
    expect(screen.getByText(/Select the heart on a lead/)).toBeTruthy();
  });

  it('says that filters are in the way, and clears them', async () => {
    const { heading, press, changed } = await showList(
      { filters: { status: ['Won'] } },
      { 'GET /api/v1/leads': page() },
    );
    await heading('No leads match these filters');
    await press('Clear all');
    expect(changed).toHaveBeenLastCalledWith({ filters: {} });
    expect(await heading('No leads yet')).toBeTruthy();
  });

  it('WS-5: says what was searched for, and where else it is found', async () => {
    const { heading, press, changed } = await showList(
      { search: 'alpine' },
      { 'POST /api/v1/leads/search': ({ body }) => page(body.tab === 'qualified' ? 1234 : 0) },
    );
    expect(await heading('Nothing found for “alpine”')).toBeTruthy();
    await screen.findByRole('button', { name: 'Look in Qualified leads (1,234)' });
    expect(screen.queryByRole('button', { name: /Look in Favorites/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Search without filters' })).toBeNull();
    await press('Look in Qualified leads (1,234)');
    expect(changed).toHaveBeenLastCalledWith({ tab: 'qualified' });
    expect(await screen.findByText('Rows')).toBeTruthy();
  });

  it('offers to search without the filters, or to drop the search', async () => {
    const { heading, press, changed } = await showList(
      { search: 'alpine', filters: { status: ['Won'] } },
      { 'POST /api/v1/leads/search': page(), 'GET /api/v1/leads': page() },
    );
    await heading('Nothing found for “alpine”');
    expect(screen.getByText(/with the filters above/)).toBeTruthy();
    await press('Search without filters');
    expect(changed).toHaveBeenLastCalledWith({ filters: {} });
    await waitFor(() => expect(screen.queryByText(/with the filters above/)).toBeNull());
    await press('Clear search');
    expect(changed).toHaveBeenLastCalledWith({ search: '' });
  });

  it('says why it could not be loaded, and tries again', async () => {
    const { press, server } = await showList(
      {},
      { 'GET /api/v1/leads': refusal('internal', { detail: 'Something broke.' }) },
    );
    expect((await screen.findByRole('alert')).textContent).toContain('Something broke.');
    server.answer({ 'GET /api/v1/leads': page(1) });
    await press('Try again');
    expect(await screen.findByText('Rows')).toBeTruthy();
  });
});

describe('someone whose role shows no leads', () => {
  const grants: Me['grants'] = [{ role: 'profile-admin', locationId: null, locationName: null }];

  it('is told which roles do, and whom to ask', async () => {
    await renderPart(<NoLeadsForRole />, { as: makeMe({ grants, permissions: { readLeads: false } }) });
    const text = document.body.textContent;
    expect(text).toContain('Your role at Contoso: Business profile admin.');
    expect(text).toContain('An Account admin of your organization can give you one of these roles.');
    expect(text).not.toContain('You belong to several organizations');
    expect(screen.getByRole('link', { name: 'Go to settings' })).toBeTruthy();
  });

  it('is led to roles when they give roles themselves', async () => {
    const me = makeMe({ permissions: { readLeads: false, managePeople: true } });
    const fabrikam = { ...me.organization, id: me.person.id, name: 'Fabrikam' };
    await renderPart(<NoLeadsForRole />, { as: { ...me, organizations: [me.organization, fabrikam] } });
    expect(document.body.textContent).toContain('You belong to several organizations');
    expect(screen.getByRole('link', { name: 'Go to people and roles' }).getAttribute('href')).toBe(
      '/settings/people',
    );
  });
});
