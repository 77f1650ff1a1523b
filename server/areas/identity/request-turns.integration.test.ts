import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sessionList } from '../../../contract/identity/identity.ts';
import { bulkAction } from '../../../contract/leads/bulk.ts';
import { password } from '../../../test/factories.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { patience } from '../../../test/patience.ts';
import { type Answer, body, problemOf } from '../../../test/server.ts';
import { hashSecret, newId, newSecret } from '../../platform/ids.ts';

const { server, world } = useLeadWorld();
let key: string;
let release: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  key = await server.make.marketplaceKey(world.fabrikam.id);
});

afterEach(() => release());

/** Blocks everyone who needs the table until {@link release}: the test decides how long work takes. */
async function hold(table: string): Promise<void> {
  const client = await server.database.ownerPool.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  release = async () => {
    release = async () => undefined;
    await client.query('commit');
    client.release();
  };
}

const inUse = ({ totalCount, idleCount }: pg.Pool) => totalCount - idleCount;
const statuses = (answers: Answer[]) => answers.map((answer) => answer.status);
const ask = (path: string, as = world.as.admin) => server.request('GET', path, { as });
const facets = '/api/v1/leads/facets?search=lakeside';

/** What another organization does in the meantime: reads, sends leads, signs in. */
async function others(): Promise<number[]> {
  const lead = { UserDetails: { Email: `${newId()}@customer.test` } };
  const answers = [
    await ask('/api/v1/people', world.as.fabrikamAdmin),
    await ask('/api/v1/me', world.as.fabrikamAdmin),
    await server.request('POST', `/intake/marketplace/${key}`, { body: lead }),
    await server.request('POST', '/api/v1/session', {
      body: { email: world.people.fabrikamAdmin.email, password },
    }),
  ];
  return statuses(answers);
}

