-- A living intake endpoint, with what its door needs to know of the installation.
--
-- For the application. Runs as its owner, because it is found before the organization is known: one endpoint, by the
-- exact hash of its key.
create or replace function find_intake_endpoint(hash bytea)
  returns table (organization_id uuid, id uuid, name text, last_used_at timestamptz, is_operator boolean,
                 default_location_id uuid, operator_organization_id uuid, expiry_hours integer, hot_hours integer,
                 informational_months integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select e.organization_id, e.id, e.name, e.last_used_at, o.kind = 'operator',
           (select l.id from location l where l.organization_id = o.id and l.is_default),
           (select v.id from organization v where v.kind = 'operator'),
           i.lead_expiry_hours, i.hot_lead_hours, i.informational_lead_months
    from intake_endpoint e join organization o on o.id = e.organization_id cross join installation i
    where e.key_hash = hash and e.revoked_at is null;
  end;
revoke execute on function find_intake_endpoint from public, leadlight_app, leadlight_worker;
grant execute on function find_intake_endpoint to leadlight_app;
