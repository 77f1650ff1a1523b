import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import { patience } from '../../../../test/patience.ts';
import { type Caller, problemOf, startServerForTest, testNow } from '../../../../test/server.ts';
import { createDb, type DB } from '../../../platform/database/database.ts';
import { hashSecret, newId } from '../../../platform/ids.ts';
import { createLogger } from '../../../platform/log.ts';
import { IdentityService, type PersonActor } from '../../identity/index.ts';
import { type Listener, LiveLeads } from './live.ts';

const { server, world } = useLeadWorld();

const open: AbortController[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

const message = z.object({ leadIds: z.array(z.uuid()).min(1).max(200) });

/** Listens until the test ends; the set contains the ids received so far. */
async function listen(as: Caller) {
  const abort = new AbortController();
  open.push(abort);
  const response = await fetch(`${server.address}/api/v1/live`, {
    headers: 'cookie' in as ? { cookie: as.cookie } : {},
    signal: abort.signal,
  });
  const heard = new Set<string>();
  const messages: string[][] = [];
  let started = false;
  void read(response, (text) => {
    started = true;
    for (const line of text.split('\n').filter((one) => one.startsWith('data: '))) {
      const { leadIds } = message.parse(JSON.parse(line.slice(6)));
      messages.push(leadIds);
      for (const id of leadIds) heard.add(id);
    }
  });
  await vi.waitFor(() => expect(started).toBe(true), patience);
  return { response, heard, messages };
}

/** Passes on whole events only; ends quietly when the test hangs up. */
async function read(response: Response, take: (text: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      rest += part.value;
      const end = rest.lastIndexOf('\n\n');
      if (end < 0) continue;
      take(rest.slice(0, end));
      rest = rest.slice(end + 2);
    }
  } catch {
    // The test hung up.
  }
}

const hears = (listener: { heard: Set<string> }, id: string) =>
  vi.waitFor(() => expect(listener.heard.has(id)).toBe(true), patience);

