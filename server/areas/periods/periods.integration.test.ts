import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../contract/identity/identity.ts';
import { intakeReceipt } from '../../../contract/intake/intake.ts';
import { lead as leadShape } from '../../../contract/leads/leads.ts';
import { operatorPolicyAnswer } from '../../../contract/organizations/partners.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { type Answer, body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { inOrganization } from '../../platform/database/database.ts';
import { changePolicy } from './periods.repo.ts';

const { server, world } = useLeadWorld();
const admin = useMade(() => world.as.operatorAdmin);

const path = '/api/v1/operator/policy';
const defaults = {
  expiryHours: 336,
  hotHours: 72,
  informationalMonths: 6,
  mailsPerDay: 10,
  digestHour: 17,
};

beforeEach(async () => {
  await server.database.ownerPool.query(`
    update installation set lead_expiry_hours = 336, hot_lead_hours = 72, informational_lead_months = 6,
                            mails_per_day = 10, digest_hour = 17;
    delete from lead; delete from access_log`);
});

/** The policy without its revision. */
const policyOf = (answer: Answer) => {
  const { revision: _, ...policy } = body(operatorPolicyAnswer, answer);
  return policy;
};

const get = (as?: Caller) => server.request('GET', path, { as });
const change = (sent: unknown, as: Caller | undefined = admin) =>
  server.request('PATCH', path, { as, body: sent });

async function logged() {
  const answer = await server.request('GET', '/api/v1/access-log', { as: admin });
  return body(accessLogPage, answer).items;
}

