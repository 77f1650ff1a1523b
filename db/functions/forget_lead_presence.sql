-- Deletes who had a lead open until that moment.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_lead_presence(before timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (delete from lead_presence p where p.until <= before returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_lead_presence from public, leadlight_app, leadlight_worker;
grant execute on function forget_lead_presence to leadlight_worker;
