import { describe, expect, it } from 'vitest';
import { leadImport } from '../../../contract/imports/imports.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, testNow } from '../../../test/server.ts';
import { leadChanges } from '../../main.ts';
import { createLogger } from '../../platform/log.ts';
import { StoredFiles } from '../../platform/stored-files/index.ts';
import { CheckWork } from './check/check-work.ts';
import { importTools } from './imports.fixture.ts';
import { forgetEverything } from './records/forget-imports.ts';
import { ImportTurns } from './records/import-turns.ts';
import { UndoWork } from './run/undo-work.ts';
import { WriteWork } from './run/write-work.ts';

const { server, world } = useLeadWorld({
  emptied: ['lead_import_row', 'lead_import', 'lead_import_mapping', 'stored_file', 'lead'],
});
const tools = importTools({ server, world });
const small = 'Company,Email\r\nFabrikam,a@fabrikam.example\r\n';
const many = (count: number) =>
  `Company,Email\n${Array.from({ length: count }, (_, n) => `Company ${n},a${n}@company.example`).join('\n')}\n`;

describe('ID-1, ID-3: who imports', () => {
  it.each(['munichAdmin', 'user', 'accountAdmin', 'profileAdmin', 'seller', 'marketer'] as const)(
    'ID-1 %s may not',
    async (name) => {
      const as = world.as[name];
      expect((await tools.send(small, as)).status).toBe(403);
      expect((await server.request('GET', '/api/v1/imports', { as })).status).toBe(403);
    },
  );

  it('ID-1 nobody may without a session, and nothing of the file is kept', async () => {
    const answer = await server.request('POST', '/api/v1/imports', {
      body: small,
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.status).toBe(401);
    expect(await server.database.ownerDb.selectFrom('stored_file').selectAll().execute()).toEqual([]);
  });

  it('ID-3 what belongs to another organization is not there', async () => {
    const one = await tools.checked(small);
    const as = world.as.fabrikamAdmin;
    const path = `/api/v1/imports/${one.id}`;
    for (const [method, what] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/rejected'],
      ['POST', '/run'],
      ['POST', '/pause'],
      ['POST', '/cancel'],
      ['POST', '/undo'],
    ] as const)
      expect((await server.request(method, path + what, { as })).status, what).toBe(404);
    expect((await tools.change(one.id, { notify: true }, as)).status).toBe(404);
    expect((await server.request('GET', '/api/v1/imports', { as })).json).toEqual({ items: [] });
    expect((await tools.look(one.id)).settings.notify).toBe(false);
  });

  it('ID-1 somebody who lost the role writes no further row', async () => {
    const leaving = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await server.signIn(leaving);
    const one = await tools.checked(small, as);
    await tools.act(one.id, 'run', as);
    await server.database.ownerPool.query('delete from membership where person_id = $1', [leaving.id]);
    await tools.work();
    const after = await tools.look(one.id);
    expect(after).toMatchObject({ state: 'failed', written: { created: 0 } });
    expect(after.problem?.message).toContain('role');
  });
});

