import { beforeEach, describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../contract/identity/identity.ts';
import { mailKinds, mailLanguages } from '../../../contract/mail/lists.ts';
import { mailDetails, mailPage, mailTemplate } from '../../../contract/mail/mail.ts';
import { startLeadWorldForTest, useLeadWorld } from '../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { inOrganization } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { contentOf, type Kept } from './kept-mails.fixture.ts';
import { Outbox } from './outbox.ts';

const mailServer = { SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: 'desk@vendor.test' };
const url = '/api/v1/mails';

const { server, world } = useLeadWorld({ env: mailServer });

beforeEach(async () => {
  await server.database.ownerPool.query('truncate mail cascade');
  await server.queue.clear();
});

const teamMail = (leadId: string, customerName = 'Alpine'): Kept => ({
  kind: 'team-assignment',
  byName: 'Grace',
  lead: {
    id: leadId,
    customerName,
    offerTitle: null,
    country: 'DE',
    qualification: 'Direct',
    callToAction: 'ContactMe',
    locationName: null,
    isTest: false,
    hot: false,
    receivedAt: testNow.toISOString(),
    expiresAt: null,
  },
});

interface Written {
  content: Kept;
  organizationId?: string;
  address?: string;
  leadIds?: string[];
  minutesLater?: number;
}

/** Puts an email into an outbox, as areas do. */
function write({
  content,
  organizationId = world.contoso.id,
  address,
  leadIds = [],
  minutesLater = 0,
}: Written) {
  const to = {
    personId: null,
    address: address ?? 'Ada@example.test',
    name: 'Ada',
    locale: 'en',
    timeZone: 'UTC',
  };
  const at = new Date(testNow.getTime() + minutesLater * 60_000);
  return inOrganization(server.database.db, { organizationId }, (tx) =>
    new Outbox(true).put(
      tx,
      { organizationId, to, content: contentOf(content), reason: 'team-added', leadIds },
      at,
    ),
  );
}

const setState = (id: string, state: string, error: string | null = null) =>
  server.database.ownerPool.query(
    `update mail set state = $2, error = $3, attempts = 2, sent_at = case when $2 = 'sent' then created_at end where id = $1`,
    [id, state, error],
  );
const list = async (as: Caller, query = '') =>
  body(mailPage, await server.request('GET', url + query, { as }));
const read = async (as: Caller, id: string) =>
  body(mailDetails, await server.request('GET', `${url}/${id}`, { as }));
const retry = (as: Caller | undefined, id: string) => server.request('POST', `${url}/${id}/retry`, { as });

describe('the outbox', () => {
  it('NT-4 says of each mail where it stands, to whom it went, why, and what it is about', async () => {
    const leadId = await world.lead();
    const id = await write({ content: teamMail(leadId), leadIds: [leadId] });
    await setState(id, 'failed', '550 5.1.1 No such user');
    const page = await list(world.as.admin);
    expect(page).toMatchObject({ mailsAreSent: true, nextCursor: null });
    expect(page.items).toEqual([
      expect.objectContaining({
        id,
        kind: 'team-assignment',
        state: 'failed',
        subject: 'You are on the team for Alpine',
        to: { name: 'Ada', address: 'Ada@example.test' },
        reason: 'team-added',
        leads: [{ id: leadId, customerName: 'Alpine', here: true }],
        leadCount: 1,
        attempts: 2,
        problem: { words: 'There is no such mailbox.', said: '550 5.1.1 No such user' },
        canRetry: true,
      }),
    ]);
  });

  it('NT-4 pages, newest first, and filters by state and lead', async () => {
    const leadId = await world.lead();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await write({ content: teamMail(leadId), minutesLater: n >> 1 }));
    const about = await write({
      content: teamMail(leadId),
      leadIds: [leadId],
      address: 'other@example.test',
    });
    await setState(ids[0] ?? '', 'sent');
    const got: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        world.as.admin,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      got.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    }
    expect(got).toHaveLength(6);
    expect(new Set(got)).toEqual(new Set([...ids, about]));
    const found = async (query: string) => (await list(world.as.admin, query)).items.map((one) => one.id);
    expect(await found('?state=sent')).toEqual([ids[0]]);
    expect(await found(`?leadId=${leadId}`)).toEqual([about]);
    expect(await found(`?leadId=${newId()}`)).toEqual([]);
  });

  it('ID-5 shows a mail as it reads, with dots for links that let somebody in', async () => {
    const secret = await write({ content: { kind: 'password-reset', linkId: newId() } });
    const mail = await read(world.as.accountAdmin, secret);
    expect(mail).toMatchObject({ hidesLink: true, subject: 'Choose a new password' });
    expect(mail.text).toContain('/reset/••••••••');
    expect(mail.html).toContain('/reset/••••••••');
    const requestId = newId();
    const customer: Kept = {
      kind: 'customer',
      news: 'declined',
      partnerName: 'C',
      offerTitle: null,
      requestId,
    };
    const toCustomer = await write({ content: customer, organizationId: world.operator.id });
    expect((await read(world.as.operatorAdmin, toCustomer)).text).toContain('/request/••••••••');
    const leadId = await world.lead();
    const open = await read(world.as.admin, await write({ content: teamMail(leadId), leadIds: [leadId] }));
    expect(open.hidesLink).toBe(false);
    expect(open.text).toContain(`/leads/${leadId}`);
  });

  it('LC-4 shows of a customer’s address the domain alone, nor what a mail server says of it', async () => {
    const requestId = newId();
    const content = {
      kind: 'customer',
      news: 'expired',
      partnerName: 'C',
      offerTitle: null,
      requestId,
    } as const;
    const address = 'ada.lovelace@customer.test';
    const id = await write({ content, address, organizationId: world.operator.id, leadIds: [newId()] });
    const { ownerPool } = server.database;
    const seen = async () => {
      const answers = [await list(world.as.operatorAdmin), await read(world.as.operatorAdmin, id)];
      expect(JSON.stringify(answers)).not.toMatch(/lovelace/i);
      return read(world.as.operatorAdmin, id);
    };
    expect((await seen()).to).toEqual({ name: 'Ada', address: '•••@customer.test' });
    await setState(id, 'failed', `550 5.1.1 <${address}>: Recipient address rejected`);
    expect((await seen()).problem).toMatchObject({ words: expect.any(String), said: null });
    await ownerPool.query('update mail set returned_at = created_at, return_reason = $1', [address]);
    expect((await seen()).problem?.said).toBeNull();
  });

  it('ID-7 who saw mails to customers is in the access log', async () => {
    const leadId = newId();
    const content: Kept = {
      kind: 'customer',
      news: 'expired',
      partnerName: 'Contoso',
      offerTitle: null,
      requestId: newId(),
    };
    const id = await write({ content, organizationId: world.operator.id, leadIds: [leadId] });
    await list(world.as.operatorAdmin);
    await read(world.as.operatorAdmin, id);
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.operatorAdmin });
    expect(body(accessLogPage, log).items.slice(0, 2)).toMatchObject([
      { action: 'mail.read', leadIds: [leadId] },
      { action: 'mail.list', leadIds: [leadId] },
    ]);
  });
});

