import { screen, waitFor, within } from '@testing-library/react';
import { useRef, useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { BulkAction } from '../../../../contract/leads/bulk.ts';
import { idOf, later, makeMe, makeSummary, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { defaultListState, type ListState } from '../../../lead-query/list-state.ts';
import { BulkDock } from './bulk-dock.tsx';
import { HeadTickBox, TickBox, useBulkDock, useSelection, useSelectionKeys } from './index.ts';
import type { SelectionKey } from './use-bulk-dock.ts';

const names = ['Adatum', 'Bellows', 'Contoso', 'Fabrikam'];
const leads = names.map((customerName, at) =>
  makeSummary({
    id: idOf(at + 1),
    customerName,
    ...(at === 3 && { allowedActions: ['favorite'] as const, status: 'Archived' as const }),
  }),
) as ReturnType<typeof makeSummary>[];

/** The part of the list that ticking needs. */
interface ListProps {
  state?: ListState;
  total?: number;
  /** null: its code is on its way */
  dock?: { pressed?: SelectionKey } | null;
}

function List({ state = defaultListState, total = leads.length, dock = {} }: ListProps) {
  const region = useRef<HTMLDivElement>(null);
  const page = { total, totalIsExact: true, countedAt: partsNow.toISOString() };
  const list = {
    leads,
    hasNextPage: total > leads.length,
    isPlaceholderData: false,
    data: { pages: [page] },
  };
  const ticked = useSelection({ list, state, facets: undefined });
  const focusLead = (id: string) =>
    region.current?.querySelector<HTMLElement>(`[data-lead-id="${id}"] a`)?.focus();
  useSelectionKeys({ region, leads, ticked, focusLead });
  return (
    <>
      <h1 data-page-title tabIndex={-1}>
        Leads
      </h1>
      <HeadTickBox ticked={ticked} loaded={leads.length} />
      <div ref={region}>
        {leads.map((lead) => (
          <div key={lead.id} data-lead-id={lead.id}>
            <TickBox lead={lead} isTicked={ticked.isTicked(lead)} onTick={ticked.tick} />
            <a href={`#${lead.id}`} data-lead-link>
              {lead.customerName}
            </a>
          </div>
        ))}
      </div>
      {dock && (
        <BulkDock
          ticked={ticked}
          leads={leads}
          state={state}
          columns={['customer', 'status']}
          region={region}
          focusLead={focusLead}
          isReady
          isNarrow={false}
          {...dock}
        />
      )}
    </>
  );
}

function makeBulk(more: Partial<BulkAction> = {}): BulkAction {
  return {
    id: idOf(700),
    action: 'decline',
    state: 'done',
    total: 3,
    done: 3,
    refused: 0,
    createdAt: later({}),
    startedAt: later({}),
    endedAt: later({}),
    undoableUntil: null,
    undoes: null,
    undoneBy: null,
    ...more,
  };
}

const bulk = 'POST /api/v1/leads/bulk';
async function show(answers: Answers = {}, part = <List />) {
  localStorage.clear();
  return renderPart(part, {
    answers: { 'GET /api/v1/leads/bulk': { items: [] }, ...answers },
    as: makeMe({ permissions: { exportLeads: true } }),
  });
}
const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` });
const bar = () => screen.findByRole('region', { name: 'Selected leads' });
const tickedNames = () => names.filter((name) => (box(name) as HTMLInputElement).checked);

describe('WS-6: ticking leads of the list', () => {
  it('WS-6: by click, range and the box above, and says how many', async () => {
    const { user } = await show();
    await user.click(box('Adatum'));
    await user.keyboard('{Shift>}');
    await user.click(box('Contoso'));
    await user.keyboard('{/Shift}');
    expect(tickedNames()).toEqual(['Adatum', 'Bellows', 'Contoso']);
    expect(screen.getAllByRole('status').some((one) => one.textContent === '3 selected')).toBe(true);
    const head = screen.getByRole('checkbox', { name: 'Select all leads shown' }) as HTMLInputElement;
    expect([head.checked, head.indeterminate]).toEqual([false, true]);
    await user.click(head);
    expect(tickedNames()).toEqual(names);
    expect(head.indeterminate).toBe(false);
  });

  it('WS-8: by keyboard alone: x, Shift with arrows, Ctrl+A, the bar, Esc', async () => {
    const { user } = await show();
    screen.getByRole('link', { name: 'Bellows' }).focus();
    await user.keyboard('x');
    expect(tickedNames()).toEqual(['Bellows']);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
    expect(tickedNames()).toEqual(['Bellows', 'Contoso']);
    expect(document.activeElement?.textContent).toBe('Contoso');
    await user.keyboard('{Control>}a{/Control}');
    expect(tickedNames()).toEqual(names);
    await user.keyboard('b');
    expect(document.activeElement).toBe(await bar());
    await user.keyboard('{Escape}');
    expect(tickedNames()).toEqual([]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Bellows'));
  });

  it('WS-8: by keyboard before the bar is there, and what was pressed for them waits for it', async () => {
    function Late() {
      const [dock, setDock] = useState<{ pressed?: SelectionKey } | null>(null);
      return (
        <>
          <List dock={dock} />
          <button type="button" onClick={() => setDock({ pressed: 'f' })}>
            The code is there
          </button>
        </>
      );
    }
    const { user, server } = await show({ [bulk]: makeBulk({ action: 'favorite' }) }, <Late />);
    screen.getByRole('link', { name: 'Bellows' }).focus();
    await user.keyboard('x{Shift>}{ArrowDown}{/Shift}');
    expect(tickedNames()).toEqual(['Bellows', 'Contoso']);
    await user.click(screen.getByRole('button', { name: 'The code is there' }));
    await waitFor(() => expect(server.asked(bulk)).toHaveLength(1));
    expect(server.asked(bulk)[0]?.body).toMatchObject({ action: 'favorite', leadIds: [idOf(2), idOf(3)] });
  });

  it('WS-8: a key that is pressed for them is kept until then', async () => {
    let arrive: (code: { BulkDock: typeof BulkDock }) => void = () => undefined;
    const load = () =>
      new Promise<{ BulkDock: typeof BulkDock }>((resolve) => {
        arrive = resolve;
      });
    function Kept() {
      const { dock, pressed, isAwaited } = useBulkDock({ isWanted: true, hasSelection: true }, load);
      return (
        <p>
          {pressed}, {isAwaited ? 'awaited' : 'not awaited'}, {dock ? 'there' : 'on its way'}
        </p>
      );
    }
    const { user } = await show({}, <Kept />);
    await user.keyboard('d');
    expect(screen.getByText('d, awaited, on its way')).toBeTruthy();
    arrive({ BulkDock });
    expect(await screen.findByText('d, not awaited, there')).toBeTruthy();
    // From now on the keys belong to the dock.
    await user.keyboard('a');
    expect(screen.getByText('d, not awaited, there')).toBeTruthy();
  });

  it('WS-6: ends with another filter, and outlives another order', async () => {
    function Changing() {
      const [state, setState] = useState<ListState>(defaultListState);
      const change = (part: Partial<ListState>) => setState({ ...state, ...part });
      return (
        <>
          <button type="button" onClick={() => change({ sort: 'customerName' })}>
            Sort
          </button>
          <button type="button" onClick={() => change({ filters: { country: ['DE'] } })}>
            Filter
          </button>
          <List state={state} />
        </>
      );
    }
    const { user } = await show({}, <Changing />);
    await user.click(box('Adatum'));
    await user.click(screen.getByRole('button', { name: 'Sort' }));
    await user.click(box('Bellows'));
    expect(tickedNames()).toEqual(['Adatum', 'Bellows']);
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    expect(tickedNames()).toEqual([]);
  });
});

describe('WS-6: what can be done to them', () => {
  it('WS-6: each action says how many leads it is about, if not all', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('checkbox', { name: 'Select all leads shown' }));
    const buttons = within(await bar()).getAllByRole('button');
    expect(buttons.map((one) => one.textContent || one.getAttribute('aria-label'))).toEqual([
      'Clear selection',
      'Accept… (3)',
      'Decline… (3)',
      'Favorite',
      'More',
    ]);
  });

  it('WS-6: favorites at once, with undo, and the focus back in the list', async () => {
    const undoableUntil = later({ days: 1 });
    const { user, server } = await show({
      [bulk]: makeBulk({ action: 'favorite', total: 1, done: 1, undoableUntil }),
      'POST /api/v1/leads/bulk/:id/undo': makeBulk({
        id: idOf(701),
        action: 'unfavorite',
        total: 1,
        done: 1,
        undoes: idOf(700),
      }),
    });
    await user.click(box('Bellows'));
    await user.click(within(await bar()).getByRole('button', { name: 'Favorite' }));
    expect(await screen.findByText('1 lead added to favorites.')).toBeTruthy();
    expect(server.asked(bulk)[0]?.body).toEqual({ action: 'favorite', leadIds: [idOf(2)] });
    expect(tickedNames()).toEqual([]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Bellows'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('1 lead restored.')).toBeTruthy();
  });

  it('VO-3: says that leads declined as spam are also reported, and that no customer is told', async () => {
    const { user } = await show({
      'GET /api/v1/leads/:id/customer-news': { told: true, reason: null, words: 'Told.', mail: null },
    });
    await user.click(box('Adatum'));
    await user.keyboard('d');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('We’ll email 1 customer.');
    await user.click(within(dialog).getByRole('combobox', { name: /Reason/ }));
    await user.click(await screen.findByRole('option', { name: 'Spam or abuse' }));
    expect(await within(dialog).findByText(/are also reported as spam/)).toBeTruthy();
    expect(within(dialog).queryByText('We’ll email 1 customer.')).toBeNull();
  });

  it('LC-3: declines with one reason, says how many customers are told, and reports who was left alone', async () => {
    const news = (told: boolean) =>
      told
        ? { told, reason: null, words: 'Told.', mail: null }
        : { told, reason: 'no-mail-server' as const, words: 'Not told.', mail: null };
    const refused = (number: number, customerName: string) => ({
      leadId: idOf(number),
      customerName,
      reason: 'not-possible' as const,
      message: 'Someone answered it',
    });
    const { user, server } = await show({
      [bulk]: makeBulk({ total: 2, done: 1, refused: 1 }),
      'GET /api/v1/leads/:id/customer-news': ({ params }) => news(params.id === idOf(1)),
      'GET /api/v1/leads/bulk/:id/refusals': ({ query }) =>
        query.cursor !== undefined
          ? { items: [refused(3, 'Contoso')], nextCursor: null }
          : { items: [refused(2, 'Bellows')], nextCursor: 'more' },
    });
    await user.click(box('Adatum'));
    await user.click(box('Bellows'));
    await user.keyboard('d');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('We’ll email 1 customer.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Decline 2 leads' }));
    expect(within(dialog).getByText('Choose a reason', { selector: 'p' })).toBeTruthy();
    await user.click(within(dialog).getByRole('combobox', { name: /Reason/ }));
    await user.click((await screen.findAllByRole('option'))[0] as HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Decline 2 leads' }));
    expect(await screen.findByText(/1 lead declined. 1 skipped./)).toBeTruthy();
    expect(server.asked(bulk)[0]?.body).toMatchObject({ action: 'decline', leadIds: [idOf(1), idOf(2)] });
    await user.click(screen.getByRole('button', { name: 'Report' }));
    const report = await screen.findByRole('dialog', { name: /^Report/ });
    // How many there are is not known before all of them are.
    expect(await within(report).findByRole('heading', { name: 'Someone answered it' })).toBeTruthy();
    await user.click(within(report).getByRole('button', { name: 'Show more' }));
    expect(await within(report).findByRole('heading', { name: 'Someone answered it (2)' })).toBeTruthy();
    expect(within(report).getByRole('link', { name: 'Bellows' }).getAttribute('href')).toBe(
      `/leads/${idOf(2)}`,
    );
  });

  it('W-15: asks again when the results have changed, and loses nothing that was typed', async () => {
    const { user, fill, server } = await show(
      {
        [bulk]: refusal('count-changed', {
          current: { expectedCount: 412, count: 405, receivedSince: 3, countedAt: later({ minutes: 2 }) },
        }),
        'GET /api/v1/people': { items: [] },
      },
      <List total={412} />,
    );
    await user.click(screen.getByRole('checkbox', { name: 'Select all leads shown' }));
    await user.click(await screen.findByRole('button', { name: 'Select all 412 results' }));
    await user.click(within(await bar()).getByRole('button', { name: 'Accept…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('For example: Adatum – Cloud migration')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Insert Number' }));
    await fill(within(dialog).getByRole('textbox', { name: /Estimated value/i }), '12500');
    await user.click(within(dialog).getByRole('button', { name: 'Within 3 months' }));
    await user.click(within(dialog).getByRole('button', { name: 'Accept 412 leads' }));
    const told = await within(dialog).findByRole('alert');
    expect(told.textContent).toContain('Their number went from 412 to 405. 3 new leads have arrived since');
    expect(within(dialog).getByRole('textbox', { name: /Deal name/ })).toHaveProperty(
      'value',
      '{customer} – {offer}{number}',
    );
    server.answer({ [bulk]: makeBulk({ action: 'accept', state: 'waiting', total: 405, done: 0 }) });
    await user.click(within(dialog).getByRole('button', { name: 'Accept 405 leads' }));
    expect(await screen.findByText(/Running in the background/)).toBeTruthy();
    const [first, second] = server.asked(bulk);
    expect(first?.body).toMatchObject({ expectedCount: 412, seenAt: partsNow.toISOString() });
    expect(second?.body).toMatchObject({ expectedCount: 405, seenAt: later({ minutes: 2 }) });
    expect(first?.headers.get('idempotency-key')).not.toBe(second?.headers.get('idempotency-key'));
  });

  it('W-7: assigns to several people, and says how they share', async () => {
    const person = (number: number, name: string) => ({
      id: idOf(number),
      name,
      email: `${number}@contoso.example`,
    });
    const mine = leads.map((lead) => ({
      ...lead,
      allowedActions: [...lead.allowedActions, 'assign' as const],
    }));
    const before = [...leads];
    leads.splice(0, leads.length, ...mine);
    const { user, server } = await show({
      [bulk]: makeBulk({ action: 'assign', undoableUntil: later({ days: 1 }) }),
      'GET /api/v1/people': { items: [person(11, 'Ann'), person(12, 'Bob')] },
    });
    await user.click(box('Adatum'));
    await user.click(within(await bar()).getByRole('button', { name: 'Assign…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Leads are shared out evenly/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Assign 1 lead' }));
    expect(await within(dialog).findByText('Choose at least one person')).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: /No owner/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Assign 1 lead' }));
    expect(await screen.findByText(/3 leads assigned/)).toBeTruthy();
    expect(server.asked(bulk)[0]?.body).toEqual({ action: 'assign', leadIds: [idOf(1)], personIds: null });
    leads.splice(0, leads.length, ...before);
  });
});

describe('WS-6: what goes on in the background', () => {
  const running = makeBulk({ action: 'accept', state: 'running', total: 3214, done: 1280, refused: 6 });

  it('WS-6: is found again, can be canceled, and its end is told until it is dismissed', async () => {
    const cancelled = { ...running, state: 'cancelled' as const, endedAt: later({}) };
    const { user } = await show({
      'GET /api/v1/leads/bulk': { items: [running] },
      'POST /api/v1/leads/bulk/:id/cancel': cancelled,
    });
    expect(await screen.findByText('Accept 3,214 leads: 1,286 of 3,214 done, 40%')).toBeTruthy();
    expect(
      screen.getByRole('progressbar', { name: 'Accept 3,214 leads' }).getAttribute('aria-valuenow'),
    ).toMatch(/^40/);
    await user.click(screen.getByRole('button', { name: 'Cancel: Accept 3,214 leads' }));
    const end = 'Canceled. 1,280 leads accepted. 6 skipped. 1,928 not processed.';
    expect(await screen.findByText(end)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Close this message' }));
    expect(screen.queryByText(end)).toBeNull();
  });

  it('WS-6: one that ended before is not told again', async () => {
    const { server } = await show({ 'GET /api/v1/leads/bulk': { items: [makeBulk()] } });
    await waitFor(() => expect(server.asked('GET /api/v1/leads/bulk')).toHaveLength(1));
    expect(screen.queryByText(/leads declined/)).toBeNull();
  });
});
