import { describe, expect, it } from 'vitest';
import { calendarFeedAnswer, calendarFeedCreated } from '../../../../contract/working-time/calendar.ts';
import { openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import {
  body,
  type Caller,
  problemOf,
  startServerForTest,
  testNow,
  useTestServer,
} from '../../../../test/server.ts';
import { newSecret } from '../../../platform/ids.ts';

const path = '/api/v1/calendar-feed';
const { server, world } = useLeadWorld({
  env: { LEADLIGHT_TRUST_PROXY: '1' },
  emptied: ['calendar_feed', 'working_calendar', 'lead'],
});

/** Makes a link. @returns its path below this server */
async function makeLink(as: Caller): Promise<string> {
  const answer = await server.request('POST', path, { as });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return new URL(body(calendarFeedCreated, answer).url).pathname;
}
let reads = 0;
/** Each read comes from its own address, so that wrong links in one test do not count against another. */
const read = (link: string) =>
  server.request('GET', link, { headers: { 'x-forwarded-for': `198.51.100.${++reads % 250}` } });
const find = async (as: Caller) => body(calendarFeedAnswer, await server.request('GET', path, { as })).feed;
const revoke = (as: Caller) => server.request('DELETE', path, { as });

/** The UIDs in a feed: lead ids, with the kind of each date. */
async function datesIn(link: string): Promise<string[]> {
  const answer = await read(link);
  expect(answer.status).toBe(200);
  const text = answer.text.replaceAll('\r\n ', '');
  return [...text.matchAll(/^UID:(.+)@leadlight$/gm)].map(([, uid = '']) => uid).sort();
}

describe('WS-16: next steps', () => {
  it('WS-16 those of the person’s own leads are in it, on their day or at their moment, while they are open', async () => {
    const { admin } = world.people;
    const planned = (more: object) => ({
      next_step: 'Call, then write',
      next_step_day: '2026-12-03',
      ...more,
    });
    const day = await world.acceptedLead(planned({ assigned_to: admin.id }));
    const moment = await world.acceptedLead(
      planned({ assigned_to: admin.id, next_step_at: new Date('2026-12-03T13:30:00Z') }),
    );
    const others = await world.acceptedLead(planned({}));
    const overdue = await world.lead(planned({ assigned_to: admin.id, expires_at: testNow }));
    const link = await makeLink(world.as.admin);
    const steps = (await datesIn(link)).filter((uid) => uid.startsWith('step-'));
    expect(steps).toEqual([`step-${day}`, `step-${moment}`].toSorted());
    expect(steps.join()).not.toContain(others);
    expect(steps.join()).not.toContain(overdue);
    const text = (await read(link)).text.replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:Call\\, then write: ');
    expect(text).toContain('DTSTART;VALUE=DATE:20261203');
    expect(text).toContain('DTSTART:20261203T133000Z');
  });
});

describe('the link', () => {
  it('is shown once, kept hashed, and tells when it was made and used', async () => {
    expect(await find(world.as.admin)).toBeNull();
    const link = await makeLink(world.as.admin);
    expect(link).toMatch(/^\/calendar\/lcf_[\w-]{43}\.ics$/);
    expect(await find(world.as.admin)).toEqual({ createdAt: testNow.toISOString(), lastUsedAt: null });
    const stored = await server.database.ownerDb.selectFrom('calendar_feed').selectAll().execute();
    const token = link.slice('/calendar/'.length, -'.ics'.length);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(Buffer.concat(stored.map((row) => row.token_hash)).includes(token)).toBe(false);
    const used = new Date(testNow.getTime() + 3_600_000);
    server.clock.set(used);
    await read(link);
    expect((await find(world.as.admin))?.lastUsedAt).toBe(used.toISOString());
    // Frequent reads do not each cause a write.
    server.clock.set(new Date(used.getTime() + 60_000));
    await read(link);
    expect((await find(world.as.admin))?.lastUsedAt).toBe(used.toISOString());
  });

  it('ends when a new one is made, and when it is revoked', async () => {
    const first = await makeLink(world.as.admin);
    const second = await makeLink(world.as.admin);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    expect((await revoke(world.as.admin)).status).toBe(204);
    expect((await read(second)).status).toBe(404);
    expect((await revoke(world.as.admin)).status).toBe(404);
    expect(await find(world.as.admin)).toBeNull();
  });

  it('ID-7 who made, replaced and revoked one is in the access log, without the link', async () => {
    const entries = async () => {
      const { rows } = await server.database.ownerPool.query(
        `select action, detail, actor_name, facts ->> 'replaced' as replaced from access_log
         where action like 'feed.%' order by id`,
      );
      return rows;
    };
    const before = (await entries()).length;
    const links = [await makeLink(world.as.admin), await makeLink(world.as.admin)];
    await revoke(world.as.admin);
    await revoke(world.as.admin);
    const written = (await entries()).slice(before);
    expect(written).toMatchObject([
      { action: 'feed.create', detail: null, replaced: 'false' },
      { action: 'feed.create', detail: 'in place of the one before, which ended', replaced: 'true' },
      { action: 'feed.revoke', detail: null },
    ]);
    expect(new Set(written.map((entry) => entry.actor_name)).size).toBe(1);
    for (const link of links) expect(JSON.stringify(written)).not.toContain(link.slice(10, 40));
  });

  it('of many that are made at once, one lives', async () => {
    const links = await Promise.all(Array.from({ length: 6 }, () => makeLink(world.as.admin)));
    const answers = await Promise.all(links.map(read));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
  });

  it('is each person’s own', async () => {
    const link = await makeLink(world.as.admin);
    expect(await find(world.as.munichAdmin)).toBeNull();
    expect((await revoke(world.as.munichAdmin)).status).toBe(404);
    expect((await revoke(world.as.fabrikamAdmin)).status).toBe(404);
    expect((await read(link)).status).toBe(200);
  });

  it('ID-1 is for roles that see leads', async () => {
    for (const name of ['accountAdmin', 'profileAdmin', 'seller', 'marketer'] as const) {
      expect(problemOf(await server.request('POST', path, { as: world.as[name] })).status).toBe(403);
      expect((await server.request('GET', path, { as: world.as[name] })).status).toBe(403);
    }
  });

  it('401 without a session, 403 for programs', async () => {
    const token = await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write');
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await server.request(method, path)).status).toBe(401);
      expect((await server.request(method, path, { as: { token } })).status).toBe(403);
    }
  });
});

