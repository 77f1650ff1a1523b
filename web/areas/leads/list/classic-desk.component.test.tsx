import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anyOfNames, recordOf } from '../../../../contract/leads/lead-filters.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { Desk } from '../../../../contract/leads/views.ts';
import { nothingAboutLead } from '../../../../test/parts/lead-answers.ts';
import { idOf, makeLead, makeSummary, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { lateWrites } from '../../../lead-query/late-writes.ts';
import { LeadDesk } from './lead-desk.tsx';

const names = ['Alpine Ski House', 'Bellows College', 'Coho Winery'] as const;
const made = (number: number, customerName: string) =>
  makeSummary({ id: idOf(number), customerName, leadQuality: null });
const summaries = names.map((name, at) => made(at + 1, name));
const apart = made(9, 'Proseware');
const leadOf = (id: string) => makeLead([...summaries, apart].find((lead) => lead.id === id));

const pageOf = (items: LeadSummary[]) => ({
  items,
  nextCursor: null,
  total: items.length,
  totalIsExact: true,
  searchIsComplete: true,
  countedAt: partsNow.toISOString(),
});
const classic: Desk = {
  look: { layout: 'classic', density: 'comfortable', limit: 50, columns: null },
  lastQuery: null,
  defaultViewId: null,
};
const facets = {
  tabs: { marketplace: 3, qualified: 0, favorites: 0 },
  total: 3,
  countedAt: partsNow.toISOString(),
  facets: recordOf(anyOfNames, () => []),
};
const aboutLead: Answers = {
  ...nothingAboutLead,
  'GET /api/v1/leads/:id': ({ params }) => leadOf(params.id),
  'GET /api/v1/leads/:id/neighbors': { previousId: idOf(2), nextId: idOf(3) },
};

async function showDesk({ at = '/leads', desk = classic, answers = {} as Answers } = {}) {
  const page = await renderPart(<LeadDesk />, {
    at,
    answers: {
      'GET /api/v1/leads': pageOf(summaries),
      'GET /api/v1/leads/facets': facets,
      'GET /api/v1/leads/bulk': { items: [] },
      'GET /api/v1/me/desk': desk,
      'PATCH /api/v1/me/desk': desk,
      'GET /api/v1/views': { items: [] },
      ...aboutLead,
      ...answers,
    },
  });
  await screen.findByRole('link', { name: names[1] });
  return {
    ...page,
    decline: async (reason: string) => {
      await page.user.click(await screen.findByRole('combobox', { name: 'Reason' }));
      await page.user.click(await screen.findByRole('option', { name: reason }));
      await page.user.click(screen.getByRole('button', { name: 'Decline lead' }));
    },
  };
}
const pane = () => screen.getByRole('region', { name: 'Open lead' });
const title = (name: string) => within(pane()).findByRole('heading', { level: 2, name });
const row = (name: string) => screen.getByRole('link', { name });
const focused = () => document.activeElement;
const declined = (id: string) =>
  makeLead({ ...leadOf(id), version: 2, status: 'Archived', outcome: 'Declined', allowedActions: [] });

afterEach(() => lateWrites.cancel('desk'));

describe('the classic view', () => {
  it('WS-2: opens the first lead by itself, names it in the address, and leaves the focus alone', async () => {
    const { address } = await showDesk();
    await title('Alpine Ski House');
    await waitFor(() => expect(address()).toContain(`lead=${idOf(1)}`));
    expect(row('Alpine Ski House').getAttribute('aria-current')).not.toBeNull();
    expect(focused()).toBe(document.body);
    await within(pane()).findByText('Please call me about the migration.');
  });

  it('WS-8: j, k and the arrows open one lead after the other; the focus goes along in the list', async () => {
    const { user, address } = await showDesk();
    await title('Alpine Ski House');
    await user.keyboard('j');
    await title('Bellows College');
    await waitFor(() => expect(focused()).toBe(row('Bellows College')));
    await user.keyboard('{ArrowDown}');
    await title('Coho Winery');
    await user.keyboard('jk');
    await title('Bellows College');
    await user.keyboard('{ArrowUp}');
    await title('Alpine Ski House');
    await waitFor(() => expect(address()).toContain(`lead=${idOf(1)}`));
    await waitFor(() => expect(focused()).toBe(row('Alpine Ski House')));
    // One of the rows is a stop of Tab.
    expect(names.map((name) => row(name).tabIndex)).toEqual([0, -1, -1]);
  });

  it('fetches the leads around the open one before anybody asks for them', async () => {
    const { user, server } = await showDesk({ at: `/leads?tab=marketplace&lead=${idOf(2)}` });
    await title('Bellows College');
    const asked = () => server.asked('GET /api/v1/leads/:id').map(({ params }) => params.id);
    await waitFor(() => expect(asked().toSorted()).toEqual([idOf(1), idOf(2), idOf(3)]));
    await user.keyboard('j');
    await title('Coho Winery');
    expect(within(pane()).getByText('Please call me about the migration.')).toBeTruthy();
    expect(asked()).toHaveLength(3);
  });

  it('WS-8: Enter goes into the lead, where j goes on to the next, and Esc leads back to its row', async () => {
    const { user } = await showDesk();
    await title('Alpine Ski House');
    act(() => row('Alpine Ski House').focus());
    await user.keyboard('{Enter}');
    const first = await title('Alpine Ski House');
    await waitFor(() => expect(focused()).toBe(first));
    await user.keyboard('j');
    const second = await title('Bellows College');
    await waitFor(() => expect(focused()).toBe(second));
    await user.keyboard('{Escape}');
    expect(focused()).toBe(row('Bellows College'));
  });

  it('WS-2: a link opens its lead, whatever the layout, and also one that the list does not show', async () => {
    const { user, server } = await showDesk({
      at: `/leads?tab=marketplace&lead=${apart.id}`,
      desk: { ...classic, look: null },
    });
    await title('Proseware');
    await waitFor(() => expect(server.asked('GET /api/v1/leads/:id/neighbors')).toHaveLength(1));
    await waitFor(async () => {
      await user.keyboard('j');
      await title('Coho Winery');
    });
  });

  it('W-11: after an answer, the lead opens that was next before it, although the answered one is gone', async () => {
    const { user, server, decline } = await showDesk({
      at: `/leads?status=Received&lead=${idOf(2)}`,
      answers: { 'POST /api/v1/leads/:id/decline': ({ params }) => declined(params.id) },
    });
    await title('Bellows College');
    act(() => row('Bellows College').focus());
    await user.keyboard('d');
    server.answer({ 'GET /api/v1/leads': pageOf(summaries.filter(({ id }) => id !== idOf(2))) });
    await decline('No capacity now');
    await title('Coho Winery');
    await screen.findByText('Bellows College: declined. The lead is archived.');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Bellows College' })).toBeNull());
    await waitFor(() => expect(focused()).toBe(row('Coho Winery')));
    expect(server.asked('POST /api/v1/leads/:id/decline').map(({ params }) => params.id)).toEqual([idOf(2)]);
  });

  it('W-11: whoever answered in the lead goes on in the next one', async () => {
    const { user, decline } = await showDesk({
      answers: { 'POST /api/v1/leads/:id/decline': ({ params }) => declined(params.id) },
    });
    await title('Alpine Ski House');
    await user.click(within(pane()).getByRole('button', { name: 'Decline' }));
    await decline('No capacity now');
    const next = await title('Bellows College');
    await waitFor(() => expect(focused()).toBe(next));
  });

  it('stays at the lead when the sheet is closed without an answer', async () => {
    const { user } = await showDesk();
    await title('Alpine Ski House');
    act(() => row('Alpine Ski House').focus());
    await user.keyboard('a');
    await screen.findByRole('textbox', { name: 'Deal name' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(focused()).toBe(row('Alpine Ski House')));
    await title('Alpine Ski House');
  });

  it('says when a lead cannot be answered now, instead of opening the sheet', async () => {
    const [first, ...others] = summaries;
    const { user } = await showDesk({
      answers: { 'GET /api/v1/leads': pageOf([{ ...first, allowedActions: [] } as LeadSummary, ...others]) },
    });
    await title('Alpine Ski House');
    await user.keyboard('d');
    await screen.findByText('Can’t decline the lead from Alpine Ski House now.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('WS-9: a lead that is gone says so, and offers the next', async () => {
    const { user } = await showDesk({
      answers: {
        'GET /api/v1/leads/:id': ({ params }) =>
          params.id === idOf(1) ? refusal('not-found') : leadOf(params.id),
      },
    });
    await within(pane()).findByText('This lead doesn’t exist, or you can’t see it');
    await user.click(within(pane()).getByRole('button', { name: 'Next lead' }));
    const next = await title('Bellows College');
    await waitFor(() => expect(focused()).toBe(next));
  });

  it('WS-2: is chosen with a button, remembered, and closes the lead when the table comes back', async () => {
    const { user, server, address } = await showDesk();
    await title('Alpine Ski House');
    const button = (name: string) => screen.getByRole('button', { name });
    expect(button('List and lead').getAttribute('aria-pressed')).toBe('true');
    await user.click(button('Table'));
    await screen.findByRole('table', { name: 'Leads' });
    await waitFor(() => expect(address()).not.toContain('lead='));
    expect(button('Table').getAttribute('aria-pressed')).toBe('true');
    await waitFor(() => expect(server.asked('PATCH /api/v1/me/desk')).toHaveLength(1), { timeout: 5000 });
    expect(server.asked('PATCH /api/v1/me/desk')[0]?.body.look?.layout).toBe('grid');
  });
});

describe('WS-9: who else has the lead in the pane open', () => {
  const grace = { id: idOf(910), name: 'Grace Okafor', doing: 'looking' } as const;
  const beat = 'PUT /api/v1/leads/:id/presence';

  it('WS-9: is said in the pane, and hears that the lead is being answered, in the sheet too', async () => {
    const { user, server } = await showDesk({ answers: { [beat]: { others: [grace] } } });
    await title('Alpine Ski House');
    await within(pane()).findByText('Grace Okafor is looking at this lead');
    await user.keyboard('d');
    await screen.findByRole('combobox', { name: 'Reason' });
    await user.keyboard('{Escape}');
    const said = [
      [idOf(1), 'looking'],
      [idOf(1), 'working'],
      [idOf(1), 'looking'],
    ];
    await waitFor(() =>
      expect(server.asked(beat).map(({ params, body }) => [params.id, body.doing])).toEqual(said),
    );
  });

  it('WS-9: leads that are only passed on the way tell nobody', async () => {
    const { user, server } = await showDesk();
    await title('Alpine Ski House');
    await user.keyboard('jj');
    await title('Coho Winery');
    await waitFor(() => expect(server.asked(beat)).not.toHaveLength(0));
    expect(server.asked(beat).map(({ params }) => params.id)).not.toContain(idOf(2));
  });

  it('WS-9: nothing is said of a lead that still waits for a partner', async () => {
    const waits = (id: string) => makeLead({ ...leadOf(id), allowedActions: ['route'] });
    const { server } = await showDesk({
      answers: { 'GET /api/v1/leads/:id': ({ params }) => waits(params.id) },
    });
    await title('Alpine Ski House');
    // Longer than a lead has to be shown to be looked at.
    await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(server.asked(beat)).toEqual([]);
  });
});

describe('the width of the list next to a lead', () => {
  beforeEach(() => void vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1280));
  afterEach(() => vi.restoreAllMocks());
  const edge = () => screen.getByRole('separator', { name: 'Width of the list' });
  const shown = () => Number(edge().getAttribute('aria-valuenow')) / 16;
  const kept = (server: Awaited<ReturnType<typeof showDesk>>['server']) =>
    server.asked('PATCH /api/v1/me/desk').map(({ body }) => body.look?.listWidth);

  it('WS-2: is set with the keyboard within what it may be, and remembered on the server', async () => {
    const { user, server } = await showDesk();
    await title('Alpine Ski House');
    expect(shown()).toBe(22);
    act(() => edge().focus());
    for (const [key, width] of [
      ['{ArrowRight}', 22.5],
      ['{Shift>}{ArrowRight}{/Shift}', 24.5],
      ['{ArrowLeft}', 24],
      ['{Home}', 16],
      ['{ArrowLeft}', 16],
      ['{End}', 40],
      ['{Home}', 16],
      ['{ArrowRight}', 16.5],
    ] as const) {
      await user.keyboard(key);
      await waitFor(() => expect(shown()).toBe(width));
    }
    expect(edge().getAttribute('aria-valuemin')).toBe('256');
    expect(edge().getAttribute('aria-valuemax')).toBe('640');
    await waitFor(() => expect(kept(server)).toEqual([16.5]));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(shown()).toBe(22));
    await waitFor(() => expect(kept(server)).toEqual([16.5, undefined]));
  });

  it('WS-2: is dragged, which Escape takes back, and comes back as it was left', async () => {
    const { user, server } = await showDesk({
      desk: { ...classic, look: classic.look && { ...classic.look, listWidth: 30 } },
    });
    await title('Alpine Ski House');
    expect(shown()).toBe(30);
    const at = (x: number) => ({ clientX: x, clientY: 10 });
    await user.pointer([{ keys: '[MouseLeft>]', target: edge(), coords: at(480) }, { coords: at(400) }]);
    expect(shown()).toBe(25);
    await user.keyboard('{Escape}');
    expect(shown()).toBe(30);
    await user.pointer([{ keys: '[/MouseLeft]' }]);
    await user.pointer([
      { keys: '[MouseLeft>]', target: edge(), coords: at(480) },
      { coords: at(496) },
      { keys: '[/MouseLeft]', coords: at(496) },
    ]);
    expect(shown()).toBe(31);
    await waitFor(() => expect(kept(server)).toEqual([31]));
  });
});

describe('answering from the table', () => {
  it('W-11: a sheet opens over the list, and the focus goes to the lead that was next', async () => {
    const { user, decline, address } = await showDesk({
      desk: { ...classic, look: null },
      answers: { 'POST /api/v1/leads/:id/decline': ({ params }) => declined(params.id) },
    });
    await user.keyboard('j');
    await waitFor(() => expect(focused()).toBe(row('Alpine Ski House')));
    const before = address();
    await user.keyboard('d');
    await decline('No capacity now');
    await screen.findByText('Alpine Ski House: declined. The lead is archived.');
    await waitFor(() => expect(focused()).toBe(row('Bellows College')));
    expect(address()).toBe(before);
  });
});
