import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { makeLead, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { NextStepPanel } from './next-step-panel.tsx';

const today = partsNow.toISOString().slice(0, 10);
const step = { what: 'Call about the offer', day: today, at: null };
const open = (more: Partial<Lead> = {}) => makeLead({ allowedActions: ['accept', 'assign'], ...more });
const put = 'PUT /api/v1/leads/:id/next-step';
const show = (lead: Lead, answers: Answers = {}) => renderPart(<NextStepPanel lead={lead} />, { answers });

describe('WS-16: the next step with a lead', () => {
  it('WS-16 is planned with a day that is one press away', async () => {
    const { user, server } = await show(open(), { [put]: open({ version: 2, nextStep: step }) });
    await user.click(screen.getByRole('button', { name: 'Plan the next step' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Next step' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText('Say what happens next')).toBeTruthy();
    expect(dialog.getByText('Choose a day')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'What happens next' }), step.what);
    await user.click(dialog.getByRole('button', { name: 'Today' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Next step planned')).toBeTruthy();
    const [asked] = server.asked(put);
    expect(asked?.body).toEqual({ nextStep: step, done: false });
    expect(asked?.headers.get('if-match')).toBe('"1"');
  });

  it('WS-16 says when it is due and when it is overdue', async () => {
    await show(open({ nextStep: { ...step, day: '2026-11-18' } }));
    expect(screen.getByText('Nov 18, 2026')).toBeTruthy();
    expect(screen.getByText('Overdue')).toBeTruthy();
  });

  it('WS-16 done can be undone, and asks for the next one', async () => {
    const lead = open({ nextStep: step });
    const { user, server } = await show(lead, { [put]: open({ version: 2 }) });
    await user.click(screen.getByRole('button', { name: 'Mark as done: Call about the offer' }));
    expect(await screen.findByRole('button', { name: 'Plan the next one' })).toBeTruthy();
    expect(server.asked(put)[0]?.body).toEqual({ nextStep: null, done: true });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.asked(put).length).toBe(2));
    expect(server.asked(put)[1]?.body).toEqual({ nextStep: step, done: false });
  });

  it('LC-9 says what a colleague planned meanwhile', async () => {
    const theirs = { what: 'Send the quote', day: '2026-12-01', at: null };
    const current = open({ version: 5, nextStep: theirs });
    const { user } = await show(open({ nextStep: step }), { [put]: refusal('lead-changed', { current }) });
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('It’s now: Send the quote, Dec 1, 2026')).toBeTruthy();
  });

  it('ID-4 is read only where nothing can be planned, and not there where nothing was', async () => {
    await show(makeLead({ allowedActions: [], nextStep: step }));
    expect(screen.getByText('Call about the offer')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
