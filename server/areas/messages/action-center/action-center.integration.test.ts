import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionCenter,
  actionCenter,
  actionCenterCounts,
  notification,
} from '../../../../contract/messages/action-center.ts';
import {
  actionBodies,
  type LeadWorld,
  startLeadWorldForTest,
  useLeadWorld,
} from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { insertNotifications } from './notifications.repo.ts';

const url = '/api/v1/action-center';
const mailServer = { SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: 'desk@vendor.test' };

const { server, world } = useLeadWorld({
  env: mailServer,
  emptied: [
    'lead_team_member',
    'lead_event',
    'lead_notice',
    'lead',
    'action_center_seen',
    'notification',
    'mail_preference',
    'suspected_submission',
    'mail',
  ],
});

beforeEach(async () => {
  const { ownerPool } = server.database;
  await ownerPool.query('update person set email_verified_at = $1, email_refused_at = null', [testNow]);
});

async function read(as: Caller, query = ''): Promise<ActionCenter> {
  return body(actionCenter, await server.request('GET', `${url}${query}`, { as }));
}
const counts = async (as: Caller) =>
  body(actionCenterCounts, await server.request('GET', `${url}/counts`, { as }));
const kinds = (center: ActionCenter) => center.actions.items.map((one) => one.kind);
const post = (path: string, as: Caller | undefined, sent?: unknown) =>
  server.request('POST', `${url}/notifications/${path}`, { as, body: sent });

/** Notifies someone at Contoso about leads, a minute apart. */
async function tell(person: { id: string }, leadIds: readonly string[], organizationId = world.contoso.id) {
  for (const [index, leadId] of leadIds.entries()) {
    const at = new Date(server.clock.now().getTime() + index * 60_000);
    const facts = { kind: 'new-lead' as const, customerName: `Firm ${index}`, offerTitle: null, hot: false };
    await inOrganization(server.database.db, { organizationId }, (tx) =>
      insertNotifications(tx, [{ organizationId, personId: person.id, leadId, facts }], at),
    );
  }
}

describe('recommended: leads to answer', () => {
  it('NT-5 those whose time ends first stand in front, until somebody answers them', async () => {
    const late = await world.lead({
      customer_name: 'Late',
      qualification: 'SalesQualified',
    });
    const soonEnd = new Date(testNow.getTime() + 3_600_000);
    const soon = await world.lead({ customer_name: 'Soon', expires_at: soonEnd });
    const center = await read(world.as.admin);
    expect(center.actions.items.map((one) => one.leadId)).toEqual([soon, late]);
    expect(center.actions.items[0]).toMatchObject({
      title: 'Respond to Soon',
      expiresAt: soonEnd.toISOString(),
    });
    expect(center.counts).toEqual({ mandatory: 0, recommended: 2, unread: 0, due: 1, fresh: 1 });
    expect(center.actions.items.map(({ urgency }) => urgency)).toEqual(['now', 'later']);

    const { acceptance } = actionBodies(world.people.admin.id);
    const answer = await server.request('POST', `/api/v1/leads/${soon}/acceptance`, {
      as: world.as.admin,
      body: acceptance,
    });
    expect(answer.status).toBe(200);
    expect((await read(world.as.admin)).actions.items.map((one) => one.leadId)).toEqual([late]);
    expect((await counts(world.as.admin)).recommended).toBe(1);
  });

  it('LC-4 a lead whose time is over is no action any more, written down or not', async () => {
    await world.lead({ expires_at: new Date(testNow.getTime() + 1000) });
    expect((await counts(world.as.admin)).recommended).toBe(1);
    server.clock.set(new Date(testNow.getTime() + 1000));
    const center = await read(world.as.admin);
    expect(center.counts.recommended).toBe(0);
    expect(center.actions.items).toEqual([]);
  });

  it('ID-2 are for who may see and answer them: not for other locations, partners and the operator', async () => {
    await world.lead({ location_id: world.munich.id });
    await world.lead({ status: null });
    const seen = async (name: keyof LeadWorld['as']) => (await counts(world.as[name])).recommended;
    expect(await seen('munichAdmin')).toBe(1);
    for (const name of [
      'berlinAdmin',
      'user',
      'accountAdmin',
      'fabrikamAdmin',
      'operatorAdmin',
      'seller',
    ] as const)
      expect(await seen(name), name).toBe(0);
  });

  it('NT-5 pages give each lead once, in order', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) {
      const qualification = n % 2 === 0 ? 'Direct' : 'MarketingQualified';
      // Two expire at the same moment.
      const expires_at = new Date(testNow.getTime() + Math.ceil(n / 2) * 60_000 + 60_000);
      ids.push(await world.lead({ qualification, expires_at }));
    }
    const got: (string | null)[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: ActionCenter = await read(
        world.as.admin,
        `?limit=2${cursor && `&actionsCursor=${cursor}`}`,
      );
      got.push(...page.actions.items.map((one) => one.leadId));
      cursor = page.actions.nextCursor;
    }
    expect(got).toHaveLength(7);
    expect(new Set(got)).toEqual(new Set(ids));
  });

  it('NT-5 is due within working hours, where there is a calendar', async () => {
    await world.lead({ expires_at: new Date('2026-11-22T12:00:00Z') });
    await server.database.ownerPool.query(
      `insert into working_calendar (organization_id, time_zone, hours, holidays, updated_at, updated_by)
       values ($1, 'UTC', '{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[{"from":"09:00","to":"16:00"}],"saturday":[],"sunday":[]}', '{}', $2, 'Test')`,
      [world.contoso.id, testNow],
    );
    const [answer] = (await read(world.as.admin)).actions.items;
    expect(answer).toMatchObject({
      dueAt: '2026-11-20T16:00:00.000Z',
      expiresAt: '2026-11-22T12:00:00.000Z',
    });
    await server.database.ownerPool.query('delete from working_calendar');
  });
});

