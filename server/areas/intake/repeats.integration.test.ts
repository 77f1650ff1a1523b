import { beforeAll, describe, expect, it, vi } from 'vitest';
import { intakeReceipt } from '../../../contract/intake/intake.ts';
import { holdTable } from '../../../test/locks.ts';
import { useMade } from '../../../test/made.ts';
import { patience } from '../../../test/patience.ts';
import { body, problemOf, testNow, useTestServer } from '../../../test/server.ts';

const server = useTestServer();
const contoso = useMade(() => server.make.partner('Contoso'));
let key: string;
let offerName: string;
let counter = 0;

beforeAll(async () => {
  await server.make.organization('operator', 'Vendor');
  key = await server.make.marketplaceKey(contoso.id);
  offerName = (await server.make.offer(contoso)).name;
});

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);

function inquiry(email = `ada${++counter}@example.test`) {
  return {
    UserDetails: { FirstName: 'Ada', Email: email },
    LeadSource: `AppSource-PLT|${offerName}`,
    ActionCode: 'PLT',
    Description: 'Hello',
  };
}

async function send(payload: unknown, to = key) {
  const answer = await server.request('POST', `/intake/marketplace/${to}`, { body: payload });
  const receipt = body(intakeReceipt, answer);
  expect(answer.status).toBe(receipt.created ? 201 : 200);
  return receipt;
}

const leadsOf = async (email: string) =>
  (await server.database.ownerPool.query('select id from lead where contact_email = $1', [email])).rowCount;

describe('an identical payload', () => {
  it('IN-3 within 24 hours is the first lead again, whatever the order of its keys and its spacing', async () => {
    const payload = { ...inquiry(), Extra: { a: 1, b: { c: 2, d: 3 } } };
    const first = await send(payload);
    server.clock.set(minutes(24 * 60));
    const { UserDetails, ...rest } = { ...payload, Extra: { b: { d: 3, c: 2 }, a: 1 } };
    const turned = JSON.stringify(
      { ...rest, UserDetails: { Email: UserDetails.Email, FirstName: 'Ada' } },
      null,
      4,
    );
    const again = await server.request('POST', `/intake/marketplace/${key}`, {
      body: turned,
      headers: { 'content-type': 'application/json' },
    });
    expect(again.status).toBe(200);
    expect(body(intakeReceipt, again)).toEqual({ ...first, created: false });
    expect(await leadsOf(UserDetails.Email)).toBe(1);
  });

  it('IN-3 after 24 hours is a new lead, which counts from then on', async () => {
    const payload = inquiry();
    const first = await send(payload);
    server.clock.set(new Date(minutes(24 * 60).getTime() + 1));
    const second = await send(payload);
    expect(second).toMatchObject({ created: true });
    expect(second.leadId).not.toBe(first.leadId);
    server.clock.set(minutes(47 * 60));
    expect(await send(payload)).toMatchObject({ created: false, leadId: second.leadId });
    expect(await leadsOf(payload.UserDetails.Email)).toBe(2);
  });

  it('IN-3 sent 20 times at once is exactly one lead', async () => {
    const payload = inquiry();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => send(payload)));
    expect(new Set(receipts.map((one) => one.leadId)).size).toBe(1);
    expect(receipts.filter((one) => one.created)).toHaveLength(1);
    expect(await leadsOf(payload.UserDetails.Email)).toBe(1);
  });

  it('IN-3 that differs in one letter is a lead of its own', async () => {
    const payload = inquiry();
    await send(payload);
    expect(await send({ ...payload, Description: 'Hello!' })).toMatchObject({ created: true });
  });

  it('IN-3 through another endpoint is a lead of its own', async () => {
    const payload = inquiry();
    await send(payload);
    const other = await server.make.marketplaceKey(contoso.id);
    expect(await send(payload, other)).toMatchObject({ created: true });
  });

  it('IN-2 whose storing broke off in the middle is not there half, is not acknowledged, and can be sent again', async () => {
    const payload = inquiry();
    const events = await holdTable(server.database.connectionString, 'lead_event');
    const broken = server.request('POST', `/intake/marketplace/${key}`, { body: payload });
    await events.killWaiting();
    expect(problemOf(await broken)).toMatchObject({ status: 503, code: 'unavailable', retryAfterSeconds: 5 });
    await events.release();
    expect(await leadsOf(payload.UserDetails.Email)).toBe(0);
    // The pool may hand out the broken connection once more before its end is seen: one more 503 to send it again after.
    const taken = await vi.waitFor(() => send(payload), patience);
    expect(taken).toMatchObject({ created: true });
    expect(await leadsOf(payload.UserDetails.Email)).toBe(1);
  });

  it('IN-3 that was refused is taken when it comes again and is right', async () => {
    const payload = inquiry();
    const refused = await server.request('POST', `/intake/marketplace/${key}`, { body: [payload, payload] });
    expect(refused.status).toBe(400);
    expect(await send(payload)).toMatchObject({ created: true });
  });
});

