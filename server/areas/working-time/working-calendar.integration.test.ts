import { describe, expect, it } from 'vitest';
import { leadPage } from '../../../contract/leads/lead-list.ts';
import { lead } from '../../../contract/leads/leads.ts';
import { type WorkingCalendar, workingCalendarAnswer } from '../../../contract/working-time/calendar.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { inOrganization } from '../../platform/database/database.ts';
import { findWorkingCalendar, unscopedListWorkingCalendars } from './working-calendar.repo.ts';

const path = '/api/v1/working-calendar';
const office = [{ from: '09:00', to: '17:30' }];
const calendar: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  hours: {
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '15:00' },
    ],
    saturday: [],
    sunday: [],
  },
  holidays: ['2026-12-03'],
};

const { server, world } = useLeadWorld({ emptied: ['working_calendar'] });

const put = (as: Caller, sent: unknown = calendar) => server.request('PUT', path, { as, body: sent });
const get = (as: Caller) => server.request('GET', path, { as });
const remove = (as: Caller) => server.request('DELETE', path, { as });

describe('the working calendar of an organization', () => {
  it('is not there at first, is kept as it was sent, and tells who changed it', async () => {
    expect(body(workingCalendarAnswer, await get(world.as.admin))).toEqual({
      calendar: null,
      updatedAt: null,
      updatedBy: null,
      revision: 'none',
      mayChange: true,
    });
    const expected = {
      calendar,
      updatedAt: testNow.toISOString(),
      updatedBy: world.people.accountAdmin.name,
      revision: expect.stringMatching(/^[0-9a-f-]{36}$/),
      mayChange: true,
    };
    const answer = body(workingCalendarAnswer, await put(world.as.accountAdmin));
    expect(answer).toEqual(expected);
    expect(body(workingCalendarAnswer, await get(world.as.accountAdmin))).toEqual(answer);
  });

  it('is replaced as a whole, with its holidays in order and once each', async () => {
    await put(world.as.accountAdmin);
    const holidays = ['2027-01-01', '2026-12-24', '2027-01-01'];
    const next = body(workingCalendarAnswer, await put(world.as.admin, { ...calendar, holidays }));
    expect(next.calendar?.holidays).toEqual(['2026-12-24', '2027-01-01']);
    expect(next.updatedBy).toBe(world.people.admin.name);
  });

  it('of two who change it the second is told, with what it is now, and nothing of theirs is saved', async () => {
    const change = (method: 'PUT' | 'DELETE', ifMatch: string, timeZone = 'Europe/Berlin') =>
      server.request(method, path, {
        as: world.as.admin,
        body: method === 'PUT' ? { ...calendar, timeZone } : undefined,
        headers: { 'if-match': ifMatch },
      });
    const none = (await get(world.as.admin)).headers.get('etag') ?? '';
    const first = await change('PUT', none);
    expect(first.status).toBe(200);
    const tag = first.headers.get('etag') ?? '';
    // Both began without a calendar; one was first.
    expect(problemOf(await change('PUT', none))).toMatchObject({
      status: 409,
      code: 'settings-changed',
      current: { calendar, updatedBy: world.people.admin.name },
    });
    expect((await change('PUT', tag, 'Asia/Tokyo')).status).toBe(200);
    for (const stale of [await change('PUT', tag), await change('DELETE', tag), await change('PUT', '"1"')])
      expect(problemOf(stale).code).toBe('settings-changed');
    expect(body(workingCalendarAnswer, await get(world.as.admin)).calendar?.timeZone).toBe('Asia/Tokyo');
    // A calendar that was deleted and made again is a different one.
    await remove(world.as.admin);
    await put(world.as.admin);
    expect((await change('PUT', tag)).status).toBe(409);
    const racing = (await get(world.as.admin)).headers.get('etag') ?? '';
    const zones = ['UTC', 'Asia/Tokyo', 'Europe/Rome'];
    const answers = await Promise.all(zones.map((zone) => change('PUT', racing, zone)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('ID-7 who changed or removed it is in the access log', async () => {
    const entries = async () => {
      const { rows } = await server.database.ownerPool.query<{ actor_name: string; detail: string }>(
        "select actor_name, detail from access_log where action = 'settings.change' order by id desc limit 2",
      );
      return rows.toReversed();
    };
    await put(world.as.admin);
    await remove(world.as.admin);
    const actor_name = world.people.admin.name;
    expect(await entries()).toEqual([
      { actor_name, detail: 'working calendar' },
      { actor_name, detail: 'working calendar removed' },
    ]);
  });

  it('ID-1 every member reads it; without a role for the whole organization nobody changes it', async () => {
    await put(world.as.accountAdmin);
    for (const name of ['munichAdmin', 'user', 'munichUser', 'profileAdmin'] as const) {
      const read = body(workingCalendarAnswer, await get(world.as[name]));
      expect(read).toMatchObject({ calendar, mayChange: false });
      for (const refused of [await put(world.as[name]), await remove(world.as[name])]) {
        expect(problemOf(refused)).toMatchObject({ status: 403, code: 'not-allowed' });
        expect(problemOf(refused).detail).toContain('Account admin or Referrals admin');
      }
    }
    expect(body(workingCalendarAnswer, await get(world.as.admin)).calendar).toEqual(calendar);
  });

  it('ID-2 another organization has its own', async () => {
    await put(world.as.accountAdmin);
    expect(body(workingCalendarAnswer, await get(world.as.fabrikamAdmin)).calendar).toBeNull();
    expect((await remove(world.as.fabrikamAdmin)).status).toBe(404);
    await put(world.as.fabrikamAdmin, { ...calendar, timeZone: 'Asia/Tokyo' });
    expect(body(workingCalendarAnswer, await get(world.as.admin)).calendar?.timeZone).toBe('Europe/Berlin');
  });

  it('ID-2 row-level security shows it to no other organization, whatever is asked', async () => {
    await put(world.as.accountAdmin);
    const { db } = server.database;
    const asked = (organizationId: string) =>
      inOrganization(db, { organizationId }, (tx) => findWorkingCalendar(tx, world.contoso.id));
    expect(await asked(world.contoso.id)).toEqual(calendar);
    expect(await asked(world.fabrikam.id)).toBeUndefined();
    const insert = inOrganization(db, { organizationId: world.fabrikam.id }, (tx) =>
      tx
        .insertInto('working_calendar')
        .values({
          organization_id: world.operator.id,
          time_zone: 'UTC',
          hours: '{}',
          holidays: [],
          updated_at: testNow,
          updated_by: 'x',
        })
        .execute(),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('the clockwork finds those of many organizations at once', async () => {
    await put(world.as.accountAdmin);
    const ids = [world.contoso.id, world.fabrikam.id];
    const found = await unscopedListWorkingCalendars(server.database.workerDb, ids);
    expect([...found]).toEqual([[world.contoso.id, calendar]]);
  });

  it('401 without a session, 403 for programs', async () => {
    const token = await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write');
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const sent = method === 'PUT' ? { body: calendar } : {};
      expect((await server.request(method, path, sent)).status).toBe(401);
      expect((await server.request(method, path, { ...sent, as: { token } })).status).toBe(403);
    }
  });

  it('400 names every wrong place', async () => {
    const sent = {
      timeZone: 'Nowhere',
      hours: { ...calendar.hours, monday: [{ from: '9', to: '8' }], sunday: 'closed' },
      holidays: ['tomorrow'],
    };
    const issues = problemOf(await put(world.as.accountAdmin, sent)).issues?.map(({ path: where }) => where);
    expect(issues).toEqual(
      expect.arrayContaining([
        'body.timeZone',
        'body.hours.monday[0].from',
        'body.hours.monday[0].to',
        'body.hours.sunday',
        'body.holidays[0]',
      ]),
    );
  });

  it('400 for a week without work, and for more than it holds', async () => {
    const none = Object.fromEntries(Object.keys(calendar.hours).map((day) => [day, []]));
    const holidays = Array.from({ length: 1001 }, () => '2026-12-24');
    const span = { from: '00:00', to: '00:01' };
    for (const change of [
      { hours: none },
      { holidays },
      { hours: { ...calendar.hours, monday: Array.from({ length: 7 }, () => span) } },
    ])
      expect((await put(world.as.accountAdmin, { ...calendar, ...change })).status).toBe(400);
    expect(body(workingCalendarAnswer, await get(world.as.admin)).calendar).toBeNull();
  });
});

describe('respond by', () => {
  const open = async (id: string, as: Caller = world.as.admin) =>
    body(lead, await server.request('GET', `/api/v1/leads/${id}`, { as }));

  it('LC-4 is the end without a calendar, the working moment before it with one, and the end never moves', async () => {
    // Received on Friday 10:00 UTC, so it ends on Friday 4 December, 11:00 in Berlin.
    const id = await world.lead({ received_at: testNow });
    const expiresAt = '2026-12-04T10:00:00.000Z';
    expect(await open(id)).toMatchObject({ expiresAt, respondBy: expiresAt });
    await put(world.as.accountAdmin);
    expect(await open(id)).toMatchObject({ expiresAt, respondBy: expiresAt });
    await put(world.as.accountAdmin, { ...calendar, holidays: ['2026-12-03', '2026-12-04'] });
    expect(await open(id)).toMatchObject({ expiresAt, respondBy: '2026-12-02T16:30:00.000Z' });
    expect((await remove(world.as.admin)).status).toBe(204);
    expect(await open(id)).toMatchObject({ expiresAt, respondBy: expiresAt });
    expect((await remove(world.as.admin)).status).toBe(404);
  });

  it('LC-4 a lead can still be answered after it, until the end', async () => {
    const id = await world.lead({ received_at: testNow });
    await put(world.as.accountAdmin, { ...calendar, holidays: ['2026-12-03', '2026-12-04'] });
    server.clock.set(new Date('2026-12-04T09:59:00.000Z'));
    const late = await open(id);
    expect(late).toMatchObject({ status: 'Received', respondBy: '2026-12-02T16:30:00.000Z' });
    expect(late.allowedActions).toContain('accept');
    server.clock.set(new Date('2026-12-04T10:00:00.000Z'));
    expect(await open(id)).toMatchObject({ outcome: 'Expired', expiresAt: null, respondBy: null });
  });

  it('LC-4 is nothing for leads that wait for no answer, and lists do not carry it', async () => {
    await put(world.as.accountAdmin);
    const accepted = await world.acceptedLead();
    const informational = await world.lead({ status: null });
    for (const id of [accepted, informational]) expect((await open(id)).respondBy).toBeNull();
    const list = await server.request('GET', '/api/v1/leads', { as: world.as.admin });
    expect(body(leadPage, list).items.length).toBeGreaterThan(0);
    expect(list.text).not.toContain('respondBy');
  });

  it('LC-4 is judged by the calendar of the reader’s organization', async () => {
    await put(world.as.accountAdmin);
    const received = new Date('2026-11-22T10:00:00.000Z');
    server.clock.set(received);
    const ours = await world.lead({ received_at: received });
    const theirs = await server.make.lead(world.fabrikam.id, { received_at: received });
    expect((await open(ours)).respondBy).toBe('2026-12-04T14:00:00.000Z');
    expect((await open(theirs, world.as.fabrikamAdmin)).respondBy).toBe('2026-12-06T10:00:00.000Z');
  });

  it('the operator has a calendar too', async () => {
    const as = await openSession(server, world.people.operatorAdmin.id, world.operator.id);
    expect((await put(as)).status).toBe(200);
    expect((await put(world.as.seller)).status).toBe(403);
  });
});
