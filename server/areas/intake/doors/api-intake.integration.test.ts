import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../../contract/identity/lists.ts';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { lead } from '../../../../contract/leads/leads.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow, useTestServer } from '../../../../test/server.ts';

const server = useTestServer();
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const munich = useMade(() => server.make.location(contoso.id, { name: 'Munich' }));
const offer = useMade(() => server.make.offer(contoso, { location_id: munich.id, title: 'Backup' }));
const people = new Map<Role | 'both', Caller>();
const partnerToken = useMade(async () => ({
  token: await server.make.apiToken(contoso.id, 'leads:create'),
}));
const operatorToken = useMade(async () => ({
  token: await server.make.apiToken(operator.id, 'leads:create'),
}));
let counter = 0;

beforeAll(async () => {
  for (const role of ['seller', 'marketer', 'operator-admin'] as const)
    people.set(role, await server.signInAs(operator.id, role));
  people.set('both', await server.signInAs(operator.id, 'seller', 'marketer'));
  for (const role of ['account-admin', 'profile-admin', 'referrals-admin', 'referrals-user'] as const)
    people.set(role, await server.signInAs(contoso.id, role));
});
const contosoAdmin = useMade(() => by('referrals-admin'));

function by(role: Role | 'both'): Caller {
  const caller = people.get(role);
  if (!caller) throw new Error(`nobody is ${role}`);
  return caller;
}

const contact = () => ({ firstName: 'Ada', email: `ada${++counter}@example.test` });
const post = (as: Caller | undefined, payload: unknown, headers: Record<string, string> = {}) =>
  server.request('POST', '/api/v1/leads', { as, body: payload, headers });

/** Sends a lead that must be stored as a new one. */
async function send(as: Caller, payload: object, headers: Record<string, string> = {}) {
  const answer = await post(as, { contact: contact(), ...payload }, headers);
  expect(answer.status, answer.text).toBe(201);
  return body(intakeReceipt, answer);
}

async function read(leadId: string) {
  return body(lead, await server.request('GET', `/api/v1/leads/${leadId}`, { as: contosoAdmin }));
}

async function refusal(as: Caller | undefined, payload: object, headers: Record<string, string> = {}) {
  const before = await countLeads();
  const problem = problemOf(await post(as, { contact: contact(), ...payload }, headers));
  expect(await countLeads()).toBe(before);
  return problem;
}

const countLeads = async () =>
  (await server.database.ownerPool.query<{ n: number }>('select count(*)::int as n from lead')).rows[0]?.n;

