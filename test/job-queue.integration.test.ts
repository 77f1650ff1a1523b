import { describe, expect, it } from 'vitest';
import { newId } from '../server/platform/ids.ts';
import { useTestServer } from './server.ts';

describe('the queue of a test', () => {
  const server = useTestServer();

  it('tells what waits, by name and by lead, in its order', async () => {
    const [one, other] = [newId(), newId()];
    await server.queue.add('lead.remind', { organizationId: one, leadIds: [one, other] });
    await server.queue.add('lead.link-repeat', { organizationId: one, leadIds: [other] });
    expect((await server.queue.list()).map(({ name }) => name)).toEqual(['lead.remind', 'lead.link-repeat']);
    expect(await server.queue.listPayloads('lead.link-repeat')).toEqual([
      { organizationId: one, leadIds: [other] },
    ]);
    expect((await server.queue.listOfLead(one)).map(({ name }) => name)).toEqual(['lead.remind']);
    expect(await server.queue.list('lead.tell')).toEqual([]);
    await server.queue.clear();
  });

  it('works what waits until nothing is left, and nothing else', async () => {
    const { id } = await server.make.partner();
    const order = { organizationId: id, leadIds: [await server.make.lead(id)] };
    await server.queue.add('lead.link-repeat', order);
    await server.queue.add('lead.remind', order);
    expect(await server.queue.run('lead.link-repeat')).toMatchObject([{ payload: order }]);
    expect((await server.queue.list()).map(({ name }) => name)).toEqual(['lead.remind']);
    await server.queue.runDue();
    expect(await server.queue.list()).toEqual([]);
  });

  it('refuses a job that nobody knows', async () => {
    await server.queue.add('nothing.known');
    await expect(server.queue.run()).rejects.toThrow('there is no job nothing.known');
  });

  it('makes jobs look as if they had failed, or had been left behind', async () => {
    await server.queue.add('lead.remind');
    await server.queue.setAttempts(3);
    expect(await server.queue.list()).toMatchObject([{ attempts: 3, lockedAt: null }]);
    await server.queue.leaveBehind('a dead worker', 60);
    const [job] = await server.queue.list();
    expect(job?.attempts).toBe(4);
    expect(Date.now() - (job?.lockedAt?.getTime() ?? 0)).toBeGreaterThan(59_000);
    await server.queue.clear();
  });
});
