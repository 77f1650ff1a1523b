import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { idOf, partsNow } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { Answers } from '../../../../test/parts/server.ts';
import { SendLeadForm } from './send-lead-form.tsx';

const contoso = { id: idOf(10), name: 'Contoso', country: 'DE', locations: [], offers: [] };
const answers: Answers = {
  'GET /api/v1/partners': { items: [contoso] },
  'POST /api/v1/leads': { leadId: idOf(1), created: true, receivedAt: partsNow.toISOString(), routed: true },
};

async function fillIn() {
  const onSent = vi.fn();
  const page = await renderPart(<SendLeadForm onSent={onSent} />, { answers });
  const { user, fill } = page;
  await user.click(await screen.findByRole('combobox', { name: 'Partner' }));
  await user.click(await screen.findByRole('option', { name: 'Contoso, Germany' }));
  await fill(screen.getByRole('textbox', { name: 'Email address' }), 'kim@alpine.example');
  await user.click(screen.getByRole('radio', { name: 'Yes, the customer agreed' }));
  return {
    ...page,
    send: async () => {
      await user.click(screen.getByRole('button', { name: 'Send lead' }));
      await waitFor(() => expect(onSent).toHaveBeenCalled());
      return page.server.asked('POST /api/v1/leads')[0]?.body;
    },
  };
}

it('IN-1: sends the referral program with the lead', async () => {
  const { fill, send } = await fillIn();
  await fill(screen.getByRole('textbox', { name: 'Referral program' }), ' Co-sell ');
  expect(await send()).toMatchObject({ organizationId: contoso.id, referralProgram: 'Co-sell' });
});

it('IN-1: needs no referral program', async () => {
  const { send } = await fillIn();
  expect((await send())?.referralProgram).toBeUndefined();
});
