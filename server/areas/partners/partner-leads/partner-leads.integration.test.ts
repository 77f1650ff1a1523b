import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import {
  type PartnerLead,
  partnerLead,
  partnerLeadPage,
} from '../../../../contract/partners/partner-leads.ts';
import { openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { unscopedFindPartnerLeadContact } from './partner-leads.repo.ts';

const { server, world } = useLeadWorld({ emptied: ['lead', 'access_log', 'contact_sharing'] });
const olga = useMade(() => world.as.operatorAdmin);

const path = '/api/v1/operator/leads';
const hour = 3_600_000;
const ago = (hours: number) => new Date(testNow.getTime() - hours * hour);
/** What factories write about every customer, and what partners write about their deals. */
const secrets = /Lovelace|@example\.test|901820|would like to know|Secret|Person \d/;

const list = (query = '', as: Caller = olga) => server.request('GET', `${path}${query}`, { as });
const open = (id: string, as: Caller = olga) => server.request('GET', `${path}/${id}`, { as });
const read = async (id: string): Promise<PartnerLead> => body(partnerLead, await open(id));
const idsOf = async (query = '') => body(partnerLeadPage, await list(query)).items.map(({ id }) => id);

async function readPages(query: string): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await list(`${query}${cursor && `&cursor=${cursor}`}`);
    const page: { items: { id: string }[]; nextCursor: string | null } = body(partnerLeadPage, answer);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return seen;
}

async function share(partnerId: string, withOperator = true) {
  await server.database.ownerDb
    .insertInto('contact_sharing')
    .values({
      organization_id: partnerId,
      with_operator: withOperator,
      changed_at: testNow,
      changed_by: 'Test',
    })
    .execute();
}

describe('RT-4, ID-2: the operator’s list of its partners’ leads', () => {
  it('ID-2 has all partners’ leads, newest first, and none that waits with the operator itself', async () => {
    const first = await world.lead({ received_at: ago(1) });
    const second = await server.make.acceptedLead(world.fabrikam.id, {
      received_at: ago(2),
      deal_notes: 'Secret',
      deal_name: 'Secret deal',
    });
    const third = await world.lead({ received_at: ago(400) });
    await server.make.lead(world.operator.id);
    const answer = await list();
    const { items, nextCursor } = body(partnerLeadPage, answer);
    expect(items.map(({ id, partner, status, outcome }) => [id, partner.name, status, outcome])).toEqual([
      [first, 'Contoso', 'Received', null],
      [second, 'Fabrikam', 'Accepted', null],
      [third, 'Contoso', 'Archived', 'Expired'],
    ]);
    expect(items.map(({ expiresAt }) => expiresAt === null)).toEqual([false, true, true]);
    expect(items[1]?.answeredAt).toBe(testNow.toISOString());
    expect(nextCursor).toBeNull();
    expect(answer.text).not.toMatch(secrets);
  });

  it('WS-4 page by page, each once, whatever the filter', async () => {
    const wanted: string[] = [];
    // Three leads of each moment, from both partners, in two states.
    for (const moment of [1, 2, 3].map(ago)) {
      wanted.push(await world.lead({ received_at: moment }));
      wanted.push(await server.make.lead(world.fabrikam.id, { received_at: moment }));
      wanted.push(await world.acceptedLead({ received_at: moment }));
    }
    for (const filter of ['', '&status=Received&status=Accepted']) {
      const seen = await readPages(`?limit=2${filter}`);
      expect(seen.toSorted()).toEqual(wanted.toSorted());
    }
  });

  it('WS-3 by partner, state and heat; what is overdue counts as expired to the minute', async () => {
    const { contoso, fabrikam } = world;
    const waiting = await server.make.lead(contoso.id, { received_at: ago(1) });
    const overdue = await server.make.lead(contoso.id, { received_at: ago(336) });
    const expired = await server.make.lead(fabrikam.id, { received_at: ago(500), status: 'Expired' });
    const won = await server.make.acceptedLead(fabrikam.id, { received_at: ago(600), status: 'Won' });
    const informational = await server.make.lead(contoso.id, { status: null, received_at: ago(2) });
    const hot = await server.make.lead(fabrikam.id, { received_at: ago(3), hot_until: ago(-1) });
    await server.make.lead(contoso.id, { received_at: ago(80), hot_until: ago(8), status: 'Declined' });
    expect(await idsOf('?status=Received')).toEqual([waiting, hot]);
    expect(await idsOf('?status=Expired')).toEqual([overdue, expired]);
    expect(await idsOf('?status=Expired&status=Won')).toEqual([overdue, expired, won]);
    expect(await idsOf('?status=Informational')).toEqual([informational]);
    expect(await idsOf('?hot=true')).toEqual([hot]);
    expect(await idsOf('?hot=true&status=Expired')).toEqual([]);
    expect(await idsOf(`?partnerId=${fabrikam.id}`)).toEqual([hot, expired, won]);
    expect(await idsOf(`?partnerId=${contoso.id}&status=Expired`)).toEqual([overdue]);
    expect(await idsOf(`?partnerId=${contoso.id}&hot=true`)).toEqual([]);
    expect(await idsOf(`?partnerId=${newId()}`)).toEqual([]);
    expect(await idsOf(`?partnerId=${world.operator.id}`)).toEqual([]);
  });

  it('LC-8 has no informational lead whose time is over', async () => {
    const over = await world.lead({
      status: null,
      received_at: ago(5000),
      available_until: testNow,
    });
    expect(await idsOf()).toEqual([]);
    expect(await idsOf(`?partnerId=${world.contoso.id}`)).toEqual([]);
    expect((await open(over)).status).toBe(404);
  });

  it('WS-4 400 names everything that is wrong', async () => {
    const problem = problemOf(await list('?limit=101&status=New&hot=yes&partnerId=x&search=a'));
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual([
      'query.hot',
      'query.limit',
      'query.partnerId',
      'query.search',
      'query.status',
    ]);
    expect(problemOf(await list('?cursor=x')).code).toBe('invalid-cursor');
  });
});