describe('WS-9: live updates', () => {
  it('WS-9 come as server-sent events', async () => {
    const { response } = await listen(world.as.admin);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('WS-9 carry what every answer carries: whose they are, the request id, and what protects their reader', async () => {
    const { response } = await listen(world.as.admin);
    const me = await server.request('GET', '/api/v1/me', { as: world.as.admin });
    // What says how a body is packed, and renews the session, is the other answer's own.
    const own = ['content-encoding', 'content-length', 'set-cookie', 'vary'];
    const missing = [...me.headers.keys()].filter((name) => !response.headers.has(name));
    expect(missing.filter((name) => !own.includes(name))).toEqual([]);
    for (const name of ['leadlight-person', 'leadlight-organization', 'permissions-policy'])
      expect(response.headers.get(name), name).toBe(me.headers.get(name));
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]+$/);
  });

  it('WS-9 tell of new and of changed leads', async () => {
    const listener = await listen(world.as.admin);
    const id = await world.lead();
    await hears(listener, id);
    listener.heard.clear();
    const decline = { as: world.as.admin, body: { reason: 'NoCapacity' } };
    expect((await server.request('POST', `/api/v1/leads/${id}/decline`, decline)).status).toBe(200);
    await hears(listener, id);
  });

  it('WS-9, ID-2 tell nobody of what they may not see', async () => {
    const { contoso, fabrikam, munich, berlin, as, people } = world;
    const [admin, munichAdmin, user, foreign] = [
      await listen(as.admin),
      await listen(as.munichAdmin),
      await listen(as.user),
      await listen(as.fabrikamAdmin),
    ];
    const inBerlin = await server.make.lead(contoso.id, { location_id: berlin.id });
    const ofFabrikam = await server.make.lead(fabrikam.id);
    await hears(admin, inBerlin);
    await hears(foreign, ofFabrikam);
    // Messages arrive in order: an earlier one would have come before these.
    const inMunich = await server.make.lead(contoso.id, { location_id: munich.id });
    await hears(munichAdmin, inMunich);
    const mine = await server.make.lead(contoso.id, { location_id: berlin.id });
    await server.make.teamMember(contoso.id, mine, people.user.id);
    const edit = { as: as.admin, body: { reason: 'Test' } };
    await server.request('POST', `/api/v1/leads/${mine}/error-closure`, edit);
    await hears(user, mine);
    const last = await server.make.lead(fabrikam.id);
    await hears(foreign, last);
    expect([...munichAdmin.heard]).toEqual([inMunich]);
    expect([...user.heard]).toEqual([mine]);
    expect([...foreign.heard].toSorted()).toEqual([ofFabrikam, last].toSorted());
    expect(admin.heard).not.toContain(ofFabrikam);
  });

  it('WS-9 do not miss a lead whose transaction commits late', async () => {
    const listener = await listen(world.as.admin);
    const late = newId();
    const client = await server.database.ownerPool.connect();
    await client.query('begin');
    await client.query(
      `insert into lead (organization_id, id, qualification, lead_type, door, routing_reason, contact_allowed, status,
         received_at, updated_at, expires_at)
       values ($1, $2, 'Direct', 'Profile', 'api', 'Late.', true, 'Received', $3, $3, $4)`,
      [world.contoso.id, late, testNow, new Date(testNow.getTime() + 1e9)],
    );
    await client.query(
      `insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, version)
       values ($1, $2, $3, 'lead.received', $4, 'system', 'Test', 1)`,
      [world.contoso.id, newId(), late, testNow],
    );
    // Two later leads are announced while the first one's transaction is still open.
    await hears(listener, await world.lead());
    await hears(listener, await world.lead());
    expect(listener.heard).not.toContain(late);
    await client.query('commit');
    client.release();
    await hears(listener, late);
    expect(listener.messages.flat().filter((id) => id === late).length).toBe(1);
  });

  it('WS-9, ID-2 a flood elsewhere does not drown the one lead that I may see', async () => {
    const listener = await listen(world.as.munichAdmin);
    const mine = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    await server.database.ownerPool.query(
      `with many as (
         insert into lead (organization_id, id, qualification, lead_type, door, routing_reason, contact_allowed, status,
           received_at, updated_at, expires_at, location_id)
         select $1::uuid, case n when 1 then $2::uuid else gen_random_uuid() end, 'Direct', 'Profile', 'api', 'Many.', true,
           'Received', $3::timestamptz, $3, $3::timestamptz + interval '14 days', case n when 1 then $4::uuid else $5::uuid end
         from generate_series(1, 1500) n returning organization_id, id)
       insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, version)
       select organization_id, gen_random_uuid(), id, 'lead.received', $3, 'system', 'Test', 1 from many`,
      [world.contoso.id, mine, testNow, world.munich.id, world.berlin.id],
    );
    await hears(listener, mine);
    expect(listener.heard.size).toBe(1);
  });

  it('LC-8 tell nothing of a lead whose time is over', async () => {
    const listener = await listen(world.as.admin);
    const over = await world.lead({ status: null, available_until: testNow });
    await hears(listener, await world.lead());
    expect(listener.heard).not.toContain(over);
  });

  it('WS-9 work in the organization that the session works in', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    await server.make.join(person.id, world.fabrikam.id, 'referrals-admin');
    const listener = await listen(await openSession(server, person.id, world.fabrikam.id));
    const other = await world.lead();
    const here = await server.make.lead(world.fabrikam.id);
    await hears(listener, here);
    expect(listener.heard).not.toContain(other);
  });

  it('WS-9 those who hang up at once leave nothing behind', async () => {
    for (let n = 0; n < 20; n++) await hangUp(n % 2 === 0);
    const { pool } = server.database;
    await vi.waitFor(() => expect(pool.totalCount - pool.idleCount).toBe(0), patience);
    const listener = await listen(world.as.admin);
    await hears(listener, await world.lead());
  });

  /** Connects, and hangs up before or after the answer begins. */
  function hangUp(afterTheAnswer: boolean): Promise<void> {
    return new Promise((resolve) => {
      const cookie = 'cookie' in world.as.admin ? world.as.admin.cookie : '';
      const request = httpRequest(`${server.address}/api/v1/live`, { headers: { cookie } });
      request.on('close', () => resolve());
      request.on('error', () => resolve());
      request.on('response', () => request.destroy());
      if (!afterTheAnswer)
        request.on('socket', (socket) => socket.once('connect', () => setImmediate(() => request.destroy())));
      request.end();
    });
  }

  it('WS-9 a beginning that failed is no end: the next listener is served', async () => {
    const { connectionString } = server.database;
    const pool = new pg.Pool({ connectionString, max: 1 });
    const connect = pool.connect.bind(pool);
    let isAway = true;
    Object.assign(pool, { connect: () => (isAway ? Promise.reject(new Error('away')) : connect()) });
    const live = new LiveLeads(createDb(pool), server.clock, createLogger('silent'), async () => new Map());
    const listener: Listener = {
      actor: {} as PersonActor,
      session: Buffer.alloc(32),
      hearsOfLeads: true,
      send: () => undefined,
      end: () => undefined,
    };
    await expect(live.listen(listener)).rejects.toThrow('away');
    isAway = false;
    const leave = await live.listen(listener);
    leave();
    await live.stop();
    await pool.end();
  });

  it('WS-9 what listeners may see is asked once for all who see the same, and once for all who they still are', async () => {
    const asked: string[] = [];
    const { pool } = server.database;
    const db = new Kysely<DB>({
      dialect: new PostgresDialect({ pool }),
      log: ({ query }) => {
        asked.push(query.sql);
      },
    });
    const session = await openSession(server, world.people.admin.id, world.contoso.id);
    const hash = hashSecret(session.cookie.slice('leadlight_session='.length));
    const identity = new IdentityService(db, server.clock);
    const actor = (await identity.findLivingActors([hash])).get(hash.toString('hex'));
    if (!actor) throw new Error('nobody is signed in');
    const live = new LiveLeads(db, server.clock, createLogger('silent'), (hashes) =>
      identity.findLivingActors(hashes),
    );
    const heard: number[] = [];
    const listeners = Array.from({ length: 40 }, (_, n) => ({
      actor,
      session: hash,
      hearsOfLeads: true,
      send: () => heard.push(n),
      end: () => undefined,
    }));
    for (const one of listeners) await live.listen(one);
    asked.length = 0;
    await world.lead();
    await vi.waitFor(() => expect(heard.length).toBe(40), patience);
    await live.stop();
    const looks = asked.filter((query) => query.includes('lead_events_since')).length;
    expect(asked.filter((query) => query.includes('find_session')).length).toBe(looks);
    expect(asked.filter((query) => query.includes('"lead"."id"')).length).toBe(1);
  });

  it('WS-9 a person has at most 24 streams, in however many sessions', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    const sessions = [
      await openSession(server, person.id, world.contoso.id),
      await openSession(server, person.id, world.contoso.id),
    ];
    const opened = await Promise.all(
      Array.from({ length: 24 }, (_, n) => listen(sessions[n % 2] ?? world.as.admin)),
    );
    expect(new Set(opened.map(({ response }) => response.status))).toEqual(new Set([200]));
    const refused = await server.request('GET', '/api/v1/live', { as: sessions[0] });
    expect(problemOf(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await listen(world.as.admin)).response.status).toBe(200);
  });

  it('WS-9 neither who listens nor who has asked nothing yet holds up the server when it stops', async () => {
    const other = await startServerForTest();
    const contoso = await other.make.partner();
    const person = await other.make.person(contoso.id, 'referrals-admin');
    const { cookie } = await openSession(other, person.id, contoso.id);
    const response = await fetch(`${other.address}/api/v1/live`, { headers: { cookie } });
    const everything = response.text();
    const silent = connect(Number(new URL(other.address).port), '127.0.0.1');
    await once(silent, 'connect');
    await other.app.close();
    expect(await everything).toContain('retry: 2000');
  }, 10_000);
});

