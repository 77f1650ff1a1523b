import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MailPreferences } from '../../../../contract/messages/action-center.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, heldAnswer, refusal } from '../../../../test/parts/server.ts';
import { NotificationsSection } from './notifications-section.tsx';

function makePreferences(wanted: boolean, more: Partial<MailPreferences> = {}): MailPreferences {
  const optional = {
    channel: 'mail',
    explanation: 'When one comes in.',
    required: false,
    requiredReason: null,
  } as const;
  return {
    address: 'ada@contoso.example',
    addressState: 'confirmed',
    addressStateAt: null,
    refusedReason: null,
    mailsAreSent: true,
    language: 'en',
    timeZone: 'Europe/Berlin',
    mailsPerDay: 10,
    digestHour: 8,
    quietHours: null,
    categories: [
      { ...optional, key: 'expiring-soon', title: 'Leads that expire', wanted },
      {
        ...optional,
        key: 'account',
        title: 'Your account',
        wanted: true,
        required: true,
        requiredReason: 'You could not sign in without them.',
      },
    ],
    ...more,
  };
}
const change = 'PATCH /api/v1/me/mail-preferences';

async function showSection(answers: Answers) {
  const page = await renderPart(<NotificationsSection />, { answers });
  return { ...page, press: async () => page.user.click(await toggle()) };
}
const toggle = () => screen.findByRole<HTMLInputElement>('switch', { name: /^Leads that expire/ });

describe('NT-6: quiet hours', () => {
  it('are saved with their times, and undone', async () => {
    const quietHours = { night: { from: '20:00', until: '06:30' }, weekends: false, exceptHot: true };
    const { user, fill, server } = await showSection({
      'GET /api/v1/me/mail-preferences': makePreferences(true),
      [change]: ({ body }) => makePreferences(true, { quietHours: body.quietHours ?? null }),
    });
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Save' })).disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'At night' }));
    await fill(screen.getByLabelText('Until'), '20:00');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Choose another time than the beginning');
    expect(server.asked(change)).toEqual([]);
    await fill(screen.getByLabelText('Until'), '06:30');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Quiet hours saved');
    expect(server.asked(change)).toMatchObject([{ body: { quietHours } }]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.asked(change)).toMatchObject([{}, { body: { quietHours: null } }]));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'At night' }).checked).toBe(false),
    );
  });
});

describe('what someone is notified of', () => {
  it('NT-5: is turned off at once, and saved', async () => {
    const { given, give } = heldAnswer<MailPreferences>();
    const { press, server } = await showSection({
      'GET /api/v1/me/mail-preferences': makePreferences(true),
      [change]: given,
    });
    await press();
    expect((await toggle()).checked).toBe(false);
    expect(server.asked(change)).toMatchObject([{ body: { categories: { 'expiring-soon': false } } }]);
    give(makePreferences(false));
    expect(await screen.findByText('Leads that expire: turned off.')).toBeTruthy();
    expect((await toggle()).checked).toBe(false);
  });

  it('goes back when it can’t be saved, and says so', async () => {
    const { press } = await showSection({
      'GET /api/v1/me/mail-preferences': makePreferences(true),
      [change]: refusal('internal', { detail: 'Something broke.' }),
    });
    await press();
    expect(await screen.findByText('Couldn’t save the change')).toBeTruthy();
    expect((await toggle()).checked).toBe(true);
  });

  it('is what was clicked last, when someone clicks faster than the server answers', async () => {
    const { given, give } = heldAnswer<MailPreferences>();
    const { press, server } = await showSection({
      'GET /api/v1/me/mail-preferences': makePreferences(true),
      [change]: given,
    });
    await press();
    await press();
    expect((await toggle()).checked).toBe(true);
    server.answer({ [change]: makePreferences(true) });
    give(makePreferences(false));
    await waitFor(() => expect(server.asked(change)).toHaveLength(2));
    expect(await screen.findByText('Leads that expire: turned on.')).toBeTruthy();
    expect((await toggle()).checked).toBe(true);
  });

  it('NT-5: cannot be turned off where it is needed, and says why', async () => {
    await showSection({ 'GET /api/v1/me/mail-preferences': makePreferences(true) });
    await toggle();
    expect(screen.getAllByRole('switch')).toHaveLength(1);
    expect(screen.getByText('Always')).toBeTruthy();
    expect(screen.getByText('You could not sign in without them.')).toBeTruthy();
  });

  it('says what keeps emails from arriving', async () => {
    await showSection({
      'GET /api/v1/me/mail-preferences': makePreferences(true, {
        addressState: 'refused',
        refusedReason: 'mailbox full',
        mailsAreSent: false,
      }),
    });
    expect(await screen.findByText('The mail server said: mailbox full')).toBeTruthy();
    expect(screen.getByText(/This installation has no mail server/)).toBeTruthy();
  });

  it('says that it can’t be loaded, and tries again', async () => {
    const { user, server } = await showSection({ 'GET /api/v1/me/mail-preferences': refusal('internal') });
    await screen.findByRole('alert');
    server.answer({ 'GET /api/v1/me/mail-preferences': makePreferences(true) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await toggle()).toBeTruthy();
  });
});