describe('what a link shows', () => {
  it('ID-2 exactly what the person may see: all, a location, a team', async () => {
    const { contoso, munich, berlin, fabrikam, people } = world;
    const anywhere = await server.make.lead(contoso.id);
    const inMunich = await server.make.lead(contoso.id, { location_id: munich.id });
    const inBerlin = await server.make.acceptedLead(contoso.id, { location_id: berlin.id });
    await server.make.teamMember(contoso.id, inBerlin, people.user.id);
    const foreign = await server.make.lead(fabrikam.id);
    const all = [`answer-${anywhere}`, `answer-${inMunich}`, `purchase-${inBerlin}`].sort();
    expect(await datesIn(await makeLink(world.as.admin))).toEqual(all);
    expect(await datesIn(await makeLink(world.as.munichAdmin))).toEqual([`answer-${inMunich}`]);
    expect(await datesIn(await makeLink(world.as.berlinAdmin))).toEqual([`purchase-${inBerlin}`]);
    expect(await datesIn(await makeLink(world.as.user))).toEqual([`purchase-${inBerlin}`]);
    expect(await datesIn(await makeLink(world.as.munichUser))).toEqual([]);
    expect(await datesIn(await makeLink(world.as.fabrikamAdmin))).toEqual([`answer-${foreign}`]);
  });

  it('LC-4, LC-8 open leads only: nothing expired, closed or informational', async () => {
    const { contoso } = world;
    const link = await makeLink(world.as.admin);
    const received = await server.make.lead(contoso.id);
    await server.make.lead(contoso.id, { status: null });
    await server.make.lead(contoso.id, { status: 'Declined', closed_at: testNow });
    await server.make.acceptedLead(contoso.id, { status: 'Won', closed_at: testNow });
    await server.make.acceptedLead(contoso.id, { estimated_purchase_date: null });
    expect(await datesIn(link)).toEqual([`answer-${received}`]);
    server.clock.set(new Date('2026-12-04T10:00:00.000Z'));
    expect(await datesIn(link)).toEqual([]);
  });

  it('LC-4 stands at respond by, and moves with the working calendar', async () => {
    const id = await world.lead({ customer_name: 'Quagga; Söhne, GmbH' });
    const link = await makeLink(world.as.admin);
    expect((await read(link)).text).toContain('DTSTART:20261204T100000Z\r\n');
    const monday = { monday: [{ from: '08:00', to: '12:00' }] };
    const others = ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const hours = { ...monday, ...Object.fromEntries(others.map((day) => [day, []])) };
    const set = { as: world.as.admin, body: { timeZone: 'Europe/Berlin', hours, holidays: [] } };
    expect((await server.request('PUT', '/api/v1/working-calendar', set)).status).toBe(200);
    const { text } = await read(link);
    expect(text).toContain('DTSTART:20261130T110000Z\r\n');
    expect(text).toContain('SEQUENCE:1\r\n');
    expect(text).toContain('SUMMARY:Answer lead: Quagga\\; Söhne\\, GmbH\r\n');
    expect(text.replaceAll('\r\n ', '')).toContain(`/leads/${id}`);
    const edit = { as: world.as.admin, body: { reason: 'NoCapacity' } };
    await server.request('POST', `/api/v1/leads/${id}/decline`, edit);
    expect(await datesIn(link)).toEqual([]);
  });

  it('a changed lead has the same UID and a higher SEQUENCE', async () => {
    const id = await world.acceptedLead();
    const link = await makeLink(world.as.admin);
    const before = (await read(link)).text;
    const headers = { 'if-match': '"1"' };
    const change = { as: world.as.admin, headers, body: { estimatedPurchaseDate: '2027-04-30' } };
    expect((await server.request('PATCH', `/api/v1/leads/${id}`, change)).status).toBe(200);
    const after = (await read(link)).text;
    expect(before).toContain('DTSTART;VALUE=DATE:20270301\r\n');
    expect(after).toContain('DTSTART;VALUE=DATE:20270430\r\n');
    const tell = (text: string) => /UID:.*\r\nSEQUENCE:\d+/.exec(text)?.[0].split('\r\nSEQUENCE:');
    expect(tell(before)).toEqual([`UID:purchase-${id}@leadlight`, '1']);
    expect(tell(after)).toEqual([`UID:purchase-${id}@leadlight`, '2']);
  });

  it('DP-2 no contact detail, whatever the lead holds', async () => {
    await world.lead({
      customer_name: null,
      offer_title: 'Free trial',
      contact_phone: '+49 30 901820',
    });
    await world.acceptedLead({ customer_name: null, deal_notes: 'Call Ada' });
    const { text } = await read(await makeLink(world.as.admin));
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain('SUMMARY:Answer lead: Free trial\r\n');
    expect(text).not.toMatch(/Ada|Lovelace|example\.test|901820|more\./);
  });

  it('ID-7 is no read of a contact: nothing in the access log', async () => {
    await world.lead();
    const link = await makeLink(world.as.admin);
    await server.database.ownerDb.deleteFrom('access_log').execute();
    await read(link);
    expect(await server.database.ownerDb.selectFrom('access_log').selectAll().execute()).toEqual([]);
  });

  it('names that are meant to break it do not', async () => {
    const name = `A\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nX;Y,Z\\ \u202e${'Ö'.repeat(10_000)}`;
    await world.lead({ customer_name: name });
    const { text } = await read(await makeLink(world.as.admin));
    const lines = text.split('\r\n');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).not.toContain('\nBEGIN:VALARM');
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('at most 1,000, those nearest to now', async () => {
    const { ownerPool } = server.database;
    const far = await world.acceptedLead({ estimated_purchase_date: '2030-01-01' });
    const past = await world.acceptedLead({ estimated_purchase_date: '2026-11-19' });
    const id = await world.lead();
    const qualified = await world.lead({
      qualification: 'SalesQualified',
      received_at: new Date('2026-11-10T10:00:00.000Z'),
    });
    const columns = await ownerPool.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
       where attrelid = 'lead'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id'`,
    );
    const list = columns.rows[0]?.list;
    await ownerPool.query(
      `insert into lead (id, ${list}) select gen_random_uuid(), ${list} from lead, generate_series(1, 1100) where id = $1`,
      [id],
    );
    const dates = await datesIn(await makeLink(world.as.admin));
    expect(dates).toHaveLength(1000);
    expect(dates).toContain(`purchase-${past}`);
    expect(dates).toContain(`answer-${qualified}`);
    expect(dates).not.toContain(`purchase-${far}`);
  });
});

