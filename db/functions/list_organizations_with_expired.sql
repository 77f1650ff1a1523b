-- Whose leads wait to be written down as expired, and when the first of them ended; who has waited longest in front.
-- What waits in the operator’s queue has reached nobody who could have answered: it is not closed (IN-4).
--
-- For the worker. Runs as its owner, because it looks over the leads of all organizations: ids and a moment of each.
create or replace function list_organizations_with_expired(at timestamptz)
  returns table (organization_id uuid, first_expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.id, first.expires_at from organization o
    cross join lateral (
      select l.expires_at from lead l
      where l.organization_id = o.id and l.status = 'Received' and l.expires_at <= at
      order by l.expires_at limit 1) first
    where o.kind = 'partner'
    order by first.expires_at, o.id;
  end;
revoke execute on function list_organizations_with_expired from public, leadlight_app, leadlight_worker;
grant execute on function list_organizations_with_expired to leadlight_worker;