describe('a share for everybody', () => {
  it('sixty heavy reads of one person leave the others their connections; too many are refused', async () => {
    await hold('lead_favorite');
    const { pool } = server.database.pools.general;
    const heard: Answer[] = [];
    const all = Promise.all(
      Array.from({ length: 60 }, async () => {
        const answer = await ask(facets);
        heard.push(answer);
        return answer;
      }),
    );
    await vi.waitFor(() => expect(heard.length).toBe(26), patience);
    expect(inUse(pool)).toBe(2);
    expect(await others()).toEqual([200, 200, 201, 200]);
    // The same person can still do small things.
    expect((await ask('/api/v1/people')).status).toBe(200);
    for (const answer of heard) {
      expect(problemOf(answer)).toMatchObject({ status: 429, code: 'too-many-requests' });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await release();
    expect(statuses(await all).filter((status) => status === 200).length).toBe(34);
  });

  it('words are looked for in what was sent at the same scarce turns, by whichever address', async () => {
    await hold('lead');
    const seller = await server.signInAs(world.operator.id, 'seller');
    const refused: Answer[] = [];
    const all = Promise.all(
      Array.from({ length: 60 }, async () => {
        const answer = await ask('/api/v1/sent-leads?search=lakeside', seller);
        if (answer.status === 429) refused.push(answer);
        return answer;
      }),
    );
    await vi.waitFor(() => expect(refused.length).toBe(26), { timeout: 20_000 });
    await release();
    expect(statuses(await all).filter((status) => status === 200).length).toBe(34);
  });

  it('EX-1 a file that is read while it is sent keeps its turn to its end: sixty of one person take two connections', async () => {
    const leadIds = [await world.lead()];
    const ordered = await server.request('POST', '/api/v1/leads/bulk', {
      as: world.as.admin,
      body: { action: 'favorite', leadIds },
    });
    const path = `/api/v1/leads/bulk/${body(bulkAction, ordered).id}/report`;
    await hold('bulk_action_lead');
    const { pool } = server.database.pools.general;
    const refused: Answer[] = [];
    const all = Promise.all(
      Array.from({ length: 60 }, async () => {
        const answer = await ask(path);
        if (answer.status === 429) refused.push(answer);
        return answer;
      }),
    );
    await vi.waitFor(() => expect(refused.length).toBe(26), patience);
    expect(inUse(pool)).toBe(2);
    expect(await others()).toEqual([200, 200, 201, 200]);
    await release();
    expect(statuses(await all).filter((status) => status === 200).length).toBe(34);
    expect((await ask(facets)).status).toBe(200);
  });

  it('one organization has at most half of the connections, however many of its people ask', async () => {
    await hold('lead_favorite');
    const { pool } = server.database.pools.general;
    const callers = [world.as.admin, world.as.munichAdmin, world.as.berlinAdmin, world.as.user];
    const all = Promise.all(
      callers.flatMap((as) =>
        ['/api/v1/leads', facets, '/api/v1/leads?search=abc'].map((path) => ask(path, as)),
      ),
    );
    await vi.waitFor(() => expect(inUse(pool)).toBe(3), patience);
    expect(await others()).toEqual([200, 200, 201, 200]);
    expect(inUse(pool)).toBe(3);
    await release();
    expect(new Set(statuses(await all))).toEqual(new Set([200]));
  });

  it('what is light is bounded as well, for people and for tokens', async () => {
    const { pool } = server.database.pools.general;
    const lead = await world.lead();
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    await hold('location');
    const all = Promise.all(Array.from({ length: 20 }, () => ask(`/api/v1/leads/${lead}`, token)));
    await vi.waitFor(() => expect(inUse(pool)).toBe(4), patience);
    expect((await ask('/api/v1/people', world.as.fabrikamAdmin)).status).toBe(200);
    expect(inUse(pool)).toBe(4);
    await release();
    expect(new Set(statuses(await all))).toEqual(new Set([200]));
  });

  it('whoever hangs up keeps the turn until the work has ended, and no longer', async () => {
    await hold('lead_favorite');
    const { pool } = server.database.pools.general;
    for (let n = 0; n < 10; n++) {
      const gone = new AbortController();
      const cookie = (world.as.admin as { cookie: string }).cookie;
      const asked = fetch(server.address + facets, { headers: { cookie }, signal: gone.signal });
      setTimeout(() => gone.abort(), 50);
      await expect(asked).rejects.toThrow();
    }
    expect(inUse(pool)).toBeLessThanOrEqual(2);
    await release();
    expect((await ask(facets)).status).toBe(200);
  });
});

describe('ID-6: signing in is bounded', () => {
  it('ID-6 forty who sign in at once wait for each other and hold up nobody who is there already', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    await hold('sign_in_failure');
    const { pool } = server.database.pools.accounts;
    const heard: Answer[] = [];
    const all = Promise.all(
      Array.from({ length: 40 }, async () => {
        const answer = await server.request('POST', '/api/v1/session', {
          body: { email: person.email, password },
        });
        heard.push(answer);
        return answer;
      }),
    );
    const atOnce = Math.max(1, Math.floor(availableParallelism() / 2));
    await vi.waitFor(() => expect(heard.length).toBe(40 - 30 - atOnce), patience);
    expect(inUse(pool)).toBe(atOnce);
    expect((await ask('/api/v1/me', world.as.fabrikamAdmin)).status).toBe(200);
    expect((await ask('/api/v1/leads', world.as.fabrikamAdmin)).status).toBe(200);
    for (const answer of heard) expect(problemOf(answer)).toMatchObject({ status: 429 });
    await release();
    expect(statuses(await all).filter((status) => status === 200).length).toBe(30 + atOnce);
  });

  it('ID-6 a person has thirty sessions; the one seen least recently ends', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    const oldest = await openSession(server, person.id, world.contoso.id);
    server.clock.set(new Date(server.clock.now().getTime() + 60_000));
    await addSessions(person.id, 29);
    const next = await server.signIn(person);
    const sessions = body(sessionList, await server.request('GET', '/api/v1/sessions', { as: next }));
    expect(sessions.items.length).toBe(30);
    expect((await ask('/api/v1/me', oldest)).status).toBe(401);
  });

  it('ID-6 signing in again and again ends, and is possible again later', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    await addSessions(person.id, 40);
    const answer = await server.request('POST', '/api/v1/session', {
      body: { email: person.email, password },
    });
    const { status, retryAfterSeconds } = problemOf(answer);
    expect([status, retryAfterSeconds]).toEqual([429, 15 * 60]);
    server.clock.set(new Date(server.clock.now().getTime() + 15 * 60_000));
    await server.signIn(person);
  });

  /** Inserted directly, which saves the time that hashing as many passwords would take. */
  async function addSessions(personId: string, count: number): Promise<void> {
    const at = server.clock.now();
    const sessions = Array.from({ length: count }, () => ({
      id: newId(),
      token_hash: hashSecret(newSecret('lls')),
      person_id: personId,
      organization_id: world.contoso.id,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + 86_400_000),
    }));
    await server.database.ownerDb.insertInto('session').values(sessions).execute();
  }
});
