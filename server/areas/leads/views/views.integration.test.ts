import { describe, expect, it, vi } from 'vitest';
import {
  maxFollowedViews,
  maxOwnViews,
  maxSharedViews,
  maxViewBytes,
} from '../../../../contract/leads/lists.ts';
import { desk, savedView, savedViewList, type ViewDefinition } from '../../../../contract/leads/views.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { patienceMs } from '../../../../test/patience.ts';
import { type Answer, body, type Caller, problemOf } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['desk', 'saved_view'] });

const definition: ViewDefinition = {
  query: { tab: 'marketplace', country: ['DE'], leadQuality: ['High'], sort: '-createdAt' },
  look: {
    layout: 'grid',
    density: 'compact',
    limit: 100,
    columns: [{ id: 'customer', width: 18, pinned: true }],
  },
};
const byCustomer: ViewDefinition = { ...definition, query: { tab: 'marketplace', sort: 'customerName' } };
const send = (as: Caller, method: string, path: string, content?: unknown, headers = {}): Promise<Answer> =>
  server.request(method, `/api/v1/views${path}`, { as, body: content, headers });

async function save(as: Caller, parts: { name?: string; shared?: boolean } = {}) {
  const answer = await send(as, 'POST', '', { name: 'Germany', shared: true, definition, ...parts });
  expect(answer.status).toBe(201);
  return body(savedView, answer);
}
/** Resolves once that many requests are waiting for a locked row. */
async function untilWaiting(count: number): Promise<void> {
  const query = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitFor(
    async () => expect((await server.database.ownerPool.query(query)).rowCount).toBe(count),
    patienceMs,
  );
}
async function namesFor(as: Caller): Promise<string[]> {
  return body(savedViewList, await send(as, 'GET', '')).items.map(({ name }) => name);
}

describe('WS-3 saved views', () => {
  it('keep the whole query and the whole look', async () => {
    const { id } = await save(world.as.admin);
    const kept = body(savedView, await send(world.as.admin, 'GET', `/${id}`));
    expect(kept).toMatchObject({
      name: 'Germany',
      shared: true,
      mine: true,
      layer: null,
      followed: false,
      version: 1,
    });
    expect(kept.definition).toEqual(definition);
    expect(kept.owner).toEqual({ id: world.people.admin.id, name: world.people.admin.name });
  });

  it('are seen by colleagues once they are shared, and by name as people read', async () => {
    for (const name of ['Zug', 'Österreich', 'Oslo']) await save(world.as.admin, { name });
    await save(world.as.admin, { name: 'Mine alone', shared: false });
    expect(await namesFor(world.as.munichAdmin)).toEqual(['Oslo', 'Österreich', 'Zug']);
    expect(await namesFor(world.as.admin)).toEqual(['Mine alone', 'Oslo', 'Österreich', 'Zug']);
  });

  it('of other organizations do not exist', async () => {
    const { id } = await save(world.as.admin);
    expect(await namesFor(world.as.fabrikamAdmin)).toEqual([]);
    const attempts = [
      send(world.as.fabrikamAdmin, 'GET', `/${id}`),
      send(world.as.fabrikamAdmin, 'PATCH', `/${id}`, { name: 'x' }),
      send(world.as.fabrikamAdmin, 'DELETE', `/${id}`),
      send(world.as.fabrikamAdmin, 'PUT', `/${id}/layer`, definition),
      send(world.as.fabrikamAdmin, 'PUT', `/${id}/subscription`),
    ];
    for (const answer of await Promise.all(attempts)) expect(answer.status).toBe(404);
  });

  it('that are not shared do not exist for colleagues', async () => {
    const { id } = await save(world.as.admin, { shared: false });
    for (const [method, path, content] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'x' }],
      ['DELETE', '', undefined],
      ['PUT', '/layer', definition],
      ['PUT', '/subscription', undefined],
    ] as const)
      expect((await send(world.as.user, method, `/${id}${path}`, content)).status).toBe(404);
  });

  it('are closed to people and programs that have no list', async () => {
    expect((await send(world.as.profileAdmin, 'GET', '')).status).toBe(403);
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    expect((await send(token, 'GET', '')).status).toBe(403);
  });

  it.each([
    ['an unknown filter', { query: { ...definition.query, colour: 'red' } }, 'body.definition.query'],
    ['an unknown value', { query: { ...definition.query, leadQuality: ['Splendid'] } }, 'leadQuality'],
    ['an unknown column', { look: { ...definition.look, columns: [{ id: 'colour' }] } }, 'columns'],
    [
      'a column twice',
      { look: { ...definition.look, columns: [{ id: 'customer' }, { id: 'customer' }] } },
      'columns',
    ],
    [
      'a column as wide as the sea',
      { look: { ...definition.look, columns: [{ id: 'customer', width: 4000 }] } },
      'width',
    ],
    ['a list too narrow to read', { look: { ...definition.look, listWidth: 3 } }, 'listWidth'],
    ['a page size of its own', { look: { ...definition.look, limit: 51 } }, 'limit'],
  ])('are refused with %s', async (_what, wrong, path) => {
    const answer = await send(world.as.admin, 'POST', '', {
      name: 'x',
      definition: { ...definition, ...wrong },
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(problemOf(answer).issues)).toContain(path);
  });

  it('end at a hundred for one person, while colleagues may go on', async () => {
    for (let n = 0; n < maxOwnViews; n++)
      await server.make.savedView(world.contoso.id, world.people.admin.id);
    const answer = await send(world.as.admin, 'POST', '', { name: 'One more', definition });
    expect([answer.status, problemOf(answer).code]).toEqual([409, 'limit-reached']);
    await save(world.as.munichAdmin);
  });
});

