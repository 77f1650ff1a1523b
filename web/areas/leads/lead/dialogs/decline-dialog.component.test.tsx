import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { idOf, makeEvent, makeLead } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { type Answers, heldAnswer, refusal } from '../../../../../test/parts/server.ts';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { DeclineDialog } from './closing-dialogs.tsx';

const lead = makeLead();
const declined = makeLead({
  version: 2,
  status: 'Archived',
  outcome: 'Declined',
  allowedActions: ['favorite'],
  closing: {
    declineReason: 'NoCapacity',
    lostReason: null,
    errorReason: null,
    notes: null,
    finalValue: null,
    duplicateOfLeadId: null,
  },
});
const news = { told: true, reason: null, words: 'Kim Akers is told by email.', mail: null };

async function openDialog(answers: Answers = {}) {
  const onClose = vi.fn();
  const page = await renderPart(<DeclineDialog lead={lead} onClose={onClose} />, {
    answers: { 'GET /api/v1/leads/:id/customer-news': news, ...answers },
  });
  const { user } = page;
  return {
    ...page,
    onClose,
    decline: () => user.click(screen.getByRole('button', { name: 'Decline lead' })),
    choose: async (reason: string) => {
      await user.click(screen.getByRole('combobox', { name: 'Reason' }));
      await user.click(await screen.findByRole('option', { name: reason }));
    },
    notes: () => screen.getByRole('textbox', { name: 'Notes' }),
  };
}

describe('declining a lead', () => {
  it('LC-3: needs a reason, and leads to the field that lacks it', async () => {
    const { decline, server } = await openDialog();
    await decline();
    const reason = screen.getByRole('combobox', { name: 'Reason' });
    expect(reason).toHaveProperty('ariaInvalid', 'true');
    expect(screen.getByText('Choose a reason', { selector: '[class*="error"]' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(server.asked('POST /api/v1/leads/:id/decline')).toEqual([]);
  });
  it('sends it', async () => {
    const { decline, choose, notes, user, server, onClose } = await openDialog({ 'POST /api/v1/leads/:id/decline': declined });
    await choose('No capacity');
    await user.type(notes(), 'Busy until May');
    await decline();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked('POST /api/v1/leads/:id/decline')).toMatchObject([{ body: { reason: 'NoCapacity', notes: 'Busy until May' } }]);
  });
});
