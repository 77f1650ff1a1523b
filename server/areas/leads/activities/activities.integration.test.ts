import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import { activity as activityContract, activityPage } from '../../../../contract/leads/activities.ts';
import { leadTimeline } from '../../../../contract/leads/leads.ts';
import { markOf } from '../../../../contract/leads/mentions.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld({ emptied: ['lead', 'access_log', 'request_receipt'] });

const admin = () => world.as.admin;
const hours = (n: number) => new Date(testNow.getTime() + n * 3_600_000);
type Headers = Record<string, string>;
const path = (leadId: string, activityId = '') =>
  `/api/v1/leads/${leadId}/activities${activityId && `/${activityId}`}`;
const add = (leadId: string, what: object, as: Caller = admin(), headers: Headers = {}) =>
  server.request('POST', path(leadId), { as, body: what, headers });
const edit = (leadId: string, activityId: string, what: object, as: Caller = admin(), version = 1) =>
  server.request('PATCH', path(leadId, activityId), {
    as,
    body: what,
    headers: { 'if-match': `"${version}"` },
  });
const remove = (leadId: string, activityId: string, as: Caller = admin(), headers: Headers = {}) =>
  server.request('DELETE', path(leadId, activityId), { as, headers });
const read = async (leadId: string, as: Caller = admin(), query = '') =>
  body(activityPage, await server.request('GET', `${path(leadId)}?${query}`, { as }));
async function added(leadId: string, what: object, as: Caller = admin()) {
  const answer = await add(leadId, what, as);
  expect(answer.status).toBe(201);
  return body(activityContract, answer);
}

