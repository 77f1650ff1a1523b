import { describe, expect, it } from 'vitest';
import { notificationPage } from '../../../../contract/messages/action-center.ts';
import { type Caller, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { useWaitingWorld } from './asked-again.fixture.ts';

const { server, world, ...waiting } = useWaitingWorld();

async function assign(leadId: string, personId: string | null, as: Caller = world.as.admin) {
  const path = `/api/v1/leads/${leadId}/assignment`;
  const answer = await server.request('PUT', path, { as, body: { personId } });
  expect(answer.status, answer.text).toBe(200);
}

async function news(as: Caller): Promise<string[]> {
  const answer = await server.request('GET', '/api/v1/action-center?list=notifications', { as });
  const { notifications } = answer.json as { notifications: unknown };
  return notificationPage.parse(notifications).items.map(({ title }) => title);
}

const munich = () => ({ location_id: world.munich.id });

describe('NT-3: who a lead is assigned to', () => {
  it('NT-3 gets an email and a notification, once; the page of the lead says so', async () => {
    const { munichUser, admin } = world.people;
    const leadId = await world.lead({ ...munich(), customer_name: 'Alpine' });
    await assign(leadId, munichUser.id);
    const [order] = await server.queue.listPayloads<object>('lead.tell');
    await server.queue.run('lead.tell');
    await waiting.work('lead.tell', order ?? {});
    expect(await waiting.sendAll()).toEqual([`${munichUser.email}: Assigned to you: Alpine`]);
    expect(waiting.taken()[0]?.mail.text).toContain(`${admin.name} assigned a lead to you`);
    expect(await news(world.as.munichUser)).toEqual([`${admin.name} assigned Alpine to you`]);
    expect(await waiting.panel(leadId)).toEqual([expect.stringContaining('An email was sent')]);
  });

  it('NT-3 hears nothing of what they took themselves, nor of what was taken away', async () => {
    const leadId = await world.lead();
    await assign(leadId, world.people.admin.id);
    await assign(leadId, null);
    expect(await waiting.sendAll()).toEqual([]);
    expect(await news(world.as.admin)).toEqual([]);
  });

  it('NT-3 is told again when the lead comes back to them; who had it between is not told late', async () => {
    const { user, munichUser } = world.people;
    const leadId = await world.lead(munich());
    await assign(leadId, user.id);
    await waiting.sendAll();
    await assign(leadId, munichUser.id);
    await assign(leadId, user.id);
    expect((await waiting.sendAll()).map((line) => line.split(':')[0])).toEqual([user.email, user.email]);
    expect(await news(world.as.munichUser)).toEqual([]);
  });

  it('NT-2 gets one email about everything that was assigned together', async () => {
    const { user, admin } = world.people;
    const ids = [
      await world.lead(),
      await world.lead(),
      await world.lead({ qualification: 'SalesQualified' }),
    ];
    const eventIds: string[] = [];
    for (const leadId of ids) {
      await assign(leadId, user.id);
      const [order] = await server.queue.listPayloads<{ eventIds: string[] }>('lead.tell');
      eventIds.push(...(order?.eventIds ?? []));
      await server.queue.clear();
    }
    await waiting.work('lead.tell', { organizationId: world.contoso.id, eventIds });
    expect(await waiting.sendAll()).toEqual([`${user.email}: 3 leads assigned to you`]);
    const { text = '' } = waiting.taken()[0]?.mail ?? {};
    expect(text).toContain(`${admin.name} assigned 3 leads to you`);
    const found: string[] = [];
    for (const [, query] of text.matchAll(/\/leads\?(\S+)/g)) {
      const answer = await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.user });
      found.push(...(answer.json as { items: { id: string }[] }).items.map(({ id }) => id));
    }
    expect(found.sort()).toEqual(ids.sort());
    expect(await news(world.as.user)).toHaveLength(3);
  });

  it('NT-1 gets only a notification of an informational lead', async () => {
    const leadId = await world.lead({
      status: null,
      call_to_action: 'FreeTrial',
      expires_at: null,
      available_until: new Date(testNow.getTime() + 86_400_000),
    });
    await assign(leadId, world.people.user.id);
    expect(await waiting.sendAll()).toEqual([]);
    expect(await news(world.as.user)).toHaveLength(1);
  });

  it('NT-3 who turned these emails off gets only the notification, and the page says why', async () => {
    const { user } = world.people;
    await waiting.switchOff(user.id, 'assignment');
    const leadId = await world.lead();
    await assign(leadId, user.id);
    expect(await waiting.sendAll()).toEqual([]);
    expect(await news(world.as.user)).toHaveLength(1);
    expect(await waiting.panel(leadId)).toEqual([expect.stringContaining('turned these emails off')]);
  });
});

