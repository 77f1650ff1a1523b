import { beforeAll, describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { lead, leadTimeline } from '../../../../contract/leads/leads.ts';
import { routingAdvice } from '../../../../contract/organizations/partners.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow, useTestServer } from '../../../../test/server.ts';

const server = useTestServer();
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const munich = useMade(() => server.make.location(contoso.id, { name: 'Munich' }));
const operatorAdmin = useMade(() => server.signInAs(operator.id, 'operator-admin'));
const contosoAdmin = useMade(() => server.signInAs(contoso.id, 'referrals-admin'));
let key: string;
let counter = 0;

const unknownId = '018f0000-0000-7000-8000-000000000000';

beforeAll(async () => {
  key = await server.make.marketplaceKey(fabrikam.id);
});

/** A lead that could not be routed. */
async function makeUnrouted(email = `ada${++counter}@example.test`, code = 'PLT') {
  const answer = await server.request('POST', `/intake/marketplace/${key}`, {
    body: {
      UserDetails: {
        FirstName: 'Ada',
        LastName: '<b>Löve</b>',
        Email: email,
        Country: 'GB',
        Company: "O'Neil 😀",
      },
      LeadSource: 'AppSource|fabrikam.unknown',
      ActionCode: code,
      Description: `line\n"two" ${++counter}`,
    },
  });
  const receipt = body(intakeReceipt, answer);
  expect(receipt.routed).toBe(false);
  return receipt.leadId;
}

const route = (as: Caller | undefined, leadId: string, payload: unknown) =>
  server.request('POST', `/api/v1/leads/${leadId}/routing`, { as, body: payload });
const get = (as: Caller, leadId: string, rest = '') =>
  server.request('GET', `/api/v1/leads/${leadId}${rest}`, { as });

it('IN-4 the operator is told why, and which partner was probably meant; nobody else is', async () => {
  const offer = await server.make.offer(contoso, { offer_key: 'backup-suite', published_at: testNow });
  const answer = await server.request('POST', `/intake/marketplace/${key}`, {
    body: { UserDetails: { Email: 'ada@example.test' }, LeadSource: `AppSource|${offer.name.slice(0, -1)}` },
  });
  const { leadId } = body(intakeReceipt, answer);
  const advice = body(routingAdvice, await get(operatorAdmin, leadId, '/routing'));
  expect(advice.reason).toContain(offer.name.slice(0, -1));
  expect(advice.suggestions[0]).toMatchObject({
    partner: { id: contoso.id },
    offer: { id: offer.name, title: offer.title },
  });
  expect((await get(contosoAdmin, leadId, '/routing')).status).toBe(403);
  expect((await get(operatorAdmin, unknownId, '/routing')).status).toBe(404);
});

async function storedAt(leadId: string) {
  const { rows } = await server.database.ownerPool.query(
    'select organization_id, location_id from lead where id = $1',
    [leadId],
  );
  return rows;
}

describe('an unrouted lead', () => {
  it('IN-4 is handed over by an operator admin: with its id, its time, its content and its history', async () => {
    const leadId = await makeUnrouted();
    const before = body(lead, await get(operatorAdmin, leadId));
    const sentAt = new Date('2026-11-22T09:00:00.000Z');
    server.clock.set(sentAt);
    const answer = await route(operatorAdmin, leadId, { organizationId: contoso.id, locationId: munich.id });
    server.clock.set(testNow);
    expect(answer.status).toBe(200);
    expect(body(intakeReceipt, answer)).toEqual({
      leadId,
      created: true,
      receivedAt: testNow.toISOString(),
      routed: true,
    });

    const after = body(lead, await get(contosoAdmin, leadId));
    expect(after).toEqual({
      ...before,
      version: 2,
      updatedAt: sentAt.toISOString(),
      // for the partner, LC-4 counts from when it got the lead
      expiresAt: new Date(sentAt.getTime() + 336 * 3_600_000).toISOString(),
      respondBy: new Date(sentAt.getTime() + 336 * 3_600_000).toISOString(),
      location: { id: munich.id, name: 'Munich' },
      routing: { reason: expect.stringMatching(/of Vendor sent it here\. Before: .*fabrikam\.unknown/) },
      allowedActions: ['accept', 'decline', 'close-as-error', 'assign', 'favorite'],
    });
    const timeline = body(leadTimeline, await get(contosoAdmin, leadId, '/timeline'));
    expect(timeline.items.map((event) => [event.type, event.at])).toEqual([
      ['lead.received', testNow.toISOString()],
      ['lead.routed', sentAt.toISOString()],
    ]);
    expect(timeline.items[1]?.actor.name).toContain('(Vendor)');
  });

  it('IN-4 is gone from the operator afterwards, and there is one of it', async () => {
    const leadId = await makeUnrouted();
    await route(operatorAdmin, leadId, { organizationId: contoso.id });
    expect((await get(operatorAdmin, leadId)).status).toBe(404);
    expect((await get(operatorAdmin, leadId, '/timeline')).status).toBe(404);
    expect(await storedAt(leadId)).toEqual([
      { organization_id: contoso.id, location_id: contoso.location.id },
    ]);
    const events = await server.database.ownerPool.query(
      'select distinct organization_id from lead_event where lead_id = $1',
      [leadId],
    );
    expect(events.rows).toEqual([{ organization_id: contoso.id }]);
  });

  it('IN-4 can be accepted by the partner like any other', async () => {
    const leadId = await makeUnrouted();
    await route(operatorAdmin, leadId, { organizationId: contoso.id });
    const person = await server.make.person(contoso.id, 'referrals-admin');
    const accepted = await server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
      as: await server.signIn(person),
      body: {
        dealName: 'Deal',
        estimatedValue: { amountMinor: 1, currency: 'EUR' },
        teamMemberIds: [person.id],
        estimatedPurchaseDate: '2027-01-01',
      },
    });
    expect(body(lead, accepted)).toMatchObject({ status: 'Accepted', version: 3 });
  });

  it('IN-3 is recognised as a repeat at the partner', async () => {
    const email = `twice${++counter}@example.test`;
    const earlier = await server.make.lead(contoso.id, {
      contact_email: email,
      offer_name: 'fabrikam.unknown',
      received_at: new Date('2026-11-01T00:00:00Z'),
    });
    const leadId = await makeUnrouted(email);
    await route(operatorAdmin, leadId, { organizationId: contoso.id });
    const link = server.jobs.find(({ name }) => name === 'lead.link-repeat');
    for (const { payload } of await server.queue.listOfLead(leadId)) await link?.run(payload);
    expect(body(lead, await get(contosoAdmin, leadId)).repeatOf?.id).toBe(earlier);
  });

  it('IN-6 that may not be contacted stays so', async () => {
    const leadId = await makeUnrouted(undefined, 'DNC');
    await route(operatorAdmin, leadId, { organizationId: contoso.id });
    expect(body(lead, await get(contosoAdmin, leadId))).toMatchObject({
      contactWithheld: 'NoConsent',
      contact: null,
    });
  });

  it('ID-7 its hand-over is in the operator’s access log', async () => {
    const leadId = await makeUnrouted();
    await route(operatorAdmin, leadId, { organizationId: contoso.id });
    const { rows } = await server.database.ownerPool.query(
      `select organization_id, detail from access_log where lead_ids = array[$1::uuid] and action = 'lead.change'`,
      [leadId],
    );
    expect(rows).toEqual([{ organization_id: operator.id, detail: 'sent to Contoso' }]);
  });
});

