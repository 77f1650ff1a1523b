-- Remembers an address that somebody of an organization had before, in lower case.
--
-- For note_departure and note_address_change alone. Runs as its owner, because the application may only read that
-- table.
create or replace function keep_former_address(owner uuid, old_address text, who uuid, their_name text) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    insert into former_address (organization_id, address, person_id, person_name)
    values (owner, lower(old_address), who, their_name)
    on conflict (organization_id, address) do update
      set person_id = excluded.person_id, person_name = excluded.person_name;
  end;
revoke execute on function keep_former_address from public, leadlight_app, leadlight_worker;