describe('WS-3 views are limited', () => {
  it('in size, wherever a definition is saved', async () => {
    const { id } = await save(world.as.admin);
    const customerName = Array.from({ length: 90 }, (_, n) => `${n} ${'ü'.repeat(100)}`);
    const large = { ...definition, query: { ...definition.query, customerName } };
    expect(JSON.stringify(large).length).toBeLessThan(maxViewBytes);
    for (const answer of [
      await send(world.as.admin, 'POST', '', { name: 'Large', definition: large }),
      await send(world.as.admin, 'PATCH', `/${id}`, { definition: large }),
      await send(world.as.admin, 'PUT', `/${id}/layer`, large),
    ]) {
      expect(problemOf(answer).code).toBe('invalid-request');
      expect(answer.text).toContain('16 KB');
    }
  });

  it('to two hundred shared in an organization, while more may be kept for oneself', async () => {
    const fill = `insert into saved_view
      (organization_id, id, owner_id, name, shared, definition, created_at, updated_at)
      select $1, gen_random_uuid(), $2, 'View ' || n, true, $3, now(), now() from generate_series(1, $4) n`;
    const few = JSON.stringify(definition);
    const { user, munichAdmin } = world.people;
    await server.database.ownerPool.query(fill, [world.contoso.id, user.id, few, maxSharedViews]);
    const refused = await send(world.as.admin, 'POST', '', { name: 'One more', shared: true, definition });
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'limit-reached' });
    const own = await save(world.as.admin, { shared: false });
    const late = await send(world.as.admin, 'PATCH', `/${own.id}`, { shared: true });
    expect(problemOf(late).code).toBe('limit-reached');
    // More than there may be: the list reads no more than its limits, the person's own first.
    await server.database.ownerPool.query(fill, [world.contoso.id, munichAdmin.id, few, 150]);
    const names = await namesFor(world.as.admin);
    expect(names).toHaveLength(maxOwnViews + maxSharedViews);
    expect(names).toContain('Germany');
  });

  it('to twenty that one person follows', async () => {
    const ids: string[] = [];
    for (let n = 0; n <= maxFollowedViews; n++)
      ids.push(await server.make.savedView(world.contoso.id, world.people.admin.id));
    const [last = '', ...others] = ids;
    for (const id of others)
      expect((await send(world.as.user, 'PUT', `/${id}/subscription`)).status).toBe(200);
    expect(problemOf(await send(world.as.user, 'PUT', `/${last}/subscription`)).code).toBe('limit-reached');
    expect((await send(world.as.user, 'PUT', `/${others[0]}/subscription`)).status).toBe(200);
    await send(world.as.user, 'DELETE', `/${others[0]}/subscription`);
    expect((await send(world.as.user, 'PUT', `/${last}/subscription`)).status).toBe(200);
  });
});

