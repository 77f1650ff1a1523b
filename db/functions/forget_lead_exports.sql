-- Deletes exports whose time was over by that moment; their files go by themselves.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_lead_exports(over_by timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (delete from lead_export e where e.expires_at <= over_by returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_lead_exports from public, leadlight_app, leadlight_worker;
grant execute on function forget_lead_exports to leadlight_worker;
