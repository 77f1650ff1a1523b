import type pg from 'pg';
import { hashPassword } from '../server/areas/identity/index.ts';
import { hashSecret } from '../server/platform/ids.ts';

export const benchPassword = 'bench-password';
export const benchEmail = 'bench@leadlight.example';
export const benchKey = 'lmk_bench_0123456789';
/** The same in every database, so that one that is kept can be measured again. */
export const bigOrganization = '01900000-0000-7000-8000-00000000b160';
/** Who is signed in: sees all leads, and owns some. */
export const benchPersonId = '01900000-0000-7000-8000-00000000be50';
/** One of several locations of the big organization. */
export const benchLocationId = '01900000-0000-7000-8000-000000000c01';

/**
 * Fills a database with `leads` leads, a tenth of them for one organization; deterministic except for ids. One
 * statement on the server writes them, so that filling takes a minute rather than an hour.
 */
export async function fill(pool: pg.Pool, leads: number): Promise<void> {
  const others = 90;
  await pool.query(
    `insert into organization (id, kind, name, country, created_at) values ($1, 'partner', 'Big', 'DE', now())`,
    [bigOrganization],
  );
  await pool.query(
    `insert into organization (id, kind, name, country, created_at) values (gen_random_uuid(), 'operator', 'Operator', 'DE', now())`,
  );
  await pool.query(
    `insert into organization (id, kind, name, country, created_at)
     select gen_random_uuid(), 'partner', 'Partner ' || i, 'DE', now() from generate_series(1, $1) i`,
    [others],
  );
  await pool.query(
    `insert into location (organization_id, id, name, country, is_default, created_at)
     select id, gen_random_uuid(), 'Head office', 'DE', true, now() from organization where kind = 'partner'
     union all select $1, $2, 'Branch 1', 'DE', false, now()
     union all select $1, gen_random_uuid(), 'Branch ' || i, 'DE', false, now() from generate_series(2, 5) i`,
    [bigOrganization, benchLocationId],
  );
  await pool.query(`insert into publisher (id, organization_id) values ('bench', $1)`, [bigOrganization]);
  await pool.query(
    `insert into offer (organization_id, id, publisher_id, offer_key, title, call_to_action, published_at, created_at)
     values ($1, gen_random_uuid(), 'bench', 'offer', 'Bench offer', 'ContactMe', now(), now())`,
    [bigOrganization],
  );
  await fillPeople(pool);
  const rebuild = await dropIndexes(pool);
  const big = Math.round(leads / 10);
  await fillLeads(
    pool,
    `select '${bigOrganization}'::uuid as organization_id, i from generate_series(1, ${big}) i`,
  );
  await fillLeads(
    pool,
    `select o.id as organization_id, i from generate_series(1, ${Math.ceil((leads - big) / others)}) i
     cross join (select id from organization where kind = 'partner' and id <> '${bigOrganization}') o`,
  );
  for (const definition of rebuild) await pool.query(definition);
  await pool.query('vacuum analyze');
}

/** Building an index over existing rows is many times faster than maintaining it row by row. */
async function dropIndexes(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename in ('lead', 'lead_lookup') and indexname not in ('lead_pkey', 'lead_lookup_pkey')`,
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

async function fillPeople(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into person (id, email, name, password_hash, created_at) values ($1, $2, 'Bench', $3, now())`,
    [benchPersonId, benchEmail, await hashPassword(benchPassword)],
  );
  await pool.query(
    `insert into membership (organization_id, id, person_id, role, created_at) values ($1, gen_random_uuid(), $2, 'referrals-admin', now())`,
    [bigOrganization, benchPersonId],
  );
  await pool.query(
    `with person as (
       insert into person (id, email, name, created_at)
       select gen_random_uuid(), 'colleague-' || i || '@leadlight.example', 'Colleague ' || i, now() from generate_series(1, 11) i
       returning id)
     insert into membership (organization_id, id, person_id, role, created_at)
     select $1, gen_random_uuid(), id, 'referrals-user', now() from person`,
    [bigOrganization],
  );
  await pool.query(
    `insert into intake_endpoint (organization_id, id, name, key_hash, hint, created_at) values ($1, gen_random_uuid(), 'Bench', $2, 'x', now())`,
    [bigOrganization, hashSecret(benchKey)],
  );
}

/**
 * Eight months of leads; hashes of the row number replace chance. Some offers, campaigns, locations and owners have many,
 * some a few.
 */