describe('WS-15: activities of a lead', () => {
  it('WS-15 a call with its outcome is in the list, the latest first, and in the timeline without its text', async () => {
    const leadId = await world.lead();
    const note = await added(leadId, { kind: 'note', text: '  Budget is agreed.  ' });
    expect(note).toMatchObject({
      kind: 'note',
      text: 'Budget is agreed.',
      at: testNow.toISOString(),
      outcome: null,
      version: 1,
      editedAt: null,
      author: { kind: 'person', personId: world.people.admin.id, name: world.people.admin.name },
      mayEdit: true,
      mayDelete: true,
    });
    const call = await added(leadId, {
      kind: 'call',
      outcome: 'left-message',
      at: hours(-2).toISOString(),
      text: null,
    });
    const page = await read(leadId);
    expect(page.items.map(({ id }) => id)).toEqual([note.id, call.id]);
    expect(page).toMatchObject({ nextCursor: null, mayAdd: true });
    const timeline = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, { as: admin() });
    expect(timeline.text).not.toContain('Budget');
    expect(body(leadTimeline, timeline).items.at(-1)).toMatchObject({
      type: 'lead.activity-added',
      changes: [
        { field: 'activityKind', after: 'call' },
        { field: 'activityOutcome', after: 'left-message' },
      ],
    });
  });

  it('WS-15 the lead stays as it is, so that nobody’s answer is in conflict with a note', async () => {
    const leadId = await world.lead();
    await added(leadId, { kind: 'note', text: 'x' });
    const answer = await server.request('GET', `/api/v1/leads/${leadId}`, { as: admin() });
    expect(answer.json).toMatchObject({ version: 1 });
  });

  it('WS-15 page by page without a gap, also where several happened at once', async () => {
    const leadId = await world.lead();
    const texts = ['a', 'b', 'c', 'd', 'e'];
    for (const text of texts) await added(leadId, { kind: 'note', text });
    const seen: (string | null)[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof read>> = await read(
        leadId,
        admin(),
        `limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual(texts);
    expect(seen.length).toBe(5);
    const wrong = await server.request('GET', `${path(leadId)}?cursor=abc`, { as: admin() });
    expect(problemOf(wrong).code).toBe('invalid-cursor');
  });

  it.each([
    [{ kind: 'note' }, 'body.text'],
    [{ kind: 'note', text: '   ' }, 'body.text'],
    [{ kind: 'note', text: 'x', outcome: 'reached' }, 'body.outcome'],
    [{ kind: 'email', outcome: 'held' }, 'body.outcome'],
    [{ kind: 'call', at: hours(1).toISOString() }, 'body.at'],
    [{ kind: 'call', at: '0000-01-01T00:00:00Z' }, 'body.at'],
    [{ kind: 'call', at: 'yesterday' }, 'body.at'],
    [{ kind: 'fax' }, 'body.kind'],
    [{ kind: 'call', text: 'x'.repeat(5001) }, 'body.text'],
    [{ kind: 'call', text: 'a\u0000b' }, 'body.text'],
    [{ kind: 'call', by: 'me' }, 'body.by'],
  ])('WS-15 what is wrong is refused with its place (%#)', async (what, at) => {
    const leadId = await world.lead();
    const problem = problemOf(await add(leadId, what));
    expect(problem).toMatchObject({ status: 400, issues: [{ path: at }] });
    expect((await read(leadId)).items).toEqual([]);
  });

  it('WS-15 5,000 characters as a reader counts them are kept', async () => {
    const leadId = await world.lead();
    const text = '🙂'.repeat(5000);
    expect((await added(leadId, { kind: 'note', text })).text).toBe(text);
  });

  it('IN-3 the same request again adds nothing; with another body the key is refused', async () => {
    const leadId = await world.lead();
    const headers = { 'idempotency-key': 'once' };
    const call = { kind: 'call', outcome: 'reached' };
    const [one, two] = await Promise.all([
      add(leadId, call, admin(), headers),
      add(leadId, call, admin(), headers),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([200, 201]);
    expect(body(activityContract, one).id).toBe(body(activityContract, two).id);
    expect((await read(leadId)).items.length).toBe(1);
    const other = await add(leadId, { kind: 'email' }, admin(), headers);
    expect(problemOf(other).code).toBe('idempotency-key-reused');
    const elsewhere = await add(await world.lead(), call, admin(), headers);
    expect(problemOf(elsewhere).code).toBe('idempotency-key-reused');
  });

  it('ID-7 adding, changing and deleting are in the access log', async () => {
    const leadId = await world.lead();
    const { id } = await added(leadId, { kind: 'note', text: 'x' });
    await edit(leadId, id, { text: 'y' });
    await remove(leadId, id);
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.accountAdmin });
    const details = body(accessLogPage, log).items.map(({ detail, leadIds }) => [detail, leadIds[0]]);
    expect(details).toEqual([
      ['lead.activity-deleted', leadId],
      ['lead.activity-edited', leadId],
      ['lead.activity-added', leadId],
    ]);
  });
});

describe('WS-15: changing and deleting', () => {
  it('WS-15 the author changes what they wrote, which is marked; what is the same changes nothing', async () => {
    const leadId = await world.lead();
    const { id } = await added(leadId, { kind: 'call', outcome: 'reached', text: 'x' });
    const edited = body(activityContract, await edit(leadId, id, { text: 'y' }));
    expect(edited).toMatchObject({
      text: 'y',
      outcome: 'reached',
      version: 2,
      editedAt: testNow.toISOString(),
    });
    expect(body(activityContract, await edit(leadId, id, { text: 'y' }, admin(), 2)).version).toBe(2);
    const meeting = body(activityContract, await edit(leadId, id, { kind: 'meeting' }, admin(), 2));
    expect(meeting).toMatchObject({ kind: 'meeting', outcome: null, version: 3 });
    const cleared = await edit(leadId, id, { kind: 'note', text: '' }, admin(), 3);
    expect(problemOf(cleared).issues?.[0]?.path).toBe('body.text');
  });

  const restore = (leadId: string, activityId: string, as: Caller = admin()) =>
    server.request('POST', `${path(leadId, activityId)}/restore`, { as });

  it('WS-15 one that was deleted comes back as it was, once or twice, also by another hand', async () => {
    const leadId = await world.lead({ assigned_to: world.people.user.id });
    const { id } = await added(leadId, { kind: 'call', outcome: 'reached', text: 'x' }, world.as.user);
    const before = body(activityContract, await edit(leadId, id, { text: 'y' }, world.as.user));
    await remove(leadId, id);
    expect((await read(leadId, world.as.user)).items).toEqual([]);
    expect(problemOf(await edit(leadId, id, { text: 'z' }, world.as.user, 2)).status).toBe(404);
    expect(problemOf(await remove(leadId, id)).status).toBe(404);
    for (let times = 0; times < 2; times++) {
      expect(body(activityContract, await restore(leadId, id))).toMatchObject({ id, text: 'y' });
      expect((await read(leadId, world.as.user)).items).toEqual([before]);
    }
    const timeline = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, { as: admin() });
    const types = body(leadTimeline, timeline).items.map(({ type }) => type);
    expect(types.filter((type) => type === 'lead.activity-restored')).toHaveLength(1);
  });

  it('WS-15 nobody brings back what they may not delete, or what was deleted a day ago', async () => {
    const leadId = await world.lead({ assigned_to: world.people.user.id });
    const { id } = await added(leadId, { kind: 'note', text: 'x' });
    await remove(leadId, id);
    expect(problemOf(await restore(leadId, id, world.as.user)).code).toBe('not-allowed');
    expect(problemOf(await restore(leadId, id, world.as.fabrikamAdmin)).status).toBe(404);
    expect(problemOf(await restore(leadId, newId())).status).toBe(404);
    server.clock.set(hours(25));
    expect(problemOf(await restore(leadId, id)).status).toBe(404);
    await server.queue.add('lead.forget-activities');
    await server.queue.run('lead.forget-activities');
    expect(await server.database.ownerDb.selectFrom('lead_activity').selectAll().execute()).toEqual([]);
  });

  it('LC-9 of two who change the same one the second sees what it says now', async () => {
    const leadId = await world.lead();
    const { id } = await added(leadId, { kind: 'note', text: 'first' });
    expect((await edit(leadId, id, { text: 'second' })).status).toBe(200);
    expect(problemOf(await edit(leadId, id, { text: 'third' }))).toMatchObject({
      status: 409,
      code: 'activity-changed',
      current: { text: 'second', version: 2 },
    });
    const stale = await remove(leadId, id, admin(), { 'if-match': '"1"' });
    expect(problemOf(stale).code).toBe('activity-changed');
    const unsaid = await server.request('PATCH', path(leadId, id), { as: admin(), body: { text: 'z' } });
    expect(problemOf(unsaid).code).toBe('precondition-required');
  });

  it('WS-15 nobody changes what a colleague wrote; Referrals admins may delete it', async () => {
    const leadId = await world.lead({ assigned_to: world.people.user.id });
    const { id } = await added(leadId, { kind: 'note', text: 'x' });
    const [theirs] = (await read(leadId, world.as.user)).items;
    expect(theirs).toMatchObject({ mayEdit: false, mayDelete: false });
    expect(problemOf(await edit(leadId, id, { text: 'y' }, world.as.user)).status).toBe(403);
    expect(problemOf(await remove(leadId, id, world.as.user)).status).toBe(403);
    const own = await added(leadId, { kind: 'note', text: 'mine' }, world.as.user);
    expect(problemOf(await edit(leadId, own.id, { text: 'y' })).status).toBe(403);
    expect((await remove(leadId, own.id)).status).toBe(204);
    expect(problemOf(await remove(leadId, own.id)).status).toBe(404);
    expect((await remove(leadId, id)).status).toBe(204);
  });

  it('ID-5 a program that works leads keeps activities of its own', async () => {
    const leadId = await world.lead();
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write') };
    const other = { token: await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write') };
    const reader = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    const made = await added(leadId, { kind: 'email', outcome: 'sent' }, token);
    expect(made.author).toMatchObject({ kind: 'token', personId: null });
    expect((await edit(leadId, made.id, { outcome: 'answered' }, token)).status).toBe(200);
    expect((await edit(leadId, made.id, { outcome: 'bounced' }, other, 2)).status).toBe(403);
    expect((await add(leadId, { kind: 'call' }, reader)).status).toBe(403);
    expect((await read(leadId, reader)).mayAdd).toBe(false);
  });
});

describe('ID-2: who sees activities', () => {
  it('ID-2 another organization, another location and a colleague who does not see the lead: 404, and nothing is written', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    const { id } = await added(leadId, { kind: 'note', text: 'secret plan' });
    for (const as of [world.as.fabrikamAdmin, world.as.berlinAdmin, world.as.user]) {
      const answers = [
        await server.request('GET', path(leadId), { as }),
        await server.request('GET', `/api/v1/leads/${leadId}/readers`, { as }),
        await add(leadId, { kind: 'call' }, as),
        await edit(leadId, id, { text: 'y' }, as),
        await remove(leadId, id, as),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(404);
        expect(answer.text).not.toContain('secret');
      }
    }
    expect((await read(leadId, world.as.munichAdmin)).items.map(({ text }) => text)).toEqual(['secret plan']);
    for (const as of [world.as.profileAdmin, world.as.seller])
      expect((await server.request('GET', path(leadId), { as })).status).toBe(403);
    expect((await server.request('GET', path(leadId))).status).toBe(401);
  });

  it('ID-2 an activity is found only at its own lead', async () => {
    const { id } = await added(await world.lead(), { kind: 'note', text: 'x' });
    const other = await world.lead();
    expect((await edit(other, id, { text: 'y' })).status).toBe(404);
    expect((await remove(other, id)).status).toBe(404);
    expect((await edit(other, newId(), { text: 'y' })).status).toBe(404);
  });

  it('IN-4 nothing is noted on leads that wait for a partner: they leave with their history', async () => {
    const leadId = await server.make.lead(world.operator.id);
    const answer = await add(leadId, { kind: 'note', text: 'x' }, world.as.operatorAdmin);
    expect(answer.status).toBe(403);
    expect((await read(leadId, world.as.operatorAdmin)).mayAdd).toBe(false);
  });
});

describe('LC-4, IN-6: texts go where the contact goes', () => {
  it('LC-4 an expired lead shows who did what and when, and no text; nothing is added, own ones are deleted', async () => {
    const leadId = await world.lead({ expires_at: hours(1) });
    const { id } = await added(leadId, { kind: 'call', outcome: 'reached', text: 'Kim: +49 171 5550199' });
    server.clock.set(hours(2));
    const answer = await server.request('GET', path(leadId), { as: admin() });
    expect(answer.text).not.toContain('5550199');
    expect(body(activityPage, answer)).toMatchObject({
      mayAdd: false,
      items: [{ text: null, textWithheld: true, outcome: 'reached', mayEdit: false, mayDelete: true }],
    });
    expect(problemOf(await add(leadId, { kind: 'call' })).code).toBe('action-not-possible');
    const refused = await edit(leadId, id, { outcome: 'no-answer' });
    expect(problemOf(refused).code).toBe('action-not-possible');
    expect(refused.text).not.toContain('5550199');
    expect((await remove(leadId, id)).status).toBe(204);
  });

  it.each([
    ['accepted', () => world.acceptedLead({ contact_allowed: false })],
    ['won', () => world.lead({ status: 'Won', accepted_at: testNow, closed_at: testNow })],
  ])('IN-6 on a lead that is %s, notes stay, like those of the deal', async (_what, make) => {
    const leadId = await make();
    await added(leadId, { kind: 'note', text: 'Delivered.' });
    expect((await read(leadId)).items[0]?.text).toBe('Delivered.');
  });

  it('WS-15 an activity goes with its lead', async () => {
    const leadId = await world.lead();
    await added(leadId, { kind: 'note', text: 'x' });
    await server.database.ownerDb.deleteFrom('lead').where('id', '=', leadId).execute();
    const rows = await server.database.ownerDb.selectFrom('lead_activity').selectAll().execute();
    expect(rows).toEqual([]);
  });
});

describe('WS-15: mentions', () => {
  const readersOf = async (leadId: string, as: Caller = admin()) => {
    const answer = await server.request('GET', `/api/v1/leads/${leadId}/readers`, { as });
    return new Set((answer.json as { items: { id: string }[] }).items.map(({ id }) => id));
  };

  it('ID-2 those who may see the lead are offered: admins of its location, its owner and its team', async () => {
    const leadId = await world.lead({ location_id: world.munich.id, assigned_to: world.people.user.id });
    await server.make.teamMember(world.contoso.id, leadId, world.people.munichUser.id);
    const { people } = world;
    const able = [people.admin, people.munichAdmin, people.user, people.munichUser];
    expect(await readersOf(leadId)).toEqual(new Set(able.map(({ id }) => id)));
    expect(await readersOf(await world.lead())).toEqual(new Set([people.admin.id]));
  });

  it('WS-15 a mention follows a new name', async () => {
    const leadId = await world.lead();
    const grace = await server.make.person(world.contoso.id, 'referrals-admin');
    const made = await added(leadId, { kind: 'note', text: `Please look, ${markOf(grace.id)}.` });
    expect(made.mentions).toEqual([{ id: grace.id, name: grace.name }]);
    await server.database.ownerDb
      .updateTable('person')
      .set({ name: 'Grace Smith' })
      .where('id', '=', grace.id)
      .execute();
    expect((await read(leadId)).items[0]?.mentions).toEqual([{ id: grace.id, name: 'Grace Smith' }]);
  });

  it.each(['berlinAdmin', 'user', 'accountAdmin'] as const)(
    'ID-2 400 names a colleague who may not see the lead: %s',
    async (who) => {
      const leadId = await world.lead({ location_id: world.munich.id });
      const person = world.people[who];
      const problem = problemOf(await add(leadId, { kind: 'note', text: `${markOf(person.id)}?` }));
      expect(problem.issues).toMatchObject([{ path: 'body.text', rule: 'known-person' }]);
      expect(problem.detail).toContain(person.name);
      expect((await read(leadId)).items).toEqual([]);
    },
  );

  it('ID-3 somebody of another organization is not named', async () => {
    const leadId = await world.lead();
    const { id, name } = world.people.fabrikamAdmin;
    const problem = problemOf(await add(leadId, { kind: 'note', text: markOf(id) }));
    expect(problem.status).toBe(400);
    expect(JSON.stringify(problem)).not.toContain(name);
  });

  it('WS-15 who left since stays mentioned by name, and what was written is still editable', async () => {
    const leadId = await world.lead();
    const grace = await server.make.person(world.contoso.id, 'referrals-admin');
    const made = await added(leadId, { kind: 'note', text: `For ${markOf(grace.id)}` });
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', grace.id).execute();
    expect((await read(leadId)).items[0]?.mentions).toEqual([{ id: grace.id, name: grace.name }]);
    const kept = await edit(leadId, made.id, { text: `For ${markOf(grace.id)}, urgently` });
    expect(kept.status).toBe(200);
    const again = problemOf(await add(leadId, { kind: 'note', text: markOf(grace.id) }));
    expect(again.detail).toContain(grace.name);
  });
});
