import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  type AccessLogEntry,
  accessLogPage,
  apiTokenCreated,
  apiTokenList,
} from '../../../../contract/identity/identity.ts';
import { leadTimeline } from '../../../../contract/leads/leads.ts';
import { password } from '../../../../test/factories.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['access_log', 'api_token', 'lead', 'sign_in_failure'] });

async function log(as: Caller = world.as.accountAdmin): Promise<AccessLogEntry[]> {
  return body(accessLogPage, await server.request('GET', '/api/v1/access-log', { as })).items;
}

/** A person of both partners, so that both get entries about the account. */
async function makeRobin() {
  const robin = await server.make.person(world.contoso.id, 'referrals-admin');
  await server.make.join(robin.id, world.fabrikam.id, 'account-admin');
  return robin;
}

describe('ID-7: what happens to accounts', () => {
  it('ID-7 a new name changes no old entry and is one itself, here and in the timeline', async () => {
    const robin = await makeRobin();
    const as = await server.signIn(robin);
    await server.request('PUT', '/api/v1/session/organization', {
      as,
      body: { organizationId: world.contoso.id },
    });
    const lead = await world.lead();
    const acceptance = actionBodies(robin.id).acceptance;
    const rename = (name: string) => server.request('PATCH', '/api/v1/me', { as, body: { name } });
    await rename('Nobody At All');
    await server.request('POST', `/api/v1/leads/${lead}/acceptance`, { as, body: acceptance });
    await rename(robin.name);
    await rename(robin.name);
    const entries = (await log()).filter(({ action }) => action !== 'session.sign-in');
    expect(
      entries.map(({ action, actor, actorId, actorNow, detail }) => ({
        action,
        actor,
        actorId,
        actorNow,
        detail,
      })),
    ).toEqual([
      {
        action: 'account.rename',
        actor: 'Nobody At All',
        actorId: robin.id,
        actorNow: robin.name,
        detail: `Nobody At All → ${robin.name}`,
      },
      {
        action: 'lead.change',
        actor: 'Nobody At All',
        actorId: robin.id,
        actorNow: robin.name,
        detail: 'lead.accepted',
      },
      {
        action: 'account.rename',
        actor: robin.name,
        actorId: robin.id,
        actorNow: null,
        detail: `${robin.name} → Nobody At All`,
      },
    ]);
    const timeline = body(
      leadTimeline,
      await server.request('GET', `/api/v1/leads/${lead}/timeline`, { as: world.as.admin }),
    );
    expect(timeline.items.at(-1)?.actor).toEqual({
      kind: 'person',
      name: 'Nobody At All',
      personId: robin.id,
      nameNow: robin.name,
    });
  });

  it('ID-7 signing in and out is known in every organization that the person belongs to, and nowhere else', async () => {
    const robin = await makeRobin();
    const as = await server.signIn(robin);
    await server.request('DELETE', '/api/v1/session', { as });
    const fabrikam = await server.make.person(world.fabrikam.id, 'account-admin');
    const theirs = (await log(await server.signIn(fabrikam))).filter(({ actorId }) => actorId === robin.id);
    for (const entries of [await log(), theirs]) {
      expect(entries.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
        { action: 'session.sign-out', actorId: robin.id },
        { action: 'session.sign-in', actorId: robin.id },
      ]);
      expect(entries[1]?.facts).toEqual({ address: '127.0.0.1' });
    }
    expect((await log(world.as.operatorAdmin)).map(({ action }) => action)).toEqual([]);
  });

  it('ID-7 a failed sign-in to a known account is noted once; of an unknown one nothing is', async () => {
    const robin = await makeRobin();
    const attempt = (email: string) =>
      server.request('POST', '/api/v1/session', { body: { email, password: `${password}!` } });
    await attempt(robin.email);
    await attempt('nobody.at.all@example.test');
    const [order] = await server.queue.run('account.note-failed-sign-in');
    const job = server.jobs.find(({ name }) => name === 'account.note-failed-sign-in');
    await job?.run(order?.payload);
    expect(await log()).toMatchObject([
      { action: 'session.failed-sign-in', actorId: robin.id, facts: { address: '127.0.0.1' } },
    ]);
    const stored = await server.database.ownerPool.query('select from access_log');
    // one in each of the two organizations
    expect(stored.rowCount).toBe(2);
  });

  it('ID-7 tokens and endpoints that are made and revoked are named, never shown', async () => {
    const made = body(
      apiTokenCreated,
      await server.request('POST', '/api/v1/api-tokens', {
        as: world.as.accountAdmin,
        body: { name: 'CRM', scopes: ['leads:read', 'leads:write'] },
      }),
    );
    await server.request('DELETE', `/api/v1/api-tokens/${made.id}`, { as: world.as.accountAdmin });
    const endpoint = await server.request('POST', '/api/v1/intake-endpoints', {
      as: world.as.admin,
      body: { name: 'Marketplace' },
    });
    const { id } = endpoint.json as { id: string };
    await server.request('DELETE', `/api/v1/intake-endpoints/${id}`, { as: world.as.admin });
    const entries = await log();
    expect(entries.map(({ action, facts }) => ({ action, facts }))).toEqual([
      { action: 'endpoint.revoke', facts: { endpointId: id } },
      { action: 'endpoint.create', facts: { endpointId: id } },
      { action: 'token.revoke', facts: { tokenId: made.id } },
      { action: 'token.create', facts: { tokenId: made.id, scopes: ['leads:read', 'leads:write'] } },
    ]);
    expect(entries[3]?.detail).toBe(`“CRM” (…${made.hint}): leads:read, leads:write`);
    expect(JSON.stringify(entries)).not.toContain(made.token.slice(4, -4));
  });

  it('ID-7 a program is kept by its token', async () => {
    const token = await server.make.apiToken(world.contoso.id, 'leads:read');
    const lead = await world.lead();
    await server.request('GET', `/api/v1/leads/${lead}`, { as: { token } });
    const { rows } = await server.database.ownerPool.query('select id from api_token');
    expect(await log()).toMatchObject([{ action: 'lead.read', actorId: null, tokenId: rows[0].id }]);
  });

  it('ID-7 who was invited, joined, got or lost a role is kept by id', async () => {
    const colleague = await server.make.person(world.contoso.id, 'referrals-user');
    const added = await server.request('POST', '/api/v1/memberships', {
      as: world.as.accountAdmin,
      body: { personId: colleague.id, role: 'profile-admin' },
    });
    const { id } = added.json as { id: string };
    await server.request('DELETE', `/api/v1/memberships/${id}`, { as: world.as.accountAdmin });
    const facts = { personId: colleague.id, role: 'profile-admin', locationId: null };
    expect(await log()).toMatchObject([
      { action: 'people.change', facts },
      { action: 'people.change', facts },
    ]);
  });
});

