-- Leads that were received or changed by transactions that ended since the given snapshot.
--
-- For the application. Runs as its owner, because one question serves the listeners of all organizations: ids alone,
-- and each listener’s own predicate decides.
create or replace function lead_events_since(since pg_snapshot)
  returns table (organization_id uuid, lead_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct e.organization_id, e.lead_id from lead_event e
    where e.transaction_id >= pg_snapshot_xmin(since)
      -- events restored from another cluster may carry numbers that this one has not reached
      and e.transaction_id < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(e.transaction_id, since);
  end;
revoke execute on function lead_events_since from public, leadlight_app, leadlight_worker;
grant execute on function lead_events_since to leadlight_app;
