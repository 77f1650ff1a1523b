import { beforeAll, describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import {
  quarantinePage,
  quarantineSummary,
  suspectedSubmissionDetails,
} from '../../../../contract/intake/quarantine.ts';
import { brokenBodies, idValues, queryValues } from '../../../../test/hostile.ts';
import { openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { openPublicForm } from '../../partners/public-pages/form-test-support.ts';
import { receiveReleased, removeForm } from './quarantine.jobs.ts';

const { server, world } = useLeadWorld({
  env: { LEADLIGHT_TRUST_PROXY: '1' },
  emptied: ['suspected_submission', 'quarantine_word', 'lead', 'intake_receipt'],
});
let path: string;
let senders = 0;

beforeAll(async () => {
  await server.database.ownerDb
    .insertInto('publisher')
    .values({ id: 'contoso', organization_id: world.contoso.id })
    .execute();
  const partner = { id: world.contoso.id, publisherId: 'contoso' };
  const offer = await server.make.offer(partner, { title: 'Backup', location_id: world.munich.id });
  path = `/offers/-/${offer.name}`;
});

const url = '/api/v1/quarantine';
const missing = '018f0000-0000-7000-8000-000000000000';
const get = (address: string, as: Caller = world.as.operatorAdmin) => server.request('GET', address, { as });
const post = (address: string, as: Caller = world.as.operatorAdmin) =>
  server.request('POST', address, { as });
const list = async (query = '') => body(quarantinePage, await get(url + query));
const open = async (id: string) => body(suspectedSubmissionDetails, await get(`${url}/${id}`));
const act = async (id: string, action: 'release' | 'spam' | 'restore') =>
  body(suspectedSubmissionDetails, await post(`${url}/${id}/${action}`));
const leads = () => server.database.ownerDb.selectFrom('lead').selectAll().execute();

let customers = 0;
/** A submission with the trap filled in. @returns its id in the quarantine */
async function suspect(more: Record<string, string> = {}): Promise<string> {
  const form = await openPublicForm(server, path);
  const email = `ada${++customers}@customer.test`;
  const customer = { firstName: 'Ada', lastName: 'Lovelace', email, country: 'GB' };
  const fields = {
    ...customer,
    message: 'Buy backlinks',
    consent: 'on',
    ...form.fields,
    homepage: 'x',
    ...more,
  };
  const answer = await server.request('POST', path, {
    body: new URLSearchParams(fields),
    headers: { 'x-forwarded-for': `198.51.100.${++senders % 250}` },
  });
  expect(answer.status).toBe(303);
  return (await list()).items[0]?.id ?? '';
}

async function runJob(name: string, submissionId: string) {
  const job = server.jobs.find((one) => one.name === name);
  await job?.run({ organizationId: world.operator.id, submissionId });
  expect(job).toBeDefined();
}

describe('IN-7: the operator sees what is suspected', () => {
  it('IN-7 in the list, with why, and all that was typed in the details', async () => {
    const id = await suspect({
      email: 'ada@customer.test',
      company: 'Links Ltd',
      phone: '+44 20 7946 0000',
      proof: '',
    });
    const [item, ...rest] = (await list()).items;
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      id,
      state: 'suspected',
      receivedAt: server.clock.now().toISOString(),
      partner: { id: world.contoso.id, name: 'Contoso' },
      page: { kind: 'offer', title: 'Backup', path },
      name: 'Ada Lovelace',
      company: 'Links Ltd',
      excerpt: 'Buy backlinks',
    });
    expect(item?.textScore).toBeGreaterThan(0.3);
    expect(item?.signals).toEqual(['trap-filled', 'proof-missing']);
    const details = await open(id);
    expect(details.form).toMatchObject({
      email: 'ada@customer.test',
      phone: '+44 20 7946 0000',
      country: 'GB',
      message: 'Buy backlinks',
      callToAction: 'ContactMe',
    });
    expect(details.actions).toEqual(['release', 'confirm-spam']);
    expect(details.text).toMatchObject({ spamDecisions: 0, decisionsNeeded: 20 });
    expect(body(quarantineSummary, await get(`${url}/summary`))).toEqual({ suspected: 1 });
  });

  it('IN-7 newest first, page by page, by state', async () => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await suspect());
    expect((await act(ids[0] ?? '', 'spam')).nextId).toBe(ids[4]);
    expect((await open(ids[3] ?? '')).nextId).toBe(ids[2]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await list(
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids.slice(1).toReversed());
    expect((await list('?state=spam')).items.map((item) => item.id)).toEqual([ids[0]]);
    expect((await list('?state=released')).items).toEqual([]);
  });

  it('ID-7 reading and deciding are in the access log, without a contact detail', async () => {
    await server.database.ownerDb.deleteFrom('access_log').execute();
    const id = await suspect();
    await open(id);
    await act(id, 'spam');
    await act(id, 'restore');
    await act(id, 'release');
    const { items } = body(accessLogPage, await get('/api/v1/access-log'));
    expect(items.map(({ action }) => action).toReversed()).toEqual([
      'quarantine.list',
      'quarantine.read',
      'quarantine.change',
      'quarantine.change',
      'quarantine.change',
    ]);
    expect(items[0]).toMatchObject({ detail: `released, submission ${id}`, leadIds: [] });
    expect(JSON.stringify(items)).not.toMatch(/lovelace|customer\.test/i);
  });
});

