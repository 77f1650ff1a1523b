-- The foundation: identity, directory, leads. Every tenant table has organization_id first in its primary
-- key and foreign keys, and row-level security as the second wall behind the application's own predicate.

create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;

-- The role that the application works as. It owns nothing, so row-level security holds for it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'leadlight_app') then
    begin
      create role leadlight_app nologin;
    exception when duplicate_object or unique_violation then
      null; -- another database of this server made it at the same moment
    end;
  end if;
  -- From PostgreSQL 16 on, being a member is one thing and being allowed to SET ROLE another.
  if current_setting('server_version_num')::int >= 160000 then
    if not pg_has_role(current_user, 'leadlight_app', 'SET') then
      execute format('grant leadlight_app to %I with inherit false, set true', current_user);
    end if;
  elsif not pg_has_role(current_user, 'leadlight_app', 'MEMBER') then
    execute format('grant leadlight_app to %I', current_user);
  end if;
end
$$;

-- The organization and the person on whose behalf the transaction works; set with `set_config(…, true)`.
create function current_organization_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('leadlight.organization_id', true), '')::uuid;

create function current_person_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('leadlight.person_id', true), '')::uuid;

------------------------------------------------------------------------------------------------- organizations

create table organization (
  id uuid primary key,
  kind text not null check (kind in ('operator', 'partner')),
  name text not null,
  country text not null,
  created_at timestamptz(3) not null
);
-- One installation has one operator: unrouted leads belong to it.
create unique index organization_operator on organization (kind) where kind = 'operator';

-- One row: what the operator set for the whole installation (LC-10). A change acts on leads received afterwards.
create table installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false,
  lead_expiry_hours integer not null default 336 check (lead_expiry_hours > 0),
  hot_lead_hours integer not null default 72 check (hot_lead_hours > 0),
  informational_lead_months integer not null default 6 check (informational_lead_months > 0),
  created_at timestamptz(3) not null default now()
);
insert into installation default values;

-- Where offers are shown. Data, not code: an operator may add its own.
create table storefront (
  code text primary key,
  name text not null,
  position integer not null,
  lists_profiles boolean not null default false
);
insert into storefront (code, name, position, lists_profiles) values
  ('AppSource', 'AppSource', 1, true),
  ('AzureMarketplace', 'Azure Marketplace', 2, false),
  ('AzurePortal', 'Azure portal', 3, false);

create table location (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  country text not null,
  city text,
  is_default boolean not null default false,
  created_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create unique index location_default on location (organization_id) where is_default;

-------------------------------------------------------------------------------------------------------- people

create table person (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  time_zone text,
  locale text,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null
);
create unique index person_email on person (lower(email));

create table membership (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid not null references person,
  role text not null check (role in ('account-admin', 'profile-admin', 'referrals-admin', 'referrals-user',
                                     'operator-admin', 'seller', 'marketer')),
  location_id uuid,
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  foreign key (organization_id, location_id) references location (organization_id, id)
);
create unique index membership_once on membership (organization_id, person_id, role, coalesce(location_id, '00000000-0000-0000-0000-000000000000'));
create index membership_person on membership (person_id);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  organization_id uuid not null references organization,
  user_agent text,
  address text,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index session_person on session (person_id);

-- Failed sign-ins (ID-6). The account is kept hashed: a mistyped password in the e-mail field must not be stored.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  account_hash bytea not null,
  address text not null,
  at timestamptz(3) not null
);
create index sign_in_failure_account on sign_in_failure (account_hash, at);
create index sign_in_failure_address on sign_in_failure (address, at);

create table api_token (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  token_hash bytea not null unique,
  hint text not null,
  scopes text[] not null,
  created_by uuid references person,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (organization_id, id)
);

create table intake_endpoint (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  key_hash bytea not null unique,
  hint text not null,
  created_by uuid references person,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (organization_id, id)
);

----------------------------------------------------------------------------------------------------- directory

-- A publisher id belongs to one organization of the installation; every offer is `publisher.offer`.
create table publisher (
  id text primary key check (id = lower(id) and id !~ '[.]'),
  organization_id uuid not null references organization
);

create table offer (
  organization_id uuid not null references organization,
  id uuid not null,
  publisher_id text not null references publisher,
  offer_key text not null check (offer_key = lower(offer_key)),
  title text not null,
  summary text not null default '',
  call_to_action text not null check (call_to_action in ('ContactMe', 'GetItNow', 'FreeTrial', 'TestDrive')),
  location_id uuid,
  published_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  foreign key (organization_id, location_id) references location (organization_id, id)
);
create unique index offer_name on offer (organization_id, publisher_id, offer_key);

