import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { type Caller, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { Outbox } from '../../mail/index.ts';
import { ChangeNotices } from './changes.service.ts';

const { server, world } = useLeadWorld();
let changes: ChangeNotices;
const customersTold: { leadId: string; news: string }[] = [];

beforeAll(async () => {
  changes = new ChangeNotices(
    server.database.workerDb,
    server.clock,
    new Outbox(false),
    async ({ leadId, news }) => {
      customersTold.push({ leadId, news });
      return { reason: 'no-address' };
    },
  );
});
beforeEach(async () => {
  customersTold.length = 0;
  await server.database.ownerPool.query(
    'truncate lead_notice, mail, notice_day, lead, mail_preference cascade',
  );
  await server.queue.clear();
});

const mails = () => server.database.ownerDb.selectFrom('mail').selectAll().orderBy('id').execute();
const notices = () => server.database.ownerDb.selectFrom('lead_notice').selectAll().execute();

/** Acts as a person does, then runs the worker. */
async function act(action: string, leadId: string, body: object, as: Caller = world.as.admin) {
  const answer = await server.request('POST', `/api/v1/leads/${leadId}/${action}`, { as, body });
  expect(answer.status, answer.text).toBe(200);
}

async function tellAll(): Promise<void> {
  const orders = await server.queue.listPayloads<{ organizationId: string; eventIds: string[] }>('lead.tell');
  for (const { organizationId, eventIds } of orders) {
    await changes.tell(organizationId, eventIds);
    await changes.tell(organizationId, eventIds);
  }
  await server.queue.clear();
}

const sentLead = () =>
  world.lead({
    qualification: 'SalesQualified',
    sender_organization_id: world.operator.id,
    sender_person_id: world.people.seller.id,
    sender_name: world.people.seller.name,
    sender_organization_name: 'Vendor',
  });

describe('NT-3: the sender', () => {
  it('NT-3 hears how a lead went, once each, in their own organization’s outbox', async () => {
    const leadId = await sentLead();
    const bodies = actionBodies(world.people.admin.id);
    await act('acceptance', leadId, bodies.acceptance);
    await tellAll();
    await act('outcome', leadId, bodies.outcome);
    await tellAll();
    const all = await mails();
    expect(all.map(({ kind, address, organization_id }) => [kind, address, organization_id])).toEqual(
      Array(2).fill(['sent-lead', world.people.seller.email, world.operator.id]),
    );
    expect(all.map(({ content }) => (content as { news: string }).news)).toEqual(['accepted', 'won']);
    expect(customersTold).toEqual([]);
  });

  it.each([
    ['decline', 'declined'],
    ['outcome', 'lost'],
  ])('NT-3 hears of %s', async (action, news) => {
    const leadId = await sentLead();
    const bodies = actionBodies(world.people.admin.id);
    if (action === 'outcome') await act('acceptance', leadId, bodies.acceptance);
    await act(
      action,
      leadId,
      action === 'decline' ? bodies.decline : { outcome: 'Lost', reason: 'NoBudget' },
    );
    await tellAll();
    expect((await mails()).map(({ content }) => (content as { news?: string }).news)).toContain(news);
  });

  it('NT-3 who switched it off is not mailed, and the ledger says so', async () => {
    await server.database.ownerDb
      .insertInto('mail_preference')
      .values({
        person_id: world.people.seller.id,
        category: 'sent-lead',
        by_mail: false,
        changed_at: testNow,
      })
      .execute();
    const leadId = await sentLead();
    await act('decline', leadId, actionBodies(world.people.admin.id).decline);
    await tellAll();
    expect(await mails()).toEqual([]);
    const ofSender = (await notices()).filter(({ kind }) => kind === 'sent-lead');
    expect(ofSender.map(({ way, reason }) => [way, reason])).toEqual([['unmailed', 'switched-off']]);
  });
});

describe('NT-3: the team', () => {
  it('NT-3 who joins a team is told once, the one who put them there is not', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    const { acceptance } = actionBodies(world.people.admin.id);
    const teamMemberIds = [world.people.admin.id, world.people.user.id];
    await act('acceptance', leadId, { ...acceptance, teamMemberIds });
    await tellAll();
    const lead = (await server.request('GET', `/api/v1/leads/${leadId}`, { as: world.as.admin })).json;
    const edited = await server.request('PATCH', `/api/v1/leads/${leadId}`, {
      as: world.as.admin,
      headers: { 'if-match': String((lead as { version: number }).version) },
      body: { teamMemberIds: [...teamMemberIds, world.people.munichUser.id] },
    });
    expect(edited.status, edited.text).toBe(200);
    await tellAll();
    expect((await mails()).map(({ kind, address }) => [kind, address])).toEqual([
      ['team-assignment', world.people.user.email],
      ['team-assignment', world.people.munichUser.email],
    ]);
  });

  it('ID-2 who would not see the lead is not mailed a link to it, and the ledger says why', async () => {
    const leadId = await world.lead({ location_id: world.berlin.id });
    const { acceptance } = actionBodies(world.people.admin.id);
    const teamMemberIds = [world.people.admin.id, world.people.munichUser.id];
    await act('acceptance', leadId, { ...acceptance, teamMemberIds });
    await tellAll();
    expect(await mails()).toEqual([]);
    expect((await notices()).map(({ person_id, reason }) => [person_id, reason])).toEqual([
      [world.people.munichUser.id, 'out-of-scope'],
    ]);
  });

  it('NT-3 an edit that leaves the team alone tells nobody', async () => {
    const leadId = await world.lead();
    await act('acceptance', leadId, actionBodies(world.people.admin.id).acceptance);
    await tellAll();
    const edited = await server.request('PATCH', `/api/v1/leads/${leadId}`, {
      as: world.as.admin,
      headers: { 'if-match': '2' },
      body: { notes: 'New note.' },
    });
    expect(edited.status, edited.text).toBe(200);
    expect(await mails()).toEqual([]);
    expect(await server.queue.list()).toEqual([]);
  });
});