describe('WS-3 a shared view', () => {
  it('ID-3, DP-2: is saved without a search and customers, however it comes to be shared', async () => {
    const query = { ...definition.query, search: 'Ada Lovelace', customerName: ['Wingtip'] };
    const naming = { ...definition, query };
    const created = await send(world.as.admin, 'POST', '', { name: 'x', shared: true, definition: naming });
    expect(body(savedView, created).definition).toEqual(definition);
    const own = await send(world.as.admin, 'POST', '', { name: 'y', definition: naming });
    const { id, definition: kept } = body(savedView, own);
    expect(kept).toEqual(naming);
    const shared = await send(world.as.admin, 'PATCH', `/${id}`, { shared: true });
    expect(body(savedView, shared).definition).toEqual(definition);
    const changed = await send(world.as.admin, 'PATCH', `/${id}`, { definition: naming });
    expect(body(savedView, changed).definition).toEqual(definition);
    const layer = await send(world.as.munichAdmin, 'PUT', `/${id}/layer`, naming);
    expect(body(savedView, layer).layer).toEqual(naming);
  });

  it('is changed and deleted by its owner only', async () => {
    const { id } = await save(world.as.admin);
    const refused = await send(world.as.munichAdmin, 'PATCH', `/${id}`, { name: 'Mine now' });
    expect(refused.status).toBe(403);
    expect(problemOf(refused).detail).toContain(world.people.admin.name);
    expect((await send(world.as.munichAdmin, 'DELETE', `/${id}`)).status).toBe(403);
    const renamed = body(savedView, await send(world.as.admin, 'PATCH', `/${id}`, { name: 'Germany, high' }));
    expect(renamed).toMatchObject({ name: 'Germany, high', version: 2, definition });
    expect((await send(world.as.admin, 'DELETE', `/${id}`)).status).toBe(204);
    expect(await namesFor(world.as.munichAdmin)).toEqual([]);
  });

  it('gets a layer from each colleague, which nobody else sees and Reset removes', async () => {
    const { id } = await save(world.as.admin);
    const layered = body(savedView, await send(world.as.munichAdmin, 'PUT', `/${id}/layer`, byCustomer));
    expect(layered).toMatchObject({ definition, layer: byCustomer, mine: false, version: 1 });
    for (const caller of [world.as.admin, world.as.berlinAdmin])
      expect(body(savedView, await send(caller, 'GET', `/${id}`)).layer).toBeNull();
    await send(world.as.admin, 'PATCH', `/${id}`, {
      definition: { ...definition, query: { sort: 'status' } },
    });
    const stays = body(savedView, await send(world.as.munichAdmin, 'GET', `/${id}`));
    expect(stays.layer).toEqual(byCustomer);
    expect(stays.definition.query.sort).toBe('status');
    const reset = body(savedView, await send(world.as.munichAdmin, 'DELETE', `/${id}/layer`));
    expect([reset.layer, reset.definition.query.sort]).toEqual([null, 'status']);
  });

  it('becomes what its owner had changed when they save it', async () => {
    const { id } = await save(world.as.admin);
    await send(world.as.admin, 'PUT', `/${id}/layer`, byCustomer);
    const saved = body(savedView, await send(world.as.admin, 'PATCH', `/${id}`, { definition: byCustomer }));
    expect([saved.layer, saved.definition]).toEqual([null, byCustomer]);
  });

  it('is not overwritten by a change that is based on an older version', async () => {
    const { id } = await save(world.as.admin);
    await send(world.as.admin, 'PATCH', `/${id}`, { name: 'Second' }, { 'if-match': '"1"' });
    const late = await send(world.as.admin, 'PATCH', `/${id}`, { name: 'Late' }, { 'if-match': '"1"' });
    expect([late.status, problemOf(late).code]).toEqual([409, 'settings-changed']);
    expect(await namesFor(world.as.admin)).toEqual(['Second']);
  });

  it('can be taken over once its owner has left', async () => {
    const leaver = await server.make.person(world.contoso.id, 'referrals-admin');
    const { id } = await save(await server.signIn(leaver));
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', leaver.id).execute();
    const orphan = body(savedView, await send(world.as.admin, 'GET', `/${id}`));
    expect([orphan.owner, orphan.mine]).toEqual([null, true]);
    // Not by everybody: by those who look after all leads.
    expect(body(savedView, await send(world.as.munichAdmin, 'GET', `/${id}`)).mine).toBe(false);
    for (const method of ['PATCH', 'DELETE'])
      expect((await send(world.as.munichAdmin, method, `/${id}`, { name: 'x' })).status).toBe(403);
    const taken = body(savedView, await send(world.as.admin, 'PATCH', `/${id}`, { name: 'Taken over' }));
    expect(taken.owner?.id).toBe(world.people.admin.id);
    expect((await send(world.as.munichAdmin, 'PATCH', `/${id}`, { name: 'x' })).status).toBe(403);
  });

  it('stays its owner’s while they are only disabled', async () => {
    const owner = await server.make.person(world.contoso.id, 'referrals-user');
    const { id } = await save(await server.signIn(owner));
    await server.database.ownerPool.query('update person set disabled_at = now() where id = $1', [owner.id]);
    const seen = body(savedView, await send(world.as.admin, 'GET', `/${id}`));
    expect([seen.owner?.name, seen.mine]).toEqual([owner.name, false]);
    expect((await send(world.as.admin, 'PATCH', `/${id}`, { name: 'x' })).status).toBe(403);
    expect((await send(world.as.admin, 'DELETE', `/${id}`)).status).toBe(403);
  });

  it('is nobody’s once its owner keeps only roles that read no leads; taking it over counts', async () => {
    const owner = await server.make.person(world.contoso.id, 'referrals-user');
    const { id } = await save(await server.signIn(owner));
    await server.database.ownerPool.query(
      `update membership set role = 'profile-admin' where person_id = $1`,
      [owner.id],
    );
    for (let n = 0; n < maxOwnViews; n++)
      await server.make.savedView(world.contoso.id, world.people.admin.id);
    const full = await send(world.as.admin, 'PATCH', `/${id}`, { name: 'x' });
    expect(problemOf(full).code).toBe('limit-reached');
    expect((await send(world.as.admin, 'DELETE', `/${id}`)).status).toBe(204);
  });

  it('is not deleted by someone who has seen an older version, if they say which', async () => {
    const { id } = await save(world.as.admin);
    await send(world.as.admin, 'PATCH', `/${id}`, { name: 'Second' });
    const late = await send(world.as.admin, 'DELETE', `/${id}`, undefined, { 'if-match': '"1"' });
    expect([late.status, problemOf(late).code]).toEqual([409, 'settings-changed']);
    expect((await send(world.as.admin, 'DELETE', `/${id}`, undefined, { 'if-match': '"2"' })).status).toBe(
      204,
    );
  });

  it.each([
    ['deleted', 'delete from saved_view where id = $1'],
    ['no longer shared', 'update saved_view set shared = false where id = $1'],
  ])('that is being %s is followed, layered and opened first by nobody else', async (_what, change) => {
    const { id } = await save(world.as.admin);
    const client = await server.database.ownerPool.connect();
    try {
      await client.query('begin');
      await client.query('select 1 from saved_view where id = $1 for update', [id]);
      const answers = [
        send(world.as.munichAdmin, 'PUT', `/${id}/subscription`),
        send(world.as.berlinAdmin, 'PUT', `/${id}/layer`, byCustomer),
        server.request('PATCH', '/api/v1/me/desk', { as: world.as.user, body: { defaultViewId: id } }),
      ];
      await untilWaiting(answers.length);
      await client.query(change, [id]);
      await client.query('commit');
      const statuses = (await Promise.all(answers)).map(({ status }) => status);
      expect(statuses).toEqual([404, 404, 400]);
    } finally {
      client.release(true);
    }
    expect((await server.database.ownerPool.query('select 1 from saved_view_follower')).rows).toEqual([]);
  });

  it('no longer tells colleagues when it is no longer shared', async () => {
    const { id } = await save(world.as.admin);
    for (const caller of [world.as.admin, world.as.munichAdmin])
      expect(body(savedView, await send(caller, 'PUT', `/${id}/subscription`)).followed).toBe(true);
    await send(world.as.admin, 'PATCH', `/${id}`, { shared: false });
    await send(world.as.admin, 'PATCH', `/${id}`, { shared: true });
    expect(body(savedView, await send(world.as.munichAdmin, 'GET', `/${id}`)).followed).toBe(false);
    expect(body(savedView, await send(world.as.admin, 'GET', `/${id}`)).followed).toBe(true);
    expect(body(savedView, await send(world.as.admin, 'DELETE', `/${id}/subscription`)).followed).toBe(false);
  });
});

