import { describe, expect, it } from 'vitest';
import { leadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import { lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['spam_report', 'contact_mark', 'lead'] });

/** A domain that could exist: addresses below `.example` mark nobody. */
const pest = 'win@pest-prizes.com';
const received = (columns: object = {}) =>
  world.lead({ contact_email: pest, location_id: world.munich.id, ...columns });
const decline = (id: string, as: Caller = world.as.admin, reason = 'SpamOrAbuse') =>
  server.request('POST', `/api/v1/leads/${id}/decline`, { as, body: { reason } });

const reports = () =>
  server.database.ownerDb
    .selectFrom('spam_report')
    .select(['lead_id', 'address', 'reporter_id'])
    .orderBy('lead_id')
    .execute();
async function typesOf(id: string) {
  const answer = await server.request('GET', `/api/v1/leads/${id}/timeline`, { as: world.as.admin });
  return body(leadTimeline, answer).items.map(({ type }) => type);
}

describe('VO-3 declining as spam', () => {
  it('reports the lead as people report it, and the timeline says both', async () => {
    const id = await received();
    const answer = await decline(id, world.as.munichAdmin);
    expect(body(leadShape, answer)).toMatchObject({
      outcome: 'Declined',
      version: 2,
      checking: true,
      closing: { declineReason: 'SpamOrAbuse', reasonNumber: 7 },
    });
    expect(await reports()).toEqual([
      { lead_id: id, address: pest, reporter_id: world.people.munichAdmin.id },
    ]);
    expect((await typesOf(id)).slice(-2)).toEqual(['lead.declined', 'lead.reported-as-spam']);
  });

  it('can be withdrawn like any report; the lead stays declined', async () => {
    const id = await received();
    await decline(id);
    const path = `/api/v1/leads/${id}/spam-report`;
    const answer = await server.request('DELETE', path, { as: world.as.admin });
    expect(body(leadContactChecks, answer)).toMatchObject({
      spamReport: null,
      allowedActions: expect.arrayContaining(['report-spam']),
    });
    expect(await reports()).toEqual([]);
    const lead = await server.request('GET', `/api/v1/leads/${id}`, { as: world.as.admin });
    expect(body(leadShape, lead).closing?.declineReason).toBe('SpamOrAbuse');
  });

  it('CV-6 counts toward the mark for everyone, once for each partner', async () => {
    const adatum = await server.make.partner('Adatum');
    const adatumAdmin = await server.signInAs(adatum.id, 'referrals-admin');
    const marks = () =>
      server.database.ownerDb.selectFrom('contact_mark').select(['value', 'source']).execute();
    await decline(await received());
    await decline(await received());
    await decline(await server.make.lead(world.fabrikam.id, { contact_email: pest }), world.as.fabrikamAdmin);
    expect(await marks()).toEqual([]);
    await decline(await server.make.lead(adatum.id, { contact_email: pest }), adatumAdmin);
    expect(await marks()).toEqual([{ value: pest, source: 'reports' }]);
  });

  it.each([
    ['another reason', {}, 'NotGenuineCustomer'],
    ['a test', { is_test: true }, 'SpamOrAbuse'],
    ['a lead without an address', { contact_email: null }, 'SpamOrAbuse'],
    ['a contact that is withheld', { contact_allowed: false }, 'SpamOrAbuse'],
  ])('reports nobody for %s, and declines all the same', async (_what, columns, reason) => {
    const id = await received(columns);
    expect(body(leadShape, await decline(id, world.as.admin, reason)).outcome).toBe('Declined');
    expect(await reports()).toEqual([]);
    expect(await typesOf(id)).not.toContain('lead.reported-as-spam');
  });

  it('takes a person’s word: a program declines, and reports nobody', async () => {
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:write') };
    const id = await received();
    expect(body(leadShape, await decline(id, token)).closing?.declineReason).toBe('SpamOrAbuse');
    expect(await reports()).toEqual([]);
  });

  it('leaves a report alone that was filed before', async () => {
    const id = await received();
    await server.request('PUT', `/api/v1/leads/${id}/spam-report`, { as: world.as.admin });
    await decline(id, world.as.munichAdmin);
    expect(await reports()).toEqual([{ lead_id: id, address: pest, reporter_id: world.people.admin.id }]);
    expect((await typesOf(id)).filter((type) => type === 'lead.reported-as-spam')).toHaveLength(1);
  });

  it('of someone who was too late reports nobody', async () => {
    const id = await received();
    await decline(id, world.as.munichAdmin, 'NoCapacity');
    expect((await decline(id)).status).toBe(409);
    expect(await reports()).toEqual([]);
  });

  it('while a colleague reports it, is done once each, and neither fails', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => received()));
    const answers = await Promise.all(
      ids.flatMap((id) => [
        decline(id, world.as.munichAdmin),
        server.request('PUT', `/api/v1/leads/${id}/spam-report`, { as: world.as.admin }),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await reports()).map(({ lead_id }) => lead_id)).toEqual([...ids].sort());
  });

  it('WS-6 in bulk reports each lead that was declined, and none that was not', async () => {
    const fresh = [await received(), await received({ contact_email: 'other@pest-prizes.com' })];
    const before = await received();
    await decline(before, world.as.munichAdmin, 'NoCapacity');
    const order = { action: 'decline', reason: 'SpamOrAbuse', leadIds: [...fresh, before] };
    const answer = await server.request('POST', '/api/v1/leads/bulk', { as: world.as.admin, body: order });
    expect(answer.json).toMatchObject({ done: 2, refused: 1, undoableUntil: null });
    expect((await reports()).map(({ lead_id }) => lead_id)).toEqual([...fresh].sort());
    for (const id of fresh)
      expect((await typesOf(id)).slice(-2)).toEqual(['lead.declined', 'lead.reported-as-spam']);
  });
});