describe('who sends', () => {
  it.each([
    ['seller', 'SalesQualified'],
    ['marketer', 'MarketingQualified'],
  ] as const)('IN-1 a %s sends %s leads', async (role, qualification) => {
    const { leadId, routed } = await send(by(role), {
      organizationId: contoso.id,
      customerName: 'Navy',
      country: 'us',
      message: 'They want it.',
      contactDirectly: true,
    });
    expect(routed).toBe(true);
    expect(await read(leadId)).toMatchObject({
      qualification,
      leadType: 'Profile',
      callToAction: null,
      actionable: true,
      status: 'Received',
      customerName: 'Navy',
      country: 'US',
      leadSource: null,
      sender: { organization: 'Vendor' },
      location: { id: contoso.location.id },
      hotUntil: '2026-11-23T10:00:00.000Z',
      consent: { contactAllowed: true, at: testNow.toISOString() },
    });
  });

  it('IN-1 who may send both kinds says which', async () => {
    const problem = await refusal(by('both'), { organizationId: contoso.id });
    expect(problem).toMatchObject({
      code: 'invalid-request',
      issues: [{ path: 'body.qualification', rule: 'required' }],
    });
    const { leadId } = await send(by('both'), {
      organizationId: contoso.id,
      qualification: 'MarketingQualified',
    });
    expect(await read(leadId)).toMatchObject({ qualification: 'MarketingQualified' });
  });

  it.each([
    ['seller', 'MarketingQualified'],
    ['seller', 'Direct'],
    ['marketer', 'SalesQualified'],
    ['marketer', 'Direct'],
    ['both', 'Direct'],
  ] as const)('ID-3 a %s cannot send %s leads', async (role, qualification) => {
    expect(await refusal(by(role), { organizationId: contoso.id, qualification })).toMatchObject({
      status: 403,
      code: 'not-allowed',
      detail: expect.stringContaining(qualification),
    });
  });

  it.each(['operator-admin', 'account-admin', 'profile-admin', 'referrals-admin', 'referrals-user'] as const)(
    'ID-3 a person who is only %s cannot send leads, and hears who can',
    async (role) => {
      expect(await refusal(by(role), { organizationId: contoso.id })).toMatchObject({
        status: 403,
        code: 'not-allowed',
        detail: expect.stringMatching(
          role === 'operator-admin' ? /Seller.*Marketer/ : /people of the operator/,
        ),
      });
    },
  );

  it('ID-3 nobody is asked to sign in', async () => {
    expect(await refusal(undefined, {})).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await refusal({ token: `llt_${'x'.repeat(43)}` }, {})).toMatchObject({ status: 401 });
  });

  it('ID-5 a token needs the scope', async () => {
    const reader = { token: await server.make.apiToken(contoso.id, 'leads:read', 'leads:write') };
    expect(await refusal(reader, {})).toMatchObject({
      status: 403,
      detail: expect.stringContaining('scope'),
    });
  });

  it('ID-5 a revoked token is nobody', async () => {
    const token = await server.make.apiToken(contoso.id, 'leads:create');
    await send({ token }, {});
    await server.database.ownerPool.query('update api_token set revoked_at = now() where hint = $1', [
      token.slice(-4),
    ]);
    expect(await refusal({ token }, {})).toMatchObject({ status: 401 });
  });

  it('IN-1 a partner’s program sends direct inquiries to its own organization', async () => {
    const { leadId } = await send(partnerToken, {
      offerId: offer.name.toUpperCase(),
      callToAction: 'FreeTrial',
      leadSource: 'AppSource',
    });
    expect(await read(leadId)).toMatchObject({
      qualification: 'Direct',
      leadType: 'Offer',
      callToAction: 'FreeTrial',
      actionable: false,
      leadSource: 'AppSource',
      location: { id: munich.id },
      offer: { id: offer.name, title: 'Backup' },
      sender: null,
    });
    expect(await refusal(partnerToken, { organizationId: fabrikam.id })).toMatchObject({
      issues: [{ path: 'body.organizationId', rule: 'own-organization' }],
    });
    expect(await refusal(partnerToken, { qualification: 'SalesQualified' })).toMatchObject({ status: 403 });
  });

  it('IN-1 the operator’s program names partner and kind', async () => {
    expect(await refusal(operatorToken, { organizationId: contoso.id })).toMatchObject({
      issues: [{ path: 'body.qualification' }],
    });
    expect(await refusal(operatorToken, { qualification: 'SalesQualified' })).toMatchObject({
      issues: [{ path: 'body.organizationId', rule: 'required' }],
    });
    const { leadId } = await send(operatorToken, {
      organizationId: contoso.id,
      qualification: 'SalesQualified',
    });
    expect(await read(leadId)).toMatchObject({ sender: { organization: 'Vendor' } });
  });
});

describe('what is sent', () => {
  it('RT-1 the named location wins over that of the offer', async () => {
    const { leadId } = await send(by('seller'), {
      organizationId: contoso.id,
      offerId: offer.name,
      locationId: contoso.location.id,
    });
    expect(await read(leadId)).toMatchObject({
      location: { id: contoso.location.id },
      offer: { id: offer.name },
    });
  });

  it.each([
    [
      'an organization that is none',
      () => ({ organizationId: '018f0000-0000-7000-8000-000000000000' }),
      'body.organizationId',
    ],
    ['the operator itself', () => ({ organizationId: operator.id }), 'body.organizationId'],
    ['no partner', () => ({}), 'body.organizationId'],
    [
      'a location of another partner',
      () => ({ organizationId: contoso.id, locationId: fabrikam.location.id }),
      'body.locationId',
    ],
    ['an unknown offer', () => ({ organizationId: contoso.id, offerId: 'contoso.none' }), 'body.offerId'],
    [
      'an offer of another partner',
      () => ({ organizationId: fabrikam.id, offerId: offer.name }),
      'body.offerId',
    ],
    ['no offer name', () => ({ organizationId: contoso.id, offerId: 'none' }), 'body.offerId'],
  ])('IN-4 a person who names %s can correct it', async (_name, payload, path) => {
    expect(await refusal(by('seller'), payload())).toMatchObject({ status: 400, issues: [{ path }] });
  });

  it.each([
    ['nobody lists', () => 'contoso.none'],
    ['another partner lists', async () => (await server.make.offer(fabrikam)).name],
  ])('IN-4 a program’s lead about an offer that %s waits with the operator', async (_name, nameOffer) => {
    const { leadId, routed } = await send(partnerToken, { offerId: await nameOffer() });
    expect(routed).toBe(false);
    const { rows } = await server.database.ownerPool.query('select organization_id from lead where id = $1', [
      leadId,
    ]);
    expect(rows).toEqual([{ organization_id: operator.id }]);
  });

  it('IN-6 without consent the partner sees no contact', async () => {
    const { leadId } = await send(partnerToken, { contactAllowed: false, message: 'Ada, 030 901820' });
    expect(await read(leadId)).toMatchObject({ contact: null, contactWithheld: 'NoConsent', message: null });
  });

  it('IN-8 a test is marked', async () => {
    const { leadId } = await send(partnerToken, { isTest: true });
    expect(await read(leadId)).toMatchObject({ isTest: true });
  });

  it('IN-1 keeps the estimated purchase date that the sender knows', async () => {
    const { leadId } = await send(by('seller'), {
      organizationId: contoso.id,
      estimatedPurchaseDate: '2027-02-28',
    });
    expect(await read(leadId)).toMatchObject({ estimatedPurchaseDate: '2027-02-28' });
  });

  it('IN-1 a qualified lead may name its referral program, and an inquiry has none', async () => {
    const named = async (as: Caller, payload: object) =>
      (await read((await send(as, payload)).leadId)).referralProgram;
    const toContoso = { organizationId: contoso.id };
    for (const role of ['seller', 'marketer'] as const) {
      expect(await named(by(role), { ...toContoso, referralProgram: ' Co-sell ' })).toBe('Co-sell');
      for (const referralProgram of [undefined, null, ' '])
        expect(await named(by(role), { ...toContoso, referralProgram })).toBeNull();
    }
    const longest = '𝔸'.repeat(100);
    expect(await named(by('seller'), { ...toContoso, referralProgram: longest })).toBe(longest);
    expect(await refusal(by('seller'), { ...toContoso, referralProgram: `${longest}x` })).toMatchObject({
      issues: [{ path: 'body.referralProgram' }],
    });
    expect(await named(partnerToken, { referralProgram: 'Co-sell' })).toBeNull();
  });

  it('IN-4 names every wrong field', async () => {
    const problem = await refusal(by('seller'), {
      organizationId: 'x',
      country: 'XX',
      contact: { email: 'x'.repeat(201), phone: 5 },
      message: 'x'.repeat(5001),
      estimatedPurchaseDate: '2026-02-30',
      isTest: 'no',
      priority: 1,
    });
    expect(problem.issues?.map((issue) => issue.path).sort()).toEqual([
      'body.contact.email',
      'body.contact.phone',
      'body.country',
      'body.estimatedPurchaseDate',
      'body.isTest',
      'body.message',
      'body.organizationId',
      'body.priority',
    ]);
  });
});

