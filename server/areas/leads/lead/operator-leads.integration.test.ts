import { beforeAll, describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { sentLeadPage } from '../../../../contract/organizations/partners.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld();

const unrouted = () =>
  server.make.lead(world.operator.id, { routing_reason: 'No partner lists the offer x.y.' });
const send = (id: string, sent: unknown, as: Caller = world.as.operatorAdmin) =>
  server.request('POST', `/api/v1/leads/${id}/routing`, { as, body: sent });
const open = (id: string, as: Caller) => server.request('GET', `/api/v1/leads/${id}`, { as });

describe('RT-1, IN-4: sending an unrouted lead to a partner', () => {
  it('RT-1 hands it over with its id, its time and its history; the operator has it no more', async () => {
    const id = await unrouted();
    const before = body(leadShape, await open(id, world.as.operatorAdmin));
    expect(before.allowedActions).toContain('route');
    const answer = await send(id, { organizationId: world.contoso.id });
    expect(body(intakeReceipt, answer)).toMatchObject({
      leadId: id,
      routed: true,
      receivedAt: testNow.toISOString(),
    });
    expect((await open(id, world.as.operatorAdmin)).status).toBe(404);
    const after = body(leadShape, await open(id, world.as.admin));
    expect(after).toMatchObject({
      version: before.version + 1,
      contact: before.contact,
      message: before.message,
      createdAt: before.createdAt,
      expiresAt: before.expiresAt,
      location: { id: world.contoso.location.id },
    });
    expect(after.allowedActions).toContain('accept');
    expect(after.allowedActions).not.toContain('route');
    expect(after.routing.reason).toContain('No partner lists the offer x.y.');
    const timeline = await server.request('GET', `/api/v1/leads/${id}/timeline`, { as: world.as.admin });
    expect(body(leadTimeline, timeline).items.map((event) => event.type)).toEqual([
      'lead.received',
      'lead.routed',
    ]);
    const log = await server.database.ownerDb
      .selectFrom('access_log')
      .select(['organization_id', 'action', 'detail'])
      .where('action', '=', 'lead.change')
      .execute();
    expect(log).toEqual([
      { organization_id: world.operator.id, action: 'lead.change', detail: 'sent to Contoso' },
    ]);
  });

  it('RT-1 goes to the location that is named', async () => {
    const id = await unrouted();
    await send(id, { organizationId: world.contoso.id, locationId: world.munich.id });
    expect((await open(id, world.as.munichAdmin)).status).toBe(200);
    expect((await open(id, world.as.berlinAdmin)).status).toBe(404);
  });

  it('RT-1 of two who send it at once to different partners, one does', async () => {
    for (let round = 0; round < 3; round++) {
      const id = await unrouted();
      const answers = await Promise.all([
        send(id, { organizationId: world.contoso.id }),
        send(id, { organizationId: world.fabrikam.id }),
      ]);
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 404]);
      const rows = await server.database.ownerDb
        .selectFrom('lead')
        .select('id')
        .where('id', '=', id)
        .execute();
      expect(rows.length).toBe(1);
    }
  });

  it('IN-4 a wrong destination is refused, and the lead stays where it was', async () => {
    const id = await unrouted();
    const { contoso, fabrikam, operator } = world;
    const wrong: [object, string[]][] = [
      [{}, ['body.organizationId']],
      [
        { organizationId: 'x', locationId: 'y', note: '' },
        ['body.locationId', 'body.note', 'body.organizationId'],
      ],
      [{ organizationId: newId() }, ['body.organizationId']],
      [{ organizationId: operator.id }, ['body.organizationId']],
      [{ organizationId: contoso.id, locationId: fabrikam.location.id }, ['body.locationId']],
      [{ organizationId: contoso.id, locationId: newId() }, ['body.locationId']],
    ];
    for (const [sent, paths] of wrong) {
      const problem = problemOf(await send(id, sent));
      expect(problem.status).toBe(400);
      expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
    }
    expect(body(leadShape, await open(id, world.as.operatorAdmin)).version).toBe(1);
  });

  it('ID-3 404 for what is no unrouted lead: a partner’s, one closed as error, none', async () => {
    const closed = await server.make.lead(world.operator.id, { status: 'ClosedAsError', closed_at: testNow });
    const ofPartner = await world.lead();
    for (const id of [closed, ofPartner, newId()])
      expect((await send(id, { organizationId: world.fabrikam.id })).status).toBe(404);
    expect((await open(ofPartner, world.as.admin)).status).toBe(200);
  });

  it.each(['admin', 'accountAdmin', 'seller', 'marketer'] as const)(
    'ID-3 %s may not, and is told who may',
    async (name) => {
      const problem = problemOf(
        await send(await unrouted(), { organizationId: world.contoso.id }, world.as[name]),
      );
      expect(problem).toMatchObject({ status: 403, code: 'not-allowed' });
      const isPartner = ['admin', 'accountAdmin'].includes(name);
      expect(problem.detail).toContain(isPartner ? 'for people of the operator' : 'the role Operator admin.');
    },
  );

  it('ID-5 nor may a token', async () => {
    const token = await server.make.apiToken(world.operator.id, 'leads:read', 'leads:write', 'leads:create');
    expect((await send(await unrouted(), { organizationId: world.contoso.id }, { token })).status).toBe(403);
  });
});

