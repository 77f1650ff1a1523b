import { beforeEach, describe, expect, it } from 'vitest';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { Outbox } from '../../mail/index.ts';
import { ArrivalNotices } from './arrivals.service.ts';

const { server, world } = useLeadWorld();
const arrivals = useMade(
  () => new ArrivalNotices(server.database.workerDb, server.clock, new Outbox(false), server.log),
);
const checked = { checks_pending: false, country: 'DE', lead_quality: 'High' } as const;
const look = { layout: 'grid', density: 'comfortable', limit: 50, columns: null };

beforeEach(async () => {
  await server.database.ownerPool.query(
    'truncate lead_notice, mail, notice_day, notification, saved_view, lead cascade',
  );
  await server.queue.clear();
});

/** A view of high-quality leads from Germany, followed by these people. */
const followedBy = (...names: (keyof typeof world.as)[]) =>
  following({ country: ['DE'], leadQuality: ['High'], sort: '-createdAt' }, names);

/** A view, shared if several people follow it. */
async function following(query: object, names: (keyof typeof world.as)[]): Promise<string> {
  const [owner] = names;
  const { json } = await server.request('POST', '/api/v1/views', {
    as: world.as[owner ?? 'admin'],
    body: { name: 'Germany', shared: names.length > 1, definition: { query, look } },
  });
  const { id } = json as { id: string };
  for (const name of names)
    await server.request('PUT', `/api/v1/views/${id}/subscription`, { as: world.as[name] });
  return id;
}

const told = async () => {
  const rows = await server.database.ownerDb.selectFrom('lead_notice').selectAll().execute();
  return rows.map(({ person_id, way, reason }) => [nameOf(person_id), way, reason]).sort();
};
function nameOf(personId: string | null): string | undefined {
  return Object.entries(world.people).find(([, person]) => person.id === personId)?.[0];
}
const inMunich = () => ({ ...checked, location_id: world.munich.id });

