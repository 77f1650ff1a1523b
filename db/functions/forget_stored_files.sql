-- Deletes files whose time was over by that moment, with their parts.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_stored_files(over_by timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (delete from stored_file f where f.expires_at <= over_by returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_stored_files from public, leadlight_app, leadlight_worker;
grant execute on function forget_stored_files to leadlight_worker;
