import { describe, expect, it } from 'vitest';
import { presenceSeconds } from '../../../../contract/leads/live.ts';
import { leadPresence, type PresenceBeat } from '../../../../contract/leads/presence.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld({ emptied: ['lead_presence'] });

const beat = (leadId: string, as: Caller = world.as.admin, doing: PresenceBeat['doing'] = 'looking') =>
  server.request('PUT', `/api/v1/leads/${leadId}/presence`, { as, body: { doing } });
const leave = (leadId: string, as: Caller = world.as.admin) =>
  server.request('DELETE', `/api/v1/leads/${leadId}/presence`, { as });
const othersOf = async (leadId: string, as: Caller = world.as.admin) =>
  body(leadPresence, await beat(leadId, as)).others.map(({ name, doing }) => [name, doing]);
const inMunich = () => world.lead({ location_id: world.munich.id });
const moveOn = (seconds: number) => server.clock.set(new Date(testNow.getTime() + seconds * 1000));

describe('WS-9: who has a lead open', () => {
  it('WS-9 two people on one lead see each other and what they do, and nobody sees oneself', async () => {
    const leadId = await inMunich();
    const { admin, munichAdmin } = world.people;
    expect(await othersOf(leadId)).toEqual([]);
    const seen = body(leadPresence, await beat(leadId, world.as.munichAdmin, 'working'));
    expect(seen.others).toEqual([{ id: admin.id, name: admin.name, doing: 'looking' }]);
    expect(await othersOf(leadId)).toEqual([[munichAdmin.name, 'working']]);
    await beat(leadId, world.as.munichAdmin);
    expect(await othersOf(leadId)).toEqual([[munichAdmin.name, 'looking']]);
    expect(await othersOf(await inMunich())).toEqual([]);
  });

  it('WS-9 who leaves is gone at once; who only goes silent, after 20 seconds', async () => {
    const leadId = await inMunich();
    await beat(leadId, world.as.munichAdmin);
    expect((await leave(leadId, world.as.munichAdmin)).status).toBe(204);
    expect((await leave(leadId, world.as.munichAdmin)).status).toBe(204);
    expect(await othersOf(leadId)).toEqual([]);
    await beat(leadId, world.as.munichAdmin);
    moveOn(presenceSeconds - 1);
    expect(await othersOf(leadId)).toHaveLength(1);
    moveOn(presenceSeconds);
    expect(await othersOf(leadId)).toEqual([]);
  });

  it('ID-2, ID-3 who may not see the lead can neither say nor see anything', async () => {
    const inBerlin = await world.lead({ location_id: world.berlin.id });
    await beat(inBerlin);
    for (const as of [world.as.munichAdmin, world.as.fabrikamAdmin]) {
      expect(problemOf(await beat(inBerlin, as))).toMatchObject({ status: 404, code: 'not-found' });
      expect((await leave(inBerlin, as)).status).toBe(404);
    }
    expect(problemOf(await beat(newId())).code).toBe('not-found');
    const { rows } = await server.database.ownerPool.query('select person_id from lead_presence');
    expect(rows).toEqual([{ person_id: world.people.admin.id }]);
  });

  it('ID-3 refuses strangers, programs, and what is no presence', async () => {
    const leadId = await inMunich();
    const path = `/api/v1/leads/${leadId}/presence`;
    expect((await server.request('PUT', path, { body: { doing: 'looking' } })).status).toBe(401);
    expect((await server.request('DELETE', path)).status).toBe(401);
    const sleeping = await server.request('PUT', path, { as: world.as.admin, body: { doing: 'sleeping' } });
    expect(problemOf(sleeping)).toMatchObject({ status: 400, issues: [{ path: 'body.doing' }] });
  });

  it('WS-9 is no reading of the lead: the access log says nothing of it', async () => {
    const leadId = await inMunich();
    const entries = async () => (await server.database.ownerPool.query('select 1 from access_log')).rowCount;
    const before = await entries();
    await beat(leadId);
    await leave(leadId);
    expect(await entries()).toBe(before);
    await server.request('GET', `/api/v1/leads/${leadId}`, { as: world.as.admin });
    expect(await entries()).toBe((before ?? 0) + 1);
  });

  it('WS-9 a person has 24 leads open at most, the latest, and what is over goes with their next word', async () => {
    const leadIds: string[] = [];
    for (let n = 0; n < 26; n++) leadIds.push(await inMunich());
    const shared = leadIds[0] ?? '';
    await beat(shared, world.as.munichAdmin);
    for (const [n, leadId] of leadIds.entries()) {
      moveOn(n / 10);
      await beat(leadId);
    }
    const { admin, munichAdmin } = world.people;
    const kept = async (personId: string) => {
      const rows = await server.database.ownerDb
        .selectFrom('lead_presence')
        .select('lead_id')
        .where('person_id', '=', personId)
        .execute();
      return rows.map(({ lead_id }) => lead_id).sort();
    };
    expect(await kept(admin.id)).toEqual(leadIds.slice(2).sort());
    expect(await kept(munichAdmin.id)).toEqual([shared]);
    moveOn(presenceSeconds + 3);
    await beat(shared);
    expect(await kept(admin.id)).toEqual([shared]);
  });

  it('WS-9 what is over is deleted at night, and what is not stays', async () => {
    const [over, running] = [await inMunich(), await inMunich()];
    await beat(over);
    moveOn(presenceSeconds);
    await beat(running);
    await server.queue.add('lead.forget-presence');
    await server.queue.run('lead.forget-presence');
    const { rows } = await server.database.ownerPool.query('select lead_id from lead_presence');
    expect(rows).toEqual([{ lead_id: running }]);
  });
});