describe('IN-7: releasing', () => {
  it('IN-7 makes the lead that it would have been; the partner’s time to answer begins now', async () => {
    const id = await suspect();
    const sentAt = server.clock.now();
    server.clock.set(new Date(sentAt.getTime() + 48 * 3_600_000));
    const released = await act(id, 'release');
    const [lead, ...rest] = await leads();
    expect(rest).toEqual([]);
    expect(released).toMatchObject({
      state: 'released',
      leadId: lead?.id,
      actions: [],
      decidedBy: world.people.operatorAdmin.name,
    });
    expect(lead).toMatchObject({
      organization_id: world.contoso.id,
      location_id: world.munich.id,
      door: 'offer-page',
      status: 'Received',
      contact_email: `ada${customers}@customer.test`,
      received_at: sentAt,
      suspected_spam: false,
      consent_at: sentAt,
      expires_at: new Date(server.clock.now().getTime() + 336 * 3_600_000),
    });
    expect(lead?.routing_reason).toContain('released it from the quarantine');
    const answer = await get(`/api/v1/leads/${lead?.id}`, world.as.munichAdmin);
    expect(answer.status).toBe(200);
  });

  it('IN-7 clicked twice at once makes one lead; the second is told what happened', async () => {
    const id = await suspect();
    const answers = await Promise.all([
      post(`${url}/${id}/release`),
      post(`${url}/${id}/release`),
      post(`${url}/${id}/spam`),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const state = (await open(id)).state;
    expect(await leads()).toHaveLength(state === 'released' ? 1 : 0);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      const problem = problemOf(answer);
      expect(problem.code).toBe('action-not-possible');
      expect(suspectedSubmissionDetails.parse(problem.current)).toMatchObject({ id, state });
    }
  });

  it('IN-7 the lead is made also when the process dies in between, and once', async () => {
    const id = await suspect();
    const { ownerPool, ownerDb } = server.database;
    await ownerPool.query('alter table intake_receipt rename to hidden');
    const failed = await post(`${url}/${id}/release`);
    await ownerPool.query('alter table hidden rename to intake_receipt');
    expect(failed.status).toBe(500);
    expect(await leads()).toEqual([]);
    await Promise.all([runJob(receiveReleased.name, id), runJob(receiveReleased.name, id)]);
    await runJob(receiveReleased.name, id);
    const [lead, ...rest] = await leads();
    expect(rest).toEqual([]);
    expect((await open(id)).leadId).toBe(lead?.id);
    // As if the job had died after storing the lead, before recording it.
    await ownerDb.updateTable('suspected_submission').set({ lead_id: null }).execute();
    await runJob(receiveReleased.name, id);
    expect((await open(id)).leadId).toBe(lead?.id);
    expect(await leads()).toHaveLength(1);
  });
});

describe('IN-7: confirming spam', () => {
  it('IN-7 is taken back, and then released', async () => {
    const id = await suspect();
    const spam = await act(id, 'spam');
    expect(spam).toMatchObject({
      state: 'spam',
      actions: ['restore'],
      decidedBy: world.people.operatorAdmin.name,
    });
    expect(spam.formRemovedAt).toBe(new Date(server.clock.now().getTime() + 30 * 86_400_000).toISOString());
    expect(problemOf(await post(`${url}/${id}/release`)).status).toBe(409);
    expect(await leads()).toEqual([]);
    expect(await act(id, 'restore')).toMatchObject({ state: 'suspected', decidedAt: null, decidedBy: null });
    expect(problemOf(await post(`${url}/${id}/restore`)).status).toBe(409);
    await act(id, 'release');
    expect(await leads()).toHaveLength(1);
  });

  it('DP-1 what was typed is removed 30 days after the decision, not before and not when taken back', async () => {
    const [spam, restored, released] = [await suspect(), await suspect(), await suspect()];
    await act(spam, 'spam');
    await act(restored, 'spam');
    await act(restored, 'restore');
    await act(released, 'release');
    const decidedAt = server.clock.now().getTime();
    const kept = async (id: string) => {
      const row = server.database.ownerDb
        .selectFrom('suspected_submission')
        .select('lead')
        .where('id', '=', id);
      return (await row.executeTakeFirstOrThrow()).lead !== null;
    };
    const removeAll = async () => {
      for (const id of [spam, restored, released]) await runJob(removeForm.name, id);
    };
    server.clock.set(new Date(decidedAt + 30 * 86_400_000 - 1));
    await removeAll();
    expect(await kept(spam)).toBe(true);
    server.clock.set(new Date(decidedAt + 30 * 86_400_000));
    await removeAll();
    // An unused session does not last that long.
    const as = await openSession(server, world.people.operatorAdmin.id, world.operator.id);
    const open = async (id: string) => body(suspectedSubmissionDetails, await get(`${url}/${id}`, as));
    for (const id of [spam, released])
      expect(await open(id)).toMatchObject({
        form: null,
        text: null,
        name: null,
        excerpt: null,
        actions: [],
      });
    expect((await open(restored)).form).not.toBeNull();
    expect(problemOf(await post(`${url}/${spam}/restore`, as)).status).toBe(409);
    const rows = await server.database.ownerDb.selectFrom('suspected_submission').selectAll().execute();
    expect(JSON.stringify(rows.filter(({ id }) => id === spam))).not.toMatch(/lovelace|customer\.test/i);
  });
});

describe('IN-7: the score learns from the decisions', () => {
  async function decided(state: 'spam' | 'released', message: string, times: number) {
    for (let n = 0; n < times; n++)
      await act(await suspect({ message }), state === 'spam' ? 'spam' : 'release');
  }

  it('IN-7 and says which words speak for spam; taken back, it is as before', async () => {
    await decided('spam', 'casino bonus', 20);
    await decided('released', 'backup please', 19);
    const shipped = (await open(await suspect({ message: 'casino' }))).text?.score ?? 0;
    await decided('released', 'backup please', 1);
    expect((await open(await suspect({ message: 'casino' }))).text?.score).toBeGreaterThan(shipped);

    const id = await suspect({ message: 'casino backup bonus casino' });
    const { text, textScore } = await open(id);
    expect(text).toMatchObject({ spamDecisions: 20, releasedDecisions: 20 });
    expect(text?.forSpam.map(({ word }) => word)).toEqual(['bonus', 'casino', 'casino*']);
    expect(text?.againstSpam.map(({ word }) => word)).toEqual(['backup', 'backup*']);
    expect(textScore).toBeCloseTo(text?.score ?? -1, 5);

    const before = await counts();
    await act(id, 'spam');
    expect((await open(id)).text?.spamDecisions).toBe(21);
    await act(id, 'restore');
    expect(await counts()).toEqual(before);
  });

  it('IN-7 words of confirmed spam without a proof of work are suspected', async () => {
    await decided('spam', 'casino bonus', 20);
    await decided('released', 'backup please', 20);
    await suspect({ message: 'casino bonus', homepage: '', proof: '' });
    expect((await list()).items[0]?.signals).toEqual(['proof-missing', 'spam-words']);
  });

  /** What the score has learned; words without any decision left count as unknown. */
  async function counts() {
    const rows = await server.database.ownerDb
      .selectFrom('quarantine_word')
      .select(['number', 'spam', 'released'])
      .orderBy('number')
      .execute();
    return rows.filter(({ spam, released }) => spam + released > 0);
  }
});

describe('ID-3: the quarantine is the operator admins’', () => {
  const calls: [string, string][] = [
    ['GET', url],
    ['GET', `${url}/summary`],
    ['GET', `${url}/${missing}`],
    ['POST', `${url}/${missing}/release`],
    ['POST', `${url}/${missing}/spam`],
    ['POST', `${url}/${missing}/restore`],
  ];

  it.each(['admin', 'accountAdmin', 'user', 'profileAdmin', 'fabrikamAdmin', 'seller', 'marketer'] as const)(
    'ID-3 %s may nothing, and is told who may',
    async (name) => {
      const id = await suspect();
      for (const [method, address] of calls) {
        const to = address.replace(missing, id);
        const problem = problemOf(await server.request(method, to, { as: world.as[name] }));
        expect(problem).toMatchObject({ status: 403, code: 'not-allowed' });
        expect(problem.detail).toMatch(/the role Operator admin\.|for people of the operator/);
      }
      expect((await open(id)).state).toBe('suspected');
    },
  );

  it.each(calls)('ID-5 %s %s wants somebody to be signed in, and no token does', async (method, address) => {
    expect(problemOf(await server.request(method, address)).status).toBe(401);
    const token = await server.make.apiToken(world.operator.id, 'leads:read', 'leads:write', 'leads:create');
    expect(problemOf(await server.request(method, address, { as: { token } })).status).toBe(403);
  });

  it('ID-3 404 for what is not there', async () => {
    for (const [method, address] of calls.slice(2))
      expect(problemOf(await server.request(method, address, { as: world.as.operatorAdmin })).status).toBe(
        404,
      );
  });
});

describe('IN-4: bad input is told, never an error of ours', () => {
  it('IN-4 ids, cursors, queries and bodies', async () => {
    const id = await suspect();
    for (const value of idValues) {
      expect((await get(`${url}/${value}`)).status).toBeLessThan(500);
      expect((await post(`${url}/${value}/release`)).status).toBeLessThan(500);
    }
    for (const value of queryValues)
      for (const name of ['cursor', 'limit', 'state', 'x'])
        expect((await get(`${url}?${name}=${value}`)).status).toBeLessThan(500);
    for (const [, raw] of brokenBodies) {
      const answer = await server.request('POST', `${url}/${newId()}/spam`, {
        as: world.as.operatorAdmin,
        body: raw,
        headers: { 'content-type': 'application/json' },
      });
      expect(answer.status).toBeLessThan(500);
    }
    expect(problemOf(await get(`${url}?cursor=x`)).code).toBe('invalid-cursor');
    expect((await open(id)).state).toBe('suspected');
  });

  it('IN-5 the longest form that is taken is kept whole', async () => {
    const message = '😀'.repeat(5000);
    const id = await suspect({ message, lastName: 'ü'.repeat(200) });
    expect((await open(id)).form?.message).toBe(message);
    expect([...((await list()).items[0]?.excerpt ?? '')]).toHaveLength(160);
  });
});
