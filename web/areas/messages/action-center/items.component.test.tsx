import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Action, Notification } from '../../../../contract/messages/action-center.ts';
import { idOf, later } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { ActionCenterPanel } from './action-center-panel.tsx';
import { ActionGroups, NotificationItem } from './items.tsx';

function makeAction(more: Partial<Action>): Action {
  return {
    key: 'answer 1',
    kind: 'answer-lead',
    level: 'recommended',
    urgency: 'later',
    title: 'Answer the lead of Alpine Ski House',
    names: ['Alpine Ski House'],
    detail: null,
    count: null,
    leadId: idOf(1),
    hotUntil: null,
    dueAt: later({ days: 9 }),
    expiresAt: later({ days: 9 }),
    ...more,
  };
}

function makeNotification(more: Partial<Notification> = {}): Notification {
  return {
    id: idOf(10),
    category: 'transactional',
    kind: 'new-lead',
    title: 'New lead from Alpine Ski House',
    names: ['Alpine Ski House'],
    detail: null,
    leadId: idOf(1),
    createdAt: later({ hours: -3 }),
    readAt: null,
    archivedAt: null,
    ...more,
  };
}

describe('what there is to do', () => {
  it('NT-5: is grouped by how soon it is due, what must be done first', async () => {
    const actions = [
      makeAction({ key: '1' }),
      makeAction({ key: '2', urgency: 'now', dueAt: later({ hours: 2 }), title: 'Answer today' }),
      makeAction({
        key: '3',
        level: 'mandatory',
        kind: 'fix-address',
        title: 'Fix your address',
        leadId: null,
      }),
    ];
    await renderPart(<ActionGroups actions={actions} />);
    const groups = screen.getAllByRole('region');
    expect(groups.map((group) => within(group).getByRole('link').textContent)).toEqual([
      'Fix your address',
      'Answer today',
      'Answer the lead of Alpine Ski House',
    ]);
    expect(groups[0]).toBe(screen.getByRole('region', { name: 'Required' }));
  });

  it('leads to where it is done', async () => {
    await renderPart(
      <ActionGroups
        actions={[
          makeAction({ key: '1', title: 'Answer' }),
          makeAction({ key: '2', kind: 'look-at-failed-mails', leadId: null, title: 'Look at emails' }),
        ]}
      />,
    );
    const leadsTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(leadsTo('Answer')).toBe(`/leads/${idOf(1)}`);
    expect(leadsTo('Look at emails')).toBe('/outbox?state=failed');
  });

  it('says how long there is only where it is urgent', async () => {
    await renderPart(
      <ActionGroups
        actions={[
          makeAction({ key: '1', urgency: 'now', dueAt: later({ hours: 2 }) }),
          makeAction({ key: '2', dueAt: null, expiresAt: later({ days: 9 }) }),
        ]}
      />,
    );
    const [now, other] = screen.getAllByRole('listitem');
    expect(now?.textContent).toMatch(/Due Nov 20, 2026.*· in 2 hours$/);
    expect(other?.textContent).toMatch(/Expires Nov 29, 2026/);
  });
});

const counts = { mandatory: 0, recommended: 0, unread: 0, due: 0, fresh: 0 };
const read = 'POST /api/v1/action-center/notifications/:id/read';

describe('a piece of news', () => {
  it('is marked as read when it is opened', async () => {
    const { user, server, address } = await renderPart(<NotificationItem item={makeNotification()} />, {
      answers: { [read]: makeNotification({ readAt: later({}) }) },
    });
    expect(screen.getByText('Unread')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: /New lead from/ }));
    await waitFor(() => expect(address()).toBe(`/leads/${idOf(1)}`));
    expect(server.asked(read)).toMatchObject([{ params: { id: idOf(10) } }]);
  });

  it('is not marked again once it was read', async () => {
    const { user, server, address } = await renderPart(
      <NotificationItem item={makeNotification({ readAt: later({ hours: -1 }) })} />,
    );
    await user.click(screen.getByRole('link', { name: /New lead from/ }));
    await waitFor(() => expect(address()).toBe(`/leads/${idOf(1)}`));
    expect(server.asked(read)).toEqual([]);
  });

  it.each<[string, Partial<Notification>, string[]]>([
    ['unread', {}, ['Mark as read', 'Archive']],
    ['read', { readAt: later({ hours: -1 }) }, ['Mark as unread', 'Archive']],
    ['archived', { archivedAt: later({ hours: -1 }) }, ['Unarchive']],
  ])('offers the marks that make sense: %s', async (_state, more, marks) => {
    await renderPart(<NotificationItem item={makeNotification(more)} />);
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual(marks.map((mark) => `${mark}: New lead from Alpine Ski House`));
  });

  it('says that a mark could not be saved', async () => {
    const { user } = await renderPart(<NotificationItem item={makeNotification()} />, {
      answers: { 'POST /api/v1/action-center/notifications/:id/archive': refusal('internal') },
    });
    await user.click(screen.getByRole('button', { name: /^Archive/ }));
    expect(await screen.findByText('Couldn’t save the change')).toBeTruthy();
  });

  it('is no link where there is nothing more to read', async () => {
    await renderPart(
      <NotificationItem
        item={makeNotification({ kind: 'announcement', leadId: null, title: 'New prices' })}
      />,
    );
    expect(screen.getByText('New prices')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the panel under the bell', () => {
  const seen = 'POST /api/v1/action-center/seen';
  const empty = { items: [], nextCursor: null };

  async function showPanel(answers: Answers) {
    return renderPart(<ActionCenterPanel />, { answers: { [seen]: counts, ...answers } });
  }

  it('says that there is nothing, and counts what it shows as seen', async () => {
    const { server } = await showPanel({
      'GET /api/v1/action-center': { counts, actions: empty, notifications: empty },
    });
    expect(await screen.findByText('Nothing to do.')).toBeTruthy();
    expect(screen.getByText('Nothing has happened yet.')).toBeTruthy();
    await waitFor(() => expect(server.asked(seen)).toHaveLength(1));
  });

  it('marks as read what it shows, and not what comes meanwhile', async () => {
    const notifications = { items: [makeNotification()], nextCursor: null };
    const readAll = 'POST /api/v1/action-center/notifications/read-all';
    const { user, server } = await showPanel({
      'GET /api/v1/action-center': { counts: { ...counts, unread: 1 }, actions: empty, notifications },
      [readAll]: counts,
    });
    await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(server.asked(readAll)).toHaveLength(1));
    expect(server.asked(readAll)[0]?.body).toEqual({ until: later({ hours: -3 }) });
  });

  it('counts nothing as seen that it could not show', async () => {
    const { server } = await showPanel({ 'GET /api/v1/action-center': refusal('internal') });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(server.asked(seen)).toEqual([]);
  });
});
