import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Lead, LeadSummary } from '../../../../contract/leads/leads.ts';
import { idOf, later, makeDeal, makeEvent } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { defaultListState } from '../../../lead-query/list-state.ts';
import { CellEditsContext, useCellEdits } from './cell-edits.ts';
import { columns } from './columns.tsx';
import { LeadRow } from './lead-row.tsx';
import { useLeadList } from './list-data.ts';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const deal = (more: Partial<Lead> = {}) =>
  makeDeal({
    dealName: 'Alpine migration',
    dealValue: euros(1_250_000),
    estimatedPurchaseDate: '2027-03-01',
    ...more,
  });
const shown = columns.filter(({ id }) =>
  ['customer', 'dealValue', 'estimatedPurchase', 'stage', 'notes'].includes(id),
);
const context = { sourceName: (code: string) => code, searching: false };

function Table() {
  const list = useLeadList(defaultListState, true, undefined);
  return (
    <CellEditsContext value={useCellEdits()}>
      <table>
        <tbody>
          {list.leads.map((lead, index) => (
            <LeadRow
              key={lead.id}
              lead={lead}
              index={index}
              columns={shown}
              context={context}
              isFresh={false}
              isTicked={false}
              onTick={() => undefined}
              onFavorite={() => undefined}
            />
          ))}
        </tbody>
      </table>
    </CellEditsContext>
  );
}

async function showTable(lead: Lead, answers: Answers = {}) {
  const items: LeadSummary[] = [lead];
  const part = await renderPart(<Table />, {
    answers: {
      'GET /api/v1/leads': () => ({
        items,
        nextCursor: null,
        total: 1,
        totalIsExact: true,
        countedAt: '2026-11-20T09:00:00.000Z',
        searchIsComplete: true,
      }),
      ...answers,
    },
  });
  await screen.findByRole('link', { name: 'Alpine Ski House' });
  const { user, server } = part;
  const button = (field: string) => screen.getByRole('button', { name: `Edit ${field} of Alpine Ski House` });
  return {
    ...part,
    button,
    /** The server has changed the lead. */
    arrives: (after: Lead) => items.splice(0, 1, after),
    open: async (field: string) => {
      button(field).focus();
      await user.keyboard('{Enter}');
      const dialog = await screen.findByRole('dialog', { name: `${field} of Alpine Ski House` });
      // What it takes to edit is loaded now; it takes the focus.
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
      return within(dialog);
    },
    sent: () =>
      server.asked('PATCH /api/v1/leads/:id').map(({ body, headers }) => [headers.get('if-match'), body]),
    row: () => screen.getByRole('row').textContent,
    isClosed: () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull()),
  };
}