describe('lead.link-repeat', () => {
  const link = (leadId: string) =>
    server.jobs
      .find((job) => job.name === 'lead.link-repeat')
      ?.run({ organizationId: contoso.id, leadIds: [leadId] });

  async function stateOf(leadId: string) {
    const { rows } = await server.database.ownerPool.query(
      `select repeat_of_lead_id as "repeatOf", version,
              (select count(*)::int from lead_event e where e.lead_id = l.id and e.type = 'lead.repeat-linked') as linked
       from lead l where id = $1`,
      [leadId],
    );
    return rows[0] as { repeatOf: string | null; version: number; linked: number };
  }

  /** Two leads of one customer, a day apart. */
  async function twoInquiries(change: (payload: ReturnType<typeof inquiry>) => object = (same) => same) {
    server.clock.set(testNow);
    const payload = inquiry();
    const first = await send(payload);
    server.clock.set(minutes(25 * 60));
    const second = await send(change(payload));
    return { first: first.leadId, second: second.leadId };
  }

  it('IN-3 links the later lead to the earlier one, once, however often it runs', async () => {
    const { first, second } = await twoInquiries();
    await link(second);
    await link(second);
    await Promise.all([link(second), link(second), link(first)]);
    expect(await stateOf(second)).toMatchObject({ repeatOf: first, linked: 1 });
    expect(await stateOf(first)).toMatchObject({ repeatOf: null, linked: 0 });
  });

  it('IN-3 was enqueued together with each lead that has an address', async () => {
    const { first, second } = await twoInquiries();
    const orders = await server.queue.listPayloads<{ leadIds: string[] }>('lead.link-repeat');
    const ours = orders.filter(({ leadIds }) => leadIds.includes(first) || leadIds.includes(second));
    expect(ours.flatMap(({ leadIds }) => leadIds).sort()).toEqual([first, second].sort());
  });

  it('IN-3 knows the customer by the address, whatever its capitals', async () => {
    const { first, second } = await twoInquiries((payload) => ({
      ...payload,
      UserDetails: { Email: payload.UserDetails.Email.toUpperCase() },
    }));
    await link(second);
    expect(await stateOf(second)).toMatchObject({ repeatOf: first });
  });

  it.each([
    ['another offer', (payload: object) => ({ ...payload, LeadSource: 'AppSource-PLT' })],
    [
      'another customer',
      (payload: object) => ({ ...payload, UserDetails: { Email: 'someone@example.test' } }),
    ],
  ])('IN-3 does not link %s', async (_name, change) => {
    const { second } = await twoInquiries(change);
    await link(second);
    expect(await stateOf(second)).toMatchObject({ repeatOf: null, linked: 0 });
  });

  it('IN-3 never links to a lead of another organization', async () => {
    const fabrikam = await server.make.partner('Fabrikam');
    const email = `shared${++counter}@example.test`;
    await server.make.lead(fabrikam.id, { contact_email: email, offer_name: offerName });
    const { leadId } = await send(inquiry(email));
    await link(leadId);
    expect(await stateOf(leadId)).toMatchObject({ repeatOf: null });
  });

  it('a third inquiry is linked to the second', async () => {
    const { second } = await twoInquiries();
    const { rows } = await server.database.ownerPool.query('select contact_email from lead where id = $1', [
      second,
    ]);
    server.clock.set(minutes(60 * 60));
    const third = await send(inquiry(rows[0]?.contact_email));
    await link(third.leadId);
    expect(await stateOf(third.leadId)).toMatchObject({ repeatOf: second });
  });

  it('that dies in the middle leaves nothing half, and the next run completes it', async () => {
    const { first, second } = await twoInquiries();
    const events = await holdTable(server.database.connectionString, 'lead_event');
    const run = expect(link(second)).rejects.toThrow();
    await events.killWaiting();
    await run;
    await events.release();
    expect(await stateOf(second)).toMatchObject({ repeatOf: null, linked: 0 });
    await link(second);
    expect(await stateOf(second)).toMatchObject({ repeatOf: first, linked: 1 });
  });

  it('does nothing for a lead that is gone, and refuses a payload that is none', async () => {
    await expect(link('018f0000-0000-7000-8000-000000000000')).resolves.toBeUndefined();
    await expect(
      server.jobs.find(({ name }) => name === 'lead.link-repeat')?.run({ leadId: 'x' }),
    ).rejects.toThrow();
  });
});
