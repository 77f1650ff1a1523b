import { verify } from '@node-rs/argon2';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { leadStates } from '../../contract/leads/lists.ts';
import { createDatabaseForTest, type TestDatabase, useTestDatabase } from '../../test/database.ts';
import { hashSecret } from '../platform/ids.ts';
import { demoMarketplaceKeys } from './cast.ts';
import { demoPassword, demoPeople, describeDemo, loadDemo } from './index.ts';

const now = new Date('2026-03-12T15:20:00.000Z');
const moment = sql`'2026-03-12T15:20:00Z'::timestamptz`;
const database = useTestDatabase();

beforeAll(async () => {
  await loadDemo(database.ownerDb, { now });
});

async function count(condition: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${condition}`.execute(
    database.ownerDb,
  );
  return rows[0]?.n ?? -1;
}

async function fingerprint({ ownerDb }: TestDatabase): Promise<unknown> {
  const { rows } = await sql`
    select md5(string_agg(l::text, ',' order by l.id)) as leads,
           (select md5(string_agg(concat_ws('/', e.id, e.lead_id, e.at, e.changes), ',' order by e.id))
            from lead_event e) as events,
           (select md5(string_agg(f::text, ',' order by f::text)) from lead_favorite f) as favorites,
           (select md5(string_agg(a::text, ',' order by a.id)) from access_log a) as accesses
    from lead l`.execute(ownerDb);
  return rows[0];
}

describe('loadDemo', () => {
  it('loads the organizations, their people and their leads', async () => {
    const { rows } = await sql<{ name: string; leads: number }>`
      select o.name, count(l.id)::int as leads from organization o left join lead l on l.organization_id = o.id
      group by o.name order by o.name`.execute(database.ownerDb);
    expect(rows).toEqual([
      { name: 'Contoso', leads: 420 },
      { name: 'Fabrikam', leads: 170 },
      { name: 'Northwind Programs', leads: 6 },
    ]);
    expect(await count(sql`person`)).toBe(demoPeople.length);
    expect(await count(sql`installation where demo`)).toBe(1);
    expect(await count(sql`offer where published_at is not null`)).toBe(10);
    expect(await count(sql`profile_location`)).toBe(5);
  });

  it('lets everyone in with the one password, and takes leads with the known keys', async () => {
    const people = await database.ownerDb.selectFrom('person').select('password_hash').execute();
    for (const hash of new Set(people.map(({ password_hash }) => password_hash))) {
      expect(hash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
      expect(await verify(hash ?? '', demoPassword)).toBe(true);
    }
    const hash = hashSecret(demoMarketplaceKeys.contoso);
    expect(await count(sql`find_intake_endpoint(${hash})`)).toBe(1);
  });

  it('gives the same ids and contents for the same moment', async () => {
    const other = await createDatabaseForTest();
    await loadDemo(other.ownerDb, { now });
    expect(await fingerprint(other)).toEqual(await fingerprint(database));
  });

  it('LQ-2 teaches its rating, and each lead says of it what the model card says', async () => {
    const { rows } = await sql<{ basis: string; words: string; leads: number }>`
      select o.name, r.basis, r.basis_words as words, count(*)::int as leads
      from lead_rating r join organization o on o.id = r.organization_id
      where o.kind = 'partner' group by 1, 2, 3 order by 1`.execute(database.ownerDb);
    // Contoso has enough outcomes for its own model; Fabrikam is rated by the pooled one.
    expect(rows.map(({ basis }) => basis)).toEqual(['organization', 'pooled']);
    expect(rows[0]?.words).toMatch(/^Learned from \d+ of your leads, \d+ of them won\.$/);
    expect(rows[1]?.words).toBe(
      'Learned from the leads of all partners here, until you have enough outcomes.',
    );
    expect(await count(sql`rating_model where in_force`)).toBe(2);
  });

  it('refuses a database that is in use, and leaves it as it was', async () => {
    const before = await fingerprint(database);
    await expect(loadDemo(database.ownerDb, { now })).rejects.toThrow(/into an empty database only/);
    expect(await fingerprint(database)).toEqual(before);
  });

  it.each(['2027-01-01T00:00:30Z', '2028-02-29T23:59:59Z'])('holds together at %s', async (at) => {
    const other = await createDatabaseForTest();
    const summary = await loadDemo(other.ownerDb, { now: new Date(at) });
    expect(summary.leads.map((part) => part.count)).toEqual([6, 420, 170]);
    const models = await sql<{ n: number }>`
        select count(*)::int as n from rating_model where in_force`.execute(other.ownerDb);
    expect(models.rows[0]?.n).toBe(2);
    const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from lead
          where status = 'Received' and expires_at <= ${new Date(at)}`.execute(other.ownerDb);
    expect(rows[0]?.n).toBe(0);
  });
});

