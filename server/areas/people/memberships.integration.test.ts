import { describe, expect, it } from 'vitest';
import { accessLogPage, me } from '../../../contract/identity/identity.ts';
import { invitationList, membership, membershipList } from '../../../contract/people/accounts.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import { invite, newPassword } from './accounts.fixture.ts';

const { server, world } = useLeadWorld();
const admin = useMade(() => world.as.accountAdmin);
const url = '/api/v1/memberships';

const list = async (as = admin) => body(membershipList, await server.request('GET', url, { as }));
const add = (sent: unknown, as: Caller | undefined = admin) =>
  server.request('POST', url, { as, body: sent });
const remove = (id: string, as: Caller | undefined = admin) =>
  server.request('DELETE', `${url}/${id}`, { as });
const idOf = async (personId: string, role: string, as = admin) =>
  (await list(as)).items.find((one) => one.person.id === personId && one.role === role)?.id ?? 'none';

/** A partner with a number of account admins, each signed in. */
async function makeAdmins(count: number) {
  const partner = await server.make.partner();
  const people = await Promise.all(
    Array.from({ length: count }, () => server.make.person(partner.id, 'account-admin')),
  );
  const as = await Promise.all(people.map(({ id }) => openSession(server, id, partner.id)));
  const ids = await Promise.all(people.map(({ id }) => idOf(id, 'account-admin', as[0])));
  return { partner, people, as, ids };
}

describe('ID-1: who belongs to an organization', () => {
  it('ID-1 is listed with roles and locations, and what can be given', async () => {
    const { items, roles, locations } = await list();
    const munich = items.find((one) => one.person.id === world.people.munichAdmin.id);
    expect(munich).toMatchObject({
      person: { email: world.people.munichAdmin.email, emailVerified: false, emailRefused: false },
      role: 'referrals-admin',
      locationId: world.munich.id,
      locationName: 'Munich',
    });
    expect(items.length).toBe(7);
    expect(JSON.stringify(items)).not.toContain(world.people.fabrikamAdmin.email);
    expect(roles).toEqual(['account-admin', 'profile-admin', 'referrals-admin', 'referrals-user']);
    expect(locations.map(({ name }) => name)).toEqual(expect.arrayContaining(['Munich', 'Berlin']));
    expect((await list(world.as.operatorAdmin)).roles).toEqual(['operator-admin', 'seller', 'marketer']);
  });

  it('ID-1 a further role counts at once, and ends at once', async () => {
    const { user } = world.people;
    const order = { personId: user.id, role: 'profile-admin', locationId: world.berlin.id };
    const answer = await add(order);
    expect(answer.status).toBe(201);
    const made = body(membership, answer);
    expect(made).toMatchObject({ role: 'profile-admin', locationName: 'Berlin', person: { id: user.id } });
    const roles = async () =>
      body(me, await server.request('GET', '/api/v1/me', { as: world.as.user })).grants.map(
        ({ role }) => role,
      );
    expect(await roles()).toEqual(['profile-admin', 'referrals-user']);
    expect(problemOf(await add(order))).toMatchObject({ status: 409, code: 'already-there' });
    expect((await remove(made.id)).status).toBe(204);
    expect(await roles()).toEqual(['referrals-user']);
    expect(problemOf(await remove(made.id)).code).toBe('not-found');
  });

  it('ID-1 whoever loses the last role is out, also where they are signed in', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-user');
    const as = await openSession(server, person.id, world.contoso.id);
    expect((await server.request('GET', '/api/v1/me', { as })).status).toBe(200);
    await remove(await idOf(person.id, 'referrals-user'));
    expect((await server.request('GET', '/api/v1/me', { as })).status).toBe(401);
  });

  it.each([
    [() => ({}), 400],
    [() => ({ personId: world.people.user.id, role: 'seller' }), 400],
    [() => ({ personId: world.people.user.id, role: 'operator-admin' }), 400],
    [() => ({ personId: world.people.user.id, role: 'profile-admin', locationId: newId() }), 400],
    [() => ({ personId: newId(), role: 'profile-admin' }), 404],
    // Someone who belongs elsewhere has to be invited.
    [() => ({ personId: world.people.fabrikamAdmin.id, role: 'profile-admin' }), 404],
  ])('ID-1 refuses order %#', async (order, status) => {
    expect(problemOf(await add(order())).status).toBe(status);
  });

  it('ID-3 needs somebody who manages people of the whole organization', async () => {
    const id = await idOf(world.people.user.id, 'referrals-user');
    const order = { personId: world.people.user.id, role: 'account-admin' };
    const calls = (as: Caller | undefined) =>
      Promise.all([
        server.request('GET', url, { as }),
        server.request('POST', url, { as, body: order }),
        server.request('DELETE', `${url}/${id}`, { as }),
      ]);
    for (const answer of await calls(undefined)) expect(answer.status).toBe(401);
    const scoped = await server.make.person(world.contoso.id, {
      role: 'account-admin',
      locationId: world.munich.id,
    });
    const token = await server.make.apiToken(world.contoso.id, 'leads:read');
    const munich = await openSession(server, scoped.id, world.contoso.id);
    for (const as of [world.as.admin, world.as.user, munich, { token }])
      for (const answer of await calls(as)) expect(problemOf(answer).status).toBe(403);
    const [listing, added, removed] = await calls(world.as.operatorAdmin);
    expect(listing?.text).not.toContain(world.people.user.email);
    // The operator’s admin is not an admin of a partner.
    expect([added?.status, removed?.status]).toEqual([400, 404]);
    expect(await idOf(world.people.user.id, 'referrals-user')).toBe(id);
  });
});