describe('LC-10: the periods are the operator’s to set', () => {
  it('LC-10 the defaults are 14 days, 72 hours, 6 months, 10 mails and 17:00', async () => {
    expect(policyOf(await get(admin))).toEqual(defaults);
  });

  it('LC-10 changes what is sent and nothing else, and says who changed what', async () => {
    const answer = await change({ expiryHours: 240, digestHour: 0 });
    const wanted = { ...defaults, expiryHours: 240, digestHour: 0 };
    expect(policyOf(answer)).toEqual(wanted);
    expect(policyOf(await get(admin))).toEqual(wanted);
    expect(await logged()).toMatchObject([
      {
        actor: world.people.operatorAdmin.name,
        action: 'policy.change',
        detail: 'hours to answer 336 → 240, hour of the digest 17 → 0',
        at: testNow.toISOString(),
      },
    ]);
  });

  it('LC-10 saying what is so already, or nothing, changes nothing and is not logged', async () => {
    for (const sent of [{}, defaults]) expect(policyOf(await change(sent))).toEqual(defaults);
    expect(await logged()).toEqual([]);
  });

  it('LC-10 of changes at once none is lost, and each is logged with what it found', async () => {
    await Promise.all(
      [100, 200, 300].map((expiryHours) => change({ expiryHours })).concat(change({ hotHours: 5 })),
    );
    expect(policyOf(await get(admin)).hotHours).toBe(5);
    const steps = (await logged()).flatMap(
      ({ detail }) => /to answer (\d+) → (\d+)/.exec(detail ?? '') ?? [],
    );
    const before = steps.filter((_, index) => index % 3 === 1);
    const after = steps.filter((_, index) => index % 3 === 2);
    expect(before).toHaveLength(3);
    // Each change began where another ended: no two started from the same policy.
    expect(new Set([...before, ...after])).toEqual(new Set(['336', '100', '200', '300']));
    expect(new Set(before).size).toBe(3);
  });

  it('LC-10 refuses values out of range with every wrong field, and changes nothing', async () => {
    const sent = {
      expiryHours: 0,
      hotHours: 8761,
      informationalMonths: 1.5,
      mailsPerDay: '10',
      digestHour: 24,
    };
    const problem = problemOf(await change(sent));
    expect(problem.status).toBe(400);
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(
      Object.keys(sent)
        .map((name) => `body.${name}`)
        .sort(),
    );
    for (const wrong of [{ expiryHours: null }, { expiryHours: -5 }, { unknown: 1 }, []])
      expect((await change(wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect(policyOf(await get(admin))).toEqual(defaults);
  });

  it('LC-10 of two who change it the second is told, with what it is now, and nothing of theirs is saved', async () => {
    const tag = (await get(admin)).headers.get('etag') ?? '';
    const send = (sent: object, ifMatch: string) =>
      server.request('PATCH', path, { as: admin, body: sent, headers: { 'if-match': ifMatch } });
    const first = await send({ expiryHours: 100 }, tag);
    expect(first.status).toBe(200);
    const second = problemOf(await send({ expiryHours: 200 }, tag));
    expect(second).toMatchObject({ code: 'settings-changed', current: { expiryHours: 100 } });
    expect(policyOf(await get(admin)).expiryHours).toBe(100);
    const { revision } = body(operatorPolicyAnswer, first);
    expect(first.headers.get('etag')).toBe(`"${revision}"`);
    expect((await send({ expiryHours: 300 }, `${tag}, "${revision}"`)).status).toBe(200);
    expect((await send({}, '*')).status).toBe(200);
    expect(problemOf(await send({}, '4')).code).toBe('invalid-request');
    const racing = (await get(admin)).headers.get('etag') ?? '';
    const answers = await Promise.all([11, 12, 13].map((expiryHours) => send({ expiryHours }, racing)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('LC-10 takes both ends of each range', async () => {
    for (const sent of [
      { expiryHours: 1, hotHours: 1, informationalMonths: 1, mailsPerDay: 1, digestHour: 0 },
      { expiryHours: 8760, hotHours: 8760, informationalMonths: 120, mailsPerDay: 1000, digestHour: 23 },
    ])
      expect(policyOf(await change(sent))).toEqual(sent);
  });

  it('ID-3 is for operator admins of the whole installation', async () => {
    const location = await server.make.location(world.operator.id);
    const local = await server.make.person(world.operator.id, {
      role: 'operator-admin',
      locationId: location.id,
    });
    const token = { token: await server.make.apiToken(world.operator.id, 'leads:read', 'leads:write') };
    const others: [string, Caller | undefined, number][] = [
      ['nobody', undefined, 401],
      ['a Referrals admin', world.as.admin, 403],
      ['an Account admin', world.as.accountAdmin, 403],
      ['a seller', world.as.seller, 403],
      ['an operator admin of a location', await openSession(server, local.id, world.operator.id), 403],
      ['a program', token, 403],
    ];
    for (const [who, as, status] of others) {
      const answers = [await get(as), await server.request('PATCH', path, { as, body: { hotHours: 1 } })];
      expect(
        answers.map((answer) => problemOf(answer).status),
        who,
      ).toEqual([status, status]);
    }
    expect(problemOf(await get(world.as.admin)).detail).toContain('for people of the operator');
    expect(policyOf(await get(admin))).toEqual(defaults);
  });

  it('ID-2 the database changes the policy for nobody but the operator', async () => {
    for (const organizationId of [world.contoso.id, '']) {
      await expect(
        inOrganization(server.database.db, { organizationId }, (tx) => changePolicy(tx, { hotHours: 1 })),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('LC-10: a change acts on leads received afterwards', () => {
  let token: Caller;
  let offer: string;

  beforeAll(async () => {
    token = { token: await server.make.apiToken(world.contoso.id, 'leads:create') };
    offer = (await world.offer()).name;
  });

  async function receive(columns: object) {
    const sent = {
      contact: { firstName: 'Ada', email: 'ada@analytical.example' },
      offerId: offer,
      ...columns,
    };
    const answer = await server.request('POST', '/api/v1/leads', { as: token, body: sent });
    expect(answer.status, answer.text).toBe(201);
    return body(intakeReceipt, answer).leadId;
  }
  const read = async (id: string) =>
    body(leadShape, await server.request('GET', `/api/v1/leads/${id}`, { as: world.as.admin }));

  it('LC-10 leads that are there keep their deadlines, those that come have the new ones', async () => {
    const inHours = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000).toISOString();
    const receiveBoth = async () =>
      [await receive({ contactDirectly: true }), await receive({ callToAction: 'FreeTrial' })] as const;
    const old = await receiveBoth();
    await change({ expiryHours: 24, hotHours: 2, informationalMonths: 1 });
    const fresh = await receiveBoth();
    expect(await read(old[0])).toMatchObject({ expiresAt: inHours(336), hotUntil: inHours(72) });
    expect(await read(fresh[0])).toMatchObject({ expiresAt: inHours(24), hotUntil: inHours(2) });
    expect((await read(old[1])).availableUntil).toBe('2027-05-20T10:00:00.000Z');
    expect((await read(fresh[1])).availableUntil).toBe('2026-12-20T10:00:00.000Z');
  });
});
