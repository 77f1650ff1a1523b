import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { backgroundExport, backgroundExportList } from '../../../../contract/leads/exports.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { readRecords } from '../../../../test/read-xlsx.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { StoredFiles } from '../../../platform/stored-files/index.ts';
import { ExportWork } from './export-work.service.ts';

const of = useLeadWorld({ emptied: ['lead_export', 'stored_file'] });
const { server, world } = of;
const many = 6000;

beforeAll(async () => {
  await server.database.ownerPool.query(
    `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, country,
       customer_name, contact_allowed, status, received_at, updated_at, expires_at, message)
     select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', 'FR',
       'Customer ' || n, true, 'Received', $2::timestamptz - make_interval(secs => n), $2, $2::timestamptz + interval '14 days',
       encode(sha256(n::text::bytea), 'hex')
     from generate_series(1, $3::int) n`,
    [world.contoso.id, testNow, many],
  );
});

const path = '/api/v1/exports';
const order = (asked: object = {}, as: Caller = world.as.admin) =>
  server.request('POST', path, { as, body: { country: ['FR'], ...asked } });
const ordered = async (asked?: object, as?: Caller) => body(backgroundExport, await order(asked, as));
const act = (method: string, id: string, what = '', as: Caller = world.as.admin) =>
  server.request(method, `${path}/${id}${what}`, { as });
const standing = async (id: string) => body(backgroundExport, await act('GET', id));
const listed = async (as: Caller = world.as.admin) =>
  body(backgroundExportList, await server.request('GET', path, { as })).items;
const make = () => server.queue.run('lead.make-export');
const tokenAs = async (): Promise<Caller> => ({
  token: await server.make.apiToken(world.contoso.id, 'leads:read'),
});

const countFiles = async () => {
  const { rows } = await server.database.ownerPool.query<{ files: number; parts: number }>(
    `select (select count(*)::int from stored_file) as files, (select count(*)::int from stored_file_part) as parts`,
  );
  return rows[0];
};

async function fileOf(id: string): Promise<Buffer> {
  const cookie = 'cookie' in world.as.admin ? world.as.admin.cookie : '';
  const answer = await fetch(`${server.address}${path}/${id}/file`, {
    headers: { cookie, 'accept-encoding': 'identity' },
  });
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  return bytes;
}

const entries = () =>
  server.database.ownerDb
    .selectFrom('access_log')
    .select(['detail', 'facts'])
    .where('action', '=', 'lead.export')
    .orderBy('id', 'desc')
    .execute();

type Append = (...args: unknown[]) => Promise<boolean>;

/** Does something between the first two parts of the next file. */
function betweenParts(run: () => Promise<unknown>): void {
  const prototype = ExportWork.prototype as unknown as { append: Append };
  const append = prototype.append;
  let count = 0;
  const spy = vi.spyOn(prototype, 'append').mockImplementation(async function (this: ExportWork, ...args) {
    if (++count === 2) {
      await run();
      spy.mockRestore();
    }
    return append.apply(this, args);
  });
}

