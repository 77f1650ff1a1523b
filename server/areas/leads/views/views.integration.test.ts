import { describe, expect, it } from 'vitest';
import { maxOwnViews } from '../../../../contract/leads/lists.ts';
import { desk, savedView, savedViewList, type ViewDefinition } from '../../../../contract/leads/views.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
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

describe('WS-3 a shared view', () => {
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
    const taken = body(savedView, await send(world.as.admin, 'PATCH', `/${id}`, { name: 'Taken over' }));
    expect(taken.owner?.id).toBe(world.people.admin.id);
    expect((await send(world.as.munichAdmin, 'PATCH', `/${id}`, { name: 'x' })).status).toBe(403);
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