describe('ID-7: what an export took', () => {
  const exportLeads = async (query: string) => {
    const answer = await server.request('GET', `/api/v1/leads/export?format=csv${query}`, {
      as: world.as.admin,
    });
    expect(answer.status).toBe(200);
    return (await log()).find(({ action }) => action === 'lead.export');
  };

  it('ID-7 is there with filter, rows, format and ids; a search is not', async () => {
    const german = await world.lead({ country: 'DE' });
    await world.lead({ country: 'FR' });
    const entry = await exportLeads('&country=DE&search=customer');
    expect(entry).toMatchObject({
      leadIds: [german],
      detail: '1 lead of the tab marketplace, CSV',
      facts: { rows: 1, format: 'csv', searched: true, filter: { country: ['DE'], tab: 'marketplace' } },
    });
    expect(JSON.stringify(entry)).not.toContain('"customer"');
  });

  it('ID-7 of more than 1,000 leads is there with the hash of all ids', async () => {
    await server.database.ownerPool.query(
      `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                         status, received_at, updated_at, expires_at)
       select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Test', true, 'Received', $2, $2,
              $2::timestamptz + interval '14 days' from generate_series(1, 1001)`,
      [world.contoso.id, server.clock.now()],
    );
    const entry = await exportLeads('');
    const { rows } = await server.database.ownerPool.query<{ id: string }>('select id from lead order by id');
    const hash = createHash('sha256');
    for (const { id } of rows) hash.update(Buffer.from(id.replaceAll('-', ''), 'hex'));
    expect(entry).toMatchObject({ leadIds: [], facts: { rows: 1001, idsSha256: hash.digest('hex') } });
  });
});

describe('ID-7: the page of the log', () => {
  it('ID-7 names leads by their customer, and says which of them the reader may open', async () => {
    const lead = await world.lead({ customer_name: 'Wide World Importers' });
    await server.request('GET', `/api/v1/leads/${lead}`, { as: world.as.admin });
    expect((await log())[0]?.leads).toEqual([
      { id: lead, customerName: 'Wide World Importers', mayOpen: false },
    ]);
    const both = await server.make.person(world.contoso.id, 'account-admin', 'referrals-admin');
    const entries = await log(await server.signIn(both));
    expect(entries.find(({ action }) => action === 'lead.read')?.leads).toEqual([
      { id: lead, customerName: 'Wide World Importers', mayOpen: true },
    ]);
  });

  it('ID-2 names nothing of another organization, whatever an entry holds', async () => {
    const foreign = await server.make.lead(world.fabrikam.id, { customer_name: 'Secret customer' });
    await server.database.ownerPool.query(
      `insert into access_log (organization_id, id, at, actor_name, action, lead_ids, actor_person_id)
       values ($1, gen_random_uuid(), now(), 'Somebody', 'lead.read', $2, $3)`,
      [world.contoso.id, [foreign], world.people.fabrikamAdmin.id],
    );
    const [entry] = await log();
    expect(entry).toMatchObject({
      leads: [{ id: foreign, customerName: null, mayOpen: false }],
      actorNow: null,
    });
  });
});

describe('ID-5: how many tokens there may be', () => {
  it('ID-5 200 live at most, also of those who make them at once; the list comes in pages', async () => {
    await server.database.ownerPool.query(
      `insert into api_token (organization_id, id, name, token_hash, hint, scopes, created_at)
       select $1, gen_random_uuid(), 'Token ' || n, sha256(n::text::bytea), 'abcd', '{leads:read}', now()
       from generate_series(1, 198) n`,
      [world.contoso.id],
    );
    const make = () =>
      server.request('POST', '/api/v1/api-tokens', {
        as: world.as.accountAdmin,
        body: { name: 'One more', scopes: ['leads:read'] },
      });
    const answers = await Promise.all([make(), make(), make(), make()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && problemOf(refused).code).toBe('limit-reached');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: z.infer<typeof apiTokenList> = body(
        apiTokenList,
        await server.request('GET', `/api/v1/api-tokens?limit=90${cursor && `&cursor=${cursor}`}`, {
          as: world.as.accountAdmin,
        }),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(200);
    const garbage = await server.request('GET', '/api/v1/api-tokens?cursor=x', { as: world.as.accountAdmin });
    expect(problemOf(garbage).code).toBe('invalid-cursor');
  });
});
