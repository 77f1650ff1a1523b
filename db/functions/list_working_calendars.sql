-- When some organizations work: for the clockwork, which looks at leads of all.
--
-- For the worker. Runs as its owner, because the calendars are of several organizations.
create or replace function list_working_calendars(organization_ids uuid[])
  returns table (organization_id uuid, time_zone text, hours jsonb, holidays text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select c.organization_id, c.time_zone, c.hours, c.holidays from working_calendar c
    where c.organization_id = any(organization_ids);
  end;
revoke execute on function list_working_calendars from public, leadlight_app, leadlight_worker;
grant execute on function list_working_calendars to leadlight_worker;
