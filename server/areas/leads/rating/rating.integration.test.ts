import { describe, expect, it } from 'vitest';
import { leadRatingAnswer, modelCard } from '../../../../contract/leads/rating.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, testNow, useTestServer } from '../../../../test/server.ts';
import { loadMailDomains } from '../../../engines/contact-verifier/index.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { saveModel } from './rating.repo.ts';
import { RatingService } from './rating.service.ts';

const server = useTestServer();
const vendor = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const admin = useMade(() => server.signInAs(contoso.id, 'referrals-admin'));
const operator = useMade(() => server.signInAs(vendor.id, 'operator-admin'));

const job = (name: string) => server.jobs.find((each) => each.name === name);
const check = (organizationId: string, leadIds: string[]) =>
  job('lead.check-contact')?.run({ organizationId, leadIds });
const ratingOf = async (as: Caller, leadId: string) =>
  body(leadRatingAnswer, await server.request('GET', `/api/v1/leads/${leadId}/rating`, { as })).rating;
const cardFor = async (as: Caller) =>
  body(modelCard, await server.request('GET', '/api/v1/quality/model', { as }));

/** Leads whose outcome hangs on the country: two in three are won in one, one in ten in the other. */
async function makeHistory(organizationId: string, count: number, winner: string, loser: string) {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const isGood = index % 2 === 0;
    const won = isGood ? index % 6 !== 0 : index % 20 === 1;
    const receivedAt = new Date(testNow.getTime() - (count - index) * 3_600_000);
    ids.push(
      await server.make.lead(organizationId, {
        country: isGood ? winner : loser,
        status: won ? 'Won' : 'Lost',
        received_at: receivedAt,
        closed_at: new Date(receivedAt.getTime() + 3_600_000),
      }),
    );
  }
  await check(organizationId, ids);
}

/** Works what the nightly order asks for. */
async function trainAll(): Promise<number> {
  await job('quality.train-all')?.run({});
  const orders = await server.queue.take('quality.train');
  for (const { payload } of orders) await job('quality.train')?.run(payload);
  return orders.length;
}