describe('LC-3, LC-4: customers and the operator', () => {
  it('LC-3, NT-4 of every declined lead the ledger says whether its customer was told, and why not', async () => {
    const { decline } = actionBodies(world.people.admin.id);
    const leadId = await world.lead();
    await act('decline', leadId, decline);
    const sent = await sentLead();
    await act('decline', sent, decline);
    await tellAll();
    expect(new Set(customersTold.map(({ leadId: id, news }) => `${id} ${news}`))).toEqual(
      new Set([`${leadId} declined`, `${sent} declined`]),
    );
    const ofCustomers = (await notices()).filter(({ kind }) => kind === 'customer');
    expect(ofCustomers.map(({ lead_id, reason, address }) => [lead_id, reason, address]).sort()).toEqual(
      [
        [leadId, 'no-address', ''],
        [sent, 'no-address', ''],
      ].sort(),
    );
  });

  it('LC-4 of inquiries that expire, the customers are told and the operator once for all', async () => {
    const expired = { status: 'Expired', closed_at: testNow } as const;
    const leadIds = [await world.lead(expired), await world.lead(expired)];
    const eventIds: string[] = [];
    for (const lead_id of leadIds) {
      const id = newId();
      eventIds.push(id);
      await server.database.ownerDb
        .insertInto('lead_event')
        .values({
          organization_id: world.contoso.id,
          id,
          lead_id,
          type: 'lead.expired',
          at: testNow,
          actor_kind: 'system',
          actor_name: 'Leadlight',
          version: 2,
        })
        .execute();
    }
    await changes.tell(world.contoso.id, eventIds);
    await changes.tell(world.contoso.id, eventIds);
    const all = await mails();
    expect(all.map(({ kind, address, organization_id }) => [kind, address, organization_id])).toEqual([
      ['direct-expired', world.people.operatorAdmin.email, world.operator.id],
    ]);
    expect(all[0]?.content).toMatchObject({ total: 2 });
    expect(new Set(customersTold.map(({ leadId, news }) => `${leadId} ${news}`))).toEqual(
      new Set(leadIds.map((leadId) => `${leadId} expired`)),
    );
  });
});