describe('EX-2: files that are refused', () => {
  const refusal = async (file: string | Buffer, type = 'text/csv') => {
    const answer = await tools.send(file, world.as.admin, type);
    return [answer.status, (answer.json as { detail?: string }).detail];
  };

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /empty/],
    ['a quotation mark that never closes', 'Company,Email\nx,"y\n', /row 2, column 2/],
    ['10,000 columns', `${'Company,'.repeat(10_000)}\n`, /more than 500 columns.*row 1/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1]), /isn’t a table/],
    ['an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /password/],
    ['half a workbook', Buffer.from('PK\u0003\u0004 and no more'), /damaged/],
  ])('EX-2 %s: a sentence with the place, and nothing is kept', async (_, file, sentence) => {
    const [status, detail] = await refusal(file);
    expect(status).toBe(400);
    expect(detail).toMatch(sentence);
    expect(await server.database.ownerDb.selectFrom('stored_file').selectAll().execute()).toEqual([]);
    expect(await server.database.ownerDb.selectFrom('lead_import').selectAll().execute()).toEqual([]);
  });

  it('EX-2 another type than a table, and more than 512 MB', async () => {
    expect((await refusal('{}', 'image/png'))[0]).toBe(415);
    const answer = await fetch(`${server.address}/api/v1/imports`, {
      method: 'POST',
      headers: {
        ...('cookie' in world.as.admin && { cookie: world.as.admin.cookie }),
        'content-type': 'text/csv',
        'content-length': String(2 ** 31),
      },
      body: 'a',
    }).catch(() => undefined);
    // The client refuses to lie about the length, or the server refuses before it reads.
    expect(answer?.status ?? 413).toBe(413);
  });

  it('EX-2 a problem in the middle fails the dry run with its place, and the process goes on', async () => {
    const one = body(leadImport, await tools.send(`${many(3000)}x,"never closed\n${'a,b\n'.repeat(10)}`));
    await tools.work();
    const failed = await tools.look(one.id);
    expect(failed).toMatchObject({ state: 'failed', problem: { row: 3002, column: 2 } });
    expect((await tools.checked(small)).state).toBe('ready');
  });

  it('EX-2 more than three imports at work', async () => {
    for (let n = 0; n < 3; n++) body(leadImport, await tools.send(small));
    expect((await tools.send(small)).status).toBe(409);
  });

  it('EX-2 more than three that still arrive, or more bytes than an organization may keep', async () => {
    const keep = (bytes: number, createdAt: Date) =>
      server.database.ownerPool.query(
        `insert into stored_file (organization_id, id, person_id, kind, name, content_type, size_bytes, created_at, expires_at)
         values ($1, gen_random_uuid(), $2, 'import', 'kept.csv', 'text/csv', $3, $4, $5)`,
        [world.contoso.id, world.people.admin.id, bytes, createdAt, new Date(testNow.getTime() + 86_400_000)],
      );
    const forget = () => server.database.ownerPool.query("delete from stored_file where name = 'kept.csv'");
    for (let n = 0; n < 3; n++) await keep(0, new Date(testNow.getTime() - 60_000));
    expect((await tools.send(small)).status).toBe(409);
    await forget();
    // What broke off hours ago does not arrive any more.
    for (let n = 0; n < 3; n++) await keep(0, new Date(testNow.getTime() - 7_200_000));
    expect((await tools.send(small)).status).toBe(202);
    await keep(2 * 1024 ** 3, new Date(testNow.getTime() - 7_200_000));
    expect((await tools.send(small)).json).toMatchObject({ code: 'limit-reached' });
    await forget();
    expect((await tools.send(small)).status).toBe(202);
  });
});

