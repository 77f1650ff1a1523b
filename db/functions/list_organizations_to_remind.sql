-- Partners with leads that wait for an answer and for a reminder, with the end of the first of those. Nobody is
-- reminded of a lead that had no more than 72 hours in all: so the index lead_unreminded has it, and a test holds
-- both to `reminderHours`.
--
-- For the worker. Runs as its owner, because it looks over the leads of all organizations: ids and a moment of each.
create or replace function list_organizations_to_remind(at timestamptz) returns table (organization_id uuid, first_expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.id, first.expires_at from organization o
    cross join lateral (
      select l.expires_at from lead l
      where l.organization_id = o.id and l.status = 'Received' and l.reminded_at is null and l.expires_at > at
        and l.expires_at - l.received_at > interval '72 hours'
      order by l.expires_at limit 1) first
    where o.kind = 'partner'
    order by first.expires_at, o.id;
  end;
revoke execute on function list_organizations_to_remind from public, leadlight_app, leadlight_worker;
grant execute on function list_organizations_to_remind to leadlight_worker;