describe('NT-3: who left', () => {
  it('NT-3 a sender or a team member who left hears nothing; whoever runs the sender’s organization does', async () => {
    const gone = await server.make.person(world.operator.id, 'seller');
    const leadId = await world.lead({
      qualification: 'SalesQualified',
      sender_organization_id: world.operator.id,
      sender_person_id: gone.id,
      sender_name: gone.name,
      sender_organization_name: 'Vendor',
    });
    const mate = await server.make.person(world.contoso.id, 'referrals-user');
    const { acceptance } = actionBodies(mate.id);
    await act('acceptance', leadId, acceptance);
    await server.database.ownerDb
      .deleteFrom('membership')
      .where('person_id', 'in', [gone.id, mate.id])
      .execute();
    await tellAll();
    expect((await mails()).map(({ kind, address, reason }) => [kind, address, reason])).toEqual([
      ['sent-lead', world.people.operatorAdmin.email, 'sender-left'],
    ]);
    const untold = (await notices()).filter(({ way }) => way === 'unmailed');
    expect(untold.map(({ person_id, kind, reason }) => [person_id, kind, reason]).sort()).toEqual(
      [
        [gone.id, 'sent-lead', 'left-organization'],
        [mate.id, 'team-assignment', 'left-organization'],
      ].sort(),
    );
  });

  it('LC-4 five hundred leads that expire together are told to many admins', async () => {
    const admins = 15;
    const many = await server.make.partner('Many');
    for (let i = 0; i < admins; i++) await server.make.person(many.id, 'referrals-admin');
    await server.database.ownerPool.query(
      `with made as (
         insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                           status, received_at, updated_at, expires_at, closed_at)
         select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', true, 'Expired', $2, $2, $2, $2
         from generate_series(1, 500) returning id)
       insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, version)
       select $1, id, id, 'lead.expired', $2, 'system', 'Leadlight', 2 from made`,
      [many.id, testNow],
    );
    const events = await server.database.ownerDb
      .selectFrom('lead_event')
      .select('id')
      .where('organization_id', '=', many.id)
      .execute();
    await changes.tell(
      many.id,
      events.map((event) => event.id),
    );
    const { rows } = await server.database.ownerPool.query(
      'select count(*) as told from notification where organization_id = $1',
      [many.id],
    );
    expect(rows[0]?.told).toBe(admins * 500);
    expect((await mails()).filter((mail) => mail.kind === 'direct-expired')).toHaveLength(1);
  });
});

describe('NT-3: expiring soon', () => {
  it('NT-3 one mail lists all leads of a recipient, each is told once', async () => {
    const here = { location_id: world.contoso.location.id };
    const ids = [
      await world.lead(here),
      await world.lead(here),
      await world.lead({ location_id: world.munich.id }),
    ];
    await changes.remind(world.contoso.id, ids);
    await changes.remind(world.contoso.id, ids);
    const all = (await mails()).map(({ address, lead_ids }) => [address, [...lead_ids].sort()]);
    expect(new Map(all as [string, string[]][])).toEqual(
      new Map([
        [world.people.admin.email, ids.slice(0, 2).sort()],
        [world.people.munichAdmin.email, [ids[2]]],
      ]),
    );
    expect(all).toHaveLength(2);
  });

  it('NT-3 a lead that was answered or has run out meanwhile is left out', async () => {
    const ids = [
      await world.lead({ status: 'Accepted', accepted_at: testNow }),
      await world.lead({ expires_at: testNow }),
    ];
    await changes.remind(world.contoso.id, ids);
    expect(await mails()).toEqual([]);
  });

  it('NT-3 the jobs of the worker reach the same services', async () => {
    const leadId = await world.lead();
    await server.queue.add('lead.remind', { organizationId: world.contoso.id, leadIds: [leadId] });
    await server.queue.run('lead.remind');
    expect((await mails()).map((mail) => mail.kind)).toEqual(['expiring-soon']);
  });
});
