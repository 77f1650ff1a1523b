import { describe, expect, it } from 'vitest';
import { holdTable } from '../../../../test/locks.ts';
import { useMade } from '../../../../test/made.ts';
import { startServerForTest, testNow } from '../../../../test/server.ts';
import { Outbox } from '../../mail/index.ts';
import { CustomerNewsService } from './customer-news.service.ts';
import { type RequestWorld, secrets, useRequestWorld } from './customer-requests.fixture.ts';

// All use one address, which has a daily limit: each test begins without emails.
const world = useRequestWorld();
const news = useMade(
  () => new CustomerNewsService(world.server.database.workerDb, world.server.clock, new Outbox(false)),
);

const lead = (columns: Parameters<RequestWorld['server']['make']['lead']>[1]) =>
  world.server.make.lead(world.contoso.id, {
    door: 'offer-page',
    status: 'Declined',
    closed_at: testNow,
    ...secrets,
    ...columns,
  });

const tell = (leadId: string, what: 'declined' | 'expired' = 'declined') =>
  news.tell({ organizationId: world.contoso.id, leadId, news: what });

async function mailsAbout(leadId: string) {
  return (await world.mails()).filter(({ lead_ids }) => lead_ids.includes(leadId));
}

describe('LC-3: a customer is told that a partner declined', () => {
  it('from the operator’s outbox, in their language, after the partner did it', async () => {
    const offer = await world.server.make.offer(world.contoso, { title: 'Backup Suite' });
    const known = { offer_id: offer.id, offer_title: 'Backup Suite' };
    const { leadId, requestId } = await world.makeDeclined(world.contoso, known);
    expect(await mailsAbout(leadId)).toEqual([
      expect.objectContaining({
        organization_id: world.operator.id,
        kind: 'customer',
        person_id: null,
        address: secrets.contact_email,
        recipient_name: '',
        locale: 'de',
        reason: 'customer-request',
        content: {
          kind: 'customer',
          news: 'declined',
          partnerName: 'Contoso',
          offerTitle: 'Backup Suite',
          requestId,
        },
      }),
    ]);
  });

  it('by the name of the profile that they found', async () => {
    await world.server.database.ownerDb
      .updateTable('business_profile')
      .set({ display_name: 'Contoso Deutschland' })
      .where('organization_id', '=', world.contoso.id)
      .execute();
    const profile = {
      lead_type: 'Profile',
      door: 'profile-page',
      location_id: world.contoso.location.id,
    } as const;
    const { leadId } = await world.makeDeclined(world.contoso, { ...profile, country: 'FR' });
    const [mail] = await mailsAbout(leadId);
    expect(mail).toMatchObject({ locale: 'en', content: { partnerName: 'Contoso Deutschland' } });
  });

  it('without words of whoever sent the lead: leads can be made with anybody’s address', async () => {
    const typed = { offer_title: 'your unpaid invoice, pay at evil.example', contact_first_name: 'YOU WON' };
    const { leadId } = await world.makeDeclined(world.contoso, typed);
    const [mail] = await mailsAbout(leadId);
    expect(JSON.stringify(mail)).not.toMatch(/unpaid|YOU WON/);
  });

  it('at most three times a day, whatever is sent in with an address', async () => {
    const leadIds: string[] = [];
    for (let i = 0; i < 5; i++) leadIds.push(await lead({}));
    for (const leadId of leadIds) await tell(leadId);
    const mailed = (await world.mails()).filter(({ kind }) => kind === 'customer');
    expect(mailed).toHaveLength(3);
  });

  it('once, however often and by how many workers it is done', async () => {
    const leadId = await lead({});
    await Promise.all([tell(leadId), tell(leadId), tell(leadId)]);
    await tell(leadId);
    expect(await mailsAbout(leadId)).toHaveLength(1);
  });

  it('in whole or not at all, when a worker dies in the middle', async () => {
    const leadId = await lead({});
    const held = await holdTable(world.server.database.connectionString, 'mail');
    const died = expect(tell(leadId)).rejects.toThrow();
    await held.killWaiting();
    await died;
    await held.release();
    await expect(world.findRequestId(leadId)).rejects.toThrow();
    await tell(leadId);
    expect(await mailsAbout(leadId)).toHaveLength(1);
  });

  it('IN-6, IN-8: not of what they did not send, or may not be written about', async () => {
    const silent = [
      await lead({ is_test: true }),
      await lead({ door: 'api' }),
      await lead({ contact_allowed: false }),
      await lead({ email_validity: 'Spam' }),
      await lead({ decline_reason: 'SpamOrAbuse' }),
      await lead({ contact_email: null }),
      await lead({ status: 'Received' }),
      await lead({ qualification: 'SalesQualified' }),
    ];
    for (const leadId of silent) {
      await tell(leadId);
      expect(await mailsAbout(leadId)).toEqual([]);
    }
    await tell('018f0000-0000-7000-8000-000000000000');
  });
});

describe('LC-4: a customer is told that a partner did not answer', () => {
  it('with the same page, by the clockwork', async () => {
    const longAgo = new Date(testNow.getTime() - 15 * 86_400_000);
    const leadId = await world.server.make.lead(world.contoso.id, {
      door: 'profile-page',
      received_at: longAgo,
      ...secrets,
    });
    const clockwork = world.server.jobs.find(({ name }) => name === 'clockwork.tick');
    await clockwork?.run({});
    await world.server.queue.run('lead.tell', 'lead.tell-expired');
    const [mail] = await mailsAbout(leadId);
    expect(mail?.content).toMatchObject({ news: 'expired', requestId: await world.findRequestId(leadId) });
  });
});

describe('a partner that runs Leadlight alone', () => {
  it('tells nobody: there is nobody to suggest', async () => {
    const server = await startServerForTest();
    const partner = await server.make.partner();
    const leadId = await server.make.lead(partner.id, { door: 'offer-page', status: 'Declined' });
    const { db } = server.database;
    await new CustomerNewsService(db, server.clock, new Outbox(false)).tell({
      organizationId: partner.id,
      leadId,
      news: 'declined',
    });
    const { rows } = await server.database.ownerPool.query('select 1 from mail');
    expect(rows).toEqual([]);
  });
});