describe('WS-2: editing in a cell', () => {
  it('saves a value with Enter over the version that was shown, shows it, and takes it back', async () => {
    const after = deal({ version: 3, dealValue: euros(2_000_000) });
    const table = await showTable(deal(), { 'PATCH /api/v1/leads/:id': after });
    const { user, button, open, sent, row, isClosed } = table;
    const dialog = await open('Estimated value');
    const amount = dialog.getByRole<HTMLInputElement>('textbox', {
      name: 'Estimated value of Alpine Ski House',
    });
    expect(amount.value).toBe('12,500');
    expect(document.activeElement).toBe(amount);
    table.arrives(after);
    await user.clear(amount);
    await user.keyboard('20000{Enter}');
    await isClosed();
    expect(sent()).toEqual([['"2"', { estimatedValue: euros(2_000_000) }]]);
    expect(document.activeElement).toBe(button('Estimated value'));
    await waitFor(() => expect(row()).toContain('€20,000'));
    const back = deal({ version: 4 });
    table.server.answer({ 'PATCH /api/v1/leads/:id': back });
    table.arrives(back);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent()[1]).toEqual(['"3"', { estimatedValue: euros(1_250_000) }]));
    await waitFor(() => expect(row()).toContain('€12,500'));
  });

  it('gives up with Esc, and sends nothing for the same value', async () => {
    const { user, button, open, sent, isClosed } = await showTable(deal());
    await open('Estimated value');
    await user.keyboard('99{Escape}');
    await isClosed();
    expect(document.activeElement).toBe(button('Estimated value'));
    await open('Estimated value');
    await user.keyboard('{Enter}');
    await isClosed();
    expect(sent()).toEqual([]);
  });

  it('opens with F2 and with a double click, and says what is wrong with a value', async () => {
    const { user, button, isClosed } = await showTable(deal());
    button('Estimated value').focus();
    await user.keyboard('{F2}');
    await screen.findByRole('textbox');
    await user.keyboard('twelve{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('12,500');
    await user.keyboard('{Escape}');
    await isClosed();
    await user.dblClick(screen.getByText(/^€12,500/));
    await screen.findByRole('dialog');
  });

  it('asks before it takes a day that has passed', async () => {
    const { user, fill, open, sent } = await showTable(deal(), {
      'PATCH /api/v1/leads/:id': deal({ version: 3, estimatedPurchaseDate: '2026-01-05' }),
    });
    const dialog = await open('Estimated purchase');
    await fill(dialog.getByLabelText('Estimated purchase of Alpine Ski House'), '2026-01-05');
    await user.keyboard('{Enter}');
    await screen.findByText(/is an unusual date/);
    expect(sent()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toEqual([['"2"', { estimatedPurchaseDate: '2026-01-05' }]]));
  });

  it('moves a deal to another stage', async () => {
    const { user, open, sent } = await showTable(deal({ stage: 'proposed' }), {
      'PATCH /api/v1/leads/:id': deal({ version: 3, stage: 'developed' }),
    });
    const dialog = await open('Stage');
    await user.selectOptions(dialog.getByRole('combobox'), 'developed');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent()).toEqual([
        ['"2"', { subStages: { developed: true, proposed: false, negotiated: false } }],
      ]),
    );
  });

  it('fetches notes before they are edited, and saves them with Ctrl and Enter', async () => {
    const whole = makeDeal({ version: 2 }, { notes: 'Three clinics.\nAll of them in Bavaria.' });
    const { user, open, sent } = await showTable(deal({ notesStart: 'Three clinics. All of…' }), {
      'GET /api/v1/leads/:id': whole,
      'PATCH /api/v1/leads/:id': makeDeal({ version: 3 }, { notes: 'Four.' }),
    });
    const dialog = await open('Notes');
    const field = await dialog.findByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toBe('Three clinics.\nAll of them in Bavaria.');
    await user.type(field, '{Enter}Call on Monday.{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent()).toEqual([
        ['"2"', { notes: 'Three clinics.\nAll of them in Bavaria.\nCall on Monday.' }],
      ]),
    );
  });

  const theirs = deal({ version: 7, dealValue: euros(900_000) });
  const overtaken = refusal('lead-changed', {
    current: theirs,
    changes: [makeEvent('lead.edited', { at: later({ minutes: -2 }) })],
  });

  it('LC-9: shows what somebody else saved meanwhile, and keeps what was typed', async () => {
    const { user, open, sent, row, isClosed, server, arrives } = await showTable(deal(), {
      'PATCH /api/v1/leads/:id': overtaken,
    });
    await open('Estimated value');
    arrives(theirs);
    await user.keyboard('20000{Enter}');
    const told = await screen.findByRole('alert');
    expect(told.textContent).toContain('Ben Cruz changed this 2 minutes ago');
    expect(within(told).getByText('Before').nextSibling?.textContent).toBe('€12,500');
    expect(within(told).getByText('Theirs').nextSibling?.textContent).toBe('€9,000');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('20,000');
    expect(row()).toContain('€9,000');
    server.answer({ 'PATCH /api/v1/leads/:id': deal({ version: 8, dealValue: euros(2_000_000) }) });
    await user.click(screen.getByRole('button', { name: 'Save mine' }));
    await isClosed();
    expect(sent()[1]).toEqual(['"7"', { estimatedValue: euros(2_000_000) }]);
  });

  it('LC-9: keeps what somebody else saved, when that is chosen', async () => {
    const { user, open, sent, row, isClosed, arrives } = await showTable(deal(), {
      'PATCH /api/v1/leads/:id': overtaken,
    });
    await open('Estimated value');
    arrives(theirs);
    await user.keyboard('20000{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Keep theirs' }));
    await isClosed();
    expect(sent()).toHaveLength(1);
    expect(row()).toContain('€9,000');
  });

  it('LC-9: puts back what was there before both, when that is chosen', async () => {
    const { user, open, sent, isClosed, server, arrives } = await showTable(deal(), {
      'PATCH /api/v1/leads/:id': overtaken,
    });
    await open('Estimated value');
    arrives(theirs);
    await user.keyboard('20000{Enter}');
    const restore = await screen.findByRole('button', { name: 'Restore old value' });
    server.answer({ 'PATCH /api/v1/leads/:id': deal({ version: 8 }) });
    await user.click(restore);
    await isClosed();
    expect(sent()[1]).toEqual(['"7"', { estimatedValue: euros(1_250_000) }]);
  });

  it('LC-9: saves over a newer version that has the same value in the cell', async () => {
    const other = deal({ version: 7, dealName: 'Another name' });
    let tries = 0;
    const saved = deal({ version: 8, dealValue: euros(2_000_000) });
    const { user, open, sent } = await showTable(deal(), {
      'PATCH /api/v1/leads/:id': () =>
        tries++ === 0 ? refusal('lead-changed', { current: other, changes: [] }) : saved,
    });
    await open('Estimated value');
    await user.keyboard('20000{Enter}');
    await waitFor(() => expect(sent().map(([version]) => version)).toEqual(['"2"', '"7"']));
  });

  it('opens again with what was typed when it could not be saved', async () => {
    const { user, open, row } = await showTable(deal(), { 'PATCH /api/v1/leads/:id': refusal('internal') });
    await open('Estimated value');
    await user.keyboard('20000{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved.');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('20,000');
    expect(row()).toContain('€12,500');
  });

  it('is not offered for leads that the person may not edit', async () => {
    await showTable(deal({ id: idOf(1), allowedActions: ['favorite'] }));
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  });
});
