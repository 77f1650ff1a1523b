import { screen, waitFor, within } from '@testing-library/react';
import { useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { idOf, makeMe, makeSummary } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { columns } from './columns.tsx';
import { LeadRow } from './lead-row.tsx';
import { fakeList } from './list-control.fixture.ts';
import { RowMenu } from './row-menu.tsx';
import { useRowMenu } from './use-row-menu.ts';

const context = { sourceName: (code: string) => code, searching: false };

async function showRow(more: Partial<LeadSummary> = {}, permissions: { reportSpam?: boolean } = {}) {
  const lead = makeSummary(more);
  const list = fakeList();
  const [open, answer, toggleFavorite, onAssign] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  function Row() {
    const region = useRef<HTMLDivElement>(null);
    const menu = useRowMenu({ region });
    const control = list.useControl();
    return (
      <div ref={region}>
        <table>
          <tbody>
            <LeadRow
              lead={lead}
              index={0}
              columns={columns.slice(0, 1)}
              context={context}
              isFresh={false}
              isTicked={false}
              onTick={() => undefined}
              onFavorite={toggleFavorite}
            />
          </tbody>
        </table>
        {menu.opened && (
          <RowMenu
            at={menu.opened}
            lead={lead}
            onClose={menu.close}
            control={control}
            open={open}
            answer={answer}
            toggleFavorite={toggleFavorite}
            onAssign={onAssign}
          />
        )}
      </div>
    );
  }
  const part = await renderPart(<Row />, { as: makeMe({ permissions }), at: '/leads' });
  const { user } = part;
  const link = screen.getByRole('link', { name: 'Alpine Ski House' });
  return {
    ...part,
    lead,
    link,
    answer,
    toggleFavorite,
    changed: list.changed,
    /** With the key that opens menus, where the focus is. */
    byKey: async () => {
      link.focus();
      await user.keyboard('{Shift>}{F10}{/Shift}');
      return within(await screen.findByRole('menu', { name: 'Actions for Alpine Ski House' }));
    },
  };
}

describe('WS-2: the menu of a row', () => {
  it('opens by keyboard, answers the lead, and gives the focus back', async () => {
    const { user, link, answer, lead, byKey } = await showRow();
    const menu = await byKey();
    await user.click(menu.getByRole('menuitem', { name: 'Accept…' }));
    expect(answer).toHaveBeenCalledWith(lead, 'accept');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(link);
  });

  it('opens with a right click, and closes with Esc', async () => {
    const { user, link } = await showRow();
    await user.pointer({ keys: '[MouseRight]', target: link });
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('opens with the button at the end of the row', async () => {
    const { user } = await showRow();
    const button = screen.getByRole('button', { name: 'Actions for Alpine Ski House' });
    await user.click(button);
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('copies the email address and the link', async () => {
    const { user, byKey } = await showRow();
    await user.click((await byKey()).getByRole('menuitem', { name: 'Copy email address' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('kim@alpine.example'));
    await user.click((await byKey()).getByRole('menuitem', { name: 'Copy link' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(`/leads/${idOf(1)}`));
  });

  it('has no contact to copy while it is withheld', async () => {
    const { byKey } = await showRow({ contact: null, contactWithheld: 'Expired', allowedActions: [] });
    const menu = await byKey();
    const names = menu.getAllByRole('menuitem').map((item) => item.textContent);
    expect(names).toEqual([
      'Open',
      'Open in new tab',
      'Add to favorites',
      'Copy lead ID',
      'Copy link',
      'Only this customer',
      'Only Germany',
    ]);
  });

  it('filters by what the row has', async () => {
    const { user, changed, byKey } = await showRow();
    await user.click((await byKey()).getByRole('menuitem', { name: 'Only Germany' }));
    expect(changed).toHaveBeenCalledWith({ filters: { country: ['DE'] } });
  });

  it('marks a favorite', async () => {
    const { user, toggleFavorite, lead, byKey } = await showRow();
    await user.click((await byKey()).getByRole('menuitem', { name: 'Add to favorites' }));
    expect(toggleFavorite).toHaveBeenCalledWith(lead);
  });

  it('CV-6: reports spam where the person may, and not for tests', async () => {
    const reporter = { reportSpam: true };
    const { byKey } = await showRow({}, reporter);
    expect((await byKey()).getByRole('menuitem', { name: 'Report as spam' })).toBeTruthy();
  });

  it.each([
    ['a test', { isTest: true }, { reportSpam: true }],
    ['somebody who may not', {}, {}],
  ])('CV-6: offers no report of spam for %s', async (_, more, permissions) => {
    const { byKey } = await showRow(more, permissions);
    expect((await byKey()).queryByRole('menuitem', { name: 'Report as spam' })).toBeNull();
  });
});