describe('a lead', () => {
  it('LQ-1 is rated with its check, by the documented assumptions until there are outcomes, and says so', async () => {
    const leadId = await server.make.lead(contoso.id);
    expect(await ratingOf(admin, leadId)).toBeNull();
    await check(contoso.id, [leadId]);
    const rating = await ratingOf(admin, leadId);
    expect(rating?.basis).toBe('prior');
    expect(rating?.basisWords).toBe('Based on typical leads until we learn from yours.');
    expect(rating?.reasons.for.length).toBeGreaterThan(0);
    const { rows } = await server.database.ownerPool.query('select lead_quality from lead where id = $1', [
      leadId,
    ]);
    expect(rows).toEqual([{ lead_quality: rating?.quality }]);
  });

  it('LQ-1 IN-8 is not rated when it is informational or a test', async () => {
    const informational = await server.make.lead(contoso.id, { status: null });
    const test = await server.make.lead(contoso.id, { is_test: true });
    await check(contoso.id, [informational, test]);
    for (const leadId of [informational, test]) expect(await ratingOf(admin, leadId)).toBeNull();
  });

  it('LQ-1 WS-3 is Low while its address is known for spam, also when it only informs', async () => {
    const spam = await server.make.lead(contoso.id, { status: null, email_validity: 'Spam' });
    const test = await server.make.lead(contoso.id, { status: null, email_validity: 'Spam', is_test: true });
    const rate = () =>
      inOrganization(server.database.db, { organizationId: contoso.id }, (tx) =>
        new RatingService(server.database.db, server.clock, loadMailDomains()).rateChecked(tx, contoso.id, [
          spam,
          test,
        ]),
      );
    const qualities = async () => {
      const { rows } = await server.database.ownerPool.query(
        'select lead_quality from lead where id = any($1) order by is_test',
        [[spam, test]],
      );
      return rows.map((row) => row.lead_quality);
    };
    await rate();
    expect(await qualities()).toEqual(['Low', null]);
    expect(await ratingOf(admin, spam)).toBeNull();
    await server.database.ownerPool.query(`update lead set email_validity = 'Valid' where id = $1`, [spam]);
    await rate();
    expect(await qualities()).toEqual([null, null]);
  });

  it('LQ-3 keeps what was known at intake: no name, no address, and nothing that came later', async () => {
    const leadId = await server.make.lead(contoso.id, {
      contact_first_name: 'Grace',
      contact_last_name: 'Hopper',
      contact_email: 'grace.hopper@navy.test',
    });
    await check(contoso.id, [leadId]);
    const read = async () =>
      (
        await server.database.ownerPool.query<{ snapshot: object }>(
          'select snapshot from lead_rating where lead_id = $1',
          [leadId],
        )
      ).rows[0]?.snapshot;
    const first = await read();
    expect(JSON.stringify(first)).not.toMatch(/grace|hopper|navy/i);
    await server.database.ownerPool.query(
      `update lead set country = 'FR', contact_title = 'CEO' where id = $1`,
      [leadId],
    );
    await check(contoso.id, [leadId]);
    expect(await read()).toEqual(first);
  });

  it('LQ-1 CV-6 becomes Low when its address is marked as spam, whatever the model thinks', async () => {
    const leadId = await server.make.lead(contoso.id, { contact_email: 'pest@pest-domain.com' });
    await check(contoso.id, [leadId]);
    await server.database.ownerPool.query(`update lead set email_validity = 'Spam' where id = $1`, [leadId]);
    await rateNow(contoso.id, leadId);
    expect((await ratingOf(admin, leadId))?.quality).toBe('Low');
  });

  it('LQ-1 is Low when its words are those of spam, also where it only informs', async () => {
    const mark = { suspected_spam: true };
    const leadId = await server.make.lead(contoso.id, mark);
    const informational = await server.make.lead(contoso.id, {
      ...mark,
      call_to_action: 'FreeTrial',
      status: null,
    });
    await check(contoso.id, [leadId, informational]);
    expect(await ratingOf(admin, leadId)).toMatchObject({
      quality: 'Low',
      reasons: { against: expect.arrayContaining(['The message reads like spam']) },
    });
    const { rows } = await server.database.ownerPool.query('select lead_quality from lead where id = $1', [
      informational,
    ]);
    expect(rows).toEqual([{ lead_quality: 'Low' }]);
  });

  it('ID-3 its rating is 404 for strangers, 401 for nobody', async () => {
    const leadId = await server.make.lead(contoso.id);
    const stranger = await server.signInAs(fabrikam.id, 'referrals-admin');
    const path = `/api/v1/leads/${leadId}/rating`;
    expect((await server.request('GET', path, { as: stranger })).status).toBe(404);
    expect((await server.request('GET', path)).status).toBe(401);
  });
});

/** Rates as a worker does that has just started: it reads the models afresh. */
function rateNow(organizationId: string, leadId: string): Promise<void> {
  const rating = new RatingService(server.database.db, server.clock, loadMailDomains());
  return inOrganization(server.database.db, { organizationId }, (tx) =>
    rating.rateChecked(tx, organizationId, [leadId]),
  );
}

