import { describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { sentLeadPage } from '../../../../contract/organizations/partners.ts';
import { partnerLead } from '../../../../contract/partners/partner-leads.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld({ emptied: ['lead_rerouting', 'lead', 'access_log'] });
const olga = useMade(() => world.as.operatorAdmin);

/** A seller's lead to Contoso that nobody there answered. */
const expired = (columns: object = {}) =>
  world.lead({
    qualification: 'SalesQualified',
    lead_type: 'Offer',
    call_to_action: null,
    lead_source: null,
    offer_title: 'Secret offer',
    referral_program: 'Co-sell',
    sender_organization_id: world.operator.id,
    sender_organization_name: 'Vendor',
    sender_person_id: world.people.seller.id,
    sender_name: world.people.seller.name,
    status: 'Expired',
    closed_at: testNow,
    ...columns,
  });
const sendOn = (id: string, sent: object = {}, as: Caller = olga) =>
  server.request('POST', `/api/v1/operator/leads/${id}/rerouting`, {
    as,
    body: { organizationId: world.fabrikam.id, customerAgreed: true, ...sent },
  });
const open = async (id: string) =>
  body(partnerLead, await server.request('GET', `/api/v1/operator/leads/${id}`, { as: olga }));
const countLeads = async () =>
  (await server.database.ownerDb.selectFrom('lead').select('id').execute()).length;

describe('RT-4: the operator sends on what its people sent and nobody answered', () => {
  it('RT-4 as a new lead with the whole time to answer, and nothing of the partner before', async () => {
    const first = await expired();
    expect((await open(first)).rerouting.standing).toBe('possible');
    const answer = await sendOn(first);
    expect(answer.status).toBe(201);
    const { leadId } = body(intakeReceipt, answer);
    const asked = await server.request('GET', `/api/v1/leads/${leadId}`, { as: world.as.fabrikamAdmin });
    expect(body(leadShape, asked)).toMatchObject({
      status: 'Received',
      qualification: 'SalesQualified',
      contact: { lastName: 'Lovelace' },
      message: 'We would like to know more.',
      referralProgram: 'Co-sell',
      sender: { name: world.people.seller.name, organization: 'Vendor' },
      consent: { contactAllowed: true, textVersion: 'stated by the operator' },
      expiresAt: new Date(testNow.getTime() + 336 * 3_600_000).toISOString(),
      offer: null,
    });
    const timeline = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, {
      as: world.as.fabrikamAdmin,
    });
    expect(body(leadTimeline, timeline).items.map(({ type }) => type)).toEqual(['lead.received']);
    for (const { text } of [asked, timeline]) expect(text).not.toMatch(/Contoso|Secret offer/);
  });

  it('RT-4 the first partner learns nothing but that the operator looked', async () => {
    const first = await expired();
    const look = (door = '') =>
      server.request('GET', `/api/v1/leads/${first}${door}`, { as: world.as.admin });
    const before = [(await look()).text, (await look('/timeline')).text];
    await sendOn(first);
    expect([(await look()).text, (await look('/timeline')).text]).toEqual(before);
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.accountAdmin });
    expect(log.text).toContain('operator.read');
    expect(log.text).not.toContain('Fabrikam');
    const own = await server.request('GET', '/api/v1/access-log', { as: olga });
    expect(own.text).toContain('sent on from Contoso to Fabrikam');
  });

  it('RT-4 once, however often and by however many at once', async () => {
    const first = await expired();
    const answers = await Promise.all([
      sendOn(first),
      sendOn(first),
      sendOn(first, { organizationId: world.fabrikam.id, locationId: world.fabrikam.location.id }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await countLeads()).toBe(2);
    expect(problemOf(await sendOn(first))).toMatchObject({
      code: 'action-not-possible',
      detail: 'This lead was already sent to another partner.',
    });
    const done = answers.find(({ status }) => status === 201);
    const { leadId } = body(intakeReceipt, done ?? expect.fail('nobody did'));
    expect((await open(first)).rerouting).toEqual({
      standing: 'rerouted',
      to: {
        ...{ partner: { id: world.fabrikam.id, name: 'Fabrikam' }, leadId },
        ...{ at: testNow.toISOString(), byName: world.people.operatorAdmin.name },
      },
    });
    expect((await open(leadId)).rerouting.standing).toBe('not-expired');
  });

  it('NT-3 the new partner is told, and the sender finds it among what they sent', async () => {
    const { leadId } = body(intakeReceipt, await sendOn(await expired()));
    await server.queue.run('lead.tell-arrival');
    const told = await server.database.ownerDb
      .selectFrom('lead_notice')
      .select('kind')
      .where('lead_id', '=', leadId)
      .execute();
    expect(told).toContainEqual({ kind: 'new-lead' });
    const sent = await server.request('GET', '/api/v1/sent-leads', { as: world.as.seller });
    expect(body(sentLeadPage, sent).items).toContainEqual(
      expect.objectContaining({ id: leadId, senderName: world.people.seller.name }),
    );
  });

  it('IN-6 not what a customer wrote, what may not be contacted, nor what still waits', async () => {
    const refused: [object, string][] = [
      [{ sender_organization_id: null, qualification: 'Direct', sender_name: null }, 'Only the customer'],
      [{ contact_allowed: false }, 'didn’t agree'],
      [{ status: 'Received', closed_at: null }, 'Only a lead that expired'],
      [{ status: 'Declined' }, 'Only a lead that expired'],
    ];
    for (const [columns, words] of refused) {
      const problem = problemOf(await sendOn(await expired(columns)));
      expect(problem).toMatchObject({ status: 409, code: 'action-not-possible' });
      expect(problem.detail).toContain(words);
    }
    expect(await countLeads()).toBe(refused.length);
  });

  it('IN-6 not without the statement that the customer agreed, nor to a wrong place; nothing stays of it', async () => {
    const first = await expired();
    const { contoso, fabrikam, operator } = world;
    const wrong: [object, string[]][] = [
      [{ customerAgreed: false }, ['body.customerAgreed']],
      [{ customerAgreed: undefined, note: 'x' }, ['body.customerAgreed', 'body.note']],
      [{ organizationId: newId() }, ['body.organizationId']],
      [{ organizationId: operator.id }, ['body.organizationId']],
      [{ organizationId: contoso.id }, ['body.organizationId']],
      [{ organizationId: fabrikam.id, locationId: contoso.location.id }, ['body.locationId']],
    ];
    for (const [sent, paths] of wrong) {
      const problem = problemOf(await sendOn(first, sent));
      expect(problem.status).toBe(400);
      expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
    }
    expect(await countLeads()).toBe(1);
    expect((await open(first)).rerouting.standing).toBe('possible');
    expect((await sendOn(newId())).status).toBe(404);
  });
});
