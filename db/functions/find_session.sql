-- A living session with its person and all their memberships: one question for each request.
--
-- For the application. Runs as its owner, because it is found before anybody is known: one session, by the exact
-- hash of its token.
create or replace function find_session(hash bytea, at timestamptz)
  returns table (id uuid, person_id uuid, person_name text, organization_id uuid, last_seen_at timestamptz, memberships jsonb)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select s.id, p.id, p.name, s.organization_id, s.last_seen_at,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'role', m.role, 'locationId', m.location_id, 'organizationId', o.id, 'organizationName', o.name,
                     'organizationKind', o.kind) order by o.name, o.id, m.role), '[]')
            from membership m join organization o on o.id = m.organization_id where m.person_id = p.id)
    from session s join person p on p.id = s.person_id
    where s.token_hash = hash and s.revoked_at is null and s.expires_at > at and p.disabled_at is null;
  end;
revoke execute on function find_session from public, leadlight_app, leadlight_worker;
grant execute on function find_session to leadlight_app;
