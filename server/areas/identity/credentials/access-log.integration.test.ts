import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import { actionBodies, openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['access_log', 'lead'] });

const get = (path: string, as: Caller = world.as.admin) => server.request('GET', path, { as });
async function log(query = '', as: Caller = world.as.accountAdmin) {
  return body(accessLogPage, await get(`/api/v1/access-log${query}`, as));
}

describe('ID-7: every read of a contact and every change is in the log', () => {
  it('ID-7 a list names the leads whose contacts it showed', async () => {
    const shown = [await world.lead(), await world.lead()];
    await world.lead({ contact_allowed: false });
    await get('/api/v1/leads?search=customer');
    const [entry, ...rest] = (await log()).items;
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      at: testNow.toISOString(),
      actor: world.people.admin.name,
      action: 'lead.list',
    });
    expect(entry?.leadIds.toSorted()).toEqual(shown.toSorted());
  });

  it('ID-7 opening a lead is a read; without its contact it is none', async () => {
    const open = await world.lead();
    const closed = await world.lead({ contact_allowed: false });
    await get(`/api/v1/leads/${open}`);
    await get(`/api/v1/leads/${closed}`);
    await get(`/api/v1/leads/${closed}/timeline`);
    await get('/api/v1/leads/facets');
    await get('/api/v1/leads?country=IS');
    expect((await log()).items.map(({ action, leadIds }) => ({ action, leadIds }))).toEqual([
      { action: 'lead.read', leadIds: [open] },
    ]);
  });

  it('ID-7 a program is named by its token', async () => {
    const id = await world.lead();
    const token = await server.make.apiToken(world.contoso.id, 'leads:read');
    await get(`/api/v1/leads/${id}`, { token });
    expect((await log()).items[0]?.actor).toBe('API token “Test”');
  });

  it('ID-7 an export says how much it took', async () => {
    await world.lead();
    await get('/api/v1/leads/export');
    expect((await log()).items).toMatchObject([
      { action: 'lead.export', detail: '1 lead of the tab marketplace, CSV' },
    ]);
  });

  it('ID-7 every change is there, and says which', async () => {
    const bodies = actionBodies(world.people.admin.id);
    const details = {
      acceptance: 'lead.accepted',
      decline: 'lead.declined',
      outcome: 'lead.won',
      'error-closure': 'lead.closed-as-error',
    };
    for (const [action, sent] of Object.entries(bodies)) {
      const make = action === 'outcome' ? 'acceptedLead' : 'lead';
      const id = await server.make[make](world.contoso.id);
      const answer = await server.request('POST', `/api/v1/leads/${id}/${action}`, {
        as: world.as.admin,
        body: sent,
      });
      expect(answer.status).toBe(200);
      const [entry] = (await log()).items;
      expect(entry).toMatchObject({ action: 'lead.change', leadIds: [id] });
      expect(entry?.detail).toBe(details[action as keyof typeof details]);
    }
    const id = await world.acceptedLead();
    const edit = { as: world.as.admin, body: { dealName: 'New' }, headers: { 'if-match': '"1"' } };
    await server.request('PATCH', `/api/v1/leads/${id}`, edit);
    expect((await log()).items[0]).toMatchObject({ detail: 'lead.edited', leadIds: [id] });
  });

  it('ID-7 a refused change shows the lead as it is: that is a read', async () => {
    const id = await world.acceptedLead();
    const edit = (version: number) =>
      server.request('PATCH', `/api/v1/leads/${id}`, {
        as: world.as.admin,
        body: { dealName: 'Deal' },
        headers: { 'if-match': `"${version}"` },
      });
    const stale = await edit(7);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Lovelace');
    expect((await log()).items).toMatchObject([{ action: 'lead.read', leadIds: [id] }]);
    // An edit that changes nothing also returns the lead.
    expect((await edit(1)).status).toBe(200);
    expect((await log()).items.map((item) => item.action)).toEqual(['lead.read', 'lead.read']);
    const again = await server.request('POST', `/api/v1/leads/${id}/decline`, {
      as: world.as.admin,
      body: { reason: 'NoCapacity' },
    });
    expect(again.status).toBe(409);
    expect((await log()).items.length).toBe(3);
  });

  it('ID-7 what was not seen or done is not in the log', async () => {
    const foreign = await server.make.lead(world.fabrikam.id);
    await get(`/api/v1/leads/${foreign}`);
    await get('/api/v1/leads/export', world.as.user);
    await server.request('POST', `/api/v1/leads/${foreign}/decline`, { as: world.as.admin, body: {} });
    expect((await log()).items).toEqual([]);
  });

  it('DP-2 holds no contact detail itself', async () => {
    await world.lead();
    await get('/api/v1/leads?search=lovelace');
    await get('/api/v1/leads/export?search=lovelace');
    const rows = await server.database.ownerDb.selectFrom('access_log').selectAll().execute();
    expect(rows.length).toBe(2);
    expect(JSON.stringify(rows)).not.toMatch(/lovelace|example\.test|901820/i);
  });
});

describe('ID-7: who may read the log', () => {
  it('ID-7 Account admins and Operator admins, each of their own organization', async () => {
    const ids = {
      contoso: await world.lead(),
      fabrikam: await server.make.lead(world.fabrikam.id),
      operator: await server.make.lead(world.operator.id),
    };
    await get(`/api/v1/leads/${ids.contoso}`);
    await get(`/api/v1/leads/${ids.fabrikam}`, world.as.fabrikamAdmin);
    await get(`/api/v1/leads/${ids.operator}`, world.as.operatorAdmin);
    const fabrikamBoss = await server.make.person(world.fabrikam.id, 'account-admin');
    const readers: [Caller, string][] = [
      [world.as.accountAdmin, ids.contoso],
      [await openSession(server, fabrikamBoss.id, world.fabrikam.id), ids.fabrikam],
      [world.as.operatorAdmin, ids.operator],
    ];
    for (const [as, id] of readers)
      expect((await log('', as)).items.map((item) => item.leadIds)).toEqual([[id]]);
  });

  it.each(['admin', 'munichAdmin', 'user', 'profileAdmin', 'seller', 'marketer'] as const)(
    'ID-3 %s may not, and is told who may',
    async (name) => {
      const problem = problemOf(await get('/api/v1/access-log', world.as[name]));
      expect(problem).toMatchObject({ status: 403, code: 'not-allowed' });
      expect(problem.detail).toMatch(
        ['seller', 'marketer'].includes(name) ? /the role Operator admin\./ : /the role Account admin\./,
      );
    },
  );

  it('ID-7 comes newest first, page by page, each entry once', async () => {
    const ids = [];
    for (let n = 0; n < 7; n++) {
      const id = await world.lead();
      ids.push(id);
      await get(`/api/v1/leads/${id}`);
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { leadIds: string[] }[]; nextCursor: string | null } = await log(
        `?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.flatMap((item) => item.leadIds));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids.toReversed());
    expect((await log('?limit=7')).nextCursor).toBeNull();
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'who=me'])('ID-7 400 for %s', async (query) => {
    const problem = problemOf(await get(`/api/v1/access-log?${query}`, world.as.accountAdmin));
    expect(problem.issues?.map((issue) => issue.path)).toEqual([`query.${query.split('=')[0]}`]);
  });

  it.each(['x', "' or 1=1", '', '%00'])('ID-7 a cursor made by hand is refused: %j', async (cursor) => {
    const problem = problemOf(await get(`/api/v1/access-log?cursor=${cursor}`, world.as.accountAdmin));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-cursor' });
  });
});