describe('Idempotency-Key', () => {
  const newKey = () => ({ 'idempotency-key': `key-${++counter}` });

  it('IN-3 with the same request gives the first lead again, for ever', async () => {
    const [payload, headers] = [{ contact: contact(), customerName: 'Navy' }, newKey()];
    const first = await send(partnerToken, payload, headers);
    server.clock.set(new Date('2031-01-01T00:00:00Z'));
    const again = await post(partnerToken, { customerName: ' Navy', contact: payload.contact }, headers);
    server.clock.set(testNow);
    expect(again.status).toBe(200);
    expect(body(intakeReceipt, again)).toEqual({ ...first, created: false });
  });

  it('IN-3 with another request is a conflict, and stores nothing', async () => {
    const headers = newKey();
    await send(partnerToken, {}, headers);
    expect(await refusal(partnerToken, { customerName: 'Other' }, headers)).toMatchObject({
      status: 409,
      code: 'idempotency-key-reused',
    });
  });

  it('IN-3 sent 20 times at once makes one lead', async () => {
    const [payload, headers] = [{ contact: contact() }, newKey()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(partnerToken, payload, headers)));
    expect(new Set(answers.map((answer) => body(intakeReceipt, answer).leadId)).size).toBe(1);
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(19).fill(200), 201]);
  });

  it('IN-3 of two senders, even of one organization, are two keys', async () => {
    const [payload, headers] = [{ contact: contact() }, newKey()];
    const other = { token: await server.make.apiToken(contoso.id, 'leads:create') };
    const [mine, theirs] = [await send(partnerToken, payload, headers), await send(other, payload, headers)];
    expect(mine.leadId).not.toBe(theirs.leadId);
  });

  it('IN-3 of a request that was refused is free again', async () => {
    const headers = newKey();
    await refusal(by('seller'), { organizationId: contoso.id, offerId: 'contoso.none' }, headers);
    await send(by('seller'), { organizationId: contoso.id }, headers);
  });

  it('without one each request is a lead of its own', async () => {
    const payload = { contact: contact() };
    const [first, second] = [await send(partnerToken, payload), await send(partnerToken, payload)];
    expect(first.leadId).not.toBe(second.leadId);
  });

  it.each(['a b', 'a\tb', 'é', 'x'.repeat(256)])('IN-4 %j is none', async (key) => {
    expect(await refusal(partnerToken, {}, { 'idempotency-key': key })).toMatchObject({
      status: 400,
      issues: expect.arrayContaining([expect.objectContaining({ path: 'headers.idempotency-key' })]),
    });
  });
});
