-- Remembers an address that was changed, however that happens. The trigger note_address_change on person.
--
-- For the database alone. Runs as its owner, because the person may belong to several organizations.
create or replace function note_address_change() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform keep_former_address(m.organization_id, old.email, old.id, new.name)
  from (select distinct organization_id from membership where person_id = old.id) m;
  return null;
end
$$;
revoke execute on function note_address_change from public, leadlight_app, leadlight_worker;
