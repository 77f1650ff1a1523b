import { beforeEach, describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import {
  type ActionCenter,
  actionCenter,
  actionCenterCounts,
  announcementCreated,
  announcementList,
} from '../../../../contract/messages/action-center.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { insertNotifications } from './notifications.repo.ts';

const url = '/api/v1/action-center';

const { server, world } = useLeadWorld();

beforeEach(async () => {
  await server.database.ownerPool.query(
    `delete from lead_event; delete from lead_notice; delete from lead; delete from notification;
     delete from action_center_seen; delete from mail_preference;
     update person set email_verified_at = '2026-11-01', email_refused_at = null`,
  );
});

async function read(as: Caller, query = ''): Promise<ActionCenter> {
  return body(actionCenter, await server.request('GET', `${url}${query}`, { as }));
}
const counts = async (as: Caller) =>
  body(actionCenterCounts, await server.request('GET', `${url}/counts`, { as }));

describe('announcements', () => {
  const publish = (as: Caller | undefined, sent: unknown) =>
    server.request('POST', '/api/v1/announcements', { as, body: sent });

  it('NT-5 reach the people of all partners, but for those who switched them off', async () => {
    await server.database.ownerPool.query(
      `insert into mail_preference (person_id, category, by_mail, in_app, changed_at) values ($1, 'announcements', true, false, $2)`,
      [world.people.user.id, testNow],
    );
    const told = body(
      announcementCreated,
      await publish(world.as.operatorAdmin, { title: ' News ', text: 'Hello' }),
    );
    expect(told.people).toBe(7);
    for (const as of [world.as.admin, world.as.profileAdmin, world.as.fabrikamAdmin]) {
      const [item] = (await read(as)).notifications.items;
      expect(item).toMatchObject({
        kind: 'announcement',
        category: 'promotional',
        title: 'News',
        detail: 'Hello',
      });
    }
    for (const as of [world.as.user, world.as.seller, world.as.operatorAdmin])
      expect((await read(as)).notifications.items).toEqual([]);
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.operatorAdmin });
    expect(body(accessLogPage, log).items[0]).toMatchObject({
      action: 'announcement.publish',
      detail: 'News',
    });
  });

  it('NT-5 are told once, however often a request is repeated whose answer got lost', async () => {
    const repeat = (sent: unknown) =>
      server.request('POST', '/api/v1/announcements', {
        as: world.as.operatorAdmin,
        body: sent,
        headers: { 'idempotency-key': 'announcement-1' },
      });
    const answers = [
      await repeat({ title: 'Once', text: 'Hello' }),
      await repeat({ title: 'Once', text: 'Hello' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const [first, second] = answers.map((answer) => body(announcementCreated, answer));
    expect(second).toEqual(first);
    expect((await read(world.as.admin)).notifications.items).toHaveLength(1);
    expect(problemOf(await repeat({ title: 'Other', text: 'Hello' }))).toMatchObject({
      status: 409,
      code: 'idempotency-key-reused',
    });
    await server.request('DELETE', `/api/v1/announcements/${first?.id}`, { as: world.as.operatorAdmin });
    expect((await repeat({ title: 'Once', text: 'Hello' })).json).toEqual({ id: first?.id, people: 0 });
    expect((await read(world.as.admin)).notifications.items).toEqual([]);
  });

  it('NT-5 can be taken back: they are gone from every Action center, and the log says who did it', async () => {
    const told = body(
      announcementCreated,
      await publish(world.as.operatorAdmin, { title: 'Oops', text: 'Wrong' }),
    );
    const listed = await server.request('GET', '/api/v1/announcements', { as: world.as.operatorAdmin });
    expect(body(announcementList, listed).items).toEqual([
      {
        id: told.id,
        title: 'Oops',
        text: 'Wrong',
        publishedAt: testNow.toISOString(),
        people: told.people,
        readers: 0,
      },
    ]);
    const withdraw = (as?: Caller) => server.request('DELETE', `/api/v1/announcements/${told.id}`, { as });
    expect(problemOf(await withdraw(world.as.accountAdmin)).status).toBe(403);
    expect(problemOf(await withdraw()).status).toBe(401);
    expect((await withdraw(world.as.operatorAdmin)).status).toBe(204);
    expect((await read(world.as.admin)).notifications.items).toEqual([]);
    expect(problemOf(await withdraw(world.as.operatorAdmin)).status).toBe(404);
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.operatorAdmin });
    expect(body(accessLogPage, log).items[0]).toMatchObject({ action: 'announcement.take-back' });
  });

  it('ID-3 are the operator’s', async () => {
    const sent = { title: 'News', text: 'Hello' };
    for (const name of ['admin', 'accountAdmin', 'seller'] as const)
      expect(problemOf(await publish(world.as[name], sent)).status, name).toBe(403);
    expect(problemOf(await publish(undefined, sent)).status).toBe(401);
    const list = (as?: Caller) => server.request('GET', '/api/v1/announcements', { as });
    expect(problemOf(await list(world.as.admin)).status).toBe(403);
    expect(problemOf(await list()).status).toBe(401);
    expect(
      problemOf(await publish(world.as.operatorAdmin, { title: ' ', text: 'x', more: 1 })),
    ).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
  });
});

