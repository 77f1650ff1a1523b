import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Lead } from '../../../../../contract/leads/leads.ts';
import { idOf, makeDeal, makeEvent, makeLead, makeMe } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../../test/parts/server.ts';
import { AcceptDialog } from './accept-dialog.tsx';

const me = makeMe().person;
const ben = { id: idOf(902), name: 'Ben Cruz', email: 'ben@contoso.example' };
const people = { items: [{ id: me.id, name: me.name, email: me.email }, ben] };
const name = 'POST /api/v1/leads/:id/acceptance';

async function openDialog(answers: Answers = {}, lead: Lead = makeLead()) {
  const onClose = vi.fn();
  const page = await renderPart(<AcceptDialog lead={lead} onClose={onClose} />, {
    answers: { 'GET /api/v1/people': people, ...answers },
  });
  const { user } = page;
  return {
    ...page,
    onClose,
    accept: () => user.click(screen.getByRole('button', { name: 'Accept lead' })),
    press: (button: string) => user.click(screen.getByRole('button', { name: button })),
  };
}
const field = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label });
const hasFault = (label: string, description: string) =>
  screen.getByRole('textbox', { name: label, description });

describe('accepting a lead', () => {
  it('LC-2: begins with a name and the currency of the customer’s country', async () => {
    await openDialog({}, makeLead({ country: 'CH' }));
    expect(field('Deal name').value).toBe('Alpine Ski House – Cloud migration');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Currency' }).value).toMatch(/^CHF/);
  });

  it('LC-2: asks for a name, an amount and a day, and leads to the first that is missing', async () => {
    const { user, accept, server } = await openDialog();
    await user.clear(field('Deal name'));
    await accept();
    hasFault('Estimated value', 'Enter an amount, or 0 if you don’t know yet');
    expect(screen.getByText('Choose a time frame or a date')).toBeTruthy();
    const first = hasFault('Deal name', 'Give the deal a name');
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(server.asked(name)).toEqual([]);
  });

  it('LC-2: sends the deal as it was typed, money in minor units', async () => {
    const { fill, accept, press, server, onClose } = await openDialog({ [name]: makeDeal() });
    await fill(field('Estimated value'), '12,500.5');
    await press('Within 3 months');
    await fill(field('Notes'), 'Needs a quote');
    await accept();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked(name)).toMatchObject([
      {
        body: {
          dealName: 'Alpine Ski House – Cloud migration',
          estimatedValue: { amountMinor: 1_250_050, currency: 'EUR' },
          estimatedPurchaseDate: '2027-02-20',
          teamMemberIds: [me.id],
          notes: 'Needs a quote',
          employees: [],
        },
      },
    ]);
    expect(
      await screen.findByText('Alpine Ski House: accepted. The lead is now your team’s deal.'),
    ).toBeTruthy();
  });

  it('leaves out rows of employees that are empty, and asks for the name of any other', async () => {
    const { fill, accept, press, server, onClose } = await openDialog({ [name]: makeDeal() });
    await fill(field('Estimated value'), '0');
    await press('Within 1 month');
    await press('More: CRM ID, campaign, employees');
    await press('Add employee');
    await press('Add employee');
    await fill(screen.getByRole('textbox', { name: 'Email address of employee 2' }), 'lee@alpine.example');
    await accept();
    const missing = screen.getByRole('textbox', { name: 'Name of employee 2', description: 'Enter a name' });
    await fill(missing, 'Lee Gu');
    await accept();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked(name)).toMatchObject([
      { body: { employees: [{ name: 'Lee Gu', email: 'lee@alpine.example' }] } },
    ]);
  });

  it('opens the folded part by itself when the server refuses something in it', async () => {
    const issues = [{ path: 'body.crmId', message: 'is taken', rule: 'unique' }];
    const { fill, accept, press } = await openDialog({ [name]: refusal('invalid-request', { issues }) });
    const more = screen.getByRole('button', { name: 'More: CRM ID, campaign, employees' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    await fill(field('Estimated value'), '0');
    await press('Within 1 month');
    await accept();
    const wrong = await screen.findByRole('textbox', { name: 'CRM ID', description: 'Is taken' });
    expect(more.getAttribute('aria-expanded')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(wrong));
  });

  it('LC-9: brings what was typed into the deal when someone else was faster', async () => {
    const theirs = makeDeal(
      { version: 7 },
      { value: { amountMinor: 90_000, currency: 'EUR' }, notes: 'Call first' },
    );
    const { user, fill, accept, press, server, onClose } = await openDialog({
      [name]: refusal('action-not-possible', { current: theirs, changes: [makeEvent('lead.accepted')] }),
      'PATCH /api/v1/leads/:id': theirs,
    });
    await fill(field('Estimated value'), '500');
    await press('Within 1 month');
    await accept();
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText('This lead was accepted by Ben Cruz 5 minutes ago.')).toBeTruthy();
    expect(field('Estimated value').value).toBe('500');
    expect(field('Notes').value).toBe('Call first');
    const value = within(notice).getByRole('radiogroup', { name: 'Estimated value' });
    const [yours, taken, ...more] = within(value).getAllByRole<HTMLInputElement>('radio');
    expect([yours?.checked, taken?.checked, more]).toEqual([true, false, []]);
    const day = within(notice).getByRole('radiogroup', { name: 'Estimated purchase' });
    await user.click(within(day).getByRole('radio', { name: /^Theirs/ }));
    await press('Save');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const [saved] = server.asked('PATCH /api/v1/leads/:id');
    expect(saved?.headers.get('if-match')).toBe('"7"');
    expect(saved?.body).toEqual({ estimatedValue: { amountMinor: 50_000, currency: 'EUR' } });
  });

  it('says who was faster, and keeps what was typed when the deal is none of theirs', async () => {
    const { fill, accept, press } = await openDialog({
      [name]: refusal('action-not-possible', {
        current: makeDeal({ allowedActions: [] }),
        changes: [makeEvent('lead.accepted')],
      }),
    });
    await fill(field('Estimated value'), '500');
    await press('Within 1 month');
    await accept();
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText('This lead was accepted by Ben Cruz 5 minutes ago.')).toBeTruthy();
    expect(field('Estimated value').value).toBe('500');
    expect(screen.queryByRole('button', { name: 'Accept lead' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