describe('mandatory: what must be done', () => {
  it('NT-5 confirm the address, and correct one that takes no mail; both end with their cause', async () => {
    const set = (column: string, value: Date | null) =>
      server.database.ownerPool.query(`update person set ${column} = $1 where id = $2`, [
        value,
        world.people.admin.id,
      ]);
    await set('email_verified_at', null);
    expect(kinds(await read(world.as.admin))).toEqual(['confirm-address']);
    await set('email_refused_at', testNow);
    const center = await read(world.as.admin);
    expect(kinds(center)).toEqual(['fix-address']);
    expect(center.actions.items[0]?.detail).toContain(world.people.admin.email);
    expect(center.counts.mandatory).toBe(1);
    // People who look after accounts are asked to help.
    const [help] = (await read(world.as.accountAdmin)).actions.items;
    expect(help).toMatchObject({ kind: 'fix-colleagues-addresses', count: 1 });
    expect(help?.title).toContain(world.people.admin.name);
    expect(kinds(await read(world.as.fabrikamAdmin))).toEqual([]);
    await set('email_refused_at', null);
    await set('email_verified_at', testNow);
    expect(kinds(await read(world.as.admin))).toEqual([]);
    expect(kinds(await read(world.as.accountAdmin))).toEqual([]);
  });

  it('NT-5 nobody is asked to confirm by mail where there is no mail server', async () => {
    const other = await startLeadWorldForTest();
    const as = other.world.as.admin;
    const answer = await other.server.request('GET', `${url}/counts`, { as });
    expect(body(actionCenterCounts, answer).mandatory).toBe(0);
  });

  it('NT-5 the operator: unrouted leads, the quarantine and failed mails, one action each', async () => {
    const { operator } = world;
    await server.make.lead(operator.id);
    await server.make.lead(operator.id, { status: null });
    await server.make.lead(operator.id, { status: 'ClosedAsError' });
    const { ownerPool } = server.database;
    await ownerPool.query(
      `insert into suspected_submission (organization_id, id, state, door, partner_id, page_title, page_path, signals, word_numbers, lead, request_key, request_hash, received_at)
       values ($1, gen_random_uuid(), 'suspected', 'offer-page', $2, 'Offer', '/o/x', '{trap-filled}', '{}', '{}', '\\x01', '\\x01', $3)`,
      [operator.id, world.contoso.id, testNow],
    );
    const mail = (organizationId: string, createdAt: Date) =>
      ownerPool.query(
        `insert into mail (organization_id, id, kind, address, recipient_name, locale, time_zone, content, reason, state, due_at, created_at)
         values ($1, gen_random_uuid(), 'digest', 'a@b.test', 'A', 'en', 'UTC', '{}', 'operator', 'failed', $2, $2)`,
        [organizationId, createdAt],
      );
    await mail(operator.id, testNow);
    await mail(operator.id, new Date(testNow.getTime() - 8 * 86_400_000));
    await mail(world.contoso.id, testNow);
    const center = await read(world.as.operatorAdmin);
    expect(center.actions.items.map(({ kind, count }) => [kind, count])).toEqual([
      ['route-leads', 2],
      ['decide-quarantine', 1],
      ['look-at-failed-mails', 1],
    ]);
    expect(center.counts.mandatory).toBe(3);
    expect(kinds(await read(world.as.operatorAdmin, '?level=recommended'))).toEqual([]);
    for (const name of ['seller', 'admin', 'accountAdmin'] as const)
      expect(kinds(await read(world.as[name])), name).toEqual([]);
  });
});

