import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../../test/parts/render.tsx';
import { LeaveDialog } from './index.ts';

const draft = { clear: vi.fn(), keepNow: vi.fn() };

function PageWithForm({ isBusy = false, keeps = false }) {
  const [typed, setTyped] = useState('');
  const submission = { isBusy: () => isBusy };
  return (
    <>
      <input aria-label="Notes" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <LeaveDialog dirty={typed !== ''} submission={submission} {...(keeps && { draft })} />
    </>
  );
}

async function typeAndLeave(part = <PageWithForm />, words = 'Call on Monday') {
  const page = await renderPart(part);
  if (words) await page.user.type(screen.getByRole('textbox', { name: 'Notes' }), words);
  page.goTo('/leads');
  return page;
}
const asks = () => screen.findByRole('dialog', { name: 'You haven’t sent what you typed' });

describe('leaving a page with a form', () => {
  it('needs no question when nothing was typed', async () => {
    const { address } = await typeAndLeave(<PageWithForm />, '');
    await waitFor(() => expect(address()).toBe('/leads'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('needs none while the form is being sent', async () => {
    const { address } = await typeAndLeave(<PageWithForm isBusy />);
    await waitFor(() => expect(address()).toBe('/leads'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each(['Keep editing', 'Esc', 'Close'])('stays by %s, with what was typed', async (way) => {
    const { user, address } = await typeAndLeave();
    await asks();
    if (way === 'Esc') await user.keyboard('{Escape}');
    else await user.click(screen.getByRole('button', { name: way }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toBe('/');
    expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveProperty('value', 'Call on Monday');
  });

  it('offers to keep only what can be kept', async () => {
    const { user, address } = await typeAndLeave();
    await asks();
    expect(screen.queryByRole('button', { name: 'Keep for later' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(address()).toBe('/leads'));
  });

  it('Keep for later saves the draft before it leaves', async () => {
    const { user, address } = await typeAndLeave(<PageWithForm keeps />);
    await asks();
    await user.click(screen.getByRole('button', { name: 'Keep for later' }));
    await waitFor(() => expect(address()).toBe('/leads'));
    expect(draft.keepNow).toHaveBeenCalledOnce();
    expect(draft.clear).not.toHaveBeenCalled();
  });
});
