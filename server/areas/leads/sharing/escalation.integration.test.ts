import { describe, expect, it } from 'vitest';
import { sharingRules } from '../../../../contract/leads/sharing.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';
import { useWaitingWorld } from '../../messages/telling/asked-again.fixture.ts';

const { server, world, ...waiting } = useWaitingWorld();

const path = '/api/v1/sharing-rules';
const put = (escalation: { personId: string; afterHours: number } | null) =>
  server.request('PUT', path, { as: world.as.admin, body: { rules: [], escalation } });
const set = async (personId: string, afterHours = 8) =>
  body(sharingRules, await put({ personId, afterHours }));
const inHours = (hours: number) => server.clock.set(new Date(testNow.getTime() + hours * 3_600_000));

/** Everything that is due by then is worked and sent. @returns who has got which email by then */
async function tick(): Promise<string[]> {
  await waiting.work('lead.escalate', {});
  await server.queue.run('lead.tell-unanswered');
  return waiting.sendAll();
}

describe('WT-3: when nobody answers', () => {
  it('a second person is told once, after as many hours, by email and in the Action center', async () => {
    const { admin } = world.people;
    await set(admin.id);
    await world.lead({ customer_name: 'Alpine' });
    inHours(7.9);
    expect(await tick()).toEqual([]);
    inHours(8);
    expect(await tick()).toEqual([`${admin.email}: Not answered yet: Alpine`]);
    expect(waiting.taken()[0]?.mail.text).toContain('Nobody has answered this lead for 8 working hours');
    expect(await tick()).toHaveLength(1);
    const center = await server.request('GET', '/api/v1/action-center?list=notifications', {
      as: world.as.admin,
    });
    expect(center.text).toContain('Not answered for 8 working hours: Alpine');
  });

  it('working hours count, by the working calendar', async () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    // Two hours a day.
    const hours = Object.fromEntries(days.map((day) => [day, [{ from: '10:00', to: '12:00' }]]));
    const calendar = { timeZone: 'UTC', hours, holidays: [] };
    await server.request('PUT', '/api/v1/working-calendar', { as: world.as.admin, body: calendar });
    await set(world.people.admin.id, 3);
    const midnight = new Date(testNow);
    midnight.setUTCHours(24, 0, 0, 0);
    await world.lead({ received_at: midnight });
    const at = (hour: number) => server.clock.set(new Date(midnight.getTime() + hour * 3_600_000));
    at(24 + 10.9);
    expect(await tick()).toEqual([]);
    at(24 + 11);
    expect(await tick()).toHaveLength(1);
  });

  it('not about leads that came before, were answered, are tests, or whose customer wants no contact', async () => {
    await world.lead({ received_at: new Date(testNow.getTime() - 1000) });
    await set(world.people.admin.id, 1);
    await world.acceptedLead();
    await world.lead({ is_test: true });
    await world.lead({ contact_allowed: false });
    await world.lead({ expires_at: new Date(testNow.getTime() + 3_600_000) });
    inHours(2);
    expect(await tick()).toEqual([]);
  });

  it('WT-3, NT-4 a lead that is answered before the email is sent is not told of', async () => {
    await set(world.people.admin.id, 1);
    const leadId = await world.lead();
    inHours(1);
    await waiting.work('lead.escalate', {});
    await server.queue.run('lead.tell-unanswered');
    await server.database.ownerPool.query(
      "update lead set status = 'Declined', closed_at = now() where id = $1",
      [leadId],
    );
    expect(await waiting.sendAll()).toEqual([]);
  });

  it('if that person left, whoever looks after the lead is told', async () => {
    const second = await server.make.person(world.contoso.id, 'referrals-admin');
    await set(second.id, 1);
    await world.lead({ customer_name: 'Alpine' });
    await server.database.ownerPool.query('delete from membership where person_id = $1', [second.id]);
    inHours(1);
    expect(await tick()).toEqual([`${world.people.admin.email}: Not answered yet: Alpine`]);
  });

  it('ID-2: only somebody who sees every lead can be chosen; nobody can be chosen again', async () => {
    for (const name of ['munichAdmin', 'user', 'accountAdmin', 'fabrikamAdmin'] as const)
      expect(problemOf(await put({ personId: world.people[name].id, afterHours: 8 })), name).toMatchObject({
        status: 400,
        issues: [{ path: 'body.escalation.personId' }],
      });
    for (const afterHours of [0, 1.5, 201])
      expect(problemOf(await put({ personId: world.people.admin.id, afterHours })).status).toBe(400);
    expect((await set(world.people.admin.id)).escalation).toEqual({
      afterHours: 8,
      person: { id: world.people.admin.id, name: world.people.admin.name },
    });
    expect(body(sharingRules, await put(null)).escalation).toBeNull();
    await world.lead();
    inHours(100);
    expect(await tick()).toEqual([]);
  });
});
