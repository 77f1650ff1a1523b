import { describe, expect, it, vi } from 'vitest';
import { backgroundExport } from '../../../../contract/leads/exports.ts';
import { actionCenter } from '../../../../contract/messages/action-center.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { StoredFiles } from '../../../platform/stored-files/index.ts';

const { server, world } = useLeadWorld({
  emptied: ['notification', 'lead_export', 'stored_file', 'request_receipt', 'lead'],
});

const path = '/api/v1/exports';
const order = (as: Caller = world.as.admin, headers: Record<string, string> = {}, asked: object = {}) =>
  server.request('POST', path, { as, body: asked, headers });
const ordered = async (as?: Caller) => body(backgroundExport, await order(as));
const make = () => server.queue.run('lead.make-export');
const news = async (as: Caller = world.as.admin, language = 'en') => {
  const answer = await server.request('GET', '/api/v1/action-center?list=notifications', {
    as,
    headers: { 'accept-language': language },
  });
  return body(actionCenter, answer).notifications.items;
};
const titles = async (as?: Caller) => (await news(as)).map(({ title }) => title);

describe('NT-5: news of exports', () => {
  it('NT-5 whoever ordered one is told once it is ready, in their language, and no one is emailed', async () => {
    for (let n = 0; n < 2; n++) await world.lead({});
    await ordered();
    expect(await titles()).toEqual([]);
    await make();
    expect(await news()).toMatchObject([
      { kind: 'export-ready', title: 'Your export is ready: 2 leads', leadId: null, names: [], readAt: null },
    ]);
    expect((await news(world.as.admin, 'de'))[0]?.title).toBe('Ihr Export ist fertig: 2 Leads');
    expect(await titles(world.as.munichAdmin)).toEqual([]);
    expect(await server.database.ownerDb.selectFrom('mail').selectAll().execute()).toEqual([]);
  });

  it('NT-5 they are told of one that failed, and why', async () => {
    const { id } = await ordered();
    const complete = vi.spyOn(StoredFiles.prototype, 'complete').mockRejectedValue(new Error('no'));
    const place = { organizationId: world.contoso.id, personId: world.people.admin.id, exportId: id };
    const job = server.jobs.find(({ name }) => name === 'lead.make-export');
    for (let attempt = 1; attempt < 5; attempt++) await expect(job?.run(place)).rejects.toThrow('no');
    expect(await titles()).toEqual([]);
    await job?.run(place);
    complete.mockRestore();
    expect(await news()).toMatchObject([
      {
        kind: 'export-failed',
        title: 'Your export failed',
        detail: 'The file couldn’t be made. Try again, or export fewer leads.',
      },
    ]);
    await server.queue.take('lead.make-export');
  });

  it('NT-5 the news goes when the file is downloaded', async () => {
    const { id } = await ordered();
    await make();
    expect(await titles()).toEqual(['Your export is ready: 0 leads']);
    expect((await server.request('GET', `${path}/${id}/file`, { as: world.as.admin })).status).toBe(200);
    expect(await titles()).toEqual([]);
  });

  it('NT-5 the news goes with its export: deleted, or its time over', async () => {
    const [first] = [await ordered(), await ordered()];
    await make();
    expect(await titles()).toHaveLength(2);
    await server.request('DELETE', `${path}/${first.id}`, { as: world.as.admin });
    expect(await titles()).toHaveLength(1);
    server.clock.set(new Date(testNow.getTime() + 7 * 86_400_000));
    await server.queue.add('lead.forget-exports', {});
    await server.queue.run('lead.forget-exports');
    expect(await titles()).toEqual([]);
  });

  it('NT-5 nobody is told of a canceled one, and whoever is removed leaves no news', async () => {
    const { id } = await ordered();
    await server.request('POST', `${path}/${id}/cancel`, { as: world.as.admin });
    await make();
    expect(await titles()).toEqual([]);
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    await ordered(await server.signIn(person));
    await make();
    const told = () => server.database.ownerDb.selectFrom('notification').select('kind').execute();
    expect(await told()).toEqual([{ kind: 'export-ready' }]);
    await server.database.ownerPool.query('delete from membership where person_id = $1', [person.id]);
    expect(await told()).toEqual([]);
  });
});

describe('EX-1: an order that is repeated', () => {
  const key = { 'idempotency-key': 'export-1' };

  it('EX-1 with the same key, is the same export, also when it has ended', async () => {
    const first = body(backgroundExport, await order(world.as.admin, key));
    expect(body(backgroundExport, await order(world.as.admin, key)).id).toBe(first.id);
    await make();
    expect(body(backgroundExport, await order(world.as.admin, key))).toMatchObject({
      id: first.id,
      state: 'done',
    });
    expect((await ordered()).id).not.toBe(first.id);
  });

  it('EX-1 of many at once, one export comes', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => order(world.as.admin, key)));
    expect(new Set(answers.map((answer) => body(backgroundExport, answer).id)).size).toBe(1);
    expect(await server.database.ownerDb.selectFrom('lead_export').select('id').execute()).toHaveLength(1);
  });

  it('EX-1 with another body, the key is refused; a colleague’s key is their own', async () => {
    const { id } = body(backgroundExport, await order(world.as.admin, key));
    expect(problemOf(await order(world.as.admin, key, { format: 'tsv' })).code).toBe(
      'idempotency-key-reused',
    );
    expect(body(backgroundExport, await order(world.as.munichAdmin, key)).id).not.toBe(id);
  });

  it('EX-1 one that was deleted since is not made again', async () => {
    const { id } = body(backgroundExport, await order(world.as.admin, key));
    await server.request('DELETE', `${path}/${id}`, { as: world.as.admin });
    expect(problemOf(await order(world.as.admin, key)).code).toBe('not-found');
  });
});
