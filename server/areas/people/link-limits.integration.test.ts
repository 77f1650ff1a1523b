import { describe, expect, it } from 'vitest';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { problemOf } from '../../../test/server.ts';
import { countedTables, countMails, invite } from './accounts.fixture.ts';

const { server, world } = useLeadWorld({ env: { LEADLIGHT_TRUST_PROXY: '1' }, emptied: countedTables });

const invitations = '/api/v1/invitations';
const order = { email: 'many@newcomer.test', name: 'Kim Novak', roles: ['referrals-user'] };
const own = '/api/v1/me/email-verification';

async function countOpen() {
  const rows = await server.database.ownerDb
    .selectFrom('account_link')
    .select('id')
    .where('purpose', '=', 'join')
    .where('replaced_at', 'is', null)
    .execute();
  return rows.length;
}

describe('ID-5: limits of links under many requests at once', () => {
  it('ID-5 of eight invitations at once five are sent, one is open, and each that was sent is answered', async () => {
    const before = await countMails(server, 'invitation');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        server.request('POST', invitations, {
          as: world.as.accountAdmin,
          body: { ...order, email: n % 2 ? order.email : order.email.toUpperCase() },
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
    expect(await countMails(server, 'invitation')).toBe(before + 5);
    expect(await countOpen()).toBe(1);
  });

  it('ID-5 of four who send one again at once, one does; nobody gets 404 for a mail that was written', async () => {
    const made = await invite(server, world.as.accountAdmin, order);
    const before = await countMails(server, 'invitation');
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        server.request('POST', `${invitations}/${made.id}/resend`, { as: world.as.accountAdmin }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404, 404, 404]);
    expect(await countMails(server, 'invitation')).toBe(before + 1);
    expect(await countOpen()).toBe(1);
  });

  it('ID-5 whoever sent one is answered, also when a newer one takes its place at the same moment', async () => {
    const { ownerPool } = server.database;
    // As if another invitation had waited for the commit.
    await ownerPool.query(`
      create function take_its_place() returns trigger language plpgsql as $$
      begin update account_link set replaced_at = new.created_at where id = new.id; return null; end $$;
      create constraint trigger take_its_place after insert on account_link
        deferrable initially deferred for each row execute function take_its_place()`);
    const sent = await server.request('POST', invitations, { as: world.as.accountAdmin, body: order });
    await ownerPool.query('drop function take_its_place() cascade');
    expect(sent.status).toBe(201);
    expect(await countOpen()).toBe(0);
  });

  it('ID-5 of eight confirmations at once five are sent', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-user');
    const as = await openSession(server, person.id, world.contoso.id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.request('POST', own, { as, body: {} })),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
  });

  it('ID-5 confirmations are counted over all organizations of the person', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-user');
    await server.make.join(person.id, world.fabrikam.id, 'referrals-user');
    const [here, there] = await Promise.all(
      [world.contoso, world.fabrikam].map(({ id }) => openSession(server, person.id, id)),
    );
    for (let n = 0; n < 5; n++)
      expect((await server.request('POST', own, { as: here, body: {} })).status).toBe(202);
    const refused = problemOf(await server.request('POST', own, { as: there, body: {} }));
    expect(refused).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 3600 });
  });

  it('ID-6 the pages of links count an IPv6 network as one address', async () => {
    const look = (address: string) =>
      server.request('GET', '/api/v1/password-reset/nonsense', { headers: { 'x-forwarded-for': address } });
    for (let n = 1; n <= 60; n++) expect((await look(`2001:db8:1:2::${n.toString(16)}`)).status).toBe(404);
    expect((await look('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await look('2001:db8:1:3::1')).status).toBe(404);
  });
});