describe('the models', () => {
  it('LQ-2 learn from outcomes once there are 40 won and 40 not: the own first, together before that', async () => {
    expect(await trainAll()).toBe(0);
    await makeHistory(fabrikam.id, 300, 'JP', 'BR');
    expect(await trainAll()).toBe(2);
    const pooled = await cardFor(operator);
    expect(pooled).toMatchObject({ basis: 'pooled', population: { rows: expect.any(Number) } });
    expect(pooled.metrics?.rocAuc).toBeGreaterThan(0.6);
    expect(pooled.history).toHaveLength(1);
    const own = await cardFor(await server.signInAs(fabrikam.id, 'referrals-admin'));
    expect(own.basis).toBe('organization');
    // With few partners the figures of all would tell of each other: they are the operator's.
    expect(await cardFor(admin)).toMatchObject({
      basis: 'pooled',
      population: null,
      metrics: null,
      strongest: [],
    });
  });

  it('LQ-2 say of each training whether it was taken, also when a later one took its place', async () => {
    const before = (await cardFor(operator)).history;
    expect(before).toMatchObject([{ inForce: true, replacedAt: null }]);
    const laterMoments = [1, 2].map((hours) => new Date(testNow.getTime() + hours * 3_600_000));
    const [model] = (
      await server.database.ownerPool.query('select * from rating_model where in_force limit 1')
    ).rows;
    const keep = (trainedAt: Date | undefined, inForce: boolean) =>
      inOrganization(server.database.db, { organizationId: vendor.id }, (tx) =>
        saveModel(tx, {
          organizationId: vendor.id,
          id: newId(),
          basis: 'pooled',
          model: model.model,
          reason: 'Because.',
          inForce,
          trainedAt: trainedAt ?? testNow,
        }),
      );
    await keep(laterMoments[0], true);
    await keep(laterMoments[1], false);
    expect((await cardFor(operator)).history).toMatchObject([
      { inForce: false, replacedAt: null },
      { inForce: true, replacedAt: null },
      { inForce: false, replacedAt: laterMoments[0]?.toISOString() },
    ]);
  });

  it('LC-4 LQ-2 learn from a lead whose time to answer is over, as from one that was refused', async () => {
    const { rows: before } = await server.database.ownerPool.query(
      'select * from count_rating_outcomes($1)',
      [testNow],
    );
    const later = new Date(testNow.getTime() + 15 * 86_400_000);
    const leadId = await server.make.lead(fabrikam.id);
    await check(fabrikam.id, [leadId]);
    const { rows: after } = await server.database.ownerPool.query('select * from count_rating_outcomes($1)', [
      later,
    ]);
    const notWon = (rows: { organization_id: string; not_won: number }[]) =>
      rows.find((row) => row.organization_id === fabrikam.id)?.not_won;
    expect(notWon(after)).toBe((notWon(before) ?? 0) + 1);
    const { rows } = await server.database.ownerPool.query(
      'select ending from list_rating_examples($1, null, null, 10000, $2) where id = $3',
      [fabrikam.id, later, leadId],
    );
    expect(rows).toEqual([{ ending: 'Expired' }]);
  });

  it('LQ-2 learn nothing from what is open or was closed as an error, unless it was reported as spam', async () => {
    const { make, database } = server;
    const states = ['Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError', 'Received'] as const;
    const lines = states.flatMap((status) => [false, true].map((reported) => ({ status, reported })));
    const leads: { id: string; line: string }[] = [];
    for (const { status, reported } of lines) {
      const id = await make.lead(fabrikam.id, { status });
      leads.push({ id, line: reported ? `${status}, reported` : status });
      if (reported)
        await database.ownerDb
          .insertInto('spam_report')
          .values({ organization_id: fabrikam.id, lead_id: id, reported_at: testNow, reporter_name: 'Erika' })
          .execute();
    }
    await check(
      fabrikam.id,
      leads.map(({ id }) => id),
    );
    const { rows } = await database.ownerPool.query<{ id: string; ending: string }>(
      'select id, ending from list_rating_examples($1, null, null, 10000, $2)',
      [fabrikam.id, testNow],
    );
    const endingOf = new Map(rows.map(({ id, ending }) => [id, ending]));
    const found = Object.fromEntries(leads.map(({ id, line }) => [line, endingOf.get(id) ?? null]));
    expect(found).toEqual({
      Won: 'Won',
      'Won, reported': 'ReportedAsSpam',
      Lost: 'Lost',
      'Lost, reported': 'ReportedAsSpam',
      Declined: 'Declined',
      'Declined, reported': 'ReportedAsSpam',
      Expired: 'Expired',
      'Expired, reported': 'ReportedAsSpam',
      ClosedAsError: null,
      'ClosedAsError, reported': 'ReportedAsSpam',
      Received: null,
      'Received, reported': 'ReportedAsSpam',
    });
  });

  it('LQ-2 of one organization never rate for another', async () => {
    const [good, bad] = [
      await server.make.lead(fabrikam.id, { country: 'JP' }),
      await server.make.lead(fabrikam.id, { country: 'BR' }),
    ];
    for (const leadId of [good, bad]) await rateNow(fabrikam.id, leadId);
    const reader = await server.signInAs(fabrikam.id, 'referrals-admin');
    const [high, low] = [await ratingOf(reader, good), await ratingOf(reader, bad)];
    expect(high?.basis).toBe('organization');
    expect(high?.probability).toBeGreaterThan(low?.probability ?? 1);
    const leadId = await server.make.lead(contoso.id, { country: 'JP' });
    await rateNow(contoso.id, leadId);
    expect((await ratingOf(admin, leadId))?.basis).toBe('pooled');
  });

  it('ID-3 are shown to who answers for the leads of the whole organization', async () => {
    const user = await server.signInAs(contoso.id, 'referrals-user');
    expect((await server.request('GET', '/api/v1/quality/model', { as: user })).status).toBe(403);
    expect((await server.request('GET', '/api/v1/quality/model')).status).toBe(401);
  });
});
