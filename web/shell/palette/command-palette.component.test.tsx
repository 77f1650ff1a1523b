import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { LeadPage } from '../../../contract/leads/lead-list.ts';
import { idOf, makeMe, makeSummary, makeView } from '../../../test/parts/made.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { type Answers, heldAnswer, noAnswer, refusal } from '../../../test/parts/server.ts';
import { useCommands } from '../../ui/commands.ts';
import { PaletteButton } from './palette-button.tsx';

const search = 'POST /api/v1/leads/search';
const me = makeMe();
const recentKey = `leadlight.recent-choices.${me.organization.id}.${me.person.id}`;
const alpine = makeSummary({ foundIn: ['customer'] });
const page = (items: LeadPage['items'], total = items.length): LeadPage => ({
  items,
  nextCursor: null,
  total,
  totalIsExact: true,
  searchIsComplete: true,
  countedAt: '2026-11-20T09:00:00Z',
});
const view = makeView({ name: 'Hot in Zürich' });

const inTab =
  (tab: string, found: LeadPage['items'], total?: number): Answers[typeof search] =>
  (asked) =>
    asked.body.tab === tab ? page(found, total) : page([]);

async function show({
  answers = {},
  as = me,
  act = () => undefined,
}: {
  answers?: Answers;
  as?: typeof me;
  act?: () => void;
} = {}) {
  function Page() {
    useCommands([{ id: 'paint', of: 'list', label: 'Paint the list', run: act }]);
    return <PaletteButton />;
  }
  const shown = await renderPart(<Page />, {
    as,
    answers: { 'GET /api/v1/views': { items: [view] }, [search]: page([]), ...answers } as Answers,
  });
  const { user } = shown;
  return {
    ...shown,
    open: async () => {
      await user.keyboard('{Control>}k{/Control}');
      return screen.findByRole('combobox');
    },
  };
}
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const group = (name: string) => screen.findByRole('group', { name });
const active = () => screen.getByRole('option', { selected: true }).textContent;

