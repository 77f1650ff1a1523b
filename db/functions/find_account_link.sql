-- The link in a mail: an invitation, a new password, an address to confirm.
--
-- For the application. Runs as its owner, because it is found before anybody is known: one link, by its exact id,
-- whose signature the caller has checked.
create or replace function find_account_link(link_id uuid, link_purpose text)
  returns table (organization_id uuid, organization_name text, organization_kind text, id uuid, person_id uuid, email text,
                 name text, roles text[], location_id uuid, location_name text, invited_by_name text, handed_over boolean,
                 expires_at timestamptz, used_at timestamptz, replaced_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.organization_id, o.name, o.kind, l.id, l.person_id, l.email, l.name, l.roles, l.location_id, p.name,
           l.invited_by_name, l.handed_over, l.expires_at, l.used_at, l.replaced_at
    from account_link l
    join organization o on o.id = l.organization_id
    left join location p on p.organization_id = l.organization_id and p.id = l.location_id
    where l.id = link_id and l.purpose = link_purpose;
  end;
revoke execute on function find_account_link from public, leadlight_app, leadlight_worker;
grant execute on function find_account_link to leadlight_app;
