import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { idOf, later } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, noAnswer, refusal } from '../../../../test/parts/server.ts';
import { AnnouncementDialog } from './announcement-dialog.tsx';

const publish = 'POST /api/v1/announcements';
const published = { id: idOf(1), people: 3 };
const earlier = {
  id: idOf(2),
  title: 'New prices',
  text: 'From January.',
  publishedAt: later({ days: -2 }),
  people: 12,
  readers: 5,
};

async function openDialog(answers: Answers = {}) {
  const onClose = vi.fn();
  const page = await renderPart(<AnnouncementDialog onClose={onClose} />, {
    answers: { 'GET /api/v1/announcements': { items: [] }, ...answers },
  });
  const { user } = page;
  return {
    ...page,
    onClose,
    write: async () => {
      await user.type(screen.getByRole('textbox', { name: 'Title' }), ' Holidays ');
      await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Closed until May');
    },
    press: (name: string) => user.click(screen.getByRole('button', { name })),
  };
}

describe('announcing something', () => {
  it('needs a title and a message', async () => {
    const { press, server } = await openDialog();
    await press('Publish');
    screen.getByRole('textbox', { name: 'Message', description: 'Enter a message' });
    const title = screen.getByRole('textbox', { name: 'Title', description: 'Enter a title' });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(server.asked(publish)).toEqual([]);
  });

  it('says how many people were told', async () => {
    const { write, press, server, onClose } = await openDialog({ [publish]: published });
    await write();
    await press('Publish');
    expect(await screen.findByText('Announced to 3 people.')).toBeTruthy();
    expect(onClose).toHaveBeenCalledOnce();
    expect(server.asked(publish)).toMatchObject([{ body: { title: 'Holidays', text: 'Closed until May' } }]);
  });

  it('is published once, even when the first answer got lost', async () => {
    const { write, press, server, onClose } = await openDialog({ [publish]: noAnswer });
    await write();
    await press('Publish');
    await screen.findByRole('alert');
    server.answer({ [publish]: published });
    await press('Publish');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const keys = server.asked(publish).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  it('withdraws an earlier one, and says when it could not', async () => {
    const withdraw = 'DELETE /api/v1/announcements/:id';
    const { press, server } = await openDialog({
      'GET /api/v1/announcements': { items: [earlier] },
      [withdraw]: refusal('internal'),
    });
    expect((await screen.findByRole('listitem')).textContent).toContain('read by 5 of 12');
    await press('Withdraw “New prices”');
    expect(await screen.findByText('Couldn’t withdraw the announcement')).toBeTruthy();
    server.answer({ [withdraw]: undefined, 'GET /api/v1/announcements': { items: [] } });
    await press('Withdraw “New prices”');
    expect(await screen.findByText('“New prices” was withdrawn.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull());
  });
});