describe('the command palette', () => {
  it('opens by key, closes by Esc or the same key, and gives the focus back', async () => {
    const { user, open } = await show();
    const button = screen.getByRole('button', { name: 'Search or run a command…' });
    button.focus();
    for (const keys of ['{Escape}', '{Control>}k{/Control}']) {
      const field = await open();
      await waitFor(() => expect(document.activeElement).toBe(field));
      expect(screen.getByRole('dialog', { name: 'Search or run a command' })).toBeTruthy();
      await user.keyboard(keys);
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      await waitFor(() => expect(document.activeElement).toBe(button));
    }
  });

  it('does what a page announced, by arrows and Enter, and offers it first the next time', async () => {
    const act = vi.fn();
    const { user, open } = await show({ act });
    await open();
    await user.keyboard('paint{Enter}');
    await waitFor(() => expect(act).toHaveBeenCalledOnce());
    await open();
    expect(within(await group('Recent')).getByRole('option', { name: 'Paint the list' })).toBeTruthy();
    expect(active()).toContain('Paint the list');
    await user.keyboard('{ArrowDown}');
    expect(active()).not.toContain('Paint the list');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe(options().at(-1));
  });

  it('offers only the pages and settings that the person may open', async () => {
    const { open } = await show();
    await open();
    const settings = await group('Settings');
    expect(within(settings).queryByRole('option', { name: 'API tokens' })).toBeNull();
    expect(within(settings).getByRole('option', { name: 'Profile' })).toBeTruthy();
    expect(within(await group('Pages')).queryByRole('option', { name: 'Outbox' })).toBeNull();
  });

  it('opens a saved view by its name, whatever the accents', async () => {
    const { user, open, address } = await show();
    await open();
    await screen.findByRole('option', { name: /Hot in Zürich.*Ben Cruz/ });
    await user.keyboard('zurich{Enter}');
    await waitFor(() => expect(address()).toBe(`/leads?view=${view.id}`));
  });

  it('WS-5: finds leads of both tabs, by where they were found, with the match marked', async () => {
    const mailed = makeSummary({ id: idOf(2), customerName: 'Fabrikam', foundIn: ['email'] });
    const { user, open, server, address } = await show({
      answers: {
        [search]: ({ body }) => (body.tab === 'qualified' ? page([mailed]) : page([alpine], 31)),
      },
    });
    await open();
    await user.keyboard('alpine');
    const byEmail = within(await group('Leads by email address')).getByRole('option');
    expect(byEmail.querySelector('mark')?.textContent).toBe('alpine');
    const byCustomer = within(await group('Leads by customer')).getByRole('option');
    expect(byCustomer.querySelector('mark')?.textContent).toBe('Alpine');
    expect(server.asked(search).map(({ body }) => [body.tab, body.search])).toEqual([
      ['marketplace', 'alpine'],
      ['qualified', 'alpine'],
    ]);
    expect(screen.getByText('4 results', { selector: '[role=status]' })).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe(`/leads/${alpine.id}`));
  });

  it('DP-2: remembers a lead by its id alone, and keeps an address that was searched for out of the address', async () => {
    const { user, open, address } = await show({ answers: { [search]: inTab('marketplace', [alpine], 9) } });
    await open();
    await user.keyboard('kim@alpine.example');
    await screen.findByRole('option', { name: /Show all 9/ });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe(`/leads/${alpine.id}`));
    expect(localStorage.getItem(recentKey)).toBe(JSON.stringify([`lead:marketplace:${alpine.id}`]));
    await open();
    await user.keyboard('kim@alpine.example');
    await user.click(await screen.findByRole('option', { name: /Show all 9/ }));
    await waitFor(() => expect(address()).toMatch(/^\/leads\?kept=/));
    expect(JSON.stringify({ ...localStorage }) + address()).not.toContain('kim@');
  });

  it('shows the answer to what was typed last, and Enter waits for it', async () => {
    const slow = heldAnswer<LeadPage>();
    const late = makeSummary({ id: idOf(3), customerName: 'Contoso', foundIn: ['customer'] });
    const { user, open, address } = await show({
      answers: {
        [search]: ({ body }) => {
          if (body.tab === 'qualified') return page([]);
          return body.search === 'alp' ? page([alpine]) : slow.given();
        },
      },
    });
    await open();
    await user.keyboard('alp');
    await waitFor(() => expect(options().some((text) => text?.startsWith('Alpine'))).toBe(true));
    await user.keyboard('{Backspace}{Backspace}{Backspace}contoso{Enter}');
    expect(address()).toBe('/');
    slow.give(page([late]));
    await waitFor(() => expect(address()).toBe(`/leads/${late.id}`));
  });

  it('says when leads cannot be searched, goes on with the rest, and tries again', async () => {
    const { user, open, server } = await show({ answers: { [search]: refusal('internal') } });
    await open();
    await user.keyboard('paint');
    const alert = await screen.findByRole('alert');
    expect(options()).toEqual(['Paint the list']);
    server.answer({ [search]: inTab('marketplace', [makeSummary({ foundIn: ['notes'] })]) });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await group('Leads by notes');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that nothing was found, that a term is too short for leads, and that there is no connection', async () => {
    const { user, open, server } = await show();
    await open();
    await user.keyboard('xy');
    expect(screen.getByText('Leads are searched from three letters or digits.')).toBeTruthy();
    expect(server.asked(search)).toEqual([]);
    await user.keyboard('zzy');
    await screen.findByText('Nothing found for “xyzzy”');
    server.answer({ [search]: noAnswer });
    await user.keyboard('x');
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('never asks for leads on behalf of people who may not see them', async () => {
    const { user, open, server } = await show({ as: makeMe({ permissions: { readLeads: false } }) });
    await open();
    await user.keyboard('alpine');
    await screen.findByText('Nothing found for “alpine”');
    expect(server.asked(search)).toEqual([]);
    expect(server.asked('GET /api/v1/views')).toEqual([]);
  });
});
