import { describe, expect, it } from 'vitest';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { holdTable } from '../../../../test/locks.ts';
import { body, testNow } from '../../../../test/server.ts';
import { hours, useClockworkWorld } from './clockwork.fixture.ts';

const expiryHours = 336;

const { server, world, ...here } = useClockworkWorld();

describe('LC-4: what nobody answered expires', () => {
  it('LC-4 is written at its deadline, with the event, and who is to be told is told by one job', async () => {
    const id = await here.ending(-2);
    expect(await here.clockwork().run()).toEqual({ expired: 1, reminded: 0, lagSeconds: 7200 });
    expect(await here.lead(id)).toMatchObject({ closed_at: hours(-2), updated_at: testNow });
    await here.expectExpiredOnce([id]);
    const as = world.as.admin;
    const timeline = body(leadTimeline, await server.request('GET', `/api/v1/leads/${id}/timeline`, { as }));
    expect(timeline.items.at(-1)).toMatchObject({
      type: 'lead.expired',
      at: hours(-2).toISOString(),
      actor: { kind: 'system', name: 'Leadlight' },
      changes: [{ field: 'status', before: 'Received', after: 'Expired' }],
    });
    const [told] = await here.told();
    expect(told).toEqual({ organizationId: world.contoso.id, eventIds: [timeline.items.at(-1)?.id] });
  });

  it('LC-4 to the millisecond: not a moment before the deadline, and at it', async () => {
    const id = await here.ending(0);
    expect(await here.clockwork({ now: new Date(testNow.getTime() - 1) }).run()).toMatchObject({
      expired: 0,
    });
    expect(await here.lead(id)).toMatchObject({ status: 'Received', version: 1 });
    expect(await here.clockwork().run()).toMatchObject({ expired: 1 });
    await here.expectExpiredOnce([id]);
  });

  it('LC-4 a reader sees the same before and after it is written down, but for the version and the closing', async () => {
    const id = await here.ending(-1);
    const read = async () => {
      const answer = await server.request('GET', `/api/v1/leads/${id}`, { as: world.as.admin });
      const { version, updatedAt, closedAt, closing, ...rest } = body(leadShape, answer);
      return rest;
    };
    const before = await read();
    await here.clockwork().run();
    expect(await read()).toEqual(before);
    expect(before).toMatchObject({ status: 'Archived', outcome: 'Expired', contact: null });
  });

  it('LC-4 leaves alone what is answered, archived, informational or has time left', async () => {
    const gone = { expires_at: hours(-1) };
    const ids = [
      await server.make.acceptedLead(world.contoso.id, gone),
      await server.make.lead(world.contoso.id, { status: 'Declined', closed_at: hours(-5), ...gone }),
      await server.make.lead(world.contoso.id, { status: null, available_until: hours(-1) }),
      await here.ending(1, world.contoso.id, { reminded_at: hours(-70) }),
    ];
    const before = await Promise.all(ids.map(here.lead));
    expect(await here.clockwork().run()).toEqual({ expired: 0, reminded: 0, lagSeconds: 0 });
    expect(await Promise.all(ids.map(here.lead))).toEqual(before);
    expect(await here.told()).toEqual([]);
  });

  it('IN-4 what waits in the operator’s queue is not closed, and the partner it is sent to can answer it', async () => {
    const id = await here.ending(-1, world.operator.id);
    expect(await here.clockwork().run()).toMatchObject({ expired: 0, reminded: 0 });
    const sent = await server.request('POST', `/api/v1/leads/${id}/routing`, {
      as: world.as.operatorAdmin,
      body: { organizationId: world.contoso.id },
    });
    expect(sent.status).toBe(200);
    expect(await here.clockwork().run()).toMatchObject({ expired: 0 });
    const answer = await server.request('GET', `/api/v1/leads/${id}`, { as: world.as.admin });
    expect(body(leadShape, answer)).toMatchObject({
      status: 'Received',
      expiresAt: hours(expiryHours).toISOString(),
    });
  });
});

