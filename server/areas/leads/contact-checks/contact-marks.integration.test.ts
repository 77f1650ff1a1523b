import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactMark, contactMarkPage } from '../../../../contract/leads/contact-checks.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow, useTestServer } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { rememberCatchAllInDatabase } from './catch-all.repo.ts';

const listFile = join(tmpdir(), `leadlight-domains-${process.pid}`);
beforeAll(() => writeFile(listFile, '# none yet\n'));
afterAll(() => rm(listFile));

const server = useTestServer({
  env: { LEADLIGHT_EMAIL_CHECKS: 'syntax', LEADLIGHT_DISPOSABLE_DOMAINS: listFile },
  emptied: ['contact_mark', 'spam_report', 'lead'],
});
const vendor = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const admin = useMade(() => server.signInAs(contoso.id, 'referrals-admin'));
const operator = useMade(() => server.signInAs(vendor.id, 'operator-admin'));

const url = '/api/v1/contact-marks';
const add = (mark: object, as: Caller | undefined = operator) =>
  server.request('POST', url, { as, body: { list: 'block', note: '', ...mark } });
const remove = (id: string, as: Caller | undefined = operator) =>
  server.request('DELETE', `${url}/${id}`, { as });
const job = (name: string) => server.jobs.find((each) => each.name === name);

/** Works every waiting job, as the worker would, until none is left. @returns how many checks of leads were ordered */
async function work(): Promise<number> {
  const worked = await server.queue.run();
  const checks = worked.filter(({ name }) => name === 'lead.check-contact');
  return checks.flatMap(({ payload }) => (payload as { leadIds: string[] }).leadIds).length;
}

async function validityOf(leadId: string): Promise<string | null> {
  const { rows } = await server.database.ownerPool.query<{ email_validity: string | null }>(
    'select email_validity from lead where id = $1',
    [leadId],
  );
  return rows[0]?.email_validity ?? null;
}

/** Leads of two organizations in turn. */
async function makeLeads(addresses: readonly string[]): Promise<string[]> {
  const owners = [fabrikam.id, contoso.id];
  const made: string[] = [];
  for (const contact_email of addresses)
    made.push(await server.make.lead(owners[made.length % 2] ?? contoso.id, { contact_email }));
  return made;
}

async function validitiesOf(leadIds: readonly string[]): Promise<Set<string | null>> {
  return new Set(await Promise.all(leadIds.map(validityOf)));
}