describe('the leads of the demo', () => {
  it('are in every state, of every kind', async () => {
    const byState = await database.ownerDb
      .selectFrom('lead')
      .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy('status')
      .execute();
    expect(new Set(byState.map(({ status }) => status))).toEqual(new Set([...leadStates, null]));
    for (const callToAction of ['ContactMe', 'GetItNow', 'FreeTrial', 'TestDrive']) {
      expect(await count(sql`lead where call_to_action = ${callToAction}`)).toBeGreaterThan(5);
    }
    expect(await count(sql`lead where hot_until > ${moment} and status = 'Received'`)).toBeGreaterThan(5);
    expect(await count(sql`lead where hot_until < ${moment}`)).toBeGreaterThan(5);
    expect(await count(sql`lead where available_until < ${moment}`)).toBeGreaterThan(3);
    expect(await count(sql`lead where repeat_of_lead_id is not null`)).toBe(23);
    expect(await count(sql`lead where not contact_allowed`)).toBeGreaterThan(5);
    expect(await count(sql`lead where is_test and lead_quality is null`)).toBe(4);
    expect(await count(sql`lead where checked_at is null`)).toBeGreaterThan(3);
    expect(await count(sql`lead_activity`)).toBeGreaterThan(30);
    expect(await count(sql`sharing_rule_person`)).toBe(3);
    expect(await count(sql`absence where until_day > ${moment}::timestamptz::date`)).toBe(2);
    expect(
      await count(sql`lead_to_share w join lead l on l.id = w.lead_id and l.organization_id = w.organization_id
        where l.status = 'Received' and l.assigned_to is null`),
    ).toBe(2);
    expect(await count(sql`reply_template where shared`)).toBeGreaterThan(0);
    expect(await count(sql`lead where next_step_day < ${moment}::timestamptz::date`)).toBeGreaterThan(2);
    for (const program of ['Co-sell', 'Referral rewards'])
      expect(await count(sql`lead where referral_program = ${program}`)).toBeGreaterThan(3);
    expect(
      await count(sql`lead where status = 'Received' and expires_at < ${moment} + interval '2 days'`),
    ).toBeGreaterThan(5);
  });

  it('keep the rules of the lifecycle', async () => {
    const actionable = sql`(qualification <> 'Direct' or lead_type = 'Profile' or call_to_action = 'ContactMe')`;
    const broken = {
      'informational, yet with a status': sql`lead where (status is null) = ${actionable}`,
      'available for other than 6 months': sql`lead
        where available_until <> (received_at at time zone 'UTC' + interval '6 months') at time zone 'UTC'`,
      'received too long ago': sql`lead
        where status = 'Received' and received_at <= ${moment} - interval '336 hours'`,
      'expires at another time': sql`lead
        where status is not null and expires_at <> received_at + interval '336 hours'`,
      'expired at another time': sql`lead where status = 'Expired' and closed_at <> expires_at`,
      'closed without a time': sql`lead
        where (status is null or status in ('Received', 'Accepted')) = (closed_at is not null)`,
      'accepted without a deal': sql`lead where (accepted_at is not null) <> (deal_value_minor is not null)`,
      'worked without being accepted': sql`lead
        where (status in ('Accepted', 'Won', 'Lost')) and accepted_at is null`,
      'won without a value': sql`lead where (status = 'Won') <> (final_value_minor is not null)`,
      'lost without a reason': sql`lead where (status = 'Lost') is true <> (lost_reason is not null)`,
      'declined without a reason': sql`lead
        where (status = 'Declined') is true <> (decline_reason is not null)`,
      'declined as spam without a report': sql`lead l
        where (decline_reason is not distinct from 'SpamOrAbuse')
           <> exists (select from spam_report r where r.lead_id = l.id)`,
      'an error without a reason': sql`lead
        where (status = 'ClosedAsError') is true <> (error_reason is not null)`,
      'accepted without a team': sql`lead
        where (accepted_at is not null) <> exists (select from lead_team_member t where t.lead_id = lead.id)`,
      'received in the future': sql`lead where received_at > ${moment} or updated_at > ${moment}`,
      'qualified, yet not sent by the operator': sql`lead
        where (qualification <> 'Direct') <> (sender_organization_id is not null and sender_name is not null)`,
      'of a referral program, yet not qualified': sql`lead
        where qualification = 'Direct' and referral_program is not null`,
      'at no location of its partner': sql`lead l join organization o on o.id = l.organization_id
        where (o.kind = 'partner') <> (l.location_id is not null)`,
      'repeats another customer': sql`lead l join lead r on r.id = l.repeat_of_lead_id
        where r.contact_email <> l.contact_email or r.offer_id is distinct from l.offer_id
           or r.received_at >= l.received_at`,
    };
    for (const [what, condition] of Object.entries(broken))
      expect([what, await count(condition)]).toEqual([what, 0]);
  });

  it('tell in their events how they came to be what they are', async () => {
    const broken = {
      'not one event for each version': sql`lead l where version <> (
        select count(*) from lead_event e where e.organization_id = l.organization_id and e.lead_id = l.id
          and e.type not like 'lead.activity-%' and e.type <> 'lead.reported-as-spam'
      ) or version <> (select max(e.version) from lead_event e where e.lead_id = l.id)`,
      'not received first': sql`lead_event where (version = 1) <> (type = 'lead.received')`,
      'out of order': sql`lead_event e join lead_event f on f.lead_id = e.lead_id
        where f.version = e.version + 1 and f.at <= e.at`,
      'changed at another time': sql`lead l
        where updated_at <> (select max(at) from lead_event e where e.lead_id = l.id
          and e.type not like 'lead.activity-%')`,
      'accepted at another time': sql`lead l join lead_event e on e.lead_id = l.id
        where e.type = 'lead.accepted' and e.at <> l.accepted_at`,
      'noted by someone who does not see the lead': sql`lead_activity a join lead l on l.id = a.lead_id
        where a.author_person_id is distinct from l.assigned_to`,
      'noted without an event': sql`lead_activity a where not exists (
        select from lead_event e where e.lead_id = a.lead_id and e.type = 'lead.activity-added' and e.at = a.created_at)`,
      'planned for a lead that is closed': sql`lead where next_step is not null and status <> 'Accepted'`,
      'closed at another time': sql`lead l join lead_event e on e.lead_id = l.id and e.version = l.version
        where l.closed_at is not null and e.at <> l.closed_at`,
      'closed by another event': sql`lead l join lead_event e on e.lead_id = l.id and e.version = l.version
        where l.closed_at is not null and e.type <> 'lead.reported-as-spam'
          and e.type <> 'lead.' || case l.status when 'ClosedAsError' then 'closed-as-error' else lower(l.status) end`,
      'answered by someone of another location': sql`lead l
        join lead_event e on e.lead_id = l.id and e.type = 'lead.accepted'
        where not exists (
          select from membership m where m.organization_id = l.organization_id
            and m.person_id = e.actor_person_id and m.role = 'referrals-admin'
            and (m.location_id is null or m.location_id = l.location_id))`,
      'last value differs': sql`lead l where deal_value_minor <> (
        select (c -> 'after' ->> 'amountMinor')::bigint
        from lead_event e, jsonb_array_elements(e.changes) c
        where e.lead_id = l.id and c ->> 'field' = 'estimatedValue' order by e.version desc limit 1)`,
    };
    for (const [what, condition] of Object.entries(broken))
      expect([what, await count(condition)]).toEqual([what, 0]);
  });

  it('show no address outside .example, and put pages to the test', async () => {
    expect(await count(sql`lead where contact_email !~ '^[^@ ]+@[a-z0-9.-]+[.]example$'`)).toBe(0);
    expect(await count(sql`person where email !~ '[.]example$'`)).toBe(0);
    expect(await count(sql`profile_location where contact_email !~ '[.]example$'`)).toBe(0);
    expect(
      await count(sql`lead, jsonb_array_elements(employees) e where e ->> 'email' !~ '[.]example$'`),
    ).toBe(0);
    expect(await count(sql`lead where message ~ '[{}]' or deal_name ~ '[{}]'`)).toBe(0);
    expect(await count(sql`lead where customer_name = '<b>Bold & Sons</b>'`)).toBeGreaterThan(0);
    expect(await count(sql`lead where customer_name like '=HYPERLINK(%'`)).toBeGreaterThan(0);
    expect(await count(sql`lead where length(customer_name) = 200`)).toBeGreaterThan(0);
    for (const script of ['[а-я]', '[α-ω]', '[ء-ي]', '[א-ת]', '[अ-ह]', '[ก-ฮ]', '[一-龯]', '[가-힣]']) {
      expect([script, await count(sql`lead where customer_name ~ ${script}`)]).not.toEqual([script, 0]);
    }
  });

  it('give people something to find at once', async () => {
    const admin = sql`join person p on p.id = person_id where p.email = 'referrals.admin@contoso.example'`;
    expect(await count(sql`lead_favorite ${admin}`)).toBeGreaterThanOrEqual(10);
    const user = sql`join person p on p.id = person_id where p.email = 'referrals.user@contoso.example'`;
    expect(await count(sql`lead_team_member ${user}`)).toBe(25);
    expect(await count(sql`access_log where cardinality(lead_ids) > 0`)).toBeGreaterThan(50);
  });
});

describe('describeDemo', () => {
  it('says who can sign in, as what, and where leads can be posted', () => {
    const text = describeDemo((key) => `http://localhost/${key}`);
    expect(text).toContain('all with the password leadlight-demo');
    expect(text).toMatch(/referrals\.munich@contoso\.example +Contoso: Referrals admin \(Munich only\)/);
    expect(text).toMatch(/consultant@leadlight\.example +Contoso, Fabrikam: Referrals admin$/m);
    expect(text).toContain(`http://localhost/${demoMarketplaceKeys.contoso}`);
  });
});
