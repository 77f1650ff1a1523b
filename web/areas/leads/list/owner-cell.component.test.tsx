import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { idOf, makeLead, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { defaultListState } from '../../../lead-query/list-state.ts';
import { CellEditsContext, useCellEdits } from './cell-edits.ts';
import { columns } from './columns.tsx';
import { LeadRow } from './lead-row.tsx';
import { useLeadList } from './list-data.ts';
import { useOwnerDialog } from './use-owner-dialog.tsx';

const me = makeMe();
const ann = { id: idOf(11), name: 'Ann Beebe', email: 'ann@contoso.example' };
const bob = { id: idOf(12), name: 'Bob Kelly', email: 'bob@contoso.example' };
const assignment = 'PUT /api/v1/leads/:id/assignment';
const shown = columns.filter(({ id }) => id === 'customer' || id === 'assignedTo');

function Table() {
  const list = useLeadList(defaultListState, true, undefined);
  const owner = useOwnerDialog(list.leads);
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
              context={{ sourceName: (code) => code, searching: false }}
              isFresh={false}
              isTicked={false}
              onTick={() => undefined}
              onFavorite={() => undefined}
            />
          ))}
        </tbody>
      </table>
      <button type="button" onClick={() => list.leads[0] && owner.choose(list.leads[0])}>
        Assign…
      </button>
      {owner.dialog}
    </CellEditsContext>
  );
}

/** A row of a lead that Ann owns, at a server that does what it is told. */
async function showRow(more: Partial<Lead> = {}, answers: Answers = {}) {
  let lead = makeLead({ assignedTo: ann, allowedActions: ['favorite', 'assign'], version: 3, ...more });
  const part = await renderPart(<Table />, {
    as: me,
    answers: {
      'GET /api/v1/leads': () => ({
        items: [lead],
        nextCursor: null,
        total: 1,
        totalIsExact: true,
        countedAt: '2026-11-20T09:00:00.000Z',
        searchIsComplete: true,
      }),
      'GET /api/v1/leads/:id/assignees': { items: [ann, bob, { ...me.person, email: 'me@contoso.example' }] },
      [assignment]: ({ body }) => {
        const to = [ann, bob, me.person].find(({ id }) => id === body.personId);
        lead = { ...lead, assignedTo: to ? { id: to.id, name: to.name } : null, version: lead.version + 1 };
        return lead;
      },
      ...answers,
    },
  });
  await screen.findByRole('link', { name: 'Alpine Ski House' });
  const cell = () => document.querySelector('[data-edit-cell="assignedTo"]') as HTMLElement;
  const button = () => screen.getByRole('button', { name: 'Edit Owner of Alpine Ski House' });
  return { ...part, cell, button };
}
const search = () => screen.findByRole('textbox', { name: 'Search colleagues' });

describe('WS-2: the owner of a lead in its row', () => {
  it('WS-2: is chosen by keyboard over the version that was seen, and given back with Undo', async () => {
    const { user, server, cell, button } = await showRow();
    button().focus();
    await user.keyboard('{F2}');
    const field = await search();
    await screen.findByText('bob@contoso.example');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('kell');
    await waitFor(() => expect(screen.queryByText('ann@contoso.example')).toBeNull());
    await user.keyboard('{Enter}');
    expect(await within(cell()).findByText('Bob Kelly')).toBeTruthy();
    expect(document.activeElement).toBe(button());
    await waitFor(() => expect(server.asked(assignment)).toHaveLength(1));
    const [asked] = server.asked(assignment);
    expect([asked?.body, asked?.headers.get('if-match')]).toEqual([{ personId: bob.id }, '"3"']);
    expect(await screen.findByText('Bob Kelly owns this lead now')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await within(cell()).findByText('Ann Beebe')).toBeTruthy();
    await waitFor(() => expect(server.asked(assignment)).toHaveLength(2));
    expect(server.asked(assignment)[1]?.headers.get('if-match')).toBe('"4"');
  });

  it('LC-9: shows who somebody else gave the lead to meanwhile, and does not take it from them', async () => {
    const current = makeLead({ assignedTo: bob, version: 4, allowedActions: ['favorite', 'assign'] });
    const { user, server, cell, button } = await showRow(
      {},
      { [assignment]: refusal('lead-changed', { current, changes: [] }) },
    );
    await user.click(button());
    await search();
    await user.click(await screen.findByRole('option', { name: new RegExp(me.person.name) }));
    expect(await screen.findByText('Someone else changed the owner')).toBeTruthy();
    expect(await within(cell()).findByText('Bob Kelly')).toBeTruthy();
    expect(server.asked(assignment)).toHaveLength(1);
  });

  it('is given up with Esc, and stays as it was', async () => {
    const { user, server, cell, button } = await showRow();
    await user.click(button());
    await search();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(button());
    expect(within(cell()).getByText('Ann Beebe')).toBeTruthy();
    expect(server.asked(assignment)).toEqual([]);
  });

  it('cannot be chosen by those who may not assign the lead', async () => {
    await showRow({ allowedActions: ['favorite'] });
    expect(screen.queryByRole('button', { name: 'Edit Owner of Alpine Ski House' })).toBeNull();
  });

  it('WS-2: is chosen from the menu of the row too, or taken away', async () => {
    const { user, server } = await showRow();
    await user.click(screen.getByRole('button', { name: 'Assign…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Owner: Alpine Ski House' });
    await user.click(await within(dialog).findByRole('option', { name: 'Nobody' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(server.asked(assignment)[0]?.body).toEqual({ personId: null }));
    expect(await screen.findByText('Nobody owns this lead now')).toBeTruthy();
  });
});
