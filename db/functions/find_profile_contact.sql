-- The contact of a location that was sent a link to confirm the address, and whose it is.
--
-- For the application. Runs as its owner, because it is found before anybody is known: one contact, by its exact id,
-- whose signature the caller has checked.
create or replace function find_profile_contact(contact_id uuid)
  returns table (organization_id uuid, organization_name text, email text, confirmed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select c.organization_id, o.name, c.email_key, c.confirmed_at
    from profile_contact c join organization o on o.id = c.organization_id
    where c.id = contact_id;
  end;
revoke execute on function find_profile_contact from public, leadlight_app, leadlight_worker;
grant execute on function find_profile_contact to leadlight_app;