describe('notifications', () => {
  it('NT-5 each person is told each thing once, however often it is told', async () => {
    const lead = await world.lead();
    await tell(world.people.admin, [lead]);
    await tell(world.people.admin, [lead]);
    expect((await counts(world.as.admin)).unread).toBe(1);
  });

  it('NT-5 read, unread, archived and taken out again; doing it twice changes nothing', async () => {
    await tell(world.people.admin, [await world.lead()]);
    const [first] = (await read(world.as.admin)).notifications.items;
    const { id } = first ?? { id: '' };
    const marked = async (mark: string) => body(notification, await post(`${id}/${mark}`, world.as.admin));
    const readOnce = await marked('read');
    server.clock.set(new Date(testNow.getTime() + 60_000));
    expect(await marked('read')).toEqual(readOnce);
    expect(readOnce.readAt).toBe(testNow.toISOString());
    expect((await counts(world.as.admin)).unread).toBe(0);
    expect((await marked('unread')).readAt).toBeNull();
    expect((await counts(world.as.admin)).unread).toBe(1);
    const archived = await marked('archive');
    expect(archived.readAt).not.toBeNull();
    expect((await read(world.as.admin)).notifications.items).toEqual([]);
    expect((await read(world.as.admin, '?state=archived')).notifications.items).toEqual([archived]);
    expect((await marked('unarchive')).archivedAt).toBeNull();
    expect((await read(world.as.admin)).notifications.items).toHaveLength(1);
  });

  it('NT-5 pages, the filter and “read all”, which leaves unread what came meanwhile', async () => {
    const leads = await Promise.all(Array.from({ length: 5 }, () => world.lead()));
    await tell(world.people.admin, leads);
    const page = await read(world.as.admin, '?limit=3');
    expect(page.notifications.items.map((one) => one.leadId)).toEqual(leads.slice(2).reverse());
    const rest = await read(world.as.admin, `?limit=3&notificationsCursor=${page.notifications.nextCursor}`);
    expect(rest.notifications.items.map((one) => one.leadId)).toEqual(leads.slice(0, 2).reverse());
    expect(rest.notifications.nextCursor).toBeNull();
    const until = rest.notifications.items[0]?.createdAt;
    const left = body(actionCenterCounts, await post('read-all', world.as.admin, { until }));
    expect(left.unread).toBe(3);
    const unread = await read(world.as.admin, '?state=unread&category=transactional');
    expect(unread.notifications.items).toHaveLength(3);
    expect((await read(world.as.admin, '?category=promotional')).notifications.items).toEqual([]);
    const one = await read(world.as.admin, '?list=actions');
    expect([one.actions.items.length, one.notifications.items.length]).toEqual([5, 0]);
    const other = await read(world.as.admin, '?list=notifications');
    expect([other.actions.items.length, other.notifications.items.length]).toEqual([0, 5]);
  });

  it('ID-2 a lead that has come out of sight is not named any more', async () => {
    const lead = await world.lead({ location_id: world.berlin.id });
    await tell(world.people.munichAdmin, [lead]);
    const [told] = (await read(world.as.munichAdmin)).notifications.items;
    expect(told).toMatchObject({ title: 'New lead: a customer', leadId: null });
  });

  it('ID-3 somebody else’s answers like one that does not exist', async () => {
    await tell(world.people.admin, [await world.lead()]);
    const [mine] = (await read(world.as.admin)).notifications.items;
    for (const as of [world.as.munichAdmin, world.as.fabrikamAdmin]) {
      for (const id of [mine?.id, newId()]) {
        expect(problemOf(await post(`${id}/read`, as))).toMatchObject({ status: 404, code: 'not-found' });
      }
    }
    expect((await counts(world.as.admin)).unread).toBe(1);
  });

  it('NT-5 counts are right when two windows mark at once', async () => {
    const leads = await Promise.all(Array.from({ length: 6 }, () => world.lead()));
    await tell(world.people.admin, leads);
    const { items } = (await read(world.as.admin)).notifications;
    await Promise.all(
      items
        .slice(0, 4)
        .flatMap(({ id }) => [post(`${id}/read`, world.as.admin), post(`${id}/archive`, world.as.admin)]),
    );
    expect((await counts(world.as.admin)).unread).toBe(2);
  });
});