describe('IN-1: what the operator’s people sent', () => {
  const list = (query = '', as: Caller = world.as.seller) =>
    server.request('GET', `/api/v1/sent-leads${query}`, { as });
  let sent: string[];

  beforeAll(async () => {
    const base = {
      qualification: 'SalesQualified' as const,
      sender_organization_id: world.operator.id,
      sender_name: world.people.seller.name,
      customer_name: 'Sent customer',
      call_to_action: null,
    };
    const ago = (hours: number) => new Date(testNow.getTime() - hours * 3_600_000);
    sent = [
      await world.lead({ ...base, received_at: ago(1) }),
      await world.acceptedLead({
        ...base,
        received_at: ago(2),
        deal_notes: 'Secret deal',
      }),
      await server.make.acceptedLead(world.fabrikam.id, { ...base, received_at: ago(2), status: 'Won' }),
      await server.make.lead(world.fabrikam.id, { ...base, received_at: ago(336) }),
    ];
    await world.lead({ ...base, sender_organization_id: world.fabrikam.id });
    await world.lead();
  });

  it('IN-1 how each went, newest first, and nothing of the partner’s deal or the customer’s contact', async () => {
    const answer = await list();
    const { items, nextCursor } = body(sentLeadPage, answer);
    expect(nextCursor).toBeNull();
    expect(items.map((item) => item.id).toSorted()).toEqual(sent.toSorted());
    const times = items.map((item) => item.createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    const byId = new Map(items.map((item) => [item.id, item]));
    expect(
      sent.map((id) => [byId.get(id)?.partner.name, byId.get(id)?.status, byId.get(id)?.outcome]),
    ).toEqual([
      ['Contoso', 'Received', null],
      ['Contoso', 'Accepted', null],
      ['Fabrikam', 'Archived', 'Won'],
      ['Fabrikam', 'Archived', 'Expired'],
    ]);
    expect(sent.map((id) => byId.get(id)?.expiresAt === null)).toEqual([false, true, true, true]);
    expect(answer.text).not.toMatch(/Secret deal|Lovelace|example\.test|901820|would like to know/);
  });

  it('WS-4 page by page, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await list(`?limit=1${cursor && `&cursor=${cursor}`}`);
      const page: { items: { id: string }[]; nextCursor: string | null } = body(sentLeadPage, answer);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual(sent.toSorted());
  });

  it('ID-1 seller, marketer and a token that creates leads may look; nobody else', async () => {
    expect((await list('', world.as.marketer)).status).toBe(200);
    const token = await server.make.apiToken(world.operator.id, 'leads:create');
    expect(body(sentLeadPage, await list('', { token })).items.length).toBe(sent.length);
    expect(problemOf(await list('', world.as.operatorAdmin)).detail).toContain('Seller or Marketer.');
    for (const name of ['admin', 'user', 'accountAdmin'] as const)
      expect(problemOf(await list('', world.as[name])).detail).toContain('for people of the operator');
  });

  it('ID-2 another organization sees only what itself sent', async () => {
    const token = await server.make.apiToken(world.fabrikam.id, 'leads:create');
    expect(body(sentLeadPage, await list('', { token })).items.length).toBe(1);
    const page = body(leadPage, await server.request('GET', '/api/v1/leads', { as: world.as.operatorAdmin }));
    for (const id of sent) expect(page.items.map((item) => item.id)).not.toContain(id);
    expect((await open(sent[0] ?? '', world.as.operatorAdmin)).status).toBe(404);
  });

  const mark = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  it.each([
    'x',
    '',
    mark('2026-02-30T00:00:00.000Z', newId()),
    mark('0000-01-01T00:00:00.000Z', newId()),
    mark(testNow.toISOString(), 'x'),
  ])('WS-4 a cursor made by hand is refused or finds nothing more: %j', async (cursor) => {
    const answer = await list(`?cursor=${cursor}`);
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid-cursor' });
  });

  it('WS-4 400 names everything that is wrong', async () => {
    const problem = problemOf(await list('?limit=0&tab=qualified'));
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(['query.limit', 'query.tab']);
  });
});