describe('ID-5: invitations of somebody who may not invite any more', () => {
  const order = (email: string) => ({ email, name: 'Kim Novak', roles: ['account-admin'] });
  const look = async (token: string) =>
    (await server.request('GET', `/api/v1/invitations/by-link/${token}`)).status;
  const accept = (token: string) =>
    server.request('POST', `/api/v1/invitations/by-link/${token}/acceptance`, {
      body: { name: 'Kim', password: newPassword },
    });

  it('ID-5 end with the role; those of others stay', async () => {
    const { ids, as, people } = await makeAdmins(2);
    const theirs = await invite(server, as[1] ?? { token: '' }, order('theirs@newcomer.test'));
    const ours = await invite(server, as[0] ?? { token: '' }, order('ours@newcomer.test'));
    expect((await remove(ids[1] ?? '', as[0])).status).toBe(204);
    expect([await look(theirs.token), await look(ours.token)]).toEqual([410, 200]);
    expect(problemOf(await accept(theirs.token)).code).toBe('link-over');
    const open = body(invitationList, await server.request('GET', '/api/v1/invitations', { as: as[0] }));
    expect(open.items.map(({ email }) => email)).toEqual(['ours@newcomer.test']);
    const log = await server.request('GET', '/api/v1/access-log?limit=1', { as: as[0] });
    const detail = `canceled the open invitations of ${people[1]?.name}`;
    expect(body(accessLogPage, log).items).toMatchObject([{ detail }]);
  });

  it('ID-5 stay when another role of theirs ends', async () => {
    const { as, people, partner } = await makeAdmins(1);
    await server.make.join(people[0]?.id ?? '', partner.id, 'referrals-user');
    const made = await invite(server, as[0] ?? { token: '' }, order('stays@newcomer.test'));
    const other = await idOf(people[0]?.id ?? '', 'referrals-user', as[0]);
    expect((await remove(other, as[0])).status).toBe(204);
    expect(await look(made.token)).toBe(200);
  });

  it.each([
    [
      'lost the role in another way',
      async (personId: string) => {
        const { ownerDb } = server.database;
        await ownerDb
          .deleteFrom('membership')
          .where('person_id', '=', personId)
          .where('role', '=', 'account-admin')
          .execute();
      },
    ],
    [
      'is disabled',
      async (personId: string) => {
        const { ownerDb } = server.database;
        const now = server.clock.now();
        await ownerDb.updateTable('person').set({ disabled_at: now }).where('id', '=', personId).execute();
      },
    ],
    [
      'manages one location only',
      async (personId: string) => {
        const { ownerDb } = server.database;
        const at = { location_id: world.munich.id };
        await ownerDb.updateTable('membership').set(at).where('person_id', '=', personId).execute();
      },
    ],
  ])('ID-5 are refused on acceptance when the sender %s', async (_how, end) => {
    const person = await server.make.person(world.contoso.id, 'account-admin');
    const as = await openSession(server, person.id, world.contoso.id);
    const email = `late-${person.id}@newcomer.test`;
    const { token } = await invite(server, as, order(email));
    await end(person.id);
    expect(await look(token)).toBe(410);
    expect(problemOf(await accept(token)).code).toBe('link-over');
    const made = await server.database.ownerDb
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .execute();
    expect(made).toEqual([]);
  });
});

describe('ID-1: an organization keeps an admin', () => {
  it('ID-1 nobody takes away the last one, nor their own', async () => {
    const { ids, as } = await makeAdmins(2);
    expect(problemOf(await remove(ids[0] ?? '', as[0]))).toMatchObject({
      status: 409,
      code: 'last-admin',
      detail: expect.stringMatching(/Ask another admin to remove it/),
    });
    expect((await remove(ids[1] ?? '', as[0])).status).toBe(204);
    expect(problemOf(await remove(ids[0] ?? '', as[0])).detail).toMatch(/No one else can manage/);
  });

  it('ID-1 three who throw each other out at the same moment leave one', async () => {
    const { partner, ids, as } = await makeAdmins(3);
    const victims = [1, 2, 0].map((n) => ids[n] ?? '');
    await Promise.all(victims.map((id, n) => remove(id, as[n])));
    const left = await server.database.ownerDb
      .selectFrom('membership')
      .select('id')
      .where('organization_id', '=', partner.id)
      .execute();
    expect(left.length).toBeGreaterThan(0);
  });

  it('ID-1 one who is disabled does not count', async () => {
    const { ids, as, people } = await makeAdmins(2);
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: server.clock.now() })
      .where('id', '=', people[1]?.id ?? '')
      .execute();
    expect(problemOf(await remove(ids[0] ?? '', as[0])).detail).toMatch(/No one else can manage/);
  });
});
