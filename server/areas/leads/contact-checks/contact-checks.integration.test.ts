import { describe, expect, it } from 'vitest';
import { type LeadContactChecks, leadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import { lead as leadSchema } from '../../../../contract/leads/leads.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, testNow, useTestServer } from '../../../../test/server.ts';
import { startDnsWorld } from '../../../../test/worlds/dns-world.ts';
import type { ContactCheckers } from '../../../engines/contact-verifier/index.ts';
import { leadChanges } from '../../../main.ts';
import { ContactCheckService } from './contact-checks.service.ts';

const dns = useMade(async (cleanUp) => {
  const world = await startDnsWorld({
    'takes-mail.com': { MX: [[10, 'mx.takes-mail.com']] },
    'mx.takes-mail.com': { A: ['8.8.8.8'] },
    'refuses-mail.com': { MX: [[0, '.']] },
    'in-trouble.com': { fails: 'servfail' },
    'known-to-exist.com': { MX: [[10, 'mx.takes-mail.com']] },
  });
  await cleanUp.add(() => world.close());
  return world;
});
const server = useTestServer({
  env: () => ({
    LEADLIGHT_EMAIL_CHECKS: 'dns',
    LEADLIGHT_DNS_SERVERS: dns.server,
    LEADLIGHT_DNS_KNOWN_DOMAINS: 'known-to-exist.com',
  }),
});
useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const admin = useMade(() => server.signInAs(contoso.id, 'referrals-admin'));
const matePerson = useMade(() => server.make.person(contoso.id, 'referrals-user'));
const mate = useMade(() => server.signIn(matePerson));

const get = (as: Caller, leadId: string) =>
  server.request('GET', `/api/v1/leads/${leadId}/contact-checks`, { as });
const checksOf = async (leadId: string): Promise<LeadContactChecks> =>
  body(leadContactChecks, await get(admin, leadId));
const codes = (checks: LeadContactChecks) => checks.email?.evidence.map(({ code }) => code);

async function receive(email: string | null, columns: { phone?: string; country?: string } = {}) {
  const key = await server.make.marketplaceKey(contoso.id);
  const offer = await server.make.offer(contoso);
  const answer = await server.request('POST', `/intake/marketplace/${key}`, {
    body: {
      UserDetails: { Email: email, Phone: columns.phone, Country: columns.country ?? 'DE', FirstName: 'Ada' },
      LeadSource: `AppSource-PLT|${offer.name}`,
      ActionCode: 'PLT',
    },
  });
  expect(answer.status).toBe(201);
  return (answer.json as { leadId: string }).leadId;
}

/** The checks alone: no lead is rated after them. */
const newService = (checkers: ContactCheckers) =>
  new ContactCheckService(
    server.database.workerDb,
    server.clock,
    checkers,
    leadChanges,
    async () => undefined,
  );

describe('a lead that came in', () => {
  it('IN-2 CV-1 is visible at once as being checked, and has its verdict and evidence when the job is done', async () => {
    const leadId = await receive('ada@takes-mail.com', { phone: '030 901820' });
    const before = body(leadSchema, await server.request('GET', `/api/v1/leads/${leadId}`, { as: admin }));
    expect(before).toMatchObject({ checking: true, emailValidity: 'Unknown', phoneValidity: 'Unknown' });
    expect(await checksOf(leadId)).toMatchObject({ checking: true, email: null, phone: null });
    await server.queue.runDue();
    const after = body(leadSchema, await server.request('GET', `/api/v1/leads/${leadId}`, { as: admin }));
    expect(after).toMatchObject({ checking: false, emailValidity: 'Valid', phoneValidity: 'Valid' });
    const checks = await checksOf(leadId);
    expect(checks.email).toMatchObject({ validity: 'Valid', basis: 'domain' });
    expect(codes(checks)).toContain('domain-takes-mail');
    expect(checks.phone).toMatchObject({ validity: 'Valid', basis: 'plan', e164: '+4930901820' });
    const timeline = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, { as: admin });
    expect(timeline.text).toContain('lead.contact-checked');
  });

  it('CV-1 has an invalid address when its domain takes no mail or does not exist', async () => {
    const refusing = await receive('ada@refuses-mail.com');
    const missing = await receive('ada@no-such-name.com');
    await server.queue.runDue();
    expect(codes(await checksOf(refusing))).toContain('null-mx');
    expect((await checksOf(missing)).email).toMatchObject({ validity: 'Invalid' });
  });

  it('CV-4 stays Unknown when the resolver is in trouble, and is tried again by itself', async () => {
    const leadId = await receive('ada@in-trouble.com');
    await server.queue.runDue();
    const job = server.jobs.find(({ name }) => name === 'lead.check-contact');
    await job?.run({ organizationId: contoso.id, leadIds: [leadId], attempt: 1 });
    const checks = await checksOf(leadId);
    expect(checks.email).toMatchObject({ validity: 'Unknown' });
    expect(Date.parse(checks.email?.retryAt ?? '')).toBeGreaterThan(testNow.getTime());
    expect(await server.queue.listOfLead(leadId)).toMatchObject([{ payload: { attempt: 2 } }]);
  });

  it('CV-4 stays Unknown while the name servers lie, and comes back after that, without counting as an attempt', async () => {
    const job = server.jobs.find(({ name }) => name === 'lead.check-contact');
    const leadId = await receive('ada@no-such-name.com');
    const order = { organizationId: contoso.id, leadIds: [leadId], attempt: 3 };
    dns.set('known-to-exist.com', undefined);
    try {
      server.clock.set(new Date(testNow.getTime() + 120_000));
      await job?.run(order);
    } finally {
      dns.set('known-to-exist.com', { MX: [[10, 'mx.takes-mail.com']] });
    }
    expect((await checksOf(leadId)).email).toMatchObject({ validity: 'Unknown' });
    expect(codes(await checksOf(leadId))).toContain('name-servers-not-believed');
    const again = await server.queue.takeWithKey(`check-contact-again ${leadId}`);
    expect(again).toMatchObject([{ payload: { leadIds: [leadId], attempt: 3 } }]);
    server.clock.set(new Date(testNow.getTime() + 240_000));
    await job?.run(again[0]?.payload);
    expect((await checksOf(leadId)).email).toMatchObject({ validity: 'Invalid' });
  });

  it('CV-3 shows the address that was read where it is not what was typed', async () => {
    const leadId = await receive('Ada Lovelace <ada@takes-mail.com>');
    await server.queue.runDue();
    expect((await checksOf(leadId)).email).toMatchObject({ validity: 'Valid', readAs: 'ada@takes-mail.com' });
    const plain = await receive('ada@takes-mail.com');
    await server.queue.runDue();
    expect((await checksOf(plain)).email).toMatchObject({ readAs: null });
  });

  it('CV-1 any text as an address or a number gives a verdict', async () => {
    const hostile = ['"><script>@x', 'a@b', `${'x'.repeat(190)}@y.com`, "' or 1=1 --", 'ada@[127.0.0.1]'];
    const ids: string[] = [];
    for (const text of hostile) ids.push(await receive(text, { phone: `${text.slice(0, 40)}☎` }));
    await server.queue.runDue();
    for (const leadId of ids) {
      expect((await checksOf(leadId)).email?.validity).toBe('Invalid');
      expect((await checksOf(leadId)).phone?.validity).not.toBe('Valid');
    }
  });

  it('CV-3 of two checks at once the timeline tells what changed, once', async () => {
    const leadId = await receive('ada@takes-mail.com');
    const job = server.jobs.find(({ name }) => name === 'lead.check-contact');
    const order = { organizationId: contoso.id, leadIds: [leadId] };
    await Promise.all([job?.run(order), job?.run(order), job?.run(order)]);
    const timeline = await server.request('GET', `/api/v1/leads/${leadId}/timeline`, { as: admin });
    expect(timeline.text.match(/lead\.contact-checked/g)).toHaveLength(1);
  });

  it.each([
    ['first', [0, 1]],
    ['last', [1, 0]],
  ])(
    'CV-6 of two checks that overlap the one that began later stands, when the other ends %s',
    async (_, order) => {
      const leadId = await server.make.lead(contoso.id, { contact_email: 'ada@takes-mail.com' });
      const running: Promise<void>[] = [];
      const ends: (() => void)[] = [];
      const begin = async (validity: 'Valid' | 'Spam') => {
        const verdict = { validity, evidence: [], retryAfterSeconds: null };
        const asked = new Promise<() => void>((tell) => {
          const check = () => new Promise<typeof verdict>((resolve) => tell(() => resolve(verdict)));
          const checkers = { email: () => ({ check }), phoneProvider: undefined };
          const service = newService(checkers);
          running.push(service.check({ organizationId: contoso.id, leadIds: [leadId], attempt: 1 }));
        });
        ends.push(await asked);
      };
      const pass = () => server.clock.set(new Date(server.clock.now().getTime() + 1000));
      await begin('Valid');
      pass();
      await begin('Spam');
      for (const which of order) {
        pass();
        ends[which]?.();
        await running[which];
      }
      expect((await checksOf(leadId)).email?.validity).toBe('Spam');
    },
  );

  it('CV-4 is asked about again, without counting as an attempt, when the provider was left alone', async () => {
    const leadId = await receive(null, { phone: '+49 171 1234561' });
    const phoneProvider = {
      name: 'Provider',
      mobileOnly: true,
      check: async () =>
        ({ status: 'silent', code: 'provider-paused', detail: 'Later.', retryAfterSeconds: 600 }) as const,
    };
    const checkers = {
      email: () => ({ check: () => Promise.reject(new Error('no address')) }),
      phoneProvider,
    };
    const service = newService(checkers);
    await service.check({ organizationId: contoso.id, leadIds: [leadId], attempt: 3 });
    expect((await checksOf(leadId)).phone).toMatchObject({ validity: 'Unknown' });
    const again = await server.queue.takeWithKey(`check-contact-again ${leadId}`);
    expect(again).toMatchObject([{ payload: { attempt: 3 } }]);
    expect(again[0]?.runAt.getTime()).toBeGreaterThanOrEqual(testNow.getTime() + 600_000);
  });

  it('CV-4 is checked twice without harm, and not at all once it is gone', async () => {
    const leadId = await receive('ada@takes-mail.com');
    const job = server.jobs.find(({ name }) => name === 'lead.check-contact');
    const order = { organizationId: contoso.id, leadIds: [leadId, '00000000-0000-7000-8000-000000000000'] };
    await Promise.all([job?.run(order), job?.run(order)]);
    expect((await checksOf(leadId)).email?.validity).toBe('Valid');
  });
});

