import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { later, makeDeal, makeLead } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { refusal } from '../../../../test/parts/server.ts';
import { ActionBar } from './action-bar.tsx';

async function showBar(lead: Lead) {
  const onOpen = vi.fn();
  const { user } = await renderPart(<ActionBar lead={lead} onOpen={onOpen} />, {
    // Checks are a help only: the bar does not wait for them.
    answers: { 'GET /api/v1/leads/:id/contact-checks': refusal('not-found') },
  });
  const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);
  return { user, onOpen, buttons };
}
const bar = () => screen.queryByRole('region', { name: 'Actions' });

describe('the actions on a lead', () => {
  it.each<[string, Lead['allowedActions'], string[]]>([
    ['a received lead', ['accept', 'decline', 'favorite'], ['Decline', 'Accept']],
    ['a deal', ['edit', 'close-outcome', 'close-as-error'], ['Close as error', 'Lost', 'Won']],
    ['an unrouted lead', ['route'], ['Send to partner']],
    ['a lead of someone else', ['favorite'], []],
  ])('ID-4: of %s are those that are allowed: %s', async (_what, allowedActions, expected) => {
    const { buttons } = await showBar(makeLead({ allowedActions }));
    expect(buttons()).toEqual(expected);
  });

  it('open their dialogs', async () => {
    const { user, onOpen } = await showBar(makeDeal());
    await user.click(screen.getByRole('button', { name: 'Lost' }));
    await user.click(screen.getByRole('button', { name: 'Close as error' }));
    expect(onOpen.mock.calls).toEqual([['lost'], ['close-as-error']]);
  });

  it('are no bar at all where nothing is allowed and nobody can be reached', async () => {
    await showBar(makeLead({ allowedActions: ['favorite'], contact: null, contactWithheld: 'NoConsent' }));
    expect(bar()).toBeNull();
  });

  it('include calling and writing, as far as the customer can be reached', async () => {
    const contact = {
      firstName: 'Kim',
      lastName: null,
      title: null,
      email: 'kim@alpine.example',
      phone: null,
    };
    await showBar(makeLead({ contact, allowedActions: [] }));
    expect(screen.getByRole('link', { name: 'Email' }).getAttribute('href')).toBe(
      'mailto:kim@alpine.example',
    );
    expect(screen.queryByRole('link', { name: 'Call' })).toBeNull();
  });

  it('say how long there is to answer', async () => {
    await showBar(makeLead({ expiresAt: later({ days: 13 }) }));
    expect(bar()?.textContent).toContain('Answer within 13 days');
  });

  it('say the last working moment, and when it has passed', async () => {
    const respondBy = later({ days: 1 });
    await showBar(makeLead({ respondBy, expiresAt: later({ days: 3 }) }));
    expect(bar()?.textContent).toContain('Respond by');
    expect(bar()?.textContent).not.toContain('Respond now');
  });

  it('say to respond now once the last working moment is over', async () => {
    await showBar(makeLead({ respondBy: later({ minutes: -1 }), expiresAt: later({ hours: 9 }) }));
    expect(bar()?.textContent).toContain('Respond now');
  });
});
