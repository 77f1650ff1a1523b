import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { idOf, makeOwnView, makeView } from '../../../../test/parts/made.ts';
import { refusal } from '../../../../test/parts/server.ts';
import { askForViews } from '../../../lead-query/ask-for-views.ts';
import { lateWrites } from '../../../lead-query/late-writes.ts';
import { showViews } from './views.fixture.tsx';

const own = makeOwnView();
const theirs = makeView();
const former = makeView({ id: idOf(72), name: 'Old stock', owner: null, mine: true, followed: true });
const views = [own, theirs, former];

afterEach(() => {
  for (const key of ['desk', ...views.map(({ id }) => `layer ${id}`)]) lateWrites.cancel(key);
});

const button = () => screen.findByRole('button', { name: /^View: / });
const item = (name: string | RegExp) => screen.findByRole('menuitem', { name });
const names = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
const filters = () => screen.getByRole('status', { name: 'Filters' }).textContent;
const inPalette = (name: string) =>
  within(screen.getByRole('region', { name: 'Palette' })).queryByRole('button', { name });

async function openMenu(at = '/leads') {
  const page = await showViews(views, { at });
  await waitFor(() => expect(page.address()).toMatch(/tab=|country=/));
  await page.user.click(await button());
  return page;
}

describe('WS-3: the menu of views', () => {
  it('WS-3 lists the person’s own views, then the shared ones with their owners, and opens one', async () => {
    const { user, address } = await openMenu();
    const found = await screen.findAllByRole('menuitemradio');
    expect(found.map(({ textContent }) => textContent)).toEqual([
      'All leads',
      'Mine to answer',
      'Germany, by Ben Cruz',
      'Old stock, by someone who left',
    ]);
    expect(found.map((one) => one.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false', 'false']);
    within(found[3] as HTMLElement).getByLabelText('Notifications on');
    await user.click(found[2] as HTMLElement);
    await waitFor(() => expect(filters()).toBe('{"country":["DE"]}'));
    expect(address()).toContain(`view=${theirs.id}`);
    expect(screen.getByText('View: Germany').getAttribute('role')).toBe('status');
  });

  it('W-13: only the owner can save, rename, share and delete a view', async () => {
    const { user } = await openMenu(`/leads?view=${theirs.id}`);
    await item('Make default');
    expect(names()).toEqual(['Make default', 'Notify me about new leads', 'Save as a new view…']);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Only accepted' }));
    await user.click(await button());
    await item('Reset to the saved view');
    expect(names()).not.toContain('Save changes');
  });

  it('WS-3 renames and shares a view of one’s own, and saves changes to it', async () => {
    const { user, server } = await openMenu(`/leads?view=${own.id}`);
    await user.click(await item('Rename or share…'));
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Ours to answer');
    await user.click(screen.getByRole('checkbox', { name: /^Share with everyone in Contoso/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'View: Ours to answer' });
    expect(server.asked('PATCH /api/v1/views/:id')[0]?.body).toEqual({
      name: 'Ours to answer',
      shared: true,
    });

    await user.click(screen.getByRole('button', { name: 'Only accepted' }));
    await user.click(await button());
    await user.click(await item('Save changes'));
    await screen.findByText('View saved');
    const saved = server.asked('PATCH /api/v1/views/:id')[1];
    expect(saved?.body.definition?.query.status).toEqual(['Accepted']);
    expect(saved?.headers.get('if-match')).toBe('"2"');
  });

  it('WS-3 follows a view, opens it first, and takes both back', async () => {
    const { user, server } = await openMenu(`/leads?view=${theirs.id}`);
    await user.click(await item('Notify me about new leads'));
    await screen.findByText('We’ll notify you about new leads in this view');
    await user.click(await button());
    await user.click(await item('Make default'));
    await screen.findByText('“Germany” is now your default view');
    await user.click(await button());
    await screen.findByRole('menuitemradio', { name: /Germany/, checked: true });
    await user.click(await item('Stop using as default'));
    await waitFor(() =>
      expect(server.asked('PATCH /api/v1/me/desk').map(({ body }) => body.defaultViewId)).toEqual([
        theirs.id,
        null,
      ]),
    );
    await user.click(await button());
    await user.click(await item('Stop notifying me'));
    await waitFor(() => expect(server.asked('DELETE /api/v1/views/:id/subscription')).toHaveLength(1));
  });

  it('WS-3 asks before it deletes a view, and then shows all leads', async () => {
    const { user, server, address } = await openMenu(`/leads?view=${own.id}`);
    await user.click(await item('Delete view…'));
    await screen.findByText('This deletes the view only. Your leads stay.');
    expect(server.asked('DELETE /api/v1/views/:id')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Delete view' }));
    await waitFor(() => expect(address()).not.toContain('view='));
    await waitFor(() => expect(filters()).toBe('{}'));
    expect(server.asked('DELETE /api/v1/views/:id').map(({ params }) => params.id)).toEqual([own.id]);
  });

  it('WS-3 says when the views could not be loaded, and still saves a new one', async () => {
    const { user } = await showViews([], { answers: { 'GET /api/v1/views': refusal('internal') } });
    await user.click(await button());
    await screen.findByText('Couldn’t load the views');
    await item('Save as a new view…');
  });

  it('WS-11 opens when the navigation asks for all views, also before the list is shown', async () => {
    act(() => askForViews());
    const { user } = await showViews(views);
    await screen.findByRole('menuitemradio', { name: 'Mine to answer' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menuitemradio')).toBeNull());
    act(() => askForViews());
    await screen.findByRole('menuitemradio', { name: 'Mine to answer' });
  });

  it('WS-8 offers the palette what the menu offers for the open view', async () => {
    const { user, address } = await showViews(views, { at: `/leads?view=${own.id}` });
    await waitFor(() => expect(inPalette('This view: Rename or share…')).toBeTruthy());
    for (const name of ['This view: Make default', 'This view: Delete view…', 'Save as a new view…'])
      expect(inPalette(name)).toBeTruthy();
    expect(inPalette('This view: Save changes')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Only accepted' }));
    await waitFor(() => expect(inPalette('This view: Save changes')).toBeTruthy());
    await user.click(inPalette('Close view') as HTMLElement);
    await waitFor(() => expect(address()).not.toContain('view='));
    expect(inPalette('Close view')).toBeNull();
  });
});
