import { beforeEach, describe, expect, it } from 'vitest';
import { mailPreferences, type QuietHours } from '../../../../contract/messages/action-center.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';
import { Outbox } from '../../mail/index.ts';
import { ArrivalNotices } from './arrivals.service.ts';

const { server, world } = useLeadWorld({
  emptied: ['lead', 'lead_notice', 'mail', 'notice_day', 'quiet_hours'],
});
const arrivals = useMade(
  () => new ArrivalNotices(server.database.workerDb, server.clock, new Outbox(false), server.log),
);
const path = '/api/v1/me/mail-preferences';
const hour = 3_600_000;
const inHours = (count: number) => new Date(testNow.getTime() + count * hour);
const clock = (at: Date) => at.toISOString().slice(11, 16);
/** It is quiet since an hour, for eight more, in UTC. */
const now: QuietHours = {
  night: { from: clock(inHours(-1)), until: clock(inHours(8)) },
  weekends: false,
  exceptHot: true,
};
const choose = (quietHours: unknown, as = world.as.admin) =>
  server.request('PATCH', path, { as, body: { quietHours } });
const mails = () =>
  server.database.ownerDb.selectFrom('mail').select(['kind', 'due_at', 'lead_ids']).orderBy('id').execute();
const end = () => new Date(inHours(8).setUTCSeconds(0, 0));

beforeEach(async () => {
  await server.queue.clear();
});

describe('NT-6: quiet hours', () => {
  it('are one’s own, and come back as they were chosen', async () => {
    const read = async (as = world.as.admin) =>
      body(mailPreferences, await server.request('GET', path, { as })).quietHours;
    expect(await read()).toBeNull();
    expect(body(mailPreferences, await choose(now)).quietHours).toEqual(now);
    const weekends = { night: null, weekends: true, exceptHot: false };
    await choose(weekends);
    expect(await read()).toEqual(weekends);
    expect(await read(world.as.user)).toBeNull();
    await choose(null);
    expect(await read()).toBeNull();
    expect((await server.request('PATCH', path, { body: { quietHours: now } })).status).toBe(401);
  });

  it.each([
    [{ ...now, night: { from: '7:00', until: '09:00' } }, 'body.quietHours.night.from'],
    [{ ...now, night: { from: '24:00', until: '09:00' } }, 'body.quietHours.night.from'],
    [{ ...now, night: { from: '09:00', until: '09:00' } }, 'body.quietHours.night.until'],
    [{ ...now, night: null }, 'body.quietHours.night'],
  ])('refuse what is no time (%#)', async (wrong, place) => {
    expect(problemOf(await choose(wrong)).issues?.[0]?.path).toBe(place);
  });

  it('W-19: leads that come in them come in one email when they end; each is told once', async () => {
    await choose(now);
    const ids = [await world.lead(), await world.lead(), await world.lead()];
    await arrivals.tell(world.contoso.id, ids);
    await arrivals.tell(world.contoso.id, ids);
    await arrivals.sendDigests();
    expect(await mails()).toEqual([]);
    server.clock.set(end());
    await arrivals.sendDigests();
    await arrivals.sendDigests();
    const sent = await mails();
    expect(sent.map(({ kind }) => kind)).toEqual(['digest']);
    expect(sent[0]?.lead_ids.toSorted()).toEqual(ids.toSorted());
  });

  it('W-19: what was answered by then is left out', async () => {
    await choose(now);
    await arrivals.tell(world.contoso.id, [await world.lead()]);
    await server.database.ownerPool.query("update lead set status = 'Declined', closed_at = now()");
    server.clock.set(end());
    await arrivals.sendDigests();
    expect(await mails()).toEqual([]);
  });

  it('hot leads come at once, unless somebody wants these to wait, too', async () => {
    const hot = { hot_until: inHours(5) };
    await choose(now);
    await arrivals.tell(world.contoso.id, [await world.lead(hot)]);
    expect((await mails()).map(({ kind }) => kind)).toEqual(['new-lead']);
    await choose({ ...now, exceptHot: false });
    await arrivals.tell(world.contoso.id, [await world.lead(hot)]);
    expect(await mails()).toHaveLength(1);
  });

  it('outside of them, leads are emailed one by one as ever', async () => {
    await choose({ ...now, night: { from: clock(inHours(2)), until: clock(inHours(8)) } });
    await arrivals.tell(world.contoso.id, [await world.lead()]);
    expect((await mails()).map(({ kind }) => kind)).toEqual(['new-lead']);
  });

  it('what a colleague assigns, or mentions somebody in, is emailed when they end', async () => {
    await choose(now, world.as.user);
    const leadId = await world.lead();
    await server.request('PUT', `/api/v1/leads/${leadId}/assignment`, {
      as: world.as.admin,
      body: { personId: world.people.user.id },
    });
    await server.request('POST', `/api/v1/leads/${leadId}/activities`, {
      as: world.as.admin,
      body: { kind: 'note', text: `@{${world.people.user.id}}` },
    });
    await server.queue.run('lead.tell');
    expect((await mails()).map(({ kind, due_at }) => [kind, due_at])).toEqual([
      ['assignment', end()],
      ['mention', end()],
    ]);
  });
});

describe('WS-15: a mention in an activity that comes back', () => {
  const mentioned = () =>
    server.database.ownerDb.selectFrom('notification').select('kind').where('kind', '=', 'mention').execute();

  it('is told once: when it was told before, not again; when it was deleted at once, then', async () => {
    await server.database.ownerPool.query("delete from notification where kind = 'mention'");
    const leadId = await world.lead({ assigned_to: world.people.user.id });
    const path = `/api/v1/leads/${leadId}/activities`;
    const add = async () => {
      const made = await server.request('POST', path, {
        as: world.as.admin,
        body: { kind: 'note', text: `@{${world.people.user.id}}` },
      });
      return (made.json as { id: string }).id;
    };
    const bringBack = async (id: string) => {
      await server.request('DELETE', `${path}/${id}`, { as: world.as.admin });
      await server.queue.run('lead.tell');
      expect((await server.request('POST', `${path}/${id}/restore`, { as: world.as.admin })).status).toBe(
        200,
      );
      await server.queue.run('lead.tell');
    };
    const first = await add();
    await server.queue.run('lead.tell');
    await bringBack(first);
    expect(await mentioned()).toHaveLength(1);
    expect((await mails()).filter(({ kind }) => kind === 'mention')).toHaveLength(1);
    await bringBack(await add());
    expect(await mentioned()).toHaveLength(2);
    expect((await mails()).filter(({ kind }) => kind === 'mention')).toHaveLength(2);
  });
});
