-- Work waits in lanes that do not wait for each other, and seats are shared out among organizations.

-- A job carries the organization that it is for as a flag; by flags a worker leaves jobs where they are for now. The
-- rest of the function is as it was.
create or replace function enqueue_job(task text, payload json, queue text, job_key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  machine_time timestamptz := enqueue_job.run_at;
begin
  if machine_time is not null then
    select machine_time - make_interval(secs => i.clock_ahead_seconds) into machine_time from installation i where i.demo;
    machine_time := coalesce(machine_time, enqueue_job.run_at);
  end if;
  perform graphile_worker.add_job(
    task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => machine_time,
    flags => case when payload ->> 'organizationId' is not null then array[payload ->> 'organizationId'] end);
end
$$;

-- People were told about new leads by one job after another, everybody's in one queue. Now each organization's are told
-- in turn by the share that it has of the seats. Only this changes, whatever else the function does by now.
do $$
declare
  before text := pg_get_functiondef('take_leads'::regproc);
  after text := replace(before, $of$case when job.task = 'lead.tell-arrival' then job.task end$of$, 'null');
begin
  if after = before then
    raise exception 'take_leads does not name the queue lead.tell-arrival';
  end if;
  execute after;
end
$$;

-- What waits in one of the queues that are gone goes on without it. Mail is sent straight from the outbox, so that its
-- jobs have nothing left to do.
do $$
begin
  update graphile_worker._private_jobs j set job_queue_id = null
  from graphile_worker._private_job_queues q
  where q.id = j.job_queue_id and q.queue_name in ('lead.tell-arrival', 'lead.tell expired') and j.locked_by is null;
  delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
  where t.id = j.task_id and t.identifier = 'mail.send';
end
$$;

-- The role that jobs are done as, which a later migration gives what it needs.
do $$
begin
  if not exists (select from pg_roles where rolname = 'leadlight_worker') then
    create role leadlight_worker nologin;
  end if;
exception
  when duplicate_object or unique_violation then
    null; -- another database of this server made it at the same moment
  when insufficient_privilege then
    raise exception 'the role leadlight_worker is missing. As a superuser, run: create role leadlight_worker nologin; grant leadlight_app to leadlight_worker; grant leadlight_worker to %;', current_user;
end
$$;

-- Writes down that these leads expired, each at its own deadline, with the event that tells so and one job for each
-- organization that tells people. All organizations in one statement, for who may look over all of them: one after
-- another took twice as long. What is not due is left alone.
create or replace function expire_leads(owners uuid[], lead_ids uuid[], event_ids uuid[], at timestamptz, from_states text[],
                             to_state text, changes jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  jobs bigint;
begin
  with due as (
    select d.organization_id, d.lead_id, d.event_id from unnest(owners, lead_ids, event_ids) d (organization_id, lead_id, event_id)
  ), expired as (
    update lead l set status = to_state, closed_at = l.expires_at, updated_at = expire_leads.at, version = l.version + 1
    from due
    where l.organization_id = due.organization_id and l.id = due.lead_id and l.status = any (from_states)
      and l.expires_at <= expire_leads.at
    returning l.organization_id, l.id, l.version, l.expires_at, due.event_id
  ), event as (
    insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, changes, version)
    select e.organization_id, e.event_id, e.id, 'lead.expired', e.expires_at, 'system', 'Leadlight', expire_leads.changes, e.version
    from expired e
    returning lead_event.organization_id, id, lead_event.at
  ), told as (
    select e.organization_id, array_agg(e.id order by e.at, e.id) as event_ids from event e group by e.organization_id
  )
  -- A minute later: telling about a great many that ended together must not keep the rest from being written down.
  select count(enqueue_job('lead.tell-expired',
                           json_build_object('organizationId', t.organization_id, 'eventIds', t.event_ids),
                           null, null, expire_leads.at + interval '1 minute')) into jobs
  from told t;
end
$$;
revoke execute on function expire_leads(uuid[], uuid[], uuid[], timestamptz, text[], text, jsonb) from leadlight_app;
grant execute on function expire_leads(uuid[], uuid[], uuid[], timestamptz, text[], text, jsonb) to leadlight_worker;
