-- What time does to a lead (LC-4, LC-5, LC-8), the operator's policy (LC-10, NT-2), and the demo's own time.

-- When the reminder that the time to answer runs out was ordered; null: not yet, or never (NT-3).
alter table lead add column reminded_at timestamptz(3);
-- The leads that wait for an answer and for a reminder, by organization: an organization's calendar moves the moment.
-- Nobody is reminded of a lead that has no more than 72 hours in all.
create index lead_unreminded on lead (organization_id, expires_at, id)
  where status = 'Received' and reminded_at is null and expires_at - received_at > interval '72 hours';

alter table installation
  -- A recipient's leads of one day up to this number are mailed one by one, the rest in a digest at this hour (NT-2).
  add column mails_per_day integer not null default 10 check (mails_per_day > 0),
  add column digest_hour integer not null default 17 check (digest_hour between 0 and 23),
  -- How far the clock of a demo is ahead of the machine's; means nothing where there is no demo.
  add column clock_ahead_seconds integer not null default 0 check (clock_ahead_seconds >= 0);

-- Leads whose time to answer is over, what ended first in front, from a moment on: held until the transaction ends, so
-- that two workers share the work. Ids only. What waits in the operator's queue has reached nobody who could have
-- answered: it is not closed, and can still be sent to a partner (IN-4).
create function claim_expired_leads(at timestamptz, since timestamptz, maximum integer)
  returns table (organization_id uuid, id uuid, expires_at timestamptz)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.organization_id, l.id, l.expires_at from lead l
    join organization o on o.id = l.organization_id and o.kind = 'partner'
    where l.status = 'Received' and l.expires_at <= at and l.expires_at >= since
    order by l.expires_at, l.organization_id, l.id
    limit maximum
    for update of l skip locked;
  end;

-- Writes down that these leads expired, each at its own deadline, with the event that tells so and one job for each
-- organization that tells people: one statement with plans that the session keeps, as a batch may be of hundreds of
-- organizations. Works as the caller and as each organization in turn, so row-level security holds.
create function expire_leads(owners uuid[], lead_ids uuid[], event_ids uuid[], at timestamptz, from_states text[], to_state text,
                             changes jsonb) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  owner uuid;
  told uuid[];
begin
  for owner in select distinct each from unnest(owners) each loop
    perform set_config('leadlight.organization_id', owner::text, true);
    with due as (
      select d.lead_id, d.event_id from unnest(owners, lead_ids, event_ids) d (owner_id, lead_id, event_id)
      where d.owner_id = owner
    ), expired as (
      update lead l set status = to_state, closed_at = l.expires_at, updated_at = expire_leads.at, version = l.version + 1
      from due
      where l.organization_id = owner and l.id = due.lead_id and l.status = any(from_states)
        and l.expires_at <= expire_leads.at
      returning l.id, l.version, l.expires_at, due.event_id
    ), event as (
      insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, changes, version)
      select owner, e.event_id, e.id, 'lead.expired', e.expires_at, 'system', 'Leadlight', expire_leads.changes, e.version
      from expired e
      returning id, lead_event.at
    )
    select array_agg(e.id order by e.at, e.id) into told from event e;
    if told is not null then
      -- A minute later and one after another: telling about a great many that ended together must take the machine
      -- neither from who works now nor from writing down the rest.
      perform enqueue_job('lead.tell', json_build_object('organizationId', owner, 'eventIds', told), 'lead.tell expired', null,
                          expire_leads.at + interval '1 minute');
    end if;
  end loop;
end
$$;

-- Partners with leads that wait for an answer and for a reminder, with the end of the first of those.
create function list_organizations_to_remind(at timestamptz) returns table (organization_id uuid, first_expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.id, first.expires_at from organization o
    cross join lateral (
      select l.expires_at from lead l
      where l.organization_id = o.id and l.status = 'Received' and l.reminded_at is null and l.expires_at > at
        and l.expires_at - l.received_at > interval '72 hours'
      order by l.expires_at limit 1) first
    where o.kind = 'partner'
    order by first.expires_at, o.id;
  end;

-- Changes the policy for the operator, on whose behalf the transaction works: what `changes` names. Returns the
-- installation as it was before; of two at once the second waits for the first.
create function change_policy(changes jsonb) returns installation
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  before installation;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'the policy is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  select * into strict before from installation for update;
  update installation set
    lead_expiry_hours = coalesce((changes ->> 'expiryHours')::integer, lead_expiry_hours),
    hot_lead_hours = coalesce((changes ->> 'hotHours')::integer, hot_lead_hours),
    informational_lead_months = coalesce((changes ->> 'informationalMonths')::integer, informational_lead_months),
    mails_per_day = coalesce((changes ->> 'mailsPerDay')::integer, mails_per_day),
    digest_hour = coalesce((changes ->> 'digestHour')::integer, digest_hour);
  return before;
end
$$;

-- The queue of jobs lives by the machine's clock, features by the installation's: a job for later is for as long
-- from now as the feature meant, also where the demo's clock is ahead.
create or replace function enqueue_job(task text, payload json, queue text, job_key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  machine_time timestamptz := enqueue_job.run_at;
begin
  if machine_time is not null then
    select machine_time - make_interval(secs => i.clock_ahead_seconds) into machine_time from installation i where i.demo;
    machine_time := coalesce(machine_time, enqueue_job.run_at);
  end if;
  perform graphile_worker.add_job(task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => machine_time);
end
$$;

revoke execute on function claim_expired_leads(timestamptz, timestamptz, integer),
  expire_leads(uuid[], uuid[], uuid[], timestamptz, text[], text, jsonb), list_organizations_to_remind(timestamptz),
  change_policy(jsonb) from public;
grant execute on function claim_expired_leads(timestamptz, timestamptz, integer),
  expire_leads(uuid[], uuid[], uuid[], timestamptz, text[], text, jsonb), list_organizations_to_remind(timestamptz),
  change_policy(jsonb) to leadlight_app;
