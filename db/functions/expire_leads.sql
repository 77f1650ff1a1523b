-- Writes down that these leads expired, each at its own deadline, with the event that tells so and one job for each
-- organization that tells people (`task`). All organizations in one statement, for who may look over all of them: one
-- after another took twice as long. What is not due is left alone.
--
-- For the worker. Runs as its owner, because the leads are of all organizations.
create or replace function expire_leads(owners uuid[], lead_ids uuid[], event_ids uuid[], at timestamptz, from_states text[],
                                        to_state text, changes jsonb, task text) returns void
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
  select count(enqueue_job(task,
                           json_build_object('organizationId', t.organization_id, 'eventIds', t.event_ids),
                           null, null, expire_leads.at + interval '1 minute')) into jobs
  from told t;
end
$$;
revoke execute on function expire_leads from public, leadlight_app, leadlight_worker;
grant execute on function expire_leads to leadlight_worker;
