import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrateBefore, useEmptyDatabase } from '../../../test/empty-database.ts';
import { JobQueue } from '../../../test/job-queue.ts';
import { createDb, inOrganization } from '../../platform/database/database.ts';
import { migrateToLatest } from '../../platform/database/migrate.ts';
import { newId } from '../../platform/ids.ts';
import { paths } from '../../platform/paths.ts';
import { readAddresses } from './intake.jobs.ts';
import { linkRepeats } from './intake.repo.ts';
import { readAllAddresses } from './read-addresses.ts';

/** More than one job does: two partners, the second with most of the leads. */
const manyLeads = 5100;
const partner = newId();
const other = newId();
const database = useEmptyDatabase("encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
let owner: pg.Pool;

async function addLead(email: string, days = 0): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, customer_name,
       contact_last_name, contact_email, contact_allowed, status, received_at, updated_at, expires_at)
     values ($1, $2, 'Direct', 'Offer', 'ContactMe', 'api', 'old', 'Ромашкино', 'Muster', $3, true, 'Received',
             now() + $4 * interval '1 day', now(), now() + interval '9 days')`,
    [partner, id, email, days],
  );
  return id;
}

let leads: Record<'umlaut' | 'named' | 'plain' | 'unreadable', string>;

beforeAll(async () => {
  owner = database.open();
  await migrateBefore(owner, '0036');
  for (const [id, country] of [
    [partner, 'DE'],
    [other, 'AT'],
  ])
    await owner.query(
      `insert into organization (id, kind, name, country, created_at) values ($1, 'partner', 'Old', $2, now())`,
      [id, country],
    );
  leads = {
    umlaut: await addLead('bea@müstermann.de'),
    named: await addLead('Ben Muster <ben@firmi-muster.de>'),
    plain: await addLead('Carl@Contoso.com'),
    unreadable: await addLead('carl at contoso'),
  };
  await owner.query(
    `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason,
       contact_email, contact_allowed, status, received_at, updated_at, expires_at)
     select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'old',
            format('Dora %s <dora%s@adatum.com>', n, n), true, 'Received', now(), now(), now() + interval '1 day'
     from generate_series(1, $2::int) n`,
    [other, manyLeads],
  );
  await migrateToLatest(owner, paths);
}, 120_000);

describe('IN-3, LQ-4: an installation that was here before', () => {
  const read = async () => {
    const { rows } = await owner.query<{ id: string; email_read: string }>(
      `select id, email_read from lead where organization_id = $1 and email_read is not null`,
      [partner],
    );
    return Object.fromEntries(rows.map((row) => [row.id, row.email_read]));
  };
  const takeOrders = () => new JobQueue(owner).take('lead.read-addresses');

  it('IN-3, LQ-4 addresses that were typed otherwise are read by the worker, job by job, and twice changes nothing', async () => {
    const db = createDb(database.open('leadlight_worker'));
    const job = readAddresses.doneBy(({ after }) => readAllAddresses(db, after));
    expect(await read()).toEqual({});
    let jobs = 0;
    for (let waiting = await takeOrders(); waiting.length > 0; waiting = await takeOrders()) {
      expect(waiting).toHaveLength(1);
      await job.run(waiting[0]?.payload);
      jobs++;
    }
    expect(jobs).toBe(2);
    const expected = { [leads.umlaut]: 'bea@xn--mstermann-q9a.de', [leads.named]: 'ben@firmi-muster.de' };
    expect(await read()).toEqual(expected);
    const { rows } = await owner.query(
      `select count(*)::int as n from lead where organization_id = $1 and email_read like 'dora%@adatum.com'`,
      [other],
    );
    expect(rows).toEqual([{ n: manyLeads }]);
    await job.run({});
    expect(await read()).toEqual(expected);
  });

  it.each([
    ['bea@xn--mstermann-q9a.de', 'umlaut'],
    ['ben@firmi-muster.de', 'named'],
    ['carl@contoso.COM', 'plain'],
    ['Carl AT contoso', 'unreadable'],
  ] as const)('IN-3, LQ-4 who writes from %s asked before, and is found', async (email, earlier) => {
    const app = createDb(database.open('leadlight_app'));
    const id = await addLead(email, 1);
    const found = await inOrganization(app, { organizationId: partner }, async (tx) => {
      const linked = await linkRepeats(tx, [id]);
      const { repeat_of_lead_id } = await tx
        .selectFrom('lead')
        .select('repeat_of_lead_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return { linked: linked.map((one) => one.id), repeat_of_lead_id };
    });
    expect(found).toEqual({ linked: [id], repeat_of_lead_id: leads[earlier] });
    const client = await database.open('leadlight_app').connect();
    await client.query('begin');
    await client.query(`select set_config('leadlight.organization_id', $1, true)`, [partner]);
    const { rows } = await client.query(
      'select lead_ids from find_duplicate_candidates($1, now(), null, null, 200)',
      [id],
    );
    await client.query('commit');
    client.release();
    expect(rows).toEqual([{ lead_ids: [leads[earlier]] }]);
  });

  it('IN-3 the wall between organizations leaves the index of addresses usable', async () => {
    await owner.query('analyze lead');
    const client = await database.open('leadlight_app').connect();
    await client.query('begin');
    await client.query(`select set_config('leadlight.organization_id', $1, true)`, [other]);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) select id from lead where email_key = 'dora7@adatum.com' order by received_at desc, id desc limit 1`,
    );
    await client.query('commit');
    client.release();
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('lead_by_email');
  });
});
