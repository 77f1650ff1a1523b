import { beforeAll, describe, expect, it } from 'vitest';
import { partnerList } from '../../../contract/organizations/partners.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf, useTestServer } from '../../../test/server.ts';

const server = useTestServer();
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const contoso = useMade(() => server.make.partner('Contoso'));

beforeAll(async () => {
  await server.make.location(contoso.id, { name: 'Aachen' });
  await server.make.offer(contoso, { title: 'Backup', offer_key: 'backup' });
  await server.make.offer(contoso, { title: 'Draft', offer_key: 'draft', published_at: null });
});

const get = (path: string, as?: Caller) => server.request('GET', path, { as });

describe('partners that leads can be sent to', () => {
  it.each(['seller', 'marketer', 'operator-admin'] as const)(
    'ID-1 a %s sees all of them, with locations and published offers',
    async (role) => {
      const { items } = body(
        partnerList,
        await get('/api/v1/partners', await server.signInAs(operator.id, role)),
      );
      expect(items.map((partner) => [partner.name, partner.locations.length])).toEqual([
        ['Contoso', 2],
        ['Fabrikam', 1],
      ]);
      expect(items[0]).toMatchObject({
        id: contoso.id,
        country: 'DE',
        locations: [{ id: contoso.location.id }, { name: 'Aachen' }],
        offers: [{ id: `${contoso.publisherId}.backup`, title: 'Backup' }],
      });
      expect(items[1]).toMatchObject({ id: fabrikam.id, offers: [] });
    },
  );

  it.each(['account-admin', 'profile-admin', 'referrals-admin', 'referrals-user'] as const)(
    'ID-3 a %s of a partner does not, and hears who does',
    async (role) => {
      expect(problemOf(await get('/api/v1/partners', await server.signInAs(contoso.id, role)))).toMatchObject(
        {
          status: 403,
          code: 'not-allowed',
          detail: expect.stringContaining('people of the operator'),
        },
      );
    },
  );

  it('ID-3 neither does a partner’s program, nor anybody who is not signed in', async () => {
    const token = await server.make.apiToken(contoso.id, 'leads:read', 'leads:write', 'leads:create');
    expect((await get('/api/v1/partners', { token })).status).toBe(403);
    expect((await get('/api/v1/partners')).status).toBe(401);
  });

  it('ID-5 the operator’s program does', async () => {
    const token = await server.make.apiToken(operator.id, 'leads:create');
    expect((await get('/api/v1/partners', { token })).status).toBe(200);
  });
});

describe('storefronts', () => {
  it('are data: those that are there are listed in their order', async () => {
    await server.database.ownerPool.query(
      `insert into storefront (code, name, position) values ('Own', 'Own shop', 0)`,
    );
    const answer = await get('/api/v1/storefronts', await server.signInAs(contoso.id, 'referrals-user'));
    expect(answer.json).toEqual({
      items: [
        { code: 'Own', name: 'Own shop' },
        { code: 'AppSource', name: 'AppSource' },
        { code: 'AzureMarketplace', name: 'Azure Marketplace' },
        { code: 'AzurePortal', name: 'Azure portal' },
      ],
    });
    expect((await get('/api/v1/storefronts')).status).toBe(401);
  });
});