describe('the door', () => {
  it('is private, is a calendar, and is not kept by search engines', async () => {
    const answer = await read(await makeLink(world.as.admin));
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('private');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('ID-3 unknown, revoked, disabled, left and without a role: all the same answer', async () => {
    const { make, database } = server;
    const person = async () => {
      const made = await make.person(world.contoso.id, 'referrals-admin');
      const link = await makeLink(await openSession(server, made.id, world.contoso.id));
      expect((await read(link)).status).toBe(200);
      return { ...made, link };
    };
    const [revoked, disabled, left, demoted] = [
      await person(),
      await person(),
      await person(),
      await person(),
    ];
    await database.ownerDb
      .updateTable('calendar_feed')
      .set({ revoked_at: testNow })
      .where('person_id', '=', revoked.id)
      .execute();
    await database.ownerDb
      .updateTable('person')
      .set({ disabled_at: testNow })
      .where('id', '=', disabled.id)
      .execute();
    await database.ownerDb.deleteFrom('membership').where('person_id', '=', left.id).execute();
    // Working in another organization does not help.
    await make.join(left.id, world.fabrikam.id, 'referrals-admin');
    await database.ownerDb
      .updateTable('membership')
      .set({ role: 'profile-admin' })
      .where('person_id', '=', demoted.id)
      .execute();
    const unknown = `/calendar/${newSecret('lcf')}.ics`;
    const known = revoked.link.replace('.ics', '');
    const answers = [unknown, revoked.link, disabled.link, left.link, demoted.link, known, `${known}x.ics`];
    const problems = await Promise.all(
      answers.map(async (link) => ({ ...problemOf(await read(link)), requestId: '' })),
    );
    for (const problem of problems) {
      expect(problem).toMatchObject({ status: 404, code: 'not-found' });
      expect(problem).toEqual(problems[0]);
    }
  });

  it('shows what the person may see today, not when the link was made', async () => {
    const { contoso, munich } = world;
    const here = await server.make.lead(contoso.id, { location_id: munich.id });
    await server.make.lead(contoso.id);
    const person = await server.make.person(contoso.id, 'referrals-admin');
    const link = await makeLink(await openSession(server, person.id, contoso.id));
    expect(await datesIn(link)).toHaveLength(2);
    await server.database.ownerDb
      .updateTable('membership')
      .set({ location_id: munich.id })
      .where('person_id', '=', person.id)
      .execute();
    expect(await datesIn(link)).toEqual([`answer-${here}`]);
  });

  it.each(['lcf_', 'x'.repeat(299), '%00.ics', '..%2f..%2fetc.ics', "' or 1=1.ics", 'lcf_🦓.ics'])(
    'takes no nonsense: %s',
    async (file) => {
      expect((await read(`/calendar/${file}`)).status).toBe(404);
    },
  );

  it('DP-2 the token is in no log', async () => {
    const link = await makeLink(world.as.admin);
    await read(link);
    await read(`${link}x`);
    const token = link.slice('/calendar/'.length, -'.ics'.length);
    expect(server.logged.join('')).toContain('/calendar/:file');
    expect(server.logged.join('')).not.toContain(token);
  });
});

describe('guessing', () => {
  const guarded = useTestServer();

  it('IN-7 wrong links are refused after twenty, good ones are not', async () => {
    const partner = await guarded.make.partner();
    const person = await guarded.make.person(partner.id, 'referrals-admin');
    const as = await openSession(guarded, person.id, partner.id);
    const { url } = body(calendarFeedCreated, await guarded.request('POST', path, { as }));
    const statuses: number[] = [];
    for (let n = 0; n < 25; n++) {
      const answer = await guarded.request('GET', `/calendar/${newSecret('lcf')}.ics`);
      statuses.push(answer.status);
      if (n === 24) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array(20).fill(404), ...Array(5).fill(429)]);
    expect((await guarded.request('GET', new URL(url).pathname)).status).toBe(200);
  });

  it('IN-7 wrong links are refused after twenty from one network, whatever addresses of it they come from', async () => {
    const behindProxy = await startServerForTest({ env: { LEADLIGHT_TRUST_PROXY: '1' } });
    const statuses: number[] = [];
    for (let n = 1; n <= 22; n++) {
      const headers = { 'x-forwarded-for': `2001:db8:1:2::${n.toString(16)}` };
      const link = `/calendar/${newSecret('lcf')}.ics`;
      statuses.push((await behindProxy.request('GET', link, { headers })).status);
    }
    expect(statuses).toEqual([...Array(20).fill(404), 429, 429]);
  });

  it('one link is read at most 12 times in a minute', async () => {
    const partner = await guarded.make.partner();
    const person = await guarded.make.person(partner.id, 'referrals-admin');
    const as = await openSession(guarded, person.id, partner.id);
    const { url } = body(calendarFeedCreated, await guarded.request('POST', path, { as }));
    const statuses: number[] = [];
    for (let n = 0; n < 14; n++) {
      statuses.push((await guarded.request('GET', new URL(url).pathname)).status);
    }
    expect(statuses).toEqual([...Array(12).fill(200), 429, 429]);
  });
});