describe('WS-9, ID-2: whoever may not listen any more hears nothing more', () => {
  /** A listener with their own session, and whether their stream has ended. */
  async function somebodyListens() {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await openSession(server, person.id, world.contoso.id);
    const abort = new AbortController();
    open.push(abort);
    const { cookie } = as;
    const streams = ['/api/v1/live', '/api/v1/action-center/live'].map(async (path) => {
      const response = await fetch(server.address + path, { headers: { cookie }, signal: abort.signal });
      expect(response.status).toBe(200);
      return { ended: response.text() };
    });
    const opened = await Promise.all(streams);
    return { person, as, ended: () => Promise.all(opened.map((one) => one.ended)) };
  }

  const changes: [string, (who: Awaited<ReturnType<typeof somebodyListens>>) => Promise<unknown>][] = [
    ['signed out', ({ as }) => server.request('DELETE', '/api/v1/session', { as })],
    [
      'signed out elsewhere',
      ({ person }) =>
        server.database.ownerDb
          .updateTable('session')
          .set({ revoked_at: testNow })
          .where('person_id', '=', person.id)
          .execute(),
    ],
    [
      'removed from the organization',
      ({ person }) =>
        server.database.ownerDb.deleteFrom('membership').where('person_id', '=', person.id).execute(),
    ],
    [
      'disabled',
      ({ person }) =>
        server.database.ownerDb
          .updateTable('person')
          .set({ disabled_at: testNow })
          .where('id', '=', person.id)
          .execute(),
    ],
    [
      'given another role',
      ({ person }) =>
        server.database.ownerDb
          .updateTable('membership')
          .set({ role: 'referrals-user' })
          .where('person_id', '=', person.id)
          .execute(),
    ],
    [
      'given a location',
      ({ person }) =>
        server.database.ownerDb
          .updateTable('membership')
          .set({ location_id: world.munich.id })
          .where('person_id', '=', person.id)
          .execute(),
    ],
    [
      'working in another organization',
      async ({ person, as }) => {
        await server.make.join(person.id, world.fabrikam.id, 'referrals-admin');
        const body = { organizationId: world.fabrikam.id };
        await server.request('PUT', '/api/v1/session/organization', { as, body });
      },
    ],
  ];

  it.each(changes)('WS-9, ID-2 whoever is %s: their streams end at the next look', async (_what, change) => {
    const who = await somebodyListens();
    await change(who);
    const secret = await world.lead();
    for (const text of await who.ended()) expect(text).not.toContain(secret);
  });

  it('WS-9 whoever is still there goes on listening', async () => {
    const listener = await listen(world.as.admin);
    const who = await somebodyListens();
    await server.request('DELETE', '/api/v1/session', { as: who.as });
    await who.ended();
    await hears(listener, await world.lead());
  });
});
