-- Whose Action center was written to by transactions that ended since the given snapshot.
--
-- For the application. Runs as its owner, because one question serves the listeners of all organizations: ids alone.
create or replace function notifications_since(since pg_snapshot) returns table (organization_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct n.organization_id, n.person_id from notification n
    where n.transaction_id >= pg_snapshot_xmin(since)
      -- rows restored from another cluster may carry numbers that this one has not reached
      and n.transaction_id < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(n.transaction_id, since);
  end;
revoke execute on function notifications_since from public, leadlight_app, leadlight_worker;
grant execute on function notifications_since to leadlight_app;