create table offer_storefront (
  organization_id uuid not null,
  offer_id uuid not null,
  storefront_code text not null references storefront,
  primary key (organization_id, offer_id, storefront_code),
  foreign key (organization_id, offer_id) references offer (organization_id, id) on delete cascade
);

create table business_profile (
  organization_id uuid not null references organization,
  id uuid not null,
  country text not null,
  display_name text not null,
  description text not null default '',
  website text,
  published_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create unique index business_profile_country on business_profile (organization_id, country);

-- The public page of one location of a profile, with the contact who is told about its leads (NT-1).
create table profile_location (
  organization_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  location_id uuid not null,
  slug text not null unique,
  contact_name text not null,
  contact_email text not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  foreign key (organization_id, profile_id) references business_profile (organization_id, id) on delete cascade,
  foreign key (organization_id, location_id) references location (organization_id, id)
);

--------------------------------------------------------------------------------------------------------- leads

create table lead (
  organization_id uuid not null references organization,
  id uuid not null,
  version integer not null default 1,
  location_id uuid,

  -- what it is
  qualification text not null check (qualification in ('Direct', 'MarketingQualified', 'SalesQualified')),
  lead_type text not null check (lead_type in ('Profile', 'Offer')),
  call_to_action text check (call_to_action in ('ContactMe', 'GetItNow', 'FreeTrial', 'TestDrive')),
  lead_source text,
  offer_id uuid,
  offer_name text,
  offer_title text,
  is_test boolean not null default false,
  door text not null check (door in ('marketplace', 'api', 'offer-page', 'profile-page', 'import')),
  routing_reason text not null,
  repeat_of_lead_id uuid,

  -- the customer, as received
  customer_name text,
  country text,
  contact_first_name text,
  contact_last_name text,
  contact_title text,
  contact_email text,
  contact_phone text,
  message text,
  contact_allowed boolean not null,
  consent_at timestamptz(3),
  consent_text_version text,

  -- the sender of a qualified lead
  sender_organization_id uuid references organization,
  sender_person_id uuid references person,
  sender_name text,
  sender_organization_name text,

  -- what the checks and the rating found; validity is Unknown until they ran, null when there is nothing to check
  email_validity text check (email_validity in ('Valid', 'Invalid', 'Spam', 'Unknown')),
  phone_validity text check (phone_validity in ('Valid', 'Invalid', 'Unknown')),
  checked_at timestamptz(3),
  lead_quality text check (lead_quality in ('High', 'Medium', 'Low')),

  -- the lifecycle: null status is an informational lead
  status text check (status in ('Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError')),
  received_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  closed_at timestamptz(3),
  expires_at timestamptz(3),
  available_until timestamptz(3),
  hot_until timestamptz(3),

  -- the deal
  deal_name text,
  deal_value_minor bigint check (deal_value_minor >= 0),
  deal_currency text,
  estimated_purchase_date date,
  deal_notes text,
  crm_id text,
  campaign_id text,
  employees jsonb not null default '[]',
  qualified_at timestamptz(3),
  developed_at timestamptz(3),
  proposed_at timestamptz(3),
  negotiated_at timestamptz(3),

  -- how it was closed
  decline_reason text,
  lost_reason text,
  error_reason text,
  closing_notes text,
  final_value_minor bigint check (final_value_minor >= 0),
  final_value_currency text,
  duplicate_of_lead_id uuid,

  -- derived, so that every tab, sort and search has an index to walk
  tab text not null generated always as (case when qualification = 'Direct' then 'marketplace' else 'qualified' end) stored,
  customer_sort text not null generated always as (left(lower(coalesce(customer_name, '')), 200)) stored,
  status_sort smallint not null generated always as (
    case status when 'Received' then 1 when 'Accepted' then 2 when 'Won' then 3 when 'Lost' then 4
                when 'Declined' then 5 when 'Expired' then 6 when 'ClosedAsError' then 7 else 8 end) stored,
  quality_sort smallint not null generated always as (
    case lead_quality when 'High' then 3 when 'Medium' then 2 when 'Low' then 1 else 0 end) stored,
  value_sort text collate "C" not null generated always as (
    case when deal_value_minor is null then '' else deal_currency || lpad(deal_value_minor::text, 16, '0') end) stored,
  -- only what waits for an answer expires; the rest goes last
  expiry_sort timestamptz(3) generated always as (
    case when status = 'Received' then expires_at else 'infinity' end) stored,
  -- Always searchable; and what is searchable only while the contact may be shown (LC-4).
  search_open text not null generated always as (
    lower(coalesce(customer_name, '') || E'\n' || coalesce(offer_title, '') || E'\n' || coalesce(deal_name, '') || E'\n' ||
          coalesce(deal_notes, '') || E'\n' || coalesce(closing_notes, ''))) stored,
  search_contact text not null generated always as (
    lower(coalesce(contact_first_name, '') || ' ' || coalesce(contact_last_name, '') || E'\n' || coalesce(contact_email, '') ||
          E'\n' || coalesce(contact_phone, '') || E'\n' || coalesce(message, ''))) stored,

  primary key (organization_id, id),
  foreign key (organization_id, location_id) references location (organization_id, id),
  foreign key (organization_id, offer_id) references offer (organization_id, id),
  foreign key (organization_id, repeat_of_lead_id) references lead (organization_id, id) on delete set null (repeat_of_lead_id),
  check ((status is null) = (available_until is not null)),
  check ((deal_value_minor is null) = (deal_currency is null)),
  check ((final_value_minor is null) = (final_value_currency is null))
);

-- One index for each sort that is offered. The first carries all that filters and sorts look at: it answers
-- counts, facets and filtered pages by itself, and only the rows of the page are fetched from the table.
create index lead_list on lead (organization_id, tab, received_at desc, id desc)
  include (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity,
           location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort,
           expiry_sort);
create index lead_by_customer on lead (organization_id, tab, customer_sort, id);
create index lead_by_status on lead (organization_id, tab, status_sort, id);
create index lead_by_quality on lead (organization_id, tab, quality_sort, id);
create index lead_by_value on lead (organization_id, tab, value_sort, id);
create index lead_by_expiry on lead (organization_id, tab, expiry_sort, id);
create index lead_search_open on lead using gin (organization_id, search_open gin_trgm_ops);
create index lead_search_contact on lead using gin (organization_id, search_contact gin_trgm_ops);
create index lead_by_email on lead (organization_id, lower(contact_email), received_at) where contact_email is not null;
create index lead_by_sender on lead (sender_organization_id, received_at desc, id desc) where sender_organization_id is not null;

create table lead_team_member (
  organization_id uuid not null,
  lead_id uuid not null,
  person_id uuid not null references person,
  added_at timestamptz(3) not null,
  primary key (organization_id, lead_id, person_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index lead_team_person on lead_team_member (organization_id, person_id, lead_id);

create table lead_favorite (
  organization_id uuid not null,
  person_id uuid not null references person,
  lead_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, person_id, lead_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index lead_favorite_lead on lead_favorite (organization_id, lead_id);

-- What happened to a lead: the one log that timeline, live updates, webhooks, insights and audit read.
-- transaction_id lets a reader go on where it stopped without missing a transaction that committed late.
create table lead_event (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  type text not null,
  at timestamptz(3) not null,
  actor_kind text not null check (actor_kind in ('person', 'token', 'customer', 'marketplace', 'system')),
  actor_person_id uuid references person,
  actor_name text not null,
  changes jsonb not null default '[]',
  note text,
  version integer not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index lead_event_lead on lead_event (organization_id, lead_id, at, id);
create index lead_event_transaction on lead_event (transaction_id);

-- Requests that a door took already (IN-3): the same key gives the first lead again.
create table intake_receipt (
  organization_id uuid not null,
  door text not null,
  key bytea not null,
  request_hash bytea not null,
  lead_id uuid not null,
  routed boolean not null,
  received_at timestamptz(3) not null,
  primary key (organization_id, door, key)
);

-- Who read or changed what (ID-7). Only ever appended.
create table access_log (
  organization_id uuid not null references organization,
  id uuid not null,
  at timestamptz(3) not null,
  actor_person_id uuid references person,
  actor_name text not null,
  action text not null,
  lead_ids uuid[] not null default '{}',
  detail text,
  request_id text,
  primary key (organization_id, id)
);

---------------------------------------------------------------------------------------------- functions

-- Enqueues a job inside the business transaction, for the role that owns nothing.
create function enqueue_job(task text, payload json, queue text, job_key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => enqueue_job.run_at);
end
$$;

-- Stores a lead with the receipt of its request, its first event and its first job: one statement, so one
-- transaction and one trip, with plans that the session keeps; a burst of leads pays for each of these.
-- Works as the caller, so row-level security holds: the receipt belongs to whose door it is, the lead to where it goes.
-- Returns false, with nothing stored, when the request was taken before; of two at once the second waits for the first.
create function take_lead(receipt jsonb, new_lead jsonb, new_event jsonb, task text, payload json) returns boolean
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if receipt is not null then
    perform set_config('leadlight.organization_id', receipt ->> 'organization_id', true);
    insert into intake_receipt as known (organization_id, door, key, request_hash, lead_id, routed, received_at)
    select r.organization_id, r.door, r.key, r.request_hash, r.lead_id, r.routed, r.received_at
    from jsonb_populate_record(null::intake_receipt, receipt) r
    on conflict (organization_id, door, key) do update
      set request_hash = excluded.request_hash, lead_id = excluded.lead_id, routed = excluded.routed,
          received_at = excluded.received_at
      where known.received_at < (receipt ->> 'forgotten_before')::timestamptz;
    if not found then
      return false;
    end if;
  end if;
  perform set_config('leadlight.organization_id', new_lead ->> 'organization_id', true);
  insert into lead (organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_id, offer_name,
                    offer_title, is_test, door, routing_reason, customer_name, country, contact_first_name,
                    contact_last_name, contact_title, contact_email, contact_phone, message, contact_allowed, consent_at,
                    consent_text_version, sender_organization_id, sender_person_id, sender_name,
                    sender_organization_name, email_validity, phone_validity, status, estimated_purchase_date,
                    received_at, updated_at, expires_at, available_until, hot_until)
  select organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_id, offer_name,
         offer_title, is_test, door, routing_reason, customer_name, country, contact_first_name,
         contact_last_name, contact_title, contact_email, contact_phone, message, contact_allowed, consent_at,
         consent_text_version, sender_organization_id, sender_person_id, sender_name,
         sender_organization_name, email_validity, phone_validity, status, estimated_purchase_date,
         received_at, updated_at, expires_at, available_until, hot_until
  from jsonb_populate_record(null::lead, new_lead);
  insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note, version)
  select organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note, version
  from jsonb_populate_record(null::lead_event, new_event);
  if task is not null then
    perform enqueue_job(task, payload, null, null, null);
  end if;
  return true;
end
$$;

-- Leads of the current organization in which the term stands. Row-level security would keep the planner from
-- using the trigram indexes (their operators are not leakproof), so this function looks as the owner and
-- carries the organization itself. Contact fields are searched only while they may be shown.
create function search_lead_ids(term text, at timestamptz) returns setof uuid
  language plpgsql stable rows 100 security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  pattern text := '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  hex text := replace(lower(term), '-', '');
begin
  return query
    select l.id from lead l
    where l.organization_id = current_organization_id() and l.search_open like pattern
    union
    select l.id from lead l
    where l.organization_id = current_organization_id() and l.search_contact like pattern
      and l.contact_allowed and l.status is distinct from 'Expired'
      and not (l.status is not distinct from 'Received' and l.expires_at <= search_lead_ids.at);
  if hex ~ '^[0-9a-f]{8,32}$' then
    return query
      select l.id from lead l
      where l.organization_id = current_organization_id()
        and l.id between rpad(hex, 32, '0')::uuid and rpad(hex, 32, 'f')::uuid;
  end if;
end
$$;

-- Secrets are looked up before the organization is known; only the exact hash finds its row.
create function find_api_token(hash bytea)
  returns table (organization_id uuid, id uuid, name text, scopes text[], last_used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select t.organization_id, t.id, t.name, t.scopes, t.last_used_at
    from api_token t where t.token_hash = hash and t.revoked_at is null;
  end;

create function find_intake_endpoint(hash bytea)
  returns table (organization_id uuid, id uuid, name text, last_used_at timestamptz, is_operator boolean,
                 default_location_id uuid, operator_organization_id uuid, expiry_hours integer, hot_hours integer,
                 informational_months integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.organization_id, e.id, e.name, e.last_used_at, o.kind = 'operator',
           (select l.id from location l where l.organization_id = o.id and l.is_default),
           (select v.id from organization v where v.kind = 'operator'),
           i.lead_expiry_hours, i.hot_lead_hours, i.informational_lead_months
    from intake_endpoint e join organization o on o.id = e.organization_id cross join installation i
    where e.key_hash = hash and e.revoked_at is null;
  end;

-- Where a lead of that offer goes, for doors that do not know the organization yet.
create function find_offer_for_intake(publisher text, offer text)
  returns table (organization_id uuid, id uuid, title text, call_to_action text, location_id uuid,
                 default_location_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.organization_id, o.id, o.title, o.call_to_action, o.location_id,
           (select l.id from location l where l.organization_id = o.organization_id and l.is_default)
    from publisher p join offer o on o.organization_id = p.organization_id and o.publisher_id = p.id
    where p.id = publisher and o.offer_key = offer;
  end;

-- A living session with its person and all their memberships: one question for each request.
create function find_session(hash bytea, at timestamptz)
  returns table (id uuid, person_id uuid, person_name text, organization_id uuid, last_seen_at timestamptz, memberships jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select s.id, p.id, p.name, s.organization_id, s.last_seen_at,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'role', m.role, 'locationId', m.location_id, 'organizationId', o.id, 'organizationName', o.name,
                     'organizationKind', o.kind) order by o.name, o.id, m.role), '[]')
            from membership m join organization o on o.id = m.organization_id where m.person_id = p.id)
    from session s join person p on p.id = s.person_id
    where s.token_hash = hash and s.revoked_at is null and s.expires_at > at and p.disabled_at is null;
  end;

-- What the current organization sent to partners, newest first: what a sender may know, nothing of the deal.
-- A policy on lead would do as well, but two policies are joined by OR, and then no index gives the order of a list.
create function list_sent_leads(before_at timestamptz, before_id uuid, maximum integer)
  returns table (id uuid, partner_id uuid, partner_name text, customer_name text, country text, qualification text,
                 status text, received_at timestamptz, expires_at timestamptz, available_until timestamptz, sender_name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.id, o.id, o.name, l.customer_name, l.country, l.qualification, l.status, l.received_at, l.expires_at,
           l.available_until, l.sender_name
    from lead l join organization o on o.id = l.organization_id
    where l.sender_organization_id = current_organization_id()
      and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
    order by l.received_at desc, l.id desc
    limit maximum;
  end;

-- Leads that were received or changed by transactions that ended since the given snapshot: ids only.
create function lead_events_since(since pg_snapshot)
  returns table (organization_id uuid, lead_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct e.organization_id, e.lead_id from lead_event e
    where e.transaction_id >= pg_snapshot_xmin(since)
      -- events restored from another cluster may carry numbers that this one has not reached
      and e.transaction_id < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(e.transaction_id, since);
  end;

---------------------------------------------------------------------------------------------- row-level security

grant usage on schema public to leadlight_app;
grant select, insert, update, delete on all tables in schema public to leadlight_app;
do $$
declare name text;
begin
  -- the migrator's own tables stand in the same schema
  for name in select tablename from pg_tables where schemaname = 'public' and tablename like 'kysely%' loop
    execute format('revoke all on public.%I from leadlight_app', name);
  end loop;
end
$$;
grant usage on all sequences in schema public to leadlight_app;
revoke update, delete on lead_event, access_log from leadlight_app;
revoke insert, update, delete on installation, organization, publisher, storefront from leadlight_app;
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to leadlight_app;

alter table location enable row level security;
alter table membership enable row level security;
alter table session enable row level security;
alter table api_token enable row level security;
alter table intake_endpoint enable row level security;
alter table offer enable row level security;
alter table offer_storefront enable row level security;
alter table business_profile enable row level security;
alter table profile_location enable row level security;
alter table lead enable row level security;
alter table lead_team_member enable row level security;
alter table lead_favorite enable row level security;
alter table lead_event enable row level security;
alter table intake_receipt enable row level security;
alter table access_log enable row level security;

create policy tenant on location to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on membership to leadlight_app
  using (organization_id = current_organization_id());
create policy own on membership for select to leadlight_app
  using (person_id = current_person_id());
create policy tenant on api_token to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on intake_endpoint to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on offer to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on offer_storefront to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on business_profile to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on profile_location to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on lead to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on lead_team_member to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on lead_favorite to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on lead_event to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on intake_receipt to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on access_log to leadlight_app
  using (organization_id = current_organization_id());
-- A session is found by the hash of its token, before anyone is known.
create policy by_token on session to leadlight_app using (true);

-- What is published is public by nature.
create policy published on offer for select to leadlight_app using (published_at is not null);
create policy published on business_profile for select to leadlight_app using (published_at is not null);
create policy published on offer_storefront for select to leadlight_app
  using (exists (select from offer o where o.organization_id = offer_storefront.organization_id and o.id = offer_id and o.published_at is not null));
create policy published on profile_location for select to leadlight_app
  using (exists (select from business_profile p where p.organization_id = profile_location.organization_id and p.id = profile_id and p.published_at is not null));
create policy listed on location for select to leadlight_app
  using (exists (select from profile_location l where l.organization_id = location.organization_id and l.location_id = location.id));