describe('LC-4: many leads, many workers, and days of downtime', () => {
  const spread = async (count: number) => {
    const owners = [world.contoso.id, world.fabrikam.id];
    const ids: string[] = [];
    // The later ones first, so that the order of storing is not the order of becoming due.
    for (let index = count; index > 0; index--)
      ids.push(await here.ending(-1 - ((index * 7) % count), owners[index % 2]));
    return ids;
  };

  it('LC-4 run twice, the second finds nothing', async () => {
    const ids = await spread(5);
    expect(await here.clockwork().run()).toMatchObject({ expired: 5 });
    expect(await here.clockwork().run()).toEqual({ expired: 0, reminded: 0, lagSeconds: 0 });
    await here.expectExpiredOnce(ids);
  });

  it('LC-4 three workers at once share the work: each lead once', async () => {
    const ids = await spread(60);
    const reports = await Promise.all([1, 2, 3].map(() => here.clockwork({ batchSize: 4 }).run()));
    await here.clockwork().run();
    expect(reports.map(({ expired }) => expired).reduce((sum, one) => sum + one)).toBeLessThanOrEqual(60);
    await here.expectExpiredOnce(ids);
  });

  it('LC-4 after downtime, of each organization what became due first is done first', async () => {
    const ids = await spread(21);
    await here.clockwork({ batchSize: 2 }).run();
    const events = await here.expiredEvents();
    for (const owner of [world.contoso.id, world.fabrikam.id]) {
      const own = events.filter((event) => event.organization_id === owner);
      expect(own.length).toBeGreaterThan(9);
      const times = own.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
    await here.expectExpiredOnce(ids);
  });

  it('LC-4 an organization with a great many of them keeps nobody else waiting for more than one batch', async () => {
    for (let index = 0; index < 9; index++) await here.ending(-10 - index);
    const quiet = await here.ending(-1, world.fabrikam.id);
    await here.clockwork({ batchSize: 3 }).run();
    const events = await here.expiredEvents();
    // In the second batch, wherever in it.
    expect(events.findIndex((event) => event.lead_id === quiet)).toBeLessThan(6);
    expect(events).toHaveLength(10);
  });

  it('LC-4 leads of the very same moment are all found, however small the batch', async () => {
    const ids = await Promise.all(Array.from({ length: 11 }, () => here.ending(-3)));
    expect(await here.clockwork({ batchSize: 2 }).run()).toMatchObject({ expired: 11 });
    await here.expectExpiredOnce(ids);
  });

  it('LC-4 each batch tells by one job for each organization', async () => {
    for (let index = 0; index < 6; index++) await here.ending(-1);
    await here.ending(-1, world.fabrikam.id);
    await here.clockwork({ batchSize: 7 }).run();
    const told = await here.told();
    expect(told.map(({ eventIds }) => eventIds.length).toSorted()).toEqual([1, 6]);
  });

  it('LC-4 a run that fails in the middle has done whole batches; the next does the rest', async () => {
    const ids = [
      await here.ending(-5),
      await here.ending(-4),
      await here.ending(-3),
      await here.ending(-2),
      await here.ending(-1),
    ];
    const { ownerPool } = server.database;
    await ownerPool.query(`create function stumble() returns trigger language plpgsql as $$
      begin raise exception 'no'; end $$`);
    await ownerPool.query(`create trigger stumble before insert on lead_event for each row
      when (new.lead_id = '${ids[3]}') execute function stumble()`);
    await expect(here.clockwork({ batchSize: 2 }).run()).rejects.toThrow('no');
    await here.expectExpiredOnce(ids.slice(0, 2));
    await ownerPool.query('drop function stumble cascade');
    expect(await here.clockwork({ batchSize: 2 }).run()).toMatchObject({ expired: 3 });
    await here.expectExpiredOnce(ids);
  });

  it('LC-4 a worker that dies in a batch leaves nothing of it, and holds nobody up', async () => {
    const ids = await spread(6);
    const held = await holdTable(server.database.connectionString, 'lead_event');
    const dying = here
      .clockwork({ batchSize: 4 })
      .run()
      .catch((error: Error) => error);
    await held.killWaiting();
    expect(await dying).toBeInstanceOf(Error);
    await held.release();
    expect(await here.expiredEvents()).toEqual([]);
    expect(await here.clockwork().run()).toMatchObject({ expired: 6 });
    await here.expectExpiredOnce(ids);
  });

  it('LC-4 a run that has used up its time leaves the rest to the next', async () => {
    await spread(6);
    expect(await here.clockwork({ batchSize: 2, runMilliseconds: 0 }).run()).toMatchObject({ expired: 0 });
    expect(await here.clockwork().run()).toMatchObject({ expired: 6 });
  });
});

describe('LC-8: nothing is written when an informational lead is archived', () => {
  it('LC-8 the clockwork leaves it as it is, and every filter, count and list passes it by', async () => {
    const until = hours(1);
    const id = await server.make.lead(world.contoso.id, {
      status: null,
      available_until: until,
      customer_name: 'Ephemeral AG',
      lead_source: 'AppSource',
    });
    const before = await here.rows('select * from lead where id = $1', id);
    const as = world.as.admin;
    const filters = [
      'callToAction=GetItNow',
      'customerName=Ephemeral%20AG',
      'leadSource=AppSource',
      'country=DE',
    ];
    const seen = async () =>
      Promise.all(
        filters.map(async (filter) => {
          const page = body(leadPage, await server.request('GET', `/api/v1/leads?${filter}`, { as }));
          const facets = await server.request('GET', `/api/v1/leads/facets?${filter}`, { as });
          return [page.items.length, page.total, facets.text.includes('Ephemeral')];
        }),
      );
    server.clock.set(new Date(until.getTime() - 1));
    expect(await seen()).toEqual(filters.map(() => [1, 1, true]));
    server.clock.set(until);
    expect(await here.clockwork({ now: until }).run()).toEqual({ expired: 0, reminded: 0, lagSeconds: 0 });
    expect(await seen()).toEqual(filters.map(() => [0, 0, false]));
    expect((await server.request('GET', `/api/v1/leads/${id}`, { as })).status).toBe(404);
    expect(await here.rows('select * from lead where id = $1', id)).toEqual(before);
    expect(await here.rows('select 1 from lead_event where lead_id = $1 and version > 1', id)).toEqual([]);
  });
});

describe('the job', () => {
  it('LC-4 is worked by the worker, with the calendars of the database, and counts what it did', async () => {
    await here.ending(-1);
    await here.ending(10);
    const tick = server.jobs.find(({ name }) => name === 'clockwork.tick');
    await tick?.run({});
    expect(await here.told()).toHaveLength(1);
    expect(await here.reminded()).toHaveLength(1);
    const { text } = await server.request('GET', '/metrics');
    expect(text).toMatch(/^leadlight_clockwork_leads_total\{step="expire"\} [1-9]/m);
    expect(text).toMatch(/^leadlight_clockwork_leads_total\{step="remind"\} [1-9]/m);
    expect(text).toMatch(/^leadlight_clockwork_lag_seconds 3600$/m);
  });
});
