-- Remembers the address of somebody who left an organization, however that happens. The trigger note_departure on
-- membership.
--
-- For the database alone. Runs as its owner, because who has left is no longer seen there.
create or replace function note_departure() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform keep_former_address(old.organization_id, p.email, p.id, p.name) from person p
  where p.id = old.person_id
    and not exists (select from membership m
                    where m.organization_id = old.organization_id and m.person_id = old.person_id);
  return null;
end
$$;
revoke execute on function note_departure from public, leadlight_app, leadlight_worker;
