-- Remembers whom an organization knew: everybody who ever belonged to it. The trigger keep_colleague on membership.
--
-- For the database alone. Runs as its owner, because the application may only read that table.
create or replace function keep_colleague() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into colleague (organization_id, person_id, since)
  values (new.organization_id, new.person_id, new.created_at)
  on conflict do nothing;
  return null;
end
$$;
revoke execute on function keep_colleague from public, leadlight_app, leadlight_worker;
