import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { idOf, makeDeal } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import type { Answers } from '../../../../../test/parts/server.ts';
import { ErrorClosureDialog, LostDialog, WonDialog } from './closing-dialogs.tsx';

const deal = makeDeal();
const onClose = vi.fn();

async function open(dialog: ReactNode, answers: Answers = {}) {
  onClose.mockClear();
  const page = await renderPart(dialog, { answers });
  const { user } = page;
  const closed = () => waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  return { ...page, closed, press: (name: string) => user.click(screen.getByRole('button', { name })) };
}
const value = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Final value' });

describe('closing a deal', () => {
  it('LC-6: won begins with the estimated value, and sends the final one', async () => {
    const { fill, press, server, closed } = await open(<WonDialog lead={deal} onClose={onClose} />, {
      'POST /api/v1/leads/:id/outcome': deal,
    });
    expect(value().value).toBe('12,500');
    await fill(value(), '13000');
    await press('Close as won');
    await closed();
    const finalValue = { amountMinor: 1_300_000, currency: 'EUR' };
    expect(server.asked('POST /api/v1/leads/:id/outcome')).toMatchObject([
      { body: { outcome: 'Won', finalValue } },
    ]);
  });

  it('LC-6: won needs an amount', async () => {
    const { user, press, server } = await open(<WonDialog lead={deal} onClose={onClose} />);
    await user.clear(value());
    await press('Close as won');
    expect(value().getAttribute('aria-invalid')).toBe('true');
    expect(server.asked('POST /api/v1/leads/:id/outcome')).toEqual([]);
  });

  it('LC-6: lost needs a reason, and no note even with another one', async () => {
    const { user, press, server, closed } = await open(<LostDialog lead={deal} onClose={onClose} />, {
      'POST /api/v1/leads/:id/outcome': deal,
    });
    await press('Close as lost');
    const reason = screen.getByRole('combobox', { name: 'Reason', description: 'Choose a reason' });
    await user.click(reason);
    await user.click(await screen.findByRole('option', { name: 'Another reason' }));
    await press('Close as lost');
    await closed();
    expect(server.asked('POST /api/v1/leads/:id/outcome')).toMatchObject([
      { body: { outcome: 'Lost', reason: 'Other', notes: null } },
    ]);
  });

  it('LC-7: an error may name the lead that it duplicates, by a link', async () => {
    const { user, fill, press, server, closed } = await open(
      <ErrorClosureDialog lead={deal} onClose={onClose} />,
      {
        'POST /api/v1/leads/:id/error-closure': deal,
      },
    );
    expect(screen.queryByRole('textbox', { name: 'The other lead' })).toBeNull();
    await user.click(screen.getByRole('combobox', { name: 'Reason' }));
    await user.click(await screen.findByRole('option', { name: 'Duplicate of another lead' }));
    const other = screen.getByRole('textbox', { name: 'The other lead' });
    await fill(other, 'the one from Monday');
    await press('Close as error');
    expect(screen.getByText('Enter the ID of a lead or a link to it')).toBeTruthy();
    await fill(other, `https://leads.example/leads/${idOf(7)}`);
    await press('Close as error');
    await closed();
    expect(server.asked('POST /api/v1/leads/:id/error-closure')).toMatchObject([
      { body: { reason: 'Duplicate', duplicateOfLeadId: idOf(7) } },
    ]);
  });

  it('LC-7: begins with the duplicate that it was opened for', async () => {
    await open(<ErrorClosureDialog lead={deal} duplicateOf={idOf(7)} onClose={onClose} />);
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Reason' }).value).toBe(
      'Duplicate of another lead',
    );
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'The other lead' }).value).toBe(idOf(7));
  });
});
