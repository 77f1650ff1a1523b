import { beforeAll, describe, expect, it } from 'vitest';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead, leadTimeline } from '../../../../contract/leads/leads.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow, useTestServer } from '../../../../test/server.ts';

const server = useTestServer();
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const munich = useMade(() => server.make.location(contoso.id, { name: 'Munich' }));
const contosoAdmin = useMade(() => server.signInAs(contoso.id, 'referrals-admin'));
const fabrikamAdmin = useMade(() => server.signInAs(fabrikam.id, 'referrals-admin'));
const operatorAdmin = useMade(() => server.signInAs(operator.id, 'operator-admin'));
let key: string;
let operatorKey: string;
let counter = 0;

beforeAll(async () => {
  key = await server.make.marketplaceKey(contoso.id);
  operatorKey = await server.make.marketplaceKey(operator.id);
});

const user = () => ({
  FirstName: 'Grace',
  LastName: 'Hopper',
  Email: `grace${++counter}@example.test`,
  Phone: '+1 555 0100',
  Country: 'US',
  Company: 'Navy',
  Title: 'Rear admiral',
});

const post = (payload: unknown, to = key) =>
  server.request('POST', `/intake/marketplace/${to}`, { body: payload });

/** Sends a payload that must be taken as a new lead. */
async function send(payload: unknown, to = key) {
  const answer = await post(payload, to);
  expect(answer.status, answer.text).toBe(201);
  const receipt = body(intakeReceipt, answer);
  expect(receipt).toMatchObject({ created: true, receivedAt: testNow.toISOString() });
  return receipt;
}

async function read(leadId: string, as: Caller) {
  return body(lead, await server.request('GET', `/api/v1/leads/${leadId}`, { as }));
}

const status = async (leadId: string, as: Caller) =>
  (await server.request('GET', `/api/v1/leads/${leadId}`, { as })).status;