describe('RT-4, ID-3: whose page it is', () => {
  it('ID-3 for operator admins of the whole installation, and nobody else', async () => {
    const lead = await world.lead();
    const location = await server.make.location(world.operator.id);
    const local = await server.make.person(world.operator.id, {
      role: 'operator-admin',
      locationId: location.id,
    });
    const scopes = ['leads:read', 'leads:write', 'leads:create'] as const;
    const others: [string, Caller | undefined, number][] = [
      ['nobody', undefined, 401],
      ['a Referrals admin', world.as.admin, 403],
      ['an Account admin', world.as.accountAdmin, 403],
      ['a Referrals user', world.as.user, 403],
      ['a seller', world.as.seller, 403],
      ['a marketer', world.as.marketer, 403],
      ['an operator admin of a location', await openSession(server, local.id, world.operator.id), 403],
      ['a program of a partner', { token: await server.make.apiToken(world.contoso.id, ...scopes) }, 403],
      ['a program of the operator', { token: await server.make.apiToken(world.operator.id, ...scopes) }, 403],
    ];
    for (const [who, as, status] of others) {
      const sent = { organizationId: world.fabrikam.id, customerAgreed: true };
      const answers = [
        await server.request('GET', path, { as }),
        await server.request('GET', `${path}/${lead}`, { as }),
        await server.request('GET', `${path}/${newId()}`, { as }),
        await server.request('POST', `${path}/${lead}/rerouting`, { as, body: sent }),
      ];
      expect(
        answers.map((answer) => problemOf(answer).status),
        who,
      ).toEqual(Array(4).fill(status));
    }
    expect(problemOf(await list('', world.as.admin)).detail).toContain('for people of the operator');
    expect(problemOf(await list('', world.as.seller)).detail).toContain('the role Operator admin.');
  });

  it('ID-3 unknown ids and leads of the operator’s own queue answer alike', async () => {
    const unrouted = await server.make.lead(world.operator.id);
    const problems = [problemOf(await open(newId())), problemOf(await open(unrouted))];
    for (const { status, detail } of problems)
      expect({ status, detail }).toEqual({ status: 404, detail: problems[0]?.detail });
    expect((await open('x')).status).toBe(400);
  });

  it('ID-2 the list and the page of leads of the operator’s own are what they were', async () => {
    const lead = await world.lead();
    for (const door of [`/api/v1/leads/${lead}`, `/api/v1/leads/${lead}/timeline`])
      expect((await server.request('GET', door, { as: olga })).status).toBe(404);
  });
});

