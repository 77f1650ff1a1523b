import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import { contactSharing } from '../../../../contract/partners/partner-leads.ts';
import { openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['access_log', 'contact_sharing'] });
const admin = useMade(() => world.as.accountAdmin);

const path = '/api/v1/contact-sharing';

const get = (as: Caller | undefined = admin) => server.request('GET', path, { as });
const set = (withOperator: unknown, ifMatch?: string, as: Caller = admin) =>
  server.request('PUT', path, {
    as,
    body: { withOperator },
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });

describe('RT-4, IN-6: a partner decides whether the operator sees contacts', () => {
  it('IN-6 it does not until an Account admin says so, and who said so is shown and logged', async () => {
    expect(body(contactSharing, await get())).toEqual({
      ...{ withOperator: false, operatorName: 'Vendor', changedAt: null, changedBy: null },
      ...{ revision: 'none', mayChange: true },
    });
    const { name } = world.people.accountAdmin;
    expect(body(contactSharing, await set(true))).toMatchObject({
      ...{ withOperator: true, changedAt: testNow.toISOString(), changedBy: name },
    });
    await set(true);
    await set(false);
    const log = await server.request('GET', '/api/v1/access-log', { as: admin });
    expect(body(accessLogPage, log).items.map(({ action, detail }) => [action, detail])).toEqual([
      ['settings.change', 'contacts are no longer shared with the operator'],
      ['settings.change', 'contacts are shared with the operator'],
    ]);
    const other = await openSession(
      server,
      (await server.make.person(world.fabrikam.id, 'account-admin')).id,
      world.fabrikam.id,
    );
    expect(body(contactSharing, await get(other)).changedAt).toBeNull();
  });

  it('ID-4 of two who change it the second is told, with what is saved now', async () => {
    const tag = (await get()).headers.get('etag') ?? '';
    expect(tag).toBe('"none"');
    const first = await set(true, tag);
    expect(first.status).toBe(200);
    const second = problemOf(await set(false, tag));
    expect(second).toMatchObject({ code: 'settings-changed', current: { withOperator: true } });
    const { revision } = body(contactSharing, first);
    const answers = await Promise.all([set(false, `"${revision}"`), set(false, `"${revision}"`)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('ID-3 everybody of the partner may see it; the Account admin of all of it changes it', async () => {
    const local = await server.make.person(world.contoso.id, {
      role: 'account-admin',
      locationId: world.munich.id,
    });
    const others = [
      world.as.admin,
      world.as.user,
      world.as.profileAdmin,
      await openSession(server, local.id, world.contoso.id),
    ];
    for (const as of others) {
      expect(body(contactSharing, await get(as)).mayChange).toBe(false);
      expect(problemOf(await set(true, undefined, as)).detail).toContain('the role Account admin.');
    }
    for (const as of [world.as.operatorAdmin, world.as.seller]) {
      expect(problemOf(await get(as)).detail).toContain('for people of partners');
      expect((await set(true, undefined, as)).status).toBe(403);
    }
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write') };
    expect([(await get(token)).status, (await set(true, undefined, token)).status]).toEqual([403, 403]);
    expect((await server.request('GET', path)).status).toBe(401);
    expect(body(contactSharing, await get()).withOperator).toBe(false);
  });

  it('WS-4 400 for what is no yes or no', async () => {
    for (const wrong of ['yes', null, 1]) expect((await set(wrong)).status).toBe(400);
  });
});