describe('GET /api/v1/leads/{id}/contact-checks', () => {
  it('401, 404 for nobody, strangers and teams that do not include the reader', async () => {
    const leadId = await receive('ada@takes-mail.com');
    expect((await server.request('GET', `/api/v1/leads/${leadId}/contact-checks`)).status).toBe(401);
    const stranger = await server.signInAs(fabrikam.id, 'referrals-admin');
    for (const as of [stranger, mate]) expect((await get(as, leadId)).status).toBe(404);
    expect((await get(admin, 'not-an-id')).status).toBe(400);
  });

  it('LC-4 shows nothing of the contact of an expired lead', async () => {
    const leadId = await receive('ada@takes-mail.com');
    await server.queue.runDue();
    server.clock.set(new Date(testNow.getTime() + 15 * 86_400_000));
    const late = await server.signInAs(contoso.id, 'referrals-admin');
    const answer = await get(late, leadId);
    expect(body(leadContactChecks, answer)).toMatchObject({
      withheld: 'Expired',
      email: null,
      phone: null,
      allowedActions: [],
    });
    expect(answer.text).not.toContain('takes-mail');
    const again = await server.request('POST', `/api/v1/leads/${leadId}/contact-checks`, { as: late });
    expect(again.status).toBe(409);
  });
});

