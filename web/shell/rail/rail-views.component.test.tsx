import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SavedView } from '../../../contract/leads/views.ts';
import { idOf, makeMe, makeOwnView, makeView } from '../../../test/parts/made.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { onViewsAsked } from '../../lead-query/ask-for-views.ts';
import { RailLinks } from './rail-links.tsx';

const long = 'Manufacturers in the north with more than a thousand people';
const own = makeOwnView({ name: long });
const theirs = makeView();
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => makeOwnView({ id: idOf(100 + at), name: `View ${at}` }));

async function showRail(views: SavedView[], { at = '/', folded = false, as = makeMe() } = {}) {
  const onFollow = vi.fn();
  const page = await renderPart(<RailLinks folded={folded} onFollow={onFollow} />, {
    at,
    as,
    answers: { 'GET /api/v1/views': { items: views } },
  });
  return { ...page, onFollow };
}
const list = () => screen.findByRole('list', { name: 'Saved views' });
const links = async () =>
  within(await list())
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
const current = () =>
  screen.queryAllByRole('link', { current: 'page' }).map(({ textContent }) => textContent);

describe('WS-11: saved views in the navigation', () => {
  it('WS-11 stand among the leads, the person’s own first, and open by mouse and keyboard', async () => {
    const { user, address, onFollow } = await showRail([theirs, own]);
    expect(await links()).toEqual([long, 'Germany']);
    within(screen.getByRole('list', { name: 'Leads' })).getByRole('list', { name: 'Saved views' });
    const shared = screen.getByRole('link', { name: 'Germany shared' });
    shared.focus();
    expect((await screen.findByRole('tooltip')).textContent).toBe('Germany, by Ben Cruz');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe(`/leads?view=${theirs.id}`));
    expect(onFollow).toHaveBeenCalled();
  });

  it('WS-11 mark the one that is open instead of its tab, also on the page of one of its leads', async () => {
    const { goTo } = await showRail([own, theirs], { at: `/leads?tab=qualified&view=${theirs.id}` });
    await list();
    await waitFor(() => expect(current()).toEqual(['Germany']));
    await goTo(`/leads/${idOf(1)}?tab=qualified&view=${theirs.id}`);
    expect(current()).toEqual(['Germany']);
    await goTo('/leads?tab=qualified');
    await waitFor(() => expect(current()).toEqual(['Qualified']));
    // One that no longer exists.
    await goTo(`/leads?tab=qualified&view=${idOf(79)}`);
    await waitFor(() => expect(current()).toEqual(['Qualified']));
  });

  it('WS-11 are at most eight, the open one among them, with a way to the menu of all', async () => {
    const views = many(12);
    const { user, address, goTo } = await showRail(views, { at: `/leads?tab=marketplace&view=${idOf(110)}` });
    await waitFor(async () => expect(await links()).toHaveLength(8));
    expect((await links()).slice(6)).toEqual(['View 6', 'View 10']);
    expect(current()).toEqual(['View 10']);
    const asked = vi.fn();
    const stop = onViewsAsked(asked);
    const before = address();
    await user.click(screen.getByRole('button', { name: 'All views…' }));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(address()).toBe(before);
    await goTo('/outbox');
    await user.click(screen.getByRole('button', { name: 'All views…' }));
    await waitFor(() => expect(address()).toBe('/leads'));
    stop();
  });

  it('WS-11 have their room kept until they arrive', async () => {
    const { client } = await showRail(many(3));
    await list();
    client.removeQueries({ queryKey: ['views'] });
    document.body.replaceChildren();
    const held = new Promise<never>(() => undefined);
    await renderPart(<RailLinks />, { answers: { 'GET /api/v1/views': () => held } });
    const waiting = screen.getByRole('list', { name: 'Saved views' });
    expect(waiting.style.getPropertyValue('--views')).toBe('3');
  });

  it('WS-11 are left out where there are none, where the navigation is folded, and for whoever sees no leads', async () => {
    const { server } = await showRail([theirs], { folded: true, at: `/leads?view=${theirs.id}` });
    expect(screen.queryByRole('link', { name: /Germany/ })).toBeNull();
    expect(current()).toEqual(['Marketplace']);
    expect(server.asked('GET /api/v1/views')).toEqual([]);
  });

  it('WS-11 cost whoever sees no leads nothing', async () => {
    const as = makeMe({ permissions: { readLeads: false, workLeads: false } });
    const { server } = await showRail([theirs], { as });
    expect(screen.queryByRole('list', { name: 'Saved views' })).toBeNull();
    expect(server.asked('GET /api/v1/views')).toEqual([]);
  });

  it('WS-11 stand below the operator’s leads, before what is about something else', async () => {
    const organization = { id: idOf(990), name: 'Northwind', kind: 'operator' } as const;
    const as = makeMe({ organization, permissions: { seePartnerLeads: true } });
    await showRail([own], { as });
    await list();
    const group = screen.getByRole('list', { name: 'Operator' });
    const names = within(group)
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['Unrouted leads', long, 'Partners’ leads']);
  });
});
