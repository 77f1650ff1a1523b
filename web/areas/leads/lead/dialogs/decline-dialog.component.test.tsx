import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { later, makeEvent, makeLead, makeMe } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { type Answers, noAnswer, refusal } from '../../../../../test/parts/server.ts';
import { queryKeys } from '../../../../api/queries.ts';
import { DeclineDialog } from './closing-dialogs.tsx';

const lead = makeLead();
const closing = {
  declineReason: 'NoCapacity',
  lostReason: null,
  errorReason: null,
  reasonNumber: 6,
  notes: null,
  finalValue: null,
  duplicateOfLeadId: null,
} as const;
const declined = makeLead({
  version: 2,
  status: 'Archived',
  outcome: 'Declined',
  allowedActions: [],
  closing,
});
const news = { told: true, reason: null, words: 'Kim Akers is told by email.', mail: null };
const name = 'POST /api/v1/leads/:id/decline';

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
  };
}
const notes = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' });

describe('declining a lead', () => {
  it('LC-3: says beforehand what the customer will be told', async () => {
    await openDialog();
    expect(await screen.findByText('Kim Akers is told by email.')).toBeTruthy();
  });

  it('LC-3: is possible when that is not known', async () => {
    const { choose, decline, onClose } = await openDialog({
      'GET /api/v1/leads/:id/customer-news': refusal('internal'),
      [name]: declined,
    });
    expect(await screen.findByText(/You can still decline\./)).toBeTruthy();
    await choose('No capacity now');
    await decline();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('LC-3: is sent with Enter once a reason is chosen', async () => {
    const { choose, user, server, onClose } = await openDialog({ [name]: declined });
    await choose('No capacity now');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked(name)).toHaveLength(1);
  });

  it('LC-3: needs a reason, and leads to the field', async () => {
    const { decline, server } = await openDialog();
    await decline();
    const reason = screen.getByRole('combobox', { name: 'Reason', description: 'Choose a reason' });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(server.asked(name)).toEqual([]);
  });

  it('LC-3: needs a description of any other reason, and only of that', async () => {
    const { choose, decline, user, server, onClose } = await openDialog({ [name]: declined });
    expect(notes().getAttribute('aria-required')).toBe('false');
    await choose('Another reason');
    expect(notes().getAttribute('aria-required')).toBe('true');
    await decline();
    expect(screen.getByRole('textbox', { name: 'Notes', description: 'Describe the reason' })).toBe(notes());
    expect(server.asked(name)).toEqual([]);
    await user.type(notes(), 'We moved');
    await decline();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked(name)).toMatchObject([{ body: { reason: 'Other', notes: 'We moved' } }]);
  });

  it('VO-3: says that spam is also reported, and that the customer is told nothing', async () => {
    const { choose, decline, server, onClose } = await openDialog({ [name]: declined });
    await screen.findByText('Kim Akers is told by email.');
    await choose('Spam or abuse');
    expect(
      await screen.findByText(/is also reported as spam, and we tell the customer nothing\./),
    ).toBeTruthy();
    expect(screen.queryByText('Kim Akers is told by email.')).toBeNull();
    await choose('Not a genuine customer');
    await screen.findByText('Kim Akers is told by email.');
    await choose('Spam or abuse');
    await decline();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked(name)).toMatchObject([{ body: { reason: 'SpamOrAbuse' } }]);
  });

  it('shows the lead as it is afterwards, and says so', async () => {
    const { choose, decline, client, onClose } = await openDialog({ [name]: declined });
    await choose('No capacity now');
    await decline();
    expect(await screen.findByText('Alpine Ski House: declined. The lead is archived.')).toBeTruthy();
    expect(onClose).toHaveBeenCalledOnce();
    expect(client.getQueryData(queryKeys.lead(lead.id))).toEqual(declined);
  });

  it('says who was faster, and leaves what was typed to be copied', async () => {
    const accepted = makeLead({ version: 2, status: 'Accepted', allowedActions: ['edit'] });
    const { choose, decline, user, client } = await openDialog({
      [name]: refusal('action-not-possible', {
        current: accepted,
        changes: [makeEvent('lead.accepted', { at: later({ minutes: -5 }) })],
      }),
    });
    await choose('No capacity now');
    await user.type(notes(), 'Busy until May');
    await decline();
    expect(await screen.findByText('This lead was accepted by Ben Cruz 5 minutes ago.')).toBeTruthy();
    expect(notes().value).toBe('Busy until May');
    expect(screen.queryByRole('button', { name: 'Decline lead' })).toBeNull();
    expect(client.getQueryData(queryKeys.lead(lead.id))).toEqual(accepted);
  });

  it('closes without a question once someone else was faster', async () => {
    const { choose, decline, user, onClose } = await openDialog({
      [name]: refusal('action-not-possible', { current: declined }),
    });
    await choose('No capacity now');
    await decline();
    await screen.findByText('Meanwhile, the status of this lead changed to “Declined”.');
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('recognizes a first attempt whose answer got lost', async () => {
    const { choose, decline, server, onClose } = await openDialog({ [name]: noAnswer });
    await choose('No capacity now');
    await decline();
    await screen.findByRole('alert');
    const { person } = makeMe();
    const actor = { personId: person.id, nameNow: null, kind: 'person', name: person.name } as const;
    server.answer({
      [name]: refusal('action-not-possible', { current: declined }),
      'GET /api/v1/leads/:id/timeline': { items: [makeEvent('lead.declined', { actor })], nextCursor: null },
    });
    await decline();
    expect(await screen.findByText('Your first attempt went through. The lead is declined.')).toBeTruthy();
    expect(onClose).toHaveBeenCalledOnce();
  });
});