describe('trying again', () => {
  it('NT-4 a mail that failed or was kept is tried at once, and once', async () => {
    const id = await write({ content: teamMail(newId()) });
    await setState(id, 'failed', '451 Later');
    const answers = await Promise.all([retry(world.as.admin, id), retry(world.as.admin, id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await read(world.as.admin, id)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      problem: null,
      canRetry: false,
    });
  });

  it('NT-4 not one that is sent, and none without a mail server', async () => {
    const id = await write({ content: teamMail(newId()) });
    await setState(id, 'sent');
    const refused = problemOf(await retry(world.as.admin, id));
    expect(refused).toMatchObject({
      status: 409,
      code: 'action-not-possible',
      current: { id, state: 'sent' },
    });
    const { server: other, world: theirs } = await startLeadWorldForTest();
    const organizationId = theirs.contoso.id;
    const to = { personId: null, address: 'a@b.test', name: 'A', locale: null, timeZone: null };
    const kept = await inOrganization(other.database.db, { organizationId }, (tx) =>
      new Outbox(false).put(
        tx,
        { organizationId, to, content: contentOf(teamMail(newId())), reason: 'team-added' },
        testNow,
      ),
    );
    const answer = await other.request('POST', `${url}/${kept}/retry`, { as: theirs.as.admin });
    expect(problemOf(answer)).toMatchObject({ status: 409, current: { state: 'kept', canRetry: false } });
    expect(problemOf(answer).detail).toContain('SMTP_URL');
  });
});

describe('templates', () => {
  it('NT-3 every kind of mail can be looked at in every language, with nothing that is loaded', async () => {
    for (const kind of mailKinds) {
      for (const language of mailLanguages) {
        const path = `/api/v1/mail-templates/${kind}?language=${language}`;
        const sample = body(mailTemplate, await server.request('GET', path, { as: world.as.operatorAdmin }));
        expect(sample).toMatchObject({ kind, language });
        expect(sample.text.length, path).toBeGreaterThan(100);
        expect(sample.html, path).toContain(`lang="${language}"`);
        expect(sample.html, path).not.toMatch(/<img|<script|url\(|@import|<link/i);
        expect(sample.text, path).not.toContain('undefined');
      }
    }
  });
});

describe('who may read the outbox', () => {
  const everywhere = ['admin', 'accountAdmin', 'operatorAdmin'] as const;
  const nobody = ['munichAdmin', 'user', 'profileAdmin', 'seller', 'marketer'] as const;

  it('ID-1 those whose role is for the whole organization', async () => {
    for (const name of everywhere)
      expect((await server.request('GET', url, { as: world.as[name] })).status, name).toBe(200);
    for (const name of nobody) {
      for (const path of [url, `${url}/${newId()}`, '/api/v1/mail-templates/digest'])
        expect(
          problemOf(await server.request('GET', path, { as: world.as[name] })),
          `${name} ${path}`,
        ).toMatchObject({
          status: 403,
          code: 'not-allowed',
        });
      expect(problemOf(await retry(world.as[name], newId())).status, name).toBe(403);
    }
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    expect(problemOf(await server.request('GET', url, { as: token })).status).toBe(403);
    for (const path of [url, `${url}/${newId()}`, '/api/v1/mail-templates/digest'])
      expect(problemOf(await server.request('GET', path)).status, path).toBe(401);
    expect(problemOf(await retry(undefined, newId())).status).toBe(401);
  });

  it('ID-3 another organization’s mail answers like none', async () => {
    const id = await write({ content: teamMail(newId()) });
    for (const as of [world.as.fabrikamAdmin, world.as.operatorAdmin]) {
      expect((await list(as)).items).toEqual([]);
      expect(problemOf(await server.request('GET', `${url}/${id}`, { as })).status).toBe(404);
      expect(problemOf(await retry(as, id)).status).toBe(404);
    }
    expect(problemOf(await retry(world.as.admin, newId())).status).toBe(404);
  });

  it('NT-4 wrong values are refused by name', async () => {
    for (const path of [
      `${url}?state=gone`,
      `${url}?leadId=1`,
      `${url}?limit=0`,
      `${url}?more=1`,
      `${url}/no-id`,
      '/api/v1/mail-templates/nothing',
      '/api/v1/mail-templates/digest?language=fr',
    ])
      expect(problemOf(await server.request('GET', path, { as: world.as.admin })), path).toMatchObject({
        status: 400,
      });
    const cursor = await server.request('GET', `${url}?cursor=x`, { as: world.as.admin });
    expect(problemOf(cursor).code).toBe('invalid-cursor');
  });
});