describe('EX-1: exports in the background', () => {
  it('EX-1 a file is made with every row, in the format, columns and order asked for', async () => {
    const { id, state } = await ordered({
      format: 'csv',
      sort: 'createdAt',
      columns: ['CustomerName', 'Message'],
    });
    expect(state).toBe('waiting');
    await make();
    const done = await standing(id);
    expect(done).toMatchObject({
      ...{ state: 'done', rows: many, rowsDone: many, failure: null },
      fileName: `leadlight-marketplace-leads-2026-11-20-${many}-rows.csv`,
      expiresAt: '2026-11-27T10:00:00.000Z',
    });
    const file = await fileOf(id);
    expect(file.length).toBe(done.bytes);
    const rows = parse(file, { bom: true }) as string[][];
    expect(rows.length).toBe(many + 1);
    expect(rows.slice(0, 2).map(([name]) => name)).toEqual(['CustomerName', `Customer ${many}`]);
  });

  it('EX-1 the same in XLSX, which programs can open', async () => {
    const { id } = await ordered({ format: 'xlsx', columns: ['CustomerName', 'Message'] });
    await make();
    const answer = await act('GET', id, '/file');
    expect(answer.headers.get('content-disposition')).toContain(`-${many}-rows.xlsx"`);
    const records = readRecords(await fileOf(id));
    expect(new Set(records.map(({ CustomerName }) => CustomerName)).size).toBe(many);
  });

  it('EX-1 only named leads, in a search, without a trace of the search once it is done', async () => {
    const leadId = await world.lead({ customer_name: 'Kim Secret', country: 'FR' });
    const { id } = await ordered({ leadIds: [leadId], search: 'secret' });
    await make();
    expect(await standing(id)).toMatchObject({ state: 'done', rows: 1 });
    const row = await server.database.ownerDb.selectFrom('lead_export').selectAll().executeTakeFirst();
    expect(JSON.stringify(row)).not.toContain('secret');
    await server.database.ownerPool.query('delete from lead where id = $1', [leadId]);
  });

  it('ID-7 the access log has the making and each download', async () => {
    const { id } = await ordered({ format: 'tsv' });
    await make();
    await fileOf(id);
    const [download, making] = await entries();
    expect(download).toMatchObject({
      detail: `download of an export: ${many} leads, TSV`,
      facts: { exportId: id, rows: many, format: 'tsv' },
    });
    expect(making).toMatchObject({ detail: `${many} leads of the tab marketplace, TSV` });
  });

  it('EX-1 a file is not to be seen before it is whole', async () => {
    const { id } = await ordered();
    let during: unknown;
    betweenParts(async () => {
      const { rows, rowsDone, ...now } = await standing(id);
      expect(rows).toBe(many);
      expect(rowsDone).toBeGreaterThan(0);
      expect(rowsDone).toBeLessThan(many);
      expect(now).toMatchObject({ state: 'running', fileName: null, bytes: null });
      during = problemOf(await act('GET', id, '/file')).code;
    });
    await make();
    expect(during).toBe('action-not-possible');
    expect((await act('GET', id, '/file')).status).toBe(200);
    expect(problemOf(await act('GET', (await ordered()).id, '/file')).code).toBe('action-not-possible');
  });

  it('EX-1 what breaks off starts over and says so, and nothing of the first attempt is left', async () => {
    const { id } = await ordered();
    vi.spyOn(StoredFiles.prototype, 'complete').mockRejectedValueOnce(new Error('killed'));
    await expect(make()).rejects.toThrow('killed');
    expect(await standing(id)).toMatchObject({ state: 'running', fileName: null });
    expect((await act('GET', id, '/file')).status).toBe(409);
    await server.queue.add('lead.make-export', {
      organizationId: world.contoso.id,
      personId: world.people.admin.id,
      exportId: id,
    });
    await make();
    expect(await standing(id)).toMatchObject({ state: 'done', rowsDone: many, restarts: 1 });
    expect((parse(await fileOf(id), { bom: true }) as unknown[]).length).toBe(many + 1);
    expect((await countFiles())?.files).toBe(1);
  });

  it('EX-1 two workers at the same one: one file, whole', async () => {
    const { id } = await ordered({ format: 'xlsx' });
    const place = { organizationId: world.contoso.id, personId: world.people.admin.id, exportId: id };
    const job = server.jobs.find(({ name }) => name === 'lead.make-export');
    await Promise.all([job?.run(place), job?.run(place)]);
    expect(await standing(id)).toMatchObject({ state: 'done', rows: many, rowsDone: many });
    expect(readRecords(await fileOf(id)).length).toBe(many);
    expect((await countFiles())?.files).toBe(1);
    await job?.run(place);
    expect((await countFiles())?.files).toBe(1);
  });

  it('EX-1 one that breaks off again and again has failed, says so, and keeps nothing', async () => {
    const { id } = await ordered();
    const complete = vi.spyOn(StoredFiles.prototype, 'complete').mockRejectedValue(new Error('no'));
    const place = { organizationId: world.contoso.id, personId: world.people.admin.id, exportId: id };
    const job = server.jobs.find(({ name }) => name === 'lead.make-export');
    for (let attempt = 1; attempt < 5; attempt++) await expect(job?.run(place)).rejects.toThrow('no');
    await job?.run(place);
    complete.mockRestore();
    expect(await standing(id)).toMatchObject({ state: 'failed', failure: 'broken', fileName: null });
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
    expect(server.logged.join('')).toContain('an export failed');
  });

  it('EX-1 canceling while it is written keeps nothing of it', async () => {
    const { id } = await ordered({ format: 'csv' });
    betweenParts(() => act('POST', id, '/cancel'));
    await make();
    expect(await standing(id)).toMatchObject({ state: 'cancelled', rows: many, fileName: null });
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
  });

  it('EX-1 canceling before it began, twice, and after its end', async () => {
    const { id } = await ordered();
    expect((await act('POST', id, '/cancel')).json).toMatchObject({ state: 'cancelled' });
    expect((await act('POST', id, '/cancel')).json).toMatchObject({ state: 'cancelled' });
    await make();
    expect(await standing(id)).toMatchObject({ state: 'cancelled', rowsDone: 0 });
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
    const done = await ordered();
    await make();
    expect(problemOf(await act('POST', done.id, '/cancel')).code).toBe('action-not-possible');
  });

  it('EX-1 deleting takes the file away, also while it is written', async () => {
    const { id } = await ordered();
    await make();
    expect((await act('DELETE', id)).status).toBe(204);
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
    for (const what of ['', '/file']) expect((await act('GET', id, what)).status).toBe(404);
    const other = await ordered();
    betweenParts(() => act('DELETE', other.id));
    await make();
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
    expect(await listed()).toEqual([]);
  });

  it('EX-1 after seven days there is neither an export nor a file', async () => {
    const { id } = await ordered();
    await make();
    server.clock.set(new Date(testNow.getTime() + 7 * 86_400_000 - 1));
    expect((await act('GET', id, '/file')).status).toBe(200);
    server.clock.set(new Date(testNow.getTime() + 7 * 86_400_000));
    expect((await act('GET', id, '/file')).status).toBe(404);
    expect(await listed()).toEqual([]);
    await server.queue.add('lead.forget-exports', {});
    await server.queue.add('stored-files.forget', {});
    await server.queue.run('lead.forget-exports', 'stored-files.forget');
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
    expect(await server.database.ownerDb.selectFrom('lead_export').selectAll().execute()).toEqual([]);
  });

  it('EX-1 a person has three under way and twenty in all', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.push((await ordered()).id);
    const refused = problemOf(await order());
    expect([refused.code, refused.detail]).toEqual([
      'limit-reached',
      'You already have 3 exports in progress. Wait for one to finish, or cancel it.',
    ]);
    await server.database.ownerPool.query(
      `insert into lead_export (organization_id, id, person_id, format, query, state, created_at, expires_at)
       select organization_id, gen_random_uuid(), person_id, 'csv', '{}', 'done', created_at, expires_at
       from lead_export, generate_series(1, 6)`,
    );
    for (const id of ids) await act('POST', id, '/cancel');
    expect(problemOf(await order()).detail).toContain('already have 20 exports');
  });
});