async function fillLeads(pool: pg.Pool, rows: string): Promise<void> {
  await pool.query(`
    with row as (${rows}), lead_row as (
      select organization_id, i, hashint4(i)::bigint & 1048575 as h,
             now() - ((hashint4(i + 7)::bigint & 1048575) / 1048575.0) * interval '240 days' as received_at
      from row
    ), shaped as (
      select *, case when h % 10 < 3 then null
                     when received_at > now() - interval '13 days' and h % 3 = 0 then 'Received'
                     else (array['Accepted','Won','Lost','Declined','Expired'])[1 + h % 5] end as status
      from lead_row
    ), place as (
      select organization_id, id, row_number() over (partition by organization_id order by is_default desc, name) - 1 as n,
             count(*) over (partition by organization_id) as many
      from location
    ), owner as (
      select organization_id, person_id, row_number() over (partition by organization_id order by role) - 1 as n,
             count(*) over (partition by organization_id) as many
      from membership
    )
    insert into lead (organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_name, offer_title,
      door, routing_reason, customer_name, country, contact_first_name, contact_last_name, contact_email, contact_phone, message,
      contact_allowed, email_validity, phone_validity, lead_quality, status, received_at, updated_at, expires_at, available_until,
      accepted_at, closed_at, deal_name, deal_value_minor, deal_currency, estimated_purchase_date, campaign_id, referral_program, hot_until, is_test,
      assigned_to, qualified_at, developed_at, final_value_minor, final_value_currency)
    select s.organization_id, gen_random_uuid(), l.id,
      (array['Direct','Direct','Direct','Direct','SalesQualified'])[1 + h % 5], case when h % 4 = 0 then 'Profile' else 'Offer' end,
      case when status is null then 'GetItNow' else 'ContactMe' end, (array['AppSource','AzureMarketplace','AzurePortal'])[1 + h % 3],
      case when h % 4 > 0 then 'bench.offer-' || (1 + (h / 13 % 40) * (h / 41 % 40) / 40) end,
      case when h % 4 > 0 then 'Bench offer ' || (1 + (h / 13 % 40) * (h / 41 % 40) / 40) end, 'marketplace', 'Filled for a benchmark.',
      case when h % 20 = 7 then chr((19968 + h % 2999)::integer) || chr((19968 + (h / 11) % 2999)::integer) || '株式会社'
           when h % 20 = 9 then 'Компания ' || chr((1072 + h % 31)::integer) || chr((1072 + (h / 7) % 31)::integer) || chr((1072 + (h / 5) % 31)::integer) || chr((1072 + (h / 3) % 31)::integer)
           else 'Company ' || (h % 20000) end, (array['DE','US','GB','FR','JP','IN','BR','CA','NL','SE'])[1 + (h / 7) % 10],
      case when h % 20 = 7 then '太郎' else 'First' || h % 500 end,
      case when h % 20 = 7 then (array['田中','鈴木','佐藤','高橋','若草'])[1 + (h / 20) % 5] || case when h % 3 = 0 then '山' else '' end else 'Last' || h % 3000 end, 'person' || i || '@company' || (h % 20000) || '.example', '+49 30 ' || (1000000 + i),
      'We would like to know more about the product and what it costs for a company of our size. Number ' || i,
      true, (array['Valid','Valid','Valid','Invalid','Spam','Unknown'])[1 + h % 6], (array['Valid','Valid','Invalid','Unknown'])[1 + h % 4],
      (array['High','Medium','Low'])[1 + h % 3], status, received_at, received_at,
      case when status is not null then received_at + interval '336 hours' end,
      case when status is null then received_at + interval '6 months' end,
      case when status in ('Accepted','Won','Lost') then received_at + interval '1 day' end,
      case when status in ('Won','Lost','Declined','Expired') then received_at + interval '10 days' end,
      case when status in ('Accepted','Won','Lost') then 'Deal ' || i end,
      case when status in ('Accepted','Won','Lost') then h * 100 end,
      case when status in ('Accepted','Won','Lost') then (array['EUR','USD','JPY'])[1 + h % 3] end,
      case when status in ('Accepted','Won','Lost') then (received_at + (h / 3 % 200) * interval '1 day')::date end,
      case when status in ('Accepted','Won','Lost') and h % 7 < 3 then 'Campaign ' || (1 + (h / 17 % 30) * (h / 37 % 30) / 30) end,
      case when h % 5 = 4 then (array['Co-sell','Referral rewards'])[1 + h / 5 % 4] end,
      case when status is not null and h % 6 = 3 then received_at + interval '72 hours' end, h % 400 = 3,
      case when status is not null then o.person_id end,
      case when status in ('Accepted','Won','Lost') and h % 11 < 5 then received_at + interval '2 days' end,
      case when status in ('Accepted','Won','Lost') and h % 11 < 2 then received_at + interval '3 days' end,
      case when status = 'Won' then h * 90 end, case when status = 'Won' then (array['EUR','USD','JPY'])[1 + h % 3] end
    from shaped s
    join place l on l.organization_id = s.organization_id and l.n = (h / 29 % l.many) * (h / 31 % l.many) / l.many
    left join owner o on o.organization_id = s.organization_id and h / 19 % 10 > 3
      and o.n = (h / 43 % o.many) * (h / 37 % o.many) / o.many`);
  await pool.query(
    `insert into lead_team_member (organization_id, lead_id, person_id, added_at)
     select organization_id, id, assigned_to, accepted_at from lead where assigned_to is not null and accepted_at is not null
     on conflict do nothing`,
  );
}