describe('following a view (decision 042)', () => {
  it('NT-1: follows each one’s own leads where the view says “mine”, and stops nobody’s notices', async () => {
    await following({ assignedTo: ['me'] }, ['admin', 'berlinAdmin']);
    const { admin, berlinAdmin } = world.people;
    const [first, second] = [
      await world.lead({ ...inMunich(), assigned_to: admin.id }),
      await world.lead({ ...checked, location_id: world.berlin.id, assigned_to: berlinAdmin.id }),
    ];
    await arrivals.tellFollowers(world.contoso.id, [first, second]);
    const rows = await server.database.ownerDb.selectFrom('lead_notice').selectAll().execute();
    expect(new Set(rows.map(({ person_id, lead_id }) => `${person_id} ${lead_id}`))).toEqual(
      new Set([`${admin.id} ${first}`, `${berlinAdmin.id} ${second}`]),
    );
    const third = await world.lead({ ...inMunich(), received_at: server.clock.now() });
    await arrivals.tell(world.contoso.id, [third]);
    expect(await told()).toContainEqual(['munichAdmin', 'individual', 'location-admin']);
  });

  it.each([
    ['a search', { search: 'Nowhere' }],
    ['a customer', { customerName: ['Nowhere'] }],
    ['nobody or oneself', { assignedTo: ['me', 'nobody'] }],
    ['an amount', { dealValueFrom: 5 }],
    ['days', { createdAtFrom: 'today-7', createdAtTo: 'today' }],
    ['an answer due soon', { expiresWithinHours: 5 }],
    ['hot leads', { hot: true }],
    ['favorites', { tab: 'favorites' }],
  ])('NT-1: compares leads with %s', async (_what, query) => {
    server.logged.length = 0;
    await following(query, ['admin']);
    await arrivals.tell(world.contoso.id, [await world.lead(inMunich())]);
    expect(await told()).toContainEqual(['munichAdmin', 'individual', 'location-admin']);
    expect(server.logged.join('')).not.toContain('a followed view failed');
  });

  it('NT-1: finds what a search finds', async () => {
    await following({ search: 'Wingtip' }, ['admin']);
    await arrivals.tellFollowers(world.contoso.id, [
      await world.lead({ ...inMunich(), customer_name: 'Wingtip Toys' }),
      await world.lead({ ...inMunich(), customer_name: 'Tailspin' }),
    ]);
    expect(await told()).toEqual([['admin', 'individual', 'view-follower']]);
  });

  it('NT-1: tells everyone else when one view fails, and the log says which', async () => {
    const failing = await following({ search: 'Wingtip' }, ['admin']);
    await following({ country: ['DE'] }, ['berlinAdmin', 'admin']);
    const broken = await following({ dealValueFrom: 5 }, ['berlinAdmin']);
    await server.database.ownerPool.query(
      `update saved_view set definition = jsonb_set(definition, '{query,dealValueTo}', '1') where id = '${broken}'`,
    );
    const { ownerPool } = server.database;
    await ownerPool.query('revoke execute on function search_leads from leadlight_app');
    const leads = [
      await world.lead(inMunich()),
      await world.lead({ ...checked, location_id: world.berlin.id }),
    ];
    await arrivals
      .tell(world.contoso.id, leads)
      .finally(() => ownerPool.query('grant execute on function search_leads to leadlight_app'));
    expect(await told()).toEqual([
      ['admin', 'individual', 'view-follower'],
      ['admin', 'individual', 'view-follower'],
      ['berlinAdmin', 'individual', 'location-admin'],
      ['munichAdmin', 'individual', 'location-admin'],
    ]);
    const log = server.logged.join('');
    for (const viewId of [failing, broken]) expect(log).toContain(viewId);
    expect(log).toContain('a followed view failed');
  });

  it('tells about new leads in it once they are checked, and once only', async () => {
    await followedBy('admin');
    const leadId = await world.lead({ ...inMunich(), checks_pending: true });
    await arrivals.tell(world.contoso.id, [leadId]);
    expect(await told()).toEqual([['munichAdmin', 'individual', 'location-admin']]);
    await server.database.ownerDb.updateTable('lead').set({ checks_pending: false }).execute();
    await arrivals.tellFollowers(world.contoso.id, [leadId]);
    await arrivals.tellFollowers(world.contoso.id, [leadId]);
    expect(await told()).toEqual([
      ['admin', 'individual', 'view-follower'],
      ['munichAdmin', 'individual', 'location-admin'],
    ]);
  });

  it.each([
    ['another country', { country: 'AT' }],
    ['another quality', { lead_quality: 'Low' }],
    ['another tab', { qualification: 'SalesQualified' }],
  ] as const)('tells nobody about leads with %s', async (_what, columns) => {
    await followedBy('admin');
    await arrivals.tellFollowers(world.contoso.id, [await world.lead({ ...inMunich(), ...columns })]);
    expect(await told()).toEqual([]);
  });

  it('tells nobody about leads that they may not see', async () => {
    await followedBy('admin', 'berlinAdmin', 'user');
    await arrivals.tellFollowers(world.contoso.id, [await world.lead(inMunich())]);
    expect(await told()).toEqual([['admin', 'individual', 'view-follower']]);
  });

  it('tells people who are responsible anyway as such, and once', async () => {
    await followedBy('munichAdmin');
    const leadId = await world.lead(inMunich());
    await arrivals.tell(world.contoso.id, [leadId]);
    await arrivals.tellFollowers(world.contoso.id, [leadId]);
    expect(await told()).toEqual([['munichAdmin', 'individual', 'location-admin']]);
  });

  it('gathers what is beyond ten a day, together with other new leads', async () => {
    await followedBy('admin');
    const leadIds = [];
    for (let n = 0; n < 12; n++) leadIds.push(await world.lead(inMunich()));
    await arrivals.tellFollowers(world.contoso.id, leadIds);
    const ways = (await told()).map(([, way]) => way);
    expect([ways.filter((way) => way === 'individual').length, ways.length]).toEqual([10, 12]);
  });

  it('tells nobody about leads that are checked again later', async () => {
    await followedBy('admin');
    const received_at = new Date(server.clock.now().getTime() - 25 * 3_600_000);
    await arrivals.tellFollowers(world.contoso.id, [await world.lead({ ...inMunich(), received_at })]);
    expect(await told()).toEqual([]);
  });

  it('ends with the view, with sharing, and with the person’s place in the organization', async () => {
    const id = await followedBy('admin', 'berlinAdmin');
    const leaver = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await server.signIn(leaver);
    expect((await server.request('PUT', `/api/v1/views/${id}/subscription`, { as })).status).toBe(200);
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', leaver.id).execute();
    const leadId = await world.lead({ ...checked, location_id: world.berlin.id });
    await server.request('DELETE', `/api/v1/views/${id}/subscription`, { as: world.as.admin });
    await server.request('PATCH', `/api/v1/views/${id}`, { as: world.as.admin, body: { shared: false } });
    await arrivals.tellFollowers(world.contoso.id, [leadId]);
    expect(await told()).toEqual([]);
  });

  it('leaves out of the digest what is no longer followed when it is sent', async () => {
    const id = await followedBy('admin');
    const leadIds = [];
    for (let n = 0; n < 12; n++) leadIds.push(await world.lead(inMunich()));
    await arrivals.tellFollowers(world.contoso.id, leadIds);
    await server.request('DELETE', `/api/v1/views/${id}/subscription`, { as: world.as.admin });
    server.clock.set(new Date(server.clock.now().getTime() + 24 * 3_600_000));
    await arrivals.sendDigests();
    const late = (await told()).filter(([name, way]) => name === 'admin' && way !== 'individual');
    expect(late).toEqual([
      ['admin', 'unmailed', 'not-responsible'],
      ['admin', 'unmailed', 'not-responsible'],
    ]);
    const mails = await server.database.ownerDb.selectFrom('mail').select('kind').execute();
    expect(mails.map(({ kind }) => kind)).not.toContain('digest');
  });

  it('follows the checks of a lead that came in, by itself', async () => {
    const query = { tab: 'marketplace', country: ['DE'] };
    const { json } = await server.request('POST', '/api/v1/views', {
      as: world.as.admin,
      body: { name: 'Germany', definition: { query, look } },
    });
    const { id } = json as { id: string };
    await server.request('PUT', `/api/v1/views/${id}/subscription`, { as: world.as.admin });
    const key = await server.make.marketplaceKey(world.contoso.id);
    const offer = await world.offer({ location_id: world.munich.id });
    const details = { Email: 'ada@example.test', Country: 'Germany', Company: 'Fabrikam' };
    const answer = await server.request('POST', `/intake/marketplace/${key}`, {
      body: {
        UserDetails: details,
        LeadSource: `SPZA-PLT|${offer.name}`,
        ActionCode: 'PLT',
        OfferTitle: offer.title,
      },
    });
    expect(answer.status).toBeLessThan(300);
    for (let turn = 0; turn < 4; turn++) await server.queue.runDue();
    expect(await told()).toEqual([
      ['admin', 'individual', 'view-follower'],
      ['munichAdmin', 'individual', 'location-admin'],
    ]);
    const jobs = await server.queue.list('lead.tell-followers');
    expect(jobs).toEqual([]);
  });
});