describe('the lists of the operator', () => {
  it('ID-7 a change of the lists is in the access log, without the value', async () => {
    const added = await add({ kind: 'address', value: 'spam@noisy-mailbox.com' });
    expect(added.status, added.text).toBe(201);
    const entry = body(contactMark, added);
    expect((await remove(entry.id)).status).toBe(204);
    const { rows } = await server.database.ownerPool.query(
      "select action, detail from access_log where action = 'settings.change' order by id",
    );
    expect(rows).toEqual([
      { action: 'settings.change', detail: 'an email address added to the block list' },
      { action: 'settings.change', detail: 'an email address removed from the block list' },
    ]);
    await work();
  });

  it('CV-6: an entry is added in its one spelling, listed, found, and removed', async () => {
    const made = body(contactMark, await add({ kind: 'domain', value: '@Bücher-Fabrik.DE', note: 'Pests' }));
    expect(made).toMatchObject({
      list: 'block',
      value: 'xn--bcher-fabrik-dlb.de',
      note: 'Pests',
      source: 'operator',
    });
    body(contactMark, await add({ list: 'allow', kind: 'phone', value: '+49 30 901820' }));
    const list = async (query = '') =>
      body(contactMarkPage, await server.request('GET', `${url}${query}`, { as: operator })).items.map(
        ({ value }) => value,
      );
    expect(await list()).toEqual(['+4930901820', 'xn--bcher-fabrik-dlb.de']);
    expect(await list('?list=block')).toEqual(['xn--bcher-fabrik-dlb.de']);
    expect(await list('?search=9018')).toEqual(['+4930901820']);
    const inLetters = encodeURIComponent('Bücher-Fabrik.de');
    expect(await list(`?search=${inLetters}`)).toEqual(['xn--bcher-fabrik-dlb.de']);
    expect((await remove(made.id)).status).toBe(204);
    expect(await list()).toEqual(['+4930901820']);
    expect((await remove(made.id)).status).toBe(404);
  });

  it.each([
    { kind: 'domain', value: 'no domain' },
    { kind: 'address', value: 'nobody' },
    { kind: 'phone', value: '030 901820' },
    { kind: 'nothing', value: 'x' },
  ])('CV-6: 400 for what is none: $kind $value', async (mark) => {
    expect(problemOf(await add(mark)).status).toBe(400);
  });

  it('CV-6: 400 for what is on the list already', async () => {
    await add({ kind: 'address', value: 'pest@contoso.com' });
    expect(problemOf(await add({ kind: 'address', value: 'PEST@contoso.com' })).status).toBe(400);
  });

  it('ID-3: 401 and 403 for everybody but operator admins', async () => {
    const mark = { kind: 'domain', value: 'contoso.com' };
    for (const [as, status] of [
      [undefined, 401],
      [admin, 403],
    ] as const) {
      expect((await server.request('GET', url, { as })).status).toBe(status);
      expect((await server.request('POST', url, { as, body: { list: 'block', ...mark } })).status).toBe(
        status,
      );
      expect((await server.request('DELETE', `${url}/${newId()}`, { as })).status).toBe(status);
    }
  });
});

describe('a mark acts on older leads', () => {
  /** The same mailbox as people and programs write it, in two organizations. */
  const spellings = [
    'Ada@müller-fabrik.de',
    'ada@MÜLLER-Fabrik.DE',
    'ada@mu\u0308ller-fabrik.de',
    'ada@xn--mller-fabrik-dlb.de',
    'ADA@XN--MLLER-FABRIK-DLB.DE',
    'ada@ｍüller-fabrik.de',
    'Ada Müller <ada@müller-fabrik.de>',
    'mailto:ada@xn--mller-fabrik-dlb.de?subject=x',
  ];

  it.each([
    ['address', 'ada@müller-fabrik.de'],
    ['address', 'ADA@xn--mller-fabrik-dlb.de'],
    ['domain', 'Müller-Fabrik.de'],
    ['domain', 'xn--mller-fabrik-dlb.de'],
  ])('CV-6: %s %s, however theirs was written, and is taken back from them', async (kind, value) => {
    const leads = await makeLeads(spellings);
    const others = await makeLeads(['grace@müller-fabrik.com', 'ada@mueller-fabrik.de', 'ada@mühle.de']);
    const mark = body(contactMark, await add({ kind, value }));
    expect(await work()).toBe(leads.length);
    expect(await validitiesOf(leads)).toEqual(new Set(['Spam']));
    expect(await validitiesOf(others)).toEqual(new Set([null]));
    await remove(mark.id);
    await work();
    expect(await validitiesOf(leads)).toEqual(new Set(['Unknown']));
  });

  it('CV-6: a mark reaches addresses with something around them', async () => {
    const decorated = [
      'Ben Muster <ben@firmi-muster.com>',
      'E-Mail: ben@firmi-muster.com',
      'ben@firmi-muster.com; x@y.com',
    ];
    const leads = await makeLeads([...decorated, 'ben@firmi-muster.com']);
    await add({ kind: 'address', value: 'ben@firmi-muster.com' });
    expect(await work()).toBe(leads.length);
    expect(await validitiesOf(leads)).toEqual(new Set(['Spam']));
  });

  it('CV-6: a domain marks what is written below it, in letters too', async () => {
    const leadId = await server.make.lead(contoso.id, { contact_email: 'ada@büro.müller-fabrik.de' });
    await add({ kind: 'domain', value: 'müller-fabrik.de' });
    await work();
    expect(await validityOf(leadId)).toBe('Spam');
  });

  it('CV-6: a report reaches the other leads of that mailbox in the own organization, in every spelling', async () => {
    const leads: string[] = [];
    for (const contact_email of spellings) leads.push(await server.make.lead(contoso.id, { contact_email }));
    const elsewhere = await server.make.lead(fabrikam.id, { contact_email: spellings[0] ?? '' });
    const report = `/api/v1/leads/${leads[0]}/spam-report`;
    expect((await server.request('PUT', report, { as: admin })).status).toBe(200);
    await work();
    expect(await validitiesOf(leads)).toEqual(new Set(['Spam']));
    expect(await validityOf(elsewhere)).toBeNull();
  });

  it('CV-6: a report that comes and goes orders one look at the leads, and the order’s key holds no address', async () => {
    const leadId = await server.make.lead(contoso.id, { contact_email: 'ben@comes-and-goes.de' });
    await work();
    const report = `/api/v1/leads/${leadId}/spam-report`;
    for (let n = 0; n < 4; n++)
      for (const method of ['PUT', 'DELETE'])
        expect((await server.request(method, report, { as: admin })).status).toBe(200);
    const orders = await server.queue.list('contact-mark.apply');
    expect(orders).toHaveLength(1);
    expect(orders[0]?.key).toMatch(/^contact-mark [\w-]{43}$/);
    await work();
  });

  it('CV-6: more leads beyond ASCII than one portion holds are all looked at', async () => {
    const addresses = Array.from({ length: 501 }, (_, index) => `n@bücher-${index % 500}.de`);
    await Promise.all(addresses.map((contact_email) => server.make.lead(contoso.id, { contact_email })));
    await add({ kind: 'domain', value: 'bücher-0.de' });
    expect(await work()).toBe(2);
  });
});