describe('the badge', () => {
  const see = (as: Caller) => server.request('POST', `${url}/seen`, { as });
  const badge = async (as = world.as.admin) => {
    const { due, fresh } = await counts(as);
    return { due, fresh };
  };
  const hoursFrom = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000);

  it('NT-5 counts what is due, and what came since the last look, each lead once', async () => {
    await world.lead({ expires_at: hoursFrom(2) });
    const calm = await world.lead({ expires_at: hoursFrom(13 * 24) });
    const told = { kind: 'new-lead' as const, customerName: null, offerTitle: null, hot: false };
    const { id: personId } = world.people.admin;
    const organizationId = world.contoso.id;
    await inOrganization(server.database.db, { organizationId }, (tx) =>
      insertNotifications(tx, [{ organizationId, personId, leadId: calm, facts: told }], server.clock.now()),
    );
    expect(await badge()).toEqual({ due: 1, fresh: 1 });
    server.clock.set(hoursFrom(1));
    expect(body(actionCenterCounts, await see(world.as.admin))).toMatchObject({
      due: 1,
      fresh: 0,
      unread: 1,
    });
    server.clock.set(hoursFrom(1));
    await world.lead();
    expect(await badge()).toEqual({ due: 0, fresh: 1 });
  });

  it('NT-5 counts news that are no things to do, until they are read or seen', async () => {
    const { id: personId } = world.people.admin;
    const organizationId = world.contoso.id;
    const say = (told: Parameters<typeof insertNotifications>[1][number]['facts']) =>
      inOrganization(server.database.db, { organizationId }, (tx) =>
        insertNotifications(
          tx,
          [{ organizationId, personId, leadId: newId(), facts: told }],
          server.clock.now(),
        ),
      );
    const about = { customerName: null, offerTitle: null };
    await say({ kind: 'lead-expired', ...about });
    await say({ kind: 'new-lead', ...about, hot: false });
    expect(await badge()).toEqual({ due: 0, fresh: 1 });
    await server.request('POST', `${url}/notifications/read-all`, { as: world.as.admin, body: {} });
    expect(await badge()).toEqual({ due: 0, fresh: 0 });
  });

  it('NT-5 follows the working calendar: a lead of Sunday is due on Friday', async () => {
    await server.database.ownerPool.query(
      `insert into working_calendar (organization_id, time_zone, hours, holidays, updated_at, updated_by)
       values ($1, 'UTC', $2, '{}', $3, 'Test')`,
      [
        world.contoso.id,
        JSON.stringify({
          ...{ monday: [], tuesday: [], wednesday: [], thursday: [], saturday: [], sunday: [] },
          friday: [{ from: '09:00', to: '17:00' }],
        }),
        testNow,
      ],
    );
    // It is Friday, 10:00.
    await world.lead({ expires_at: hoursFrom(50) });
    const center = await read(world.as.admin);
    expect(center.actions.items[0]?.urgency).toBe('now');
    expect(center.counts.due).toBe(1);
    await server.database.ownerPool.query('delete from working_calendar');
  });

  it('ID-2 is of one organization and person; programs have none', async () => {
    await world.lead();
    await see(world.as.admin);
    expect(await badge(world.as.admin)).toEqual({ due: 0, fresh: 0 });
    const other = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await server.signIn(other);
    await server.database.ownerPool.query('update person set email_verified_at = $1', [testNow]);
    expect(await badge(as)).toEqual({ due: 0, fresh: 1 });
    expect(problemOf(await server.request('POST', `${url}/seen`)).status).toBe(401);
  });
});