describe('who may, and what may be named', () => {
  it.each([
    ['operator', 'seller'],
    ['operator', 'marketer'],
    ['partner', 'account-admin'],
    ['partner', 'profile-admin'],
    ['partner', 'referrals-admin'],
    ['partner', 'referrals-user'],
  ] as const)('ID-3 nobody of the %s who is %s', async (kind, role) => {
    const leadId = await makeUnrouted();
    const caller = await server.signInAs(kind === 'operator' ? operator.id : contoso.id, role);
    const problem = problemOf(await route(caller, leadId, { organizationId: contoso.id }));
    expect(problem).toMatchObject({
      status: 403,
      code: 'not-allowed',
      detail: expect.stringContaining(kind === 'operator' ? 'Operator admin' : 'people of the operator'),
    });
    expect(await storedAt(leadId)).toMatchObject([{ organization_id: operator.id }]);
  });

  it('ID-3 no token, and nobody who is not signed in', async () => {
    const leadId = await makeUnrouted();
    const token = await server.make.apiToken(operator.id, 'leads:read', 'leads:write', 'leads:create');
    expect((await route({ token }, leadId, { organizationId: contoso.id })).status).toBe(403);
    expect((await route(undefined, leadId, { organizationId: contoso.id })).status).toBe(401);
  });

  it('ID-3 an unknown lead, and one of a partner, are not there', async () => {
    const theirs = await server.make.lead(contoso.id);
    for (const leadId of [unknownId, theirs]) {
      expect(problemOf(await route(operatorAdmin, leadId, { organizationId: fabrikam.id }))).toMatchObject({
        code: 'not-found',
        detail: 'There is no unrouted lead with this ID.',
      });
    }
    expect(await storedAt(theirs)).toMatchObject([{ organization_id: contoso.id }]);
  });

  it('ID-2 an operator admin of one location neither asks about nor sends what waits elsewhere', async () => {
    const site = await server.make.location(operator.id, { name: 'Office' });
    const grant = { role: 'operator-admin', locationId: site.id } as const;
    const local = await server.signInAs(operator.id, grant);
    const leadId = await makeUnrouted();
    expect((await get(local, leadId)).status).toBe(404);
    expect((await get(local, leadId, '/routing')).status).toBe(404);
    expect((await route(local, leadId, { organizationId: contoso.id })).status).toBe(404);
    expect(await storedAt(leadId)).toMatchObject([{ organization_id: operator.id }]);
  });

  it('IN-4 twice: the second time it is not there any more; at once: one wins', async () => {
    const leadId = await makeUnrouted();
    const answers = await Promise.all(
      [contoso.id, fabrikam.id, contoso.id, fabrikam.id].map((organizationId) =>
        route(operatorAdmin, leadId, { organizationId }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404, 404]);
    expect((await route(operatorAdmin, leadId, { organizationId: contoso.id })).status).toBe(404);
    expect(await storedAt(leadId)).toHaveLength(1);
  });

  it.each([
    ['an unknown organization', () => ({ organizationId: unknownId }), 'body.organizationId'],
    ['the operator', () => ({ organizationId: operator.id }), 'body.organizationId'],
    [
      'a location of another partner',
      () => ({ organizationId: contoso.id, locationId: fabrikam.location.id }),
      'body.locationId',
    ],
    ['no organization', () => ({}), 'body.organizationId'],
    ['what is no id', () => ({ organizationId: 'x', locationId: 7 }), 'body.organizationId'],
    ['an unknown field', () => ({ organizationId: contoso.id, note: 'x' }), 'body.note'],
  ])('IN-4 %s is refused by its name, and the lead stays', async (_name, payload, path) => {
    const leadId = await makeUnrouted();
    const problem = problemOf(await route(operatorAdmin, leadId, payload()));
    expect(problem.status).toBe(400);
    expect(problem.issues?.map((issue) => issue.path)).toContain(path);
    expect(await storedAt(leadId)).toMatchObject([{ organization_id: operator.id }]);
    const events = await server.database.ownerPool.query('select type from lead_event where lead_id = $1', [
      leadId,
    ]);
    expect(events.rows).toEqual([{ type: 'lead.received' }]);
  });
});
