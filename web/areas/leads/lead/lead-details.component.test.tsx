import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { nothingAboutLead } from '../../../../test/parts/lead-answers.ts';
import { idOf, makeLead } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, heldAnswer } from '../../../../test/parts/server.ts';
import { queryKeys } from '../../../api/queries.ts';
import { LeadDetails } from './lead-details.tsx';

const lead = makeLead({ id: idOf(2), leadQuality: null });
const declined = makeLead({
  ...lead,
  version: 2,
  status: 'Archived',
  outcome: 'Declined',
  allowedActions: [],
});

const around: Answers = {
  ...nothingAboutLead,
  'GET /api/v1/leads/:id': ({ params }) => makeLead({ ...lead, id: params.id }),
  'GET /api/v1/leads/:id/neighbors': { previousId: idOf(1), nextId: idOf(3) },
  'POST /api/v1/leads/:id/decline': declined,
};

const showDetails = (more: Answers = {}) =>
  renderPart(<LeadDetails lead={lead} params={{ status: 'Received' }} />, {
    answers: { ...around, ...more },
  });

it('W-11: once a lead was answered, next and previous are what they were before', async () => {
  const { user, server, client, address } = await showDetails();
  await screen.findByRole('link', { name: 'Next lead' });
  await user.keyboard('d');
  await user.click(await screen.findByRole('combobox', { name: 'Reason' }));
  await user.click(await screen.findByRole('option', { name: 'No capacity now' }));
  // From now on the list no longer has the lead, and the server knows other neighbors.
  server.answer({
    'GET /api/v1/leads/:id': declined,
    'GET /api/v1/leads/:id/neighbors': { previousId: null, nextId: idOf(9) },
  });
  await user.click(screen.getByRole('button', { name: 'Decline lead' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // As when the server says that the lead has changed.
  await act(() => client.invalidateQueries({ queryKey: queryKeys.lead(lead.id) }));
  const asked = server.asked('GET /api/v1/leads/:id/neighbors').filter(({ params }) => params.id === lead.id);
  expect(asked.length).toBeGreaterThan(1);
  expect(screen.getByRole('link', { name: 'Previous lead' })).toBeTruthy();
  await user.keyboard('j');
  await waitFor(() => expect(address()).toContain(`/leads/${idOf(3)}`));
});

it('WS-7, WS-8: a press of k that comes before the neighbors are known waits for them', async () => {
  const held = heldAnswer<{ previousId: string; nextId: string }>();
  const { user, address } = await showDetails({ 'GET /api/v1/leads/:id/neighbors': held.given });
  const before = address();
  await user.keyboard('k');
  expect(address()).toBe(before);
  held.give({ previousId: idOf(1), nextId: idOf(3) });
  await waitFor(() => expect(address()).toContain(`/leads/${idOf(1)}`));
});
