-- When a person wants no emails about single leads; no row: at no time.
--
-- For the worker. Runs as its owner, because what somebody chose is theirs.
create or replace function find_quiet_hours(of_person uuid)
  returns table (from_minute smallint, until_minute smallint, weekends boolean, except_hot boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select q.from_minute, q.until_minute, q.weekends, q.except_hot from quiet_hours q where q.person_id = of_person;
  end;
revoke execute on function find_quiet_hours from public, leadlight_app, leadlight_worker;
grant execute on function find_quiet_hours to leadlight_worker;
