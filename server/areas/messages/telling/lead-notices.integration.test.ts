import { describe, expect, it } from 'vitest';
import { leadNotices } from '../../../../contract/mail/mail.ts';
import { type LeadWorld, useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { Outbox } from '../../mail/index.ts';
import { ArrivalNotices } from './arrivals.service.ts';
import { insertNotices } from './notices.repo.ts';

const { server, world } = useLeadWorld();
const arrivals = useMade(
  () => new ArrivalNotices(server.database.workerDb, server.clock, new Outbox(false), server.log),
);

const ask = (as: Caller | undefined, leadId: string, personId?: string) =>
  server.request('GET', `/api/v1/leads/${leadId}/notices${personId ? `?personId=${personId}` : ''}`, { as });
const read = async (as: Caller, leadId: string, personId?: string) =>
  body(leadNotices, await ask(as, leadId, personId));
const why = async (leadId: string, name: keyof LeadWorld['people']) =>
  (await read(world.as.admin, leadId, world.people[name].id)).answer?.words;

describe('why did I (not) get this?', () => {
  it('NT-4 says who was told, how and why, with the mail', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    await arrivals.tell(world.contoso.id, [leadId]);
    const { items, answer } = await read(world.as.admin, leadId);
    expect(answer).toBeNull();
    const { id: personId, name } = world.people.munichAdmin;
    expect(items).toEqual([
      {
        kind: 'new-lead',
        to: { personId, name },
        how: 'mail',
        words: 'An email was not sent: no mail server is set up.',
        why: 'Responsible for leads at this location',
        at: testNow.toISOString(),
        digestAt: null,
        mailId: expect.any(String),
      },
    ]);
    expect(await why(leadId, 'munichAdmin')).toContain('An email was not sent');
    expect(await why(leadId, 'admin')).toContain('Munich has its own Referrals admins');
    expect(await why(leadId, 'berlinAdmin')).toContain(
      'is responsible for leads of Berlin; this lead is for Munich',
    );
    expect(await why(leadId, 'user')).toContain('is a Referrals user');
    expect(await why(leadId, 'accountAdmin')).toContain('has no role that is responsible for leads');
  });

  it('NT-2 says that a lead waits for the digest, and until when', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 11; n++) ids.push(await server.make.lead(world.fabrikam.id));
    await arrivals.tell(world.fabrikam.id, ids);
    const last = await read(world.as.fabrikamAdmin, ids[10] ?? '');
    expect(last.items).toMatchObject([{ how: 'digest', digestAt: '2026-11-20T17:00:00.000Z', mailId: null }]);
  });

  it('NT-1 informational leads, and leads that nothing was written down about', async () => {
    const informational = await world.lead({ status: null });
    expect(await why(informational, 'admin')).toContain('Nobody is emailed about informational leads');
    const before = await world.lead();
    expect(await why(before, 'admin')).toContain('was not when it came in');
  });

  it('ID-2 shows no address of somebody outside', async () => {
    const leadId = await world.lead({
      sender_name: 'Sally Sender',
      sender_person_id: world.people.seller.id,
      sender_organization_id: world.operator.id,
    });
    const told = (kind: 'sent-lead' | 'direct-expired', personId: string) => ({
      organizationId: world.contoso.id,
      leadId,
      kind,
      recipient: personId,
      personId,
      address: 'secret@vendor.test',
      way: 'unmailed' as const,
      reason: 'switched-off',
    });
    await server.database.ownerDb
      .transaction()
      .execute((tx) =>
        insertNotices(
          tx,
          [told('direct-expired', world.people.operatorAdmin.id), told('sent-lead', world.people.seller.id)],
          testNow,
        ),
      );
    const answer = await ask(world.as.admin, leadId);
    expect(answer.text).not.toContain('secret@');
    expect(body(leadNotices, answer).items.map((one) => one.to)).toEqual([
      { personId: null, name: 'The operator' },
      { personId: null, name: 'Sally Sender' },
    ]);
  });

  it('ID-2, ID-3 is for who may see the lead, about colleagues', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    for (const as of [world.as.berlinAdmin, world.as.fabrikamAdmin, world.as.operatorAdmin, world.as.user])
      expect(problemOf(await ask(as, leadId))).toMatchObject({ status: 404, code: 'not-found' });
    expect(problemOf(await ask(world.as.accountAdmin, leadId)).status).toBe(403);
    expect(problemOf(await ask(undefined, leadId)).status).toBe(401);
    for (const personId of [world.people.fabrikamAdmin.id, newId()])
      expect(problemOf(await ask(world.as.admin, leadId, personId)).status).toBe(404);
    expect(problemOf(await ask(world.as.admin, leadId, 'me')).status).toBe(400);
    expect(problemOf(await ask(world.as.admin, 'x')).status).toBe(400);
  });
});