describe('a lead of the marketplace', () => {
  it.each(['UserDetails', 'userDetails'])('IN-1 arrives whole, with the spelling %s', async (spelling) => {
    const offer = await server.make.offer(contoso, { title: 'Backup' });
    const details = user();
    const { leadId, routed } = await send({
      [spelling]: details,
      LeadSource: `AppSource-PLT|${offer.name}`,
      ActionCode: 'PLT',
      OfferTitle: 'Backup Suite',
      Description: 'Please call.',
    });
    expect(routed).toBe(true);
    expect(await read(leadId, contosoAdmin)).toMatchObject({
      leadType: 'Offer',
      qualification: 'Direct',
      callToAction: 'ContactMe',
      actionable: true,
      status: 'Received',
      customerName: 'Navy',
      country: 'US',
      contact: {
        firstName: 'Grace',
        lastName: 'Hopper',
        title: 'Rear admiral',
        email: details.Email,
        phone: '+1 555 0100',
      },
      contactWithheld: null,
      emailValidity: 'Unknown',
      phoneValidity: 'Unknown',
      leadSource: 'AppSource',
      offer: { id: offer.name, title: 'Backup Suite' },
      message: 'Please call.',
      createdAt: testNow.toISOString(),
      expiresAt: '2026-12-04T10:00:00.000Z',
      isTest: false,
      repeatOf: null,
    });
    const timeline = body(
      leadTimeline,
      await server.request('GET', `/api/v1/leads/${leadId}/timeline`, { as: contosoAdmin }),
    );
    expect(timeline.items).toMatchObject([
      { type: 'lead.received', actor: { kind: 'marketplace', name: 'AppSource' } },
    ]);
  });

  it('IN-2 is in the workspace at once, for its partner only', async () => {
    const details = user();
    const { leadId } = await send({ UserDetails: details, ActionCode: 'PLT' });
    const path = `/api/v1/leads?search=${encodeURIComponent(details.Email)}`;
    const page = body(leadPage, await server.request('GET', path, { as: contosoAdmin }));
    expect(page.items.map((item) => item.id)).toEqual([leadId]);
    expect(body(leadPage, await server.request('GET', path, { as: fabrikamAdmin })).total).toBe(0);
    expect(await status(leadId, fabrikamAdmin)).toBe(404);
    expect(await status(leadId, operatorAdmin)).toBe(404);
  });

  it.each([
    [
      'only an offer',
      () => ({ OfferTitle: `Suite ${++counter}` }),
      { contact: { email: null }, emailValidity: null },
    ],
    [
      'no user',
      () => ({ UserDetails: null, Description: `x${++counter}` }),
      { customerName: null, country: null },
    ],
    [
      'empty texts',
      () => ({ UserDetails: { ...user(), Phone: '', Country: ' ' }, ActionCode: '' }),
      { phoneValidity: null, country: null, callToAction: null, leadSource: null },
    ],
    [
      'fields that nobody knows',
      () => ({ UserDetails: { ...user(), Shoe: 42 }, Extra: { deep: [null] } }),
      { customerName: 'Navy' },
    ],
  ])('IN-1 with %s is taken', async (_name, payload, expected) => {
    const { leadId } = await send(payload());
    expect(await read(leadId, contosoAdmin)).toMatchObject(expected);
  });

  it.each([
    ['PLT', 'ContactMe', 'ContactMe', true],
    ['INS', 'FreeTrial', 'FreeTrial', false],
    ['INS', 'ContactMe', 'GetItNow', false],
    ['Create', 'ContactMe', 'GetItNow', false],
    ['StartTestDrive', 'ContactMe', 'TestDrive', false],
    ['NEW', 'ContactMe', 'ContactMe', true],
    ['constructor', 'TestDrive', 'TestDrive', false],
  ] as const)(
    'IN-1 action %s at an offer with %s: %s, actionable %s',
    async (code, offered, callToAction, actionable) => {
      const offer = await server.make.offer(contoso, { call_to_action: offered });
      const { leadId } = await send({
        UserDetails: user(),
        LeadSource: `AppSource|${offer.name}`,
        ActionCode: code,
      });
      const found = await read(leadId, contosoAdmin);
      expect(found).toMatchObject({ callToAction, actionable, status: actionable ? 'Received' : null });
      expect(found.expiresAt === null).toBe(!actionable);
      expect(found.availableUntil).toBe(actionable ? null : '2027-05-20T10:00:00.000Z');
      expect(found.allowedActions.includes('accept')).toBe(actionable);
    },
  );

  it('IN-6 that says DNC shows no contact, and cannot be found by it', async () => {
    const details = user();
    const { leadId } = await send({ UserDetails: details, ActionCode: 'DNC', Description: 'cross-listed' });
    const found = await read(leadId, contosoAdmin);
    expect(found).toMatchObject({
      contact: null,
      contactWithheld: 'NoConsent',
      message: null,
      consent: { contactAllowed: false, at: null },
      actionable: false,
    });
    expect(JSON.stringify(found)).not.toContain(details.Email);
    const path = `/api/v1/leads?search=${encodeURIComponent(details.Email)}`;
    expect(body(leadPage, await server.request('GET', path, { as: contosoAdmin })).total).toBe(0);
  });

  it('IN-8 with the marks of the Validate button is a test, at the default location', async () => {
    const mark = `MSFT_TEST_${636573304831318844n}`;
    const { leadId, routed } = await send({
      userDetails: {
        FirstName: mark,
        LastName: mark,
        Email: `${mark}@test.com`,
        Phone: '1234567890',
        Country: 'US',
        Company: mark,
        Title: mark,
      },
      LeadSource: `AppSource-PLT|${mark}.${mark}`,
      ActionCode: 'PLT',
      OfferTitle: mark,
      Description: mark,
    });
    expect(routed).toBe(true);
    expect(await read(leadId, contosoAdmin)).toMatchObject({
      isTest: true,
      location: { id: contoso.location.id },
    });
  });
});

