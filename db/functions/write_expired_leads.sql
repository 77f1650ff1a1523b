-- Writes down that these leads expired, each at its own deadline, with the event that tells so. What follows is ordered
-- by whoever calls it. All organizations in one statement: one after another took twice as long. What is not due is left
-- alone.
--
-- For the worker. Runs as its owner, because the leads are of all organizations.
create or replace function write_expired_leads(owners uuid[], lead_ids uuid[], event_ids uuid[], at timestamptz,
                                               from_states text[], to_state text, changes jsonb) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with due as (
    select d.organization_id, d.lead_id, d.event_id
    from unnest(owners, lead_ids, event_ids) d (organization_id, lead_id, event_id)
  ), expired as (
    update lead l set status = to_state, closed_at = l.expires_at, updated_at = write_expired_leads.at, version = l.version + 1,
      next_step = null, next_step_day = null, next_step_at = null, next_step_by = null
    from due
    where l.organization_id = due.organization_id and l.id = due.lead_id and l.status = any (from_states)
      and l.expires_at <= write_expired_leads.at
    returning l.organization_id, l.id, l.version, l.expires_at, due.event_id
  )
  insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, changes, version)
  select e.organization_id, e.event_id, e.id, 'lead.expired', e.expires_at, 'system', 'Leadlight',
         write_expired_leads.changes, e.version
  from expired e;
end;
revoke execute on function write_expired_leads from public, leadlight_app, leadlight_worker;
grant execute on function write_expired_leads to leadlight_worker;
