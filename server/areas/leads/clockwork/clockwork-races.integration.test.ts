import { describe, expect, it } from 'vitest';
import { actionBodies } from '../../../../test/lead-world.ts';
import { holdTable } from '../../../../test/locks.ts';
import { problemOf, testNow } from '../../../../test/server.ts';
import { useClockworkWorld } from './clockwork.fixture.ts';

const { server, world, ...here } = useClockworkWorld();

describe('LC-9: an answer and the deadline at the same moment', () => {
  const answers = () => {
    const { acceptance, decline } = actionBodies(world.people.admin.id);
    return [
      ['acceptance', acceptance, 'Accepted'],
      ['decline', decline, 'Declined'],
    ] as const;
  };

  it('LC-9 the clockwork is first: the answer gets 409 with the expired lead, and what happened', async () => {
    for (const [action, sent] of answers()) {
      const id = await here.ending(0);
      // The person answers in time, by a clock that the clockwork's is a moment ahead of.
      server.clock.set(new Date(testNow.getTime() - 1));
      const held = await holdTable(server.database.connectionString, 'lead_event');
      const running = here.clockwork().run();
      await held.waiting();
      const answering = server.request('POST', `/api/v1/leads/${id}/${action}`, {
        as: world.as.admin,
        body: sent,
        headers: { 'if-match': '"1"' },
      });
      // The clockwork waits for the table, the answer for the clockwork's row.
      await held.waitingInAll(2);
      await held.release();
      const [report, answer] = await Promise.all([running, answering]);
      expect(report).toMatchObject({ expired: 1 });
      expect(problemOf(answer)).toMatchObject({
        status: 409,
        code: 'action-not-possible',
        current: { outcome: 'Expired', contact: null, version: 2 },
        changes: [{ type: 'lead.expired' }],
      });
      expect(await here.lead(id)).toMatchObject({ status: 'Expired', version: 2 });
      await server.database.ownerPool.query('delete from lead');
    }
  });

  it('LC-9 the answer is first: the clockwork passes the lead by, for good', async () => {
    for (const [action, sent, status] of answers()) {
      const id = await here.ending(0);
      server.clock.set(new Date(testNow.getTime() - 1));
      const held = await holdTable(server.database.connectionString, 'lead_event');
      const answering = server.request('POST', `/api/v1/leads/${id}/${action}`, {
        as: world.as.admin,
        body: sent,
      });
      await held.waiting();
      expect(await here.clockwork().run()).toMatchObject({ expired: 0 });
      await held.release();
      expect((await answering).status).toBe(200);
      expect(await here.clockwork().run()).toMatchObject({ expired: 0 });
      expect(await here.lead(id)).toMatchObject({ status, version: 2 });
      expect(await here.expiredEvents()).toEqual([]);
    }
  });

  it('LC-9 let loose upon each other, exactly one wins each lead', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => here.ending(0)));
    server.clock.set(new Date(testNow.getTime() - 1));
    const { decline } = actionBodies(world.people.admin.id);
    const [answered] = await Promise.all([
      Promise.all(
        ids.map((id) =>
          server.request('POST', `/api/v1/leads/${id}/decline`, { as: world.as.admin, body: decline }),
        ),
      ),
      here.clockwork({ batchSize: 2 }).run(),
    ]);
    await here.clockwork().run();
    for (const [index, id] of ids.entries()) {
      const status = answered[index]?.status;
      expect([200, 409]).toContain(status);
      expect((await here.lead(id))?.status).toBe(status === 200 ? 'Declined' : 'Expired');
    }
  });
});