describe('the language of the reader', () => {
  const german = { 'accept-language': 'de-CH, en;q=0.5' };
  const readIn = async (headers: Record<string, string>) =>
    body(actionCenter, await server.request('GET', url, { as: world.as.admin, headers }));
  const titles = ({ actions, notifications }: ActionCenter) =>
    [...actions.items, ...notifications.items].map(({ title }) => title);

  it('LA-1 actions and notifications are read in it; names and what people wrote stay', async () => {
    const { ownerPool } = server.database;
    await ownerPool.query('update person set email_verified_at = null where id = $1', [
      world.people.admin.id,
    ]);
    const lead = await world.lead({ customer_name: 'Alpine', offer_title: 'Backup' });
    await tell(world.people.admin, [lead]);
    const center = await readIn(german);
    expect(titles(center)).toEqual([
      'Bestätigen Sie Ihre E-Mail-Adresse',
      'Antworten: Alpine',
      'Neuer Lead: Firm 0',
    ]);
    expect(center.actions.items[0]?.detail).toBe(
      `Dann wissen Sie, dass Benachrichtigungen über Leads Sie unter ${world.people.admin.email} erreichen.`,
    );
    expect(center.actions.items[1]).toMatchObject({ names: ['Alpine'], detail: 'Backup' });
    expect(titles(await readIn({ 'accept-language': 'fr' }))).toEqual([
      'Confirm your email address',
      'Respond to Alpine',
      'New lead: Firm 0',
    ]);
  });

  it('LA-1 so is a notification that is marked', async () => {
    await tell(world.people.admin, [await world.lead()]);
    const id = (await readIn(german)).notifications.items[0]?.id;
    const marked = await server.request('POST', `${url}/notifications/${id}/read`, {
      as: world.as.admin,
      headers: german,
    });
    expect(body(notification, marked).title).toBe('Neuer Lead: Firm 0');
  });
});

describe('who is not meant', () => {
  it('ID-5 learns nothing without signing in, or as a program', async () => {
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    for (const path of [url, `${url}/counts`, `${url}/live`]) {
      expect(problemOf(await server.request('GET', path)).status, path).toBe(401);
      expect(problemOf(await server.request('GET', path, { as: token })).status, path).toBe(403);
    }
    expect(problemOf(await post(`${newId()}/archive`, undefined)).status).toBe(401);
    expect(problemOf(await post('read-all', token, {})).status).toBe(403);
  });

  it('NT-5 wrong values are refused by name', async () => {
    const asked = (query: string) => server.request('GET', `${url}?${query}`, { as: world.as.admin });
    for (const query of ['limit=0', 'level=urgent', 'state=gone', 'more=1'])
      expect(problemOf(await asked(query)), query).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problemOf(await asked('actionsCursor=x')).code).toBe('invalid-cursor');
    expect(problemOf(await post('no-id/read', world.as.admin)).status).toBe(400);
    expect(problemOf(await post('read-all', world.as.admin, { until: 'now' })).status).toBe(400);
  });
});
