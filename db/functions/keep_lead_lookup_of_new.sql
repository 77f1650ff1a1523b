-- Adds what search looks at for new leads, a statement’s at once. The trigger lookup_of_new on lead.
--
-- For the database alone. Runs as its owner, because the application may only read that table.
create or replace function keep_lead_lookup_of_new() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into lead_lookup select looked.* from added l cross join lateral lead_lookup_of(l) looked;
  return null;
end
$$;
revoke execute on function keep_lead_lookup_of_new from public, leadlight_app, leadlight_worker;