describe('EX-1: whose exports they are', () => {
  it.each(['user', 'accountAdmin'] as const)(
    'ID-1 is refused to a person without the role: %s',
    async (who) => {
      expect((await order({}, world.as[who])).status).toBe(403);
    },
  );

  it('ID-5 belongs to people: a program streams its own', async () => {
    expect((await order({}, await tokenAs())).status).toBe(403);
  });

  it('ID-3 is not there for colleagues and strangers', async () => {
    const { id } = await ordered();
    await make();
    for (const as of [world.as.munichAdmin, world.as.fabrikamAdmin, world.as.operatorAdmin]) {
      const asked = [
        ['GET', ''],
        ['GET', '/file'],
        ['POST', '/cancel'],
        ['DELETE', ''],
      ] as const;
      for (const [method, what] of asked) expect((await act(method, id, what, as)).status).toBe(404);
      expect(await listed(as)).toEqual([]);
    }
    expect((await act('GET', newId())).status).toBe(404);
  });

  it('ID-2 has the leads that the person may see: those of their location', async () => {
    const leadId = await world.lead({ country: 'FR', location_id: world.munich.id });
    const { id } = body(backgroundExport, await order({}, world.as.munichAdmin));
    await make();
    const file = await server.request('GET', `${path}/${id}/file`, { as: world.as.munichAdmin });
    const rows = parse(file.text, { bom: true, columns: true }) as { LeadId: string }[];
    expect(rows.map(({ LeadId }) => LeadId)).toEqual([leadId]);
    await server.database.ownerPool.query('delete from lead where id = $1', [leadId]);
  });

  it('ID-1 whoever loses the role before it is made gets none', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await server.signIn(person);
    const { id } = body(backgroundExport, await order({}, as));
    const place = { organizationId: world.contoso.id, personId: person.id, exportId: id };
    // As if the role had been lost between the order and the job, and the order had stayed.
    await server.database.ownerPool.query('alter table membership disable trigger withdraw_exports');
    await server.database.ownerPool.query(
      `update membership set role = 'referrals-user' where person_id = $1`,
      [person.id],
    );
    await server.database.ownerPool.query('alter table membership enable trigger withdraw_exports');
    await server.jobs.find(({ name }) => name === 'lead.make-export')?.run(place);
    const row = await server.database.ownerDb.selectFrom('lead_export').selectAll().executeTakeFirst();
    expect(row).toMatchObject({ state: 'failed', failure: 'not-allowed' });
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
    await server.queue.take('lead.make-export');
  });

  it.each([
    ['is removed', 'delete from membership where person_id = $1'],
    ['gets another role', `update membership set role = 'referrals-user' where person_id = $1`],
  ])('EX-1 the file is gone when its person %s', async (_, change) => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await server.signIn(person);
    const { id } = body(backgroundExport, await order({}, as));
    const kept = await ordered();
    await make();
    expect((await act('GET', id, '/file', as)).status).toBe(200);
    await server.database.ownerPool.query(change, [person.id]);
    expect((await act('GET', id, '/file', as)).status).toBeGreaterThanOrEqual(401);
    expect((await listed()).map((one) => one.id)).toEqual([kept.id]);
    expect((await countFiles())?.files).toBe(1);
  });

  it('EX-1 a person who is removed while their file is written leaves nothing', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    await order({}, await server.signIn(person));
    betweenParts(() =>
      server.database.ownerPool.query('delete from membership where person_id = $1', [person.id]),
    );
    await make();
    expect(await countFiles()).toEqual({ files: 0, parts: 0 });
  });

  it.each([{ format: 'ods' }, { columns: ['Password'] }, { leadIds: [] }, { unknown: true }])(
    'EX-1 refuses what it does not know: %j',
    async (asked) => {
      expect(problemOf(await order(asked)).code).toBe('invalid-request');
    },
  );
});