describe('checking again', () => {
  it('CV-3 is for Referrals admins, and shows that it is under way', async () => {
    const leadId = await server.make.lead(contoso.id, {
      contact_email: 'ada@takes-mail.com',
      location_id: contoso.location.id,
    });
    const path = `/api/v1/leads/${leadId}/contact-checks`;
    expect((await checksOf(leadId)).checking).toBe(false);
    await server.database.ownerDb
      .insertInto('lead_team_member')
      .values({ organization_id: contoso.id, lead_id: leadId, person_id: matePerson.id, added_at: testNow })
      .execute();
    expect(problemOf(await server.request('POST', path, { as: mate }))).toMatchObject({ status: 403 });
    const asked = await server.request('POST', path, { as: admin });
    expect(asked.status).toBe(202);
    expect(body(leadContactChecks, asked).checking).toBe(true);
    await server.queue.runDue();
    expect(await checksOf(leadId)).toMatchObject({ checking: false, email: { validity: 'Valid' } });
  });
});

describe('a report as spam', () => {
  const report = (as: Caller, leadId: string, method = 'PUT') =>
    server.request(method, `/api/v1/leads/${leadId}/spam-report`, { as });

  it('CV-6 marks the leads of that address in the own organization at once, and is taken back without a trace', async () => {
    const address = 'pest@takes-mail.com';
    const [first, second] = [await receive(address), await receive(`Pest@takes-mail.com`)];
    const elsewhere = await server.make.lead(fabrikam.id, {
      contact_email: address,
      email_validity: 'Valid',
    });
    await server.queue.runDue();
    const reported = body(leadContactChecks, await report(admin, first));
    expect(reported.spamReport).toMatchObject({ at: testNow.toISOString() });
    expect((await report(admin, first)).status).toBe(200);
    await server.queue.runDue();
    for (const leadId of [first, second])
      expect((await checksOf(leadId)).email).toMatchObject({ validity: 'Spam' });
    const { rows } = await server.database.ownerPool.query('select email_validity from lead where id = $1', [
      elsewhere,
    ]);
    expect(rows).toEqual([{ email_validity: 'Valid' }]);
    expect(body(leadContactChecks, await report(admin, first, 'DELETE')).spamReport).toBeNull();
    await server.queue.runDue();
    expect((await checksOf(second)).email).toMatchObject({ validity: 'Valid' });
  });

  it('CV-6 of enough independent organizations marks the address for everybody; one organization alone never', async () => {
    const address = 'everybodys.pest@takes-mail.com';
    const bystander = await receive(address);
    const reporters: Caller[] = [];
    const leads: string[] = [];
    for (let count = 0; count < 3; count++) {
      const partner = await server.make.partner();
      reporters.push(await server.signInAs(partner.id, 'referrals-admin'));
      leads.push(await server.make.lead(partner.id, { contact_email: address }));
      await server.make.lead(partner.id, { contact_email: address });
    }
    await server.queue.runDue();
    for (const [index, as] of reporters.entries()) {
      expect((await checksOf(bystander)).email?.validity).toBe('Valid');
      expect((await report(as, leads[index] ?? '')).status).toBe(200);
      await server.queue.runDue();
    }
    const checks = await checksOf(bystander);
    expect(checks.email).toMatchObject({ validity: 'Spam' });
    expect(codes(checks)).toContain('reported');
    await report(reporters[0] ?? admin, leads[0] ?? '', 'DELETE');
    await server.queue.runDue();
    expect((await checksOf(bystander)).email?.validity).toBe('Valid');
  });

  it('IN-8 of a test lead is not taken: tests are never counted', async () => {
    const leadId = await server.make.lead(contoso.id, { contact_email: 'x@takes-mail.com', is_test: true });
    expect((await checksOf(leadId)).allowedActions).not.toContain('report-spam');
    expect((await report(admin, leadId)).status).toBe(409);
  });

  it('CV-6 of an address in another spelling reaches its own lead all the same', async () => {
    const leadId = await receive('ada@müller-takes-mail.de');
    await server.queue.runDue();
    await report(admin, leadId);
    await server.queue.runDue();
    expect(await checksOf(leadId)).toMatchObject({ checking: false, email: { validity: 'Spam' } });
  });

  it('ID-3 is not for strangers nor for programs', async () => {
    const leadId = await receive('ada@takes-mail.com');
    const stranger = await server.signInAs(fabrikam.id, 'referrals-admin');
    expect((await report(stranger, leadId)).status).toBe(404);
    expect((await server.request('PUT', `/api/v1/leads/${leadId}/spam-report`)).status).toBe(401);
  });
});
