import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Desk, deskChange, type SavedView } from '../../../../contract/leads/views.ts';
import { idOf, makeView } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { lateWrites } from '../../../lead-query/late-writes.ts';
import { useListState } from '../../../lead-query/use-list-state.ts';
import { SearchBox } from './search-box.tsx';

// What one test would still have remembered must not come to the next.
afterEach(() => lateWrites.cancel('desk'));

const nothing: Desk = { look: null, lastQuery: null, defaultViewId: null };
const germany = makeView();

/** The list at an address, for a person with these memories and views. */
function showList(at: string, { desk = nothing, views = [] }: { desk?: Desk; views?: SavedView[] } = {}) {
  return renderPart(<List />, {
    at,
    answers: {
      'GET /api/v1/me/desk': desk,
      'GET /api/v1/views': { items: views },
      'PATCH /api/v1/me/desk': desk,
      'PUT /api/v1/views/:id/layer': germany,
      'DELETE /api/v1/views/:id/layer': germany,
    },
  });
}

function List() {
  const { state, change, changeLook, view, isChanged, isViewMissing } = useListState();
  return (
    <>
      <SearchBox search={state.search} onSearch={(search) => change({ search })} />
      <button type="button" onClick={() => change({ filters: { status: ['Won'] } })}>
        Only won
      </button>
      <button
        type="button"
        onClick={() =>
          change({
            filters: {
              customerName: Array.from({ length: 150 }, (_, at) => `Customer ${at} `.repeat(12).trim()),
            },
          })
        }
      >
        Far too many
      </button>
      <button type="button" onClick={() => changeLook({ density: 'compact' })}>
        Compact
      </button>
      <output>{JSON.stringify(state.filters)}</output>
      <p>
        {view?.name ?? 'No view'}
        {isChanged && ', changed'}
        {isViewMissing && ', missing'}
      </p>
    </>
  );
}
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Search leads/ });

// What one test remembers is not sent in the next.
afterEach(() => lateWrites.cancel('desk'));

describe('the address of the list', () => {
  it('carries what is filtered and searched', async () => {
    const { user, address } = await showList('/leads');
    await user.type(box(), 'alpine{Enter}');
    await user.click(screen.getByRole('button', { name: 'Only won' }));
    await waitFor(() => expect(address()).toContain('search=alpine'));
    expect(decodeURIComponent(address())).toContain('status=');
    expect(screen.getByText('{"status":["Won"]}')).toBeTruthy();
  });

  it.each(['kim@alpine.example', '+49 89 1234567'])('DP-2: never carries %s', async (contact) => {
    const { user, address } = await showList('/leads');
    await user.type(box(), `${contact}{Enter}`);
    await waitFor(() => expect(address()).toContain('kept='));
    expect(decodeURIComponent(address())).not.toContain(contact);
    expect(box().value).toBe(contact);
  });

  it('DP-2: loses a contact that a link brought, and still searches for it', async () => {
    const { address } = await showList('/leads?search=kim%40alpine.example');
    await waitFor(() => expect(address()).toContain('kept='));
    expect(address()).not.toContain('alpine');
    expect(box().value).toBe('kim@alpine.example');
  });

  it('DP-2: loses the contact, not the view that it was searched for in', async () => {
    const at = `/leads?view=${germany.id}&search=kim%40alpine.example`;
    const { address } = await showList(at, { views: [germany] });
    await waitFor(() => expect(address()).toContain('kept='));
    expect(address()).toContain(`view=${germany.id}`);
  });

  it('gets back what the person had last when it says nothing', async () => {
    const desk = { ...nothing, lastQuery: { tab: 'qualified', country: ['DE'], sort: 'customerName' } };
    const { address } = await showList('/leads', { desk });
    await waitFor(() => expect(address()).toContain('country='));
    expect(address()).toContain('sort=customerName');
    expect(address()).not.toContain('tab=');
    expect(screen.getByText('{"country":["DE"]}')).toBeTruthy();
  });

  it('opens the default view when it says nothing', async () => {
    const desk = { ...nothing, lastQuery: { country: ['AT'] }, defaultViewId: germany.id };
    const { address } = await showList('/leads', { desk, views: [germany] });
    await waitFor(() => expect(address()).toContain(`view=${germany.id}`));
    await screen.findByText('{"country":["DE"]}');
    expect(screen.getByText('Germany')).toBeTruthy();
  });

  it('that says something is stronger than the view it names, and changes it for nobody', async () => {
    const { server } = await showList(`/leads?view=${germany.id}&country=AT`, { views: [germany] });
    await screen.findByText('Germany, changed');
    expect(screen.getByText('{"country":["AT"]}')).toBeTruthy();
    expect(server.asked('PUT /api/v1/views/:id/layer')).toEqual([]);
  });

  it('opens one’s own version of a view, and says that it is changed', async () => {
    const layer = {
      query: { tab: 'marketplace', status: ['Won'], sort: '-createdAt' },
      look: germany.definition.look,
    };
    const { address } = await showList(`/leads?view=${germany.id}`, { views: [{ ...germany, layer }] });
    await screen.findByText('Germany, changed');
    await waitFor(() => expect(address()).toContain('status='));
    expect(address()).not.toContain('country=');
  });

  it('of a view that cannot be opened shows the person’s own list, and says so', async () => {
    const desk = { ...nothing, lastQuery: { country: ['DE'] } };
    await showList(`/leads?view=${idOf(71)}`, { desk, views: [germany] });
    await screen.findByText('No view, missing');
    await screen.findByText('{"country":["DE"]}');
  });

  it('remembers a change a moment later: as a layer in a view, as habit outside', async () => {
    const inView = await showList(`/leads?view=${germany.id}`, { views: [germany] });
    await screen.findByText('{"country":["DE"]}');
    await inView.user.click(screen.getByRole('button', { name: 'Only won' }));
    await screen.findByText('Germany, changed');
    await waitFor(() => expect(inView.server.asked('PUT /api/v1/views/:id/layer')).toHaveLength(1), {
      timeout: 5000,
    });
    const [layer] = inView.server.asked('PUT /api/v1/views/:id/layer');
    expect(layer?.body.query).toMatchObject({ status: ['Won'] });
    expect(layer?.body.query.country).toBeUndefined();
    expect(inView.server.asked('PATCH /api/v1/me/desk')).toEqual([]);
  });

  it('remembers how the list looks, also while it has more filters than can be remembered', async () => {
    const { user, server } = await showList('/leads?tab=qualified');
    await user.click(screen.getByRole('button', { name: 'Far too many' }));
    await user.click(screen.getByRole('button', { name: 'Compact' }));
    lateWrites.flush();
    await waitFor(() => expect(server.asked('PATCH /api/v1/me/desk')).toHaveLength(1));
    const { body } = server.asked('PATCH /api/v1/me/desk')[0] ?? {};
    expect(body).toMatchObject({ look: { density: 'compact' } });
    expect(body).not.toHaveProperty('lastQuery');
    expect(deskChange.safeParse(body).success).toBe(true);
  });

  it('says so when a view has more filters than can be remembered for it', async () => {
    const { user, server } = await showList(`/leads?view=${germany.id}`, { views: [germany] });
    await screen.findByText(germany.name);
    await user.click(screen.getByRole('button', { name: 'Far too many' }));
    expect(await screen.findByText(/There are too many filters to remember for “/)).toBeTruthy();
    lateWrites.flush();
    expect(server.asked('PUT /api/v1/views/:id/layer')).toEqual([]);
  });
});
