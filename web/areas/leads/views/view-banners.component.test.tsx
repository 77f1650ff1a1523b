import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { idOf, makeOwnView, makeView } from '../../../../test/parts/made.ts';
import { refusal } from '../../../../test/parts/server.ts';
import { lateWrites } from '../../../lead-query/late-writes.ts';
import { showViews } from './views.fixture.tsx';

const own = makeOwnView();
const theirs = makeView();
const press = (name: string) => screen.findByRole('button', { name });
const filters = () => screen.getByRole('status', { name: 'Filters' }).textContent;

afterEach(() => {
  for (const key of ['desk', `layer ${own.id}`, `layer ${theirs.id}`]) lateWrites.cancel(key);
});

/** A view with a change that was not saved. */
async function showChanged(view: typeof own) {
  const page = await showViews([own, theirs], { at: `/leads?view=${view.id}` });
  await waitFor(() => expect(filters()).toBe('{"country":["DE"]}'));
  await page.user.click(await press('Only accepted'));
  await waitFor(() => expect(filters()).toBe('{"status":["Accepted"]}'));
  return page;
}

describe('W-13: what the person changed in a view', () => {
  it('W-13: in a shared view, stays theirs: it can be reset, which can be undone', async () => {
    const { user, server } = await showChanged(theirs);
    await screen.findByText('You changed this view. Only you see the changes.');
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
    await user.click(await press('Reset'));
    await waitFor(() => expect(filters()).toBe('{"country":["DE"]}'));
    expect(screen.queryByText(/^You changed this view/)).toBeNull();
    await user.click(await press('Undo'));
    await waitFor(() => expect(filters()).toBe('{"status":["Accepted"]}'));
    expect(server.asked('PUT /api/v1/views/:id/layer').at(-1)?.body.query.status).toEqual(['Accepted']);
    expect(server.asked('PATCH /api/v1/views/:id')).toEqual([]);
  });

  it('W-13: in a shared view, is saved as a view of their own, which opens', async () => {
    const { user, server, address } = await showChanged(theirs);
    await user.click(await press('Save as my own view'));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Accepted ones');
    await user.click(await press('Save'));
    await press('View: Accepted ones');
    const [created] = server.asked('POST /api/v1/views');
    expect(created?.body).toMatchObject({ name: 'Accepted ones', shared: false });
    expect(created?.body.definition.query.status).toEqual(['Accepted']);
    await waitFor(() => expect(address()).toContain('Accepted'));
    expect(address()).not.toContain(theirs.id);
    expect(screen.queryByText(/^You changed this view/)).toBeNull();
  });

  it('W-13: in a view of their own, is saved for everyone who sees it', async () => {
    const { user, server } = await showChanged(own);
    await screen.findByText('You changed this view.');
    await user.click(await press('Save changes'));
    await waitFor(() => expect(screen.queryByText('You changed this view.')).toBeNull());
    const [saved] = server.asked('PATCH /api/v1/views/:id');
    expect(saved?.body.definition?.query.status).toEqual(['Accepted']);
    expect(saved?.headers.get('if-match')).toBe('"1"');
  });

  it('LC-9: a save that comes too late is refused, and the change stays', async () => {
    const { user, server } = await showChanged(own);
    server.answer({ 'PATCH /api/v1/views/:id': refusal('settings-changed') });
    await user.click(await press('Save changes'));
    await screen.findByText(/^Couldn’t change the view/);
    expect(filters()).toBe('{"status":["Accepted"]}');
  });
});

describe('DP-2: a shared view names nobody', () => {
  it.each([
    [true, 'View saved, without the search and customers’ names'],
    [false, 'View saved'],
  ])('DP-2 and says so when it is saved: shared %s', async (shared, told) => {
    const view = makeOwnView({ shared });
    const { user } = await showViews([view], { at: `/leads?view=${view.id}&customerName=Wingtip` });
    await waitFor(() => expect(filters()).toBe('{"customerName":["Wingtip"]}'));
    await user.click(await press('Save changes'));
    await screen.findByText(told);
  });
});

describe('WS-3: a view that cannot be shown as it was saved', () => {
  it('WS-3 says so when part of it no longer exists', async () => {
    const query = { tab: 'marketplace', country: ['DE'], phase: ['moon'], sort: '-createdAt' };
    const view = makeView({ definition: { ...theirs.definition, query } });
    await showViews([view], { at: `/leads?view=${view.id}` });
    await screen.findByText('Part of this view no longer exists, so we left it out.');
    expect(filters()).toBe('{"country":["DE"]}');
  });

  it('WS-3 says to the owner how to be rid of it', async () => {
    const query = { tab: 'marketplace', country: ['DE'], phase: ['moon'], sort: '-createdAt' };
    const view = makeOwnView({ definition: { ...own.definition, query } });
    await showViews([view], { at: `/leads?view=${view.id}` });
    await screen.findByText(/^Part of this view no longer exists.* Save the view to stop seeing this\.$/);
    await press('Save changes');
  });

  it('WS-3 says so when it is gone', async () => {
    await showViews([theirs], { at: `/leads?view=${idOf(79)}` });
    await screen.findByText(/^This view was deleted or is no longer shared with you/);
  });
});
