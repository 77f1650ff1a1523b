-- A living calendar link with its person and the roles that the person has today in the organization the link was
-- made in. Nothing for a person who is disabled or has left.
--
-- For the application. Runs as its owner, because it is found before anybody is known: one link, by the exact hash
-- of its token.
create or replace function find_calendar_feed(hash bytea)
  returns table (id uuid, person_id uuid, person_name text, time_zone text, locale text, last_used_at timestamptz, organization_id uuid,
                 organization_name text, organization_kind text, grants jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select f.id, p.id, p.name, p.time_zone, p.locale, f.last_used_at, o.id, o.name, o.kind,
           jsonb_agg(jsonb_build_object('role', m.role, 'locationId', m.location_id) order by m.role, m.id)
    from calendar_feed f
    join person p on p.id = f.person_id and p.disabled_at is null
    join organization o on o.id = f.organization_id
    join membership m on m.organization_id = f.organization_id and m.person_id = f.person_id
    where f.token_hash = hash and f.revoked_at is null
    group by f.organization_id, f.id, p.id, o.id;
  end;
revoke execute on function find_calendar_feed from public, leadlight_app, leadlight_worker;
grant execute on function find_calendar_feed to leadlight_app;