describe('where it goes', () => {
  it('RT-1 to the location of the offer, or else to the default one; and says why', async () => {
    const there = await server.make.offer(contoso, { location_id: munich.id });
    const anywhere = await server.make.offer(contoso);
    const leads = await Promise.all(
      [there.name, anywhere.name, there.name.toUpperCase()].map((name) =>
        send({ UserDetails: user(), LeadSource: `AppSource-PLT|${name}` }),
      ),
    );
    const found = await Promise.all(leads.map(({ leadId }) => read(leadId, contosoAdmin)));
    expect(found.map((one) => one.location?.id)).toEqual([munich.id, contoso.location.id, munich.id]);
    expect(found[0]?.routing.reason).toContain(there.name);
    expect(found[1]?.routing.reason).toContain('default');
  });

  it('RT-1 a GUID may name the offer', async () => {
    const offer = await server.make.offer(contoso, { offer_key: '3701c77e-1cfa-4c56-91e6-3ed0b6221450' });
    const { leadId } = await send({
      UserDetails: user(),
      LeadSource: `SPZA-PLT|${offer.name.toUpperCase()}`,
    });
    expect(await read(leadId, contosoAdmin)).toMatchObject({ offer: { id: offer.name, title: offer.title } });
  });

  it('without an offer, to the default location of the partner behind the door', async () => {
    const { leadId } = await send({ UserDetails: user(), LeadSource: 'AzureMarketplace' });
    expect(await read(leadId, contosoAdmin)).toMatchObject({
      location: { id: contoso.location.id },
      offer: null,
    });
  });

  it.each([
    ['nobody lists', () => 'contoso.no-such-offer'],
    ['that is no offer name', () => 'nonsense'],
    ['another partner lists', async () => (await server.make.offer(fabrikam)).name],
  ])('IN-4 an offer %s: the lead waits with the operator, no partner gets it', async (_name, nameOffer) => {
    const offerName = await nameOffer();
    const { leadId, routed } = await send({ UserDetails: user(), LeadSource: `AppSource-PLT|${offerName}` });
    expect(routed).toBe(false);
    expect(await status(leadId, contosoAdmin)).toBe(404);
    expect(await status(leadId, fabrikamAdmin)).toBe(404);
    expect(await read(leadId, operatorAdmin)).toMatchObject({
      location: null,
      offer: { id: offerName, title: offerName },
      allowedActions: expect.arrayContaining(['route']),
      routing: { reason: expect.stringContaining(offerName) },
    });
  });

  it('IN-4 an offer of two publishers with the same key is told apart', async () => {
    const [ours, theirs] = await Promise.all([
      server.make.offer(contoso, { offer_key: 'twin' }),
      server.make.offer(fabrikam, { offer_key: 'twin' }),
    ]);
    expect((await send({ UserDetails: user(), LeadSource: `AppSource|${ours.name}` })).routed).toBe(true);
    expect((await send({ UserDetails: user(), LeadSource: `AppSource|${theirs.name}` })).routed).toBe(false);
  });

  it('IN-8 a test that names the offer of another partner stays with the partner behind the door', async () => {
    const theirs = await server.make.offer(fabrikam);
    const { leadId } = await send({
      UserDetails: { FirstName: `MSFT_TEST_${++counter}` },
      LeadSource: `AppSource|${theirs.name}`,
    });
    expect(await read(leadId, contosoAdmin)).toMatchObject({ isTest: true });
    expect(await status(leadId, fabrikamAdmin)).toBe(404);
  });

  it('RT-1 through the operator’s door it reaches the partner that lists the offer', async () => {
    const [ours, theirs] = await Promise.all([
      server.make.offer(contoso, { location_id: munich.id }),
      server.make.offer(fabrikam),
    ]);
    const toContoso = await send({ UserDetails: user(), LeadSource: `AppSource|${ours.name}` }, operatorKey);
    const toFabrikam = await send(
      { UserDetails: user(), LeadSource: `AppSource|${theirs.name}` },
      operatorKey,
    );
    expect(await read(toContoso.leadId, contosoAdmin)).toMatchObject({ location: { id: munich.id } });
    expect(await read(toFabrikam.leadId, fabrikamAdmin)).toMatchObject({
      location: { id: fabrikam.location.id },
    });
    expect(await status(toContoso.leadId, operatorAdmin)).toBe(404);
  });

  it('IN-4 through the operator’s door without an offer it waits with the operator', async () => {
    const { leadId, routed } = await send({ UserDetails: user() }, operatorKey);
    expect([routed, await status(leadId, operatorAdmin)]).toEqual([false, 200]);
  });
});

describe('the key', () => {
  it('ID-3 an unknown and a revoked one answer alike, and store nothing', async () => {
    const revoked = await server.make.marketplaceKey(contoso.id);
    await server.database.ownerPool.query('update intake_endpoint set revoked_at = now() where hint = $1', [
      revoked.slice(-4),
    ]);
    const details = user();
    const problems: object[] = [];
    for (const wrong of [revoked, 'lmk_unknown', `${key}x`, key.toLowerCase(), 'x'.repeat(200)]) {
      const answer = await post({ UserDetails: details }, wrong);
      const { requestId, ...rest } = problemOf(answer);
      expect(requestId).toBeTruthy();
      problems.push(rest);
    }
    expect(problems).toEqual(problems.map(() => problems[0]));
    expect(problems[0]).toMatchObject({ status: 404, code: 'not-found' });
    const { rowCount } = await server.database.ownerPool.query('select from lead where contact_email = $1', [
      details.Email,
    ]);
    expect(rowCount).toBe(0);
  });

  it('ID-5 remembers when it was last used', async () => {
    const fresh = await server.make.marketplaceKey(contoso.id);
    await send({ UserDetails: user() }, fresh);
    const { rows } = await server.database.ownerPool.query(
      'select last_used_at from intake_endpoint where hint = $1',
      [fresh.slice(-4)],
    );
    expect(rows[0]?.last_used_at).toEqual(testNow);
  });

  it('DP-2 neither the key nor a contact detail is in the log', async () => {
    const details = user();
    await send({ UserDetails: details });
    await post({ UserDetails: { ...details, FirstName: 7 } });
    const log = server.logged.join('');
    for (const secret of [key, details.Email, details.LastName]) expect(log).not.toContain(secret);
  });
});