describe('RT-4, LC-4, IN-6: what the operator is shown of a lead', () => {
  it('IN-6 nothing of the contact or the message unless the partner shares it', async () => {
    const lead = await world.acceptedLead({
      deal_notes: 'Secret',
      crm_id: 'Secret',
      closing_notes: 'Secret',
    });
    const answer = await open(lead);
    expect(answer.text).not.toMatch(secrets);
    expect(body(partnerLead, answer)).toMatchObject({
      contact: null,
      contactWithheld: 'NotShared',
      message: null,
      partner: { name: 'Contoso' },
      rerouting: { standing: 'not-expired', to: null },
    });
    await share(world.fabrikam.id);
    await share(world.contoso.id);
    expect(await read(lead)).toMatchObject({
      contact: { lastName: 'Lovelace' },
      contactWithheld: null,
      message: 'We would like to know more.',
    });
    await server.database.ownerPool.query('update contact_sharing set with_operator = false');
    expect((await open(lead)).text).not.toMatch(secrets);
  });

  it('IN-6 the contact of what the operator’s own people sent, shared or not', async () => {
    const sent = { sender_organization_id: world.operator.id, sender_name: 'Sam Seller' };
    const lead = await world.lead({ ...sent, qualification: 'SalesQualified' });
    expect(await read(lead)).toMatchObject({
      contact: { lastName: 'Lovelace' },
      senderName: 'Sam Seller',
      customer: null,
    });
  });

  it('LC-4 never of an expired one, to the minute, nor without consent', async () => {
    await share(world.contoso.id);
    const own = { sender_organization_id: world.operator.id, qualification: 'SalesQualified' as const };
    for (const columns of [{}, own]) {
      const hidden: [object, string][] = [
        [{ received_at: ago(336) }, 'Expired'],
        [{ status: 'Expired' as const }, 'Expired'],
        [{ contact_allowed: false }, 'NoConsent'],
      ];
      for (const [more, reason] of hidden) {
        const id = await world.lead({ ...columns, ...more });
        const answer = await open(id);
        expect(answer.text).not.toMatch(secrets);
        expect(body(partnerLead, answer).contactWithheld).toBe(reason);
        const fromDatabase = await inOrganization(
          server.database.db,
          { organizationId: world.operator.id },
          (tx) => unscopedFindPartnerLeadContact(tx, { organization_id: world.contoso.id, id }, testNow),
        );
        expect(fromDatabase).toBeUndefined();
      }
    }
    const inTime = await world.lead({ expires_at: new Date(testNow.getTime() + 1) });
    expect((await read(inTime)).contact?.lastName).toBe('Lovelace');
  });

  it('LC-9 its life without notes, names of people and work on the deal', async () => {
    const lead = await world.lead();
    const change = (what: string, sent: object) =>
      server.request('POST', `/api/v1/leads/${lead}/${what}`, { as: world.as.admin, body: sent });
    await change('acceptance', {
      dealName: 'Secret deal',
      estimatedValue: { amountMinor: 100, currency: 'EUR' },
      teamMemberIds: [world.people.admin.id],
      estimatedPurchaseDate: '2027-04-01',
      notes: 'Secret note',
    });
    await server.request('PATCH', `/api/v1/leads/${lead}`, {
      as: world.as.admin,
      body: { notes: 'Secret again' },
      headers: { 'if-match': '*' },
    });
    expect(
      (await change('outcome', { outcome: 'Lost', reason: 'NoBudget', notes: 'Secret end' })).status,
    ).toBe(200);
    const answer = await open(lead);
    expect(answer.text).not.toMatch(secrets);
    const { timeline } = body(partnerLead, answer);
    expect(timeline.map(({ type, by }) => [type, by])).toEqual([
      ['lead.received', 'Test'],
      ['lead.accepted', 'Contoso'],
      ['lead.lost', 'Contoso'],
    ]);
  });

  it('RT-4 who may send an expired one on is said', async () => {
    const direct = await world.lead({ status: 'Expired' });
    expect(await read(direct)).toMatchObject({
      rerouting: { standing: 'customer-decides', to: null },
      customer: { told: null, linkEndsAt: null, withdrawnAt: null, sentOn: [] },
    });
  });

  it('LC-3 where the customer sent the request on to', async () => {
    const first = await world.lead({ status: 'Declined', closed_at: testNow });
    const next = await server.make.lead(world.fabrikam.id);
    const requestId = newId();
    const place = { organization_id: world.operator.id };
    await server.database.ownerDb
      .insertInto('customer_request')
      .values({
        ...place,
        ...{ id: requestId, lead_organization_id: world.contoso.id, lead_id: first },
        ...{ partner_name: 'Contoso', language: 'en', created_at: testNow, expires_at: ago(-24) },
      })
      .execute();
    await server.database.ownerDb
      .insertInto('customer_request_forward')
      .values({
        ...place,
        ...{ request_id: requestId, lead_organization_id: world.fabrikam.id, lead_id: next },
        ...{ partner_name: 'Fabrikam', sent_at: testNow },
      })
      .execute();
    await server.database.ownerDb
      .updateTable('lead')
      .set({ customer_request_id: requestId, forwarded_after: 'Declined' })
      .where('id', '=', next)
      .execute();
    expect((await read(first)).customer).toMatchObject({
      linkEndsAt: ago(-24).toISOString(),
      sentOn: [{ partner: { name: 'Fabrikam' }, leadId: next }],
    });
    expect((await read(next)).customer?.sentOn).toEqual([]);
  });
});