describe('NT-3: asked again before it is sent', () => {
  it.each<[string, string, (leadId: string, personId: string) => Promise<unknown>]>([
    ['who left', 'left-organization', (_, personId) => waiting.leave(personId)],
    ['who is disabled', 'account-disabled', (_, personId) => waiting.disable(personId)],
    ['who is no longer the owner', 'not-owner', (leadId) => waiting.update(leadId, { assigned_to: null })],
    ['who turned it off', 'switched-off', (_, personId) => waiting.switchOff(personId, 'assignment')],
    ['of a lead that was closed', 'answered-before', (leadId) => waiting.update(leadId, { status: 'Lost' })],
    ['of a lead that expired', 'expired-before', (leadId) => waiting.update(leadId, { expires_at: testNow })],
    [
      'of a lead at a location that their role does not cover',
      'out-of-scope',
      (leadId) => waiting.update(leadId, { location_id: world.berlin.id }),
    ],
  ])('NT-3 an owner %s hears nothing of it', async (_what, reason, happen) => {
    const { munichUser } = world.people;
    const leadId = await world.lead(munich());
    await assign(leadId, munichUser.id);
    await server.queue.run('lead.tell');
    await happen(leadId, munichUser.id);
    expect(await waiting.sendAll()).toEqual([]);
    expect(await waiting.dropped()).toEqual([`${munichUser.email}: ${reason}`]);
    const notices = await server.database.ownerDb
      .selectFrom('lead_notice')
      .select(['way', 'reason'])
      .execute();
    expect(notices).toEqual([{ way: 'unmailed', reason }]);
  });

  it('NT-3 an email about several leads keeps those that are still theirs, accepted ones too', async () => {
    const { user } = world.people;
    const [kept, lost] = [await world.lead({ customer_name: 'Alpine' }), await world.lead()];
    const eventIds = await Promise.all(
      [kept, lost].map(async (leadId) => {
        await assign(leadId, user.id);
        const { id } = await server.database.ownerDb
          .selectFrom('lead_event')
          .select('id')
          .where('lead_id', '=', leadId)
          .where('type', '=', 'lead.assigned')
          .executeTakeFirstOrThrow();
        return id;
      }),
    );
    await server.queue.clear();
    await waiting.work('lead.tell', { organizationId: world.contoso.id, eventIds });
    await waiting.update(kept, { status: 'Accepted', accepted_at: testNow });
    await waiting.update(lost, { assigned_to: world.people.admin.id });
    expect(await waiting.sendAll()).toEqual([`${user.email}: Assigned to you: Alpine`]);
  });

  it('NT-3 who left before anything was written hears nothing, and the ledger says why', async () => {
    const { user } = world.people;
    const leadId = await world.lead();
    await assign(leadId, user.id);
    await waiting.leave(user.id);
    expect(await waiting.sendAll()).toEqual([]);
    const notices = await server.database.ownerDb
      .selectFrom('lead_notice')
      .select(['way', 'reason'])
      .execute();
    expect(notices).toEqual([{ way: 'unmailed', reason: 'left-organization' }]);
  });

  it('ID-2 events of another organization tell nobody here', async () => {
    await waiting.work('lead.tell', { organizationId: world.fabrikam.id, eventIds: [newId()] });
    expect(await waiting.sendAll()).toEqual([]);
  });
});

describe('WT-1: whom a rule gives leads', () => {
  const share = async (people: readonly string[]) => {
    const rule = {
      ...{ id: null, name: 'All', tab: null, locationIds: [], method: 'in-turn', paused: false },
      ...{ countries: [], offers: [] },
      people: people.map((personId) => ({ personId, perWeek: null })),
    };
    const body = { rules: [rule], escalation: null };
    const answer = await server.request('PUT', '/api/v1/sharing-rules', { as: world.as.admin, body });
    expect(answer.status, answer.text).toBe(200);
  };
  const give = (leadIds: readonly string[]) =>
    waiting.work('lead.share-out', { organizationId: world.contoso.id, leadIds });

  it('NT-2 gets emails one by one up to the daily limit, and the rest in the Action center', async () => {
    const { user } = world.people;
    await share([user.id]);
    for (let n = 0; n < 12; n++) {
      await give([await world.lead({ customer_name: `Customer ${n}` })]);
      await server.queue.run('lead.tell');
    }
    expect(await waiting.sendAll()).toHaveLength(10);
    expect(await news(world.as.user)).toHaveLength(12);
    expect((await news(world.as.user))[0]).toBe('Leadlight assigned Customer 11 to you');
  });

  it('NT-3 gets no second email about a lead that they were told of when it came', async () => {
    const { admin } = world.people;
    await share([admin.id]);
    const leadId = await world.lead({ customer_name: 'Alpine' });
    await waiting.work('lead.tell-arrival', { organizationId: world.contoso.id, leadIds: [leadId] });
    await give([leadId]);
    await server.queue.run('lead.tell');
    expect(await waiting.sendAll()).toEqual([expect.stringContaining(`${admin.email}: `)]);
    expect(await news(world.as.admin)).toContain('Leadlight assigned Alpine to you');
  });
});
