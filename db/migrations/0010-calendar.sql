-- When an organization works, and the calendar links of its people.

-- At most one for an organization; without a row every hour counts. It moves reminders and the moment to respond by
-- that people are shown, never the deadline of a lead (LC-4). Hours and holidays are as the contract writes them.
create table working_calendar (
  organization_id uuid primary key references organization,
  time_zone text not null,
  hours jsonb not null,
  holidays text[] not null,
  updated_at timestamptz(3) not null,
  updated_by text not null
);

-- A secret link under which a calendar program reads the due dates that a person may see in an organization. Kept
-- hashed; each person has at most one that lives for each organization.
create table calendar_feed (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (organization_id, id)
);
create unique index calendar_feed_living on calendar_feed (organization_id, person_id) where revoked_at is null;

-- Accepted leads by the day on which the customer is expected to buy.
create index lead_by_purchase_date on lead (organization_id, estimated_purchase_date, id)
  where status = 'Accepted' and estimated_purchase_date is not null;

grant select, insert, update, delete on working_calendar, calendar_feed to leadlight_app;
alter table working_calendar enable row level security;
alter table calendar_feed enable row level security;
create policy tenant on working_calendar to leadlight_app using (organization_id = current_organization_id());
create policy tenant on calendar_feed to leadlight_app using (organization_id = current_organization_id());

-- A living link with its person and the roles that the person has today in the organization the link was made in:
-- found by the exact hash of its token, before anyone is known. Nothing for a person who is disabled or has left.
create function find_calendar_feed(hash bytea)
  returns table (id uuid, person_id uuid, person_name text, time_zone text, last_used_at timestamptz, organization_id uuid,
                 organization_name text, organization_kind text, grants jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select f.id, p.id, p.name, p.time_zone, f.last_used_at, o.id, o.name, o.kind,
           jsonb_agg(jsonb_build_object('role', m.role, 'locationId', m.location_id) order by m.role, m.id)
    from calendar_feed f
    join person p on p.id = f.person_id and p.disabled_at is null
    join organization o on o.id = f.organization_id
    join membership m on m.organization_id = f.organization_id and m.person_id = f.person_id
    where f.token_hash = hash and f.revoked_at is null
    group by f.organization_id, f.id, p.id, o.id;
  end;

-- The working calendars of some organizations: for the clockwork, which looks at leads of all.
create function list_working_calendars(organization_ids uuid[])
  returns table (organization_id uuid, time_zone text, hours jsonb, holidays text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select c.organization_id, c.time_zone, c.hours, c.holidays from working_calendar c
    where c.organization_id = any(organization_ids);
  end;

revoke execute on function find_calendar_feed(bytea), list_working_calendars(uuid[]) from public;
grant execute on function find_calendar_feed(bytea), list_working_calendars(uuid[]) to leadlight_app;