describe('whose domain may be marked by reports', () => {
  it('CV-6: not one that the operator’s file knows as disposable: each mailbox there is somebody else’s', async () => {
    const report = async (contact_email: string) => {
      const leadId = await server.make.lead(contoso.id, { contact_email });
      const answer = await server.request('PUT', `/api/v1/leads/${leadId}/spam-report`, { as: admin });
      expect(answer.status).toBe(200);
      const { rows } = await server.database.ownerPool.query<{ domain: string | null }>(
        'select domain from spam_report where lead_id = $1',
        [leadId],
      );
      return rows[0]?.domain;
    };
    expect(await report('a@throwaway-mail.com')).toBe('throwaway-mail.com');
    await writeFile(listFile, 'throwaway-mail.com\n');
    expect(await report('b@throwaway-mail.com')).toBeNull();
    expect(await report('c@gmail.com')).toBeNull();
  });
});

describe('what is known of catch-all domains', () => {
  it('CV-1: is forgotten once it is stale, not before; twice in a row changes nothing', async () => {
    const memory = rememberCatchAllInDatabase(server.database.db, server.clock);
    const day = 86_400_000;
    await memory.set('stale.com', true, new Date(testNow.getTime() + day));
    await memory.set('fresh.com', true, new Date(testNow.getTime() + 7 * day));
    server.clock.set(new Date(testNow.getTime() + day));
    for (const _ of ['once', 'twice']) {
      await job('catch-all.forget')?.run({});
      const { rows } = await server.database.ownerPool.query('select domain from catch_all_domain');
      expect(rows).toEqual([{ domain: 'fresh.com' }]);
    }
    expect(await memory.get('fresh.com')).toBe(true);
  });
});

describe('the clean-up', () => {
  it('comes again and again: each time has a job that is there', () => {
    const tasks = server.jobs.filter(({ every }) => every !== undefined).map(({ name }) => name);
    expect(tasks).toEqual(expect.arrayContaining(['catch-all.forget', 'quarantine.remove-undecided']));
    for (const task of tasks) expect(job(task), task).toBeDefined();
  });
});