describe('EX-2: work that is interrupted', () => {
  const place = (id: string) => ({
    organizationId: world.contoso.id,
    personId: world.people.admin.id,
    importId: id,
  });
  const workers = (mostRows: number) => {
    const db = server.database.workerDb;
    const turns = new ImportTurns(db, server.clock, createLogger('silent'));
    const files = new StoredFiles(db);
    const options = { mostRows, turnMilliseconds: 0 };
    return {
      check: new CheckWork(turns, files, options),
      write: new WriteWork(turns, files, leadChanges, options),
      undo: new UndoWork(turns, leadChanges, options),
    };
  };

  it('EX-2 goes on where it stopped, in the dry run, while writing and while undoing: each row once', async () => {
    const { id } = body(leadImport, await tools.send(many(100)));
    await server.queue.clear();
    const { check, write, undo } = workers(30);
    await check.workTurn({ ...place(id), round: 1 });
    expect(await tools.look(id)).toMatchObject({ state: 'checking', checkedRows: 30 });
    // Two at once, as when a worker that was taken for dead lives.
    await Promise.all([check, workers(30).check].map((one) => one.workTurn({ ...place(id), round: 1 })));
    await server.queue.clear();
    for (let n = 0; n < 4; n++) await check.workTurn({ ...place(id), round: 1 });
    expect(await tools.look(id)).toMatchObject({
      state: 'ready',
      checkedRows: 100,
      summary: { create: 100 },
    });
    await tools.act(id, 'run');
    await server.queue.clear();
    await write.workTurn(place(id));
    expect(await tools.look(id)).toMatchObject({ state: 'running', written: { created: 30 } });
    await Promise.all([write, workers(30).write].map((one) => one.workTurn(place(id))));
    for (let n = 0; n < 4; n++) await write.workTurn(place(id));
    expect(await tools.look(id)).toMatchObject({ state: 'done', written: { created: 100 } });
    expect((await tools.leads()).length).toBe(100);
    await tools.act(id, 'undo');
    for (let n = 0; n < 5; n++) await undo.workTurn(place(id));
    expect(await tools.look(id)).toMatchObject({ state: 'undone', undone: { removed: 100, kept: 0 } });
    expect(await tools.leads()).toEqual([]);
  });

  it('EX-2 pauses, goes on, and is canceled: what was written stays, and can be taken back', async () => {
    const { id } = await tools.checked(many(60));
    await tools.act(id, 'run');
    await server.queue.clear();
    const { write } = workers(20);
    await write.workTurn(place(id));
    expect((await tools.act(id, 'pause')).status).toBe(200);
    await write.workTurn(place(id));
    expect(await tools.look(id)).toMatchObject({ state: 'paused', written: { created: 20 } });
    await tools.act(id, 'run');
    await write.workTurn(place(id));
    expect((await tools.act(id, 'cancel')).status).toBe(200);
    await write.workTurn(place(id));
    expect(await tools.look(id)).toMatchObject({ state: 'cancelled', written: { created: 40 } });
    expect((await tools.act(id, 'run')).status).toBe(409);
    expect(await tools.done(id, 'undo')).toMatchObject({ undone: { removed: 40 } });
  });

  it('EX-2 rows are forgotten when they can no longer be taken back, imports after a month', async () => {
    const { id } = await tools.checked(small);
    const days = (count: number) => new Date(server.clock.now().getTime() + count * 86_400_000);
    const count = async (table: 'lead_import' | 'lead_import_row') =>
      (await server.database.ownerDb.selectFrom(table).selectAll().execute()).length;
    await forgetEverything(server.database.workerDb, days(14));
    expect(await count('lead_import_row')).toBe(1);
    await forgetEverything(server.database.workerDb, days(16));
    expect([await count('lead_import'), await count('lead_import_row')]).toEqual([1, 0]);
    await forgetEverything(server.database.workerDb, days(31));
    expect(await count('lead_import')).toBe(0);
    expect((await server.request('GET', `/api/v1/imports/${id}`, { as: world.as.admin })).status).toBe(404);
  });
});

describe('EX-2: the operator sends qualified leads to partners', () => {
  const file =
    'Partner,Location,Company,Email\r\nContoso,Munich,Adatum,a@adatum.example\r\nFabrikam,,Litware,b@litware.example\r\nNobody,,X,c@x.example\r\nContoso,Oslo,Y,d@y.example\r\n,,Z,e@z.example\r\n';

  it('EX-2 to the partner and location that each row names, and takes them back', async () => {
    const as = world.as.operatorAdmin;
    const one = await tools.checked(file, as);
    expect(one.summary).toEqual({ create: 2, update: 0, unchanged: 0, skip: 0, reject: 3 });
    await tools.done(one.id, 'run', as);
    expect(
      (await tools.leads()).map((lead) => [
        lead.organization_id,
        lead.location_id,
        lead.status,
        lead.qualification,
      ]),
    ).toEqual([
      [world.contoso.id, world.munich.id, 'Received', 'SalesQualified'],
      [world.fabrikam.id, world.fabrikam.location.id, 'Received', 'SalesQualified'],
    ]);
    const again = await tools.checked(file, as);
    expect(again.summary).toMatchObject({ create: 0, unchanged: 2 });
    expect(await tools.done(one.id, 'undo', as)).toMatchObject({ undone: { removed: 2 } });
  });

  it('ID-2 does not learn which customers a partner has besides the leads that it sent', async () => {
    await world.lead({ customer_name: 'Adatum', contact_email: 'a@adatum.example' });
    const one = await tools.checked(file, world.as.operatorAdmin);
    expect(one.summary).toMatchObject({ create: 2, unchanged: 0 });
  });
});

describe('EX-2: nobody is told unless asked', () => {
  it.each([
    [false, ['lead.check-contact']],
    [true, ['lead.check-contact', 'lead.share-out', 'lead.tell-arrival']],
  ])('EX-2 notify %s', async (notify, jobs) => {
    await server.queue.clear();
    const one = await tools.checked(small);
    await tools.change(one.id, { notify, startState: 'Received' });
    await tools.work();
    await tools.done(one.id);
    expect((await server.queue.list()).map(({ name }) => name).toSorted()).toEqual(jobs);
    await server.queue.clear();
  });
});