describe('ID-7: every look is in the partner’s access log', () => {
  const logOf = async (as: Caller) =>
    body(accessLogPage, await server.request('GET', '/api/v1/access-log', { as })).items;

  it('ID-7 who, for which organization, which leads, with or without a contact', async () => {
    const one = await world.lead();
    const other = await world.lead({ received_at: ago(2) });
    const foreign = await server.make.lead(world.fabrikam.id);
    await list();
    await open(one);
    await share(world.contoso.id);
    await open(one);
    const { name, id } = world.people.operatorAdmin;
    const facts = { organizationId: world.operator.id, organizationName: 'Vendor' };
    const who = { actor: `${name} (Vendor)`, actorId: id, actorNow: null, at: testNow.toISOString() };
    expect(await logOf(world.as.accountAdmin)).toMatchObject([
      { ...who, action: 'operator.read', leadIds: [one], facts: { ...facts, withContact: true } },
      { ...who, action: 'operator.read', leadIds: [one], facts: { ...facts, withContact: false } },
      { ...who, action: 'operator.list', leadIds: [one, other], facts: { ...facts, withContact: false } },
    ]);
    const { rows } = await server.database.ownerPool.query(
      'select lead_ids from access_log where organization_id = $1',
      [world.fabrikam.id],
    );
    expect(rows).toEqual([{ lead_ids: [foreign] }]);
  });

  it('ID-7 what was not on the page, or not found, is not in it', async () => {
    const newest = await world.lead();
    await world.lead({ received_at: ago(2) });
    await list('?limit=1');
    await open(newId());
    expect((await logOf(world.as.accountAdmin)).map(({ leadIds }) => leadIds)).toEqual([[newest]]);
  });
});