describe('WS-2 what the list remembers', () => {
  const read = async (as: Caller) => body(desk, await server.request('GET', '/api/v1/me/desk', { as }));
  const change = (as: Caller, content: unknown) =>
    server.request('PATCH', '/api/v1/me/desk', { as, body: content });

  it('is nothing at first, and each person’s own from then on', async () => {
    const nothing = { look: null, lastQuery: null, defaultViewId: null };
    expect(await read(world.as.admin)).toEqual(nothing);
    await change(world.as.admin, { look: { ...definition.look, layout: 'classic', listWidth: 28.5 } });
    await change(world.as.admin, { lastQuery: { country: ['DE'], sort: 'customerName' } });
    expect(await read(world.as.admin)).toEqual({
      look: { ...definition.look, layout: 'classic', listWidth: 28.5 },
      lastQuery: { tab: 'marketplace', country: ['DE'], sort: 'customerName' },
      defaultViewId: null,
    });
    expect(await read(world.as.munichAdmin)).toEqual(nothing);
  });

  it('never contains a search, which may name a person', async () => {
    const answer = await change(world.as.admin, { lastQuery: { search: 'ada@example.test' } });
    expect(answer.status).toBe(400);
  });

  it('is limited in size as views are', async () => {
    const customerName = Array.from({ length: 90 }, (_, n) => `${n} ${'ü'.repeat(100)}`);
    const answer = await change(world.as.admin, { lastQuery: { customerName } });
    expect(problemOf(answer).code).toBe('invalid-request');
    expect(answer.text).toContain('16 KB');
  });

  it('opens a view first, as long as it can be opened', async () => {
    const { id } = await save(world.as.admin);
    await change(world.as.munichAdmin, { defaultViewId: id });
    expect((await read(world.as.munichAdmin)).defaultViewId).toBe(id);
    await send(world.as.admin, 'PATCH', `/${id}`, { shared: false });
    expect((await read(world.as.munichAdmin)).defaultViewId).toBeNull();
    await send(world.as.admin, 'PATCH', `/${id}`, { shared: true });
    await send(world.as.admin, 'DELETE', `/${id}`);
    expect((await read(world.as.munichAdmin)).defaultViewId).toBeNull();
    const foreign = await save(world.as.fabrikamAdmin);
    expect((await change(world.as.admin, { defaultViewId: foreign.id })).status).toBe(400);
  });
});
