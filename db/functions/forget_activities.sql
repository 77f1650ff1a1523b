-- Erases activities that were deleted before that moment.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_activities(deleted_before timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (delete from lead_activity a where a.deleted_at < deleted_before returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_activities from public, leadlight_app, leadlight_worker;
grant execute on function forget_activities to leadlight_worker;
