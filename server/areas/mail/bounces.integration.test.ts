import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiTokenCreated } from '../../../contract/identity/identity.ts';
import { bounceReportTaken } from '../../../contract/mail/mail.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { inOrganization } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { contentOf } from './kept-mails.fixture.ts';
import { Outbox } from './outbox.ts';

const url = '/api/v1/mail/bounces';
const { server, world } = useLeadWorld();
let provider: Caller;

const createToken = (as: Caller) =>
  server.request('POST', '/api/v1/api-tokens', {
    as,
    body: { name: 'Mail server', scopes: ['mails:bounces'] },
  });

beforeAll(async () => {
  provider = { token: body(apiTokenCreated, await createToken(world.as.operatorAdmin)).token };
});
beforeEach(async () => {
  await server.database.ownerPool.query('truncate mail cascade');
  await server.database.ownerPool.query(
    'update person set email_verified_at = null, email_refused_at = null',
  );
});

function write(address: string, at = testNow): Promise<string> {
  const organizationId = world.contoso.id;
  const to = { personId: world.people.admin.id, address, name: 'A', locale: null, timeZone: null };
  const content = contentOf({ kind: 'password-reset', linkId: newId() });
  return inOrganization(server.database.db, { organizationId }, (tx) =>
    new Outbox(false).put(tx, { organizationId, to, content, reason: 'asked' }, at),
  );
}

const report = async (...items: object[]) =>
  body(bounceReportTaken, await server.request('POST', url, { as: provider, body: { items } }));
const bounce = (more: object = {}) => ({
  address: world.people.admin.email.toUpperCase(),
  kind: 'permanent',
  reason: '550 5.1.1\nNo such user',
  ...more,
});

async function marks() {
  const { rows } = await server.database.ownerPool.query<{
    email_refused_at: Date | null;
    email_refused_reason: string | null;
  }>('select email_refused_at, email_refused_reason from person where id = $1', [world.people.admin.id]);
  const mails = await server.database.ownerDb.selectFrom('mail').select(['id', 'returned_at']).execute();
  return {
    person: rows[0],
    returned: mails.filter((mail) => mail.returned_at !== null).map((mail) => mail.id),
  };
}

describe('mail that came back', () => {
  it('NT-5 marks the mails and the address, and once', async () => {
    const id = await write(world.people.admin.email);
    expect(await report(bounce())).toEqual({ taken: 1 });
    expect(await marks()).toEqual({
      person: { email_refused_at: testNow, email_refused_reason: '550 5.1.1 No such user' },
      returned: [id],
    });
    server.clock.set(new Date(testNow.getTime() + 60_000));
    await report(bounce({ reason: 'again' }), bounce());
    expect((await marks()).person?.email_refused_at).toEqual(testNow);
  });

  it('NT-5 a report from before the address was confirmed does not take that back', async () => {
    const id = await write(world.people.admin.email);
    const confirmed = new Date(testNow.getTime() + 60_000);
    await server.database.ownerPool.query('update person set email_verified_at = $1', [confirmed]);
    server.clock.set(new Date(testNow.getTime() + 120_000));
    await report(bounce());
    expect(await marks()).toMatchObject({ person: { email_refused_at: null }, returned: [id] });
  });

  it('NT-4 names one mail by its Message-ID', async () => {
    const first = await write(world.people.admin.email);
    await write(world.people.admin.email);
    await report(bounce({ messageId: `<${first}@vendor.test>` }));
    expect((await marks()).returned).toEqual([first]);
  });

  it('NT-5 changes nothing for what is temporary, strange, old or unknown, and does not say so', async () => {
    await write(world.people.admin.email, new Date(testNow.getTime() - 31 * 86_400_000));
    const taken = await report(
      bounce(),
      bounce({ kind: 'temporary' }),
      bounce({ messageId: '<somebody@else.test>' }),
      bounce({ messageId: `<${newId()}@vendor.test>` }),
      bounce({ address: 'nobody@nowhere.test' }),
    );
    expect(taken).toEqual({ taken: 5 });
    expect(await marks()).toMatchObject({ person: { email_refused_at: null }, returned: [] });
  });

  it('ID-5 is reported by a program of the operator with the scope, and by nobody else', async () => {
    const sent = { items: [bounce()] };
    const reader = { token: await server.make.apiToken(world.operator.id, 'leads:read') };
    for (const as of [reader, world.as.operatorAdmin, world.as.admin])
      expect(problemOf(await server.request('POST', url, { as, body: sent }))).toMatchObject({ status: 403 });
    expect(problemOf(await server.request('POST', url, { body: sent })).status).toBe(401);
    const refused = problemOf(await createToken(world.as.accountAdmin));
    expect(refused).toMatchObject({ status: 400, issues: [{ path: 'body.scopes[0]', rule: 'own-scope' }] });
    // A token of a partner that got the scope some other way.
    const stolen = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    await server.database.ownerPool.query(
      `update api_token set scopes = '{mails:bounces}' where organization_id = $1`,
      [world.contoso.id],
    );
    expect(problemOf(await server.request('POST', url, { as: stolen, body: sent })).status).toBe(403);
    // The scope allows nothing else.
    expect(problemOf(await server.request('GET', '/api/v1/leads', { as: provider })).status).toBe(403);
    expect(problemOf(await server.request('GET', '/api/v1/mails', { as: provider })).status).toBe(403);
  });

  it.each([
    [{}],
    [{ items: [] }],
    [{ items: [{ address: 'a@b.test', kind: 'soft', reason: 'x' }] }],
    [{ items: [{ kind: 'permanent', reason: 'x' }] }],
  ])('NT-5 wrong reports are refused: %j', async (sent) => {
    expect(problemOf(await server.request('POST', url, { as: provider, body: sent })).status).toBe(400);
  });
});
