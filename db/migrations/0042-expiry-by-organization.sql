-- Leads expire organization by organization, each in its turn: a batch of leads that ended at the same time belonged to
-- hundreds of organizations, and each of them was told by a job of its own, batch after batch.

drop index lead_due;
create index lead_due on lead (organization_id, expires_at, id) where status = 'Received';

-- Whose leads wait to be written down as expired, and when the first of them ended; who has waited longest in front.
-- What waits in the operator's queue has reached nobody who could have answered: it is not closed (IN-4).
create function list_organizations_with_expired(at timestamptz)
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

-- Leads of these organizations whose time to answer is over, one organization after another, of each what ended first in
-- front: held until the transaction ends, so that two workers share the work. Ids only.
drop function claim_expired_leads(timestamptz, timestamptz, integer);
create function claim_expired_leads(at timestamptz, owners uuid[], maximum integer)
  returns table (organization_id uuid, id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  owner uuid;
  claimed integer;
  room integer := maximum;
begin
  foreach owner in array owners loop
    return query
      select l.organization_id, l.id from lead l
      where l.organization_id = owner and l.status = 'Received' and l.expires_at <= at
      order by l.expires_at, l.id
      limit room
      for update skip locked;
    get diagnostics claimed = row_count;
    room := room - claimed;
    exit when room <= 0;
  end loop;
end
$$;

revoke execute on function list_organizations_with_expired(timestamptz), claim_expired_leads(timestamptz, uuid[], integer)
  from public;
grant execute on function list_organizations_with_expired(timestamptz), claim_expired_leads(timestamptz, uuid[], integer)
  to leadlight_worker;

-- Informational leads whose time is over: what a count of a whole tab leaves out.
create index lead_over on lead (organization_id, tab, available_until) where available_until is not null;

-- Lists count in indexes alone, as long as the database has tidied up: it begins after one row in fifty, not one in five.
alter table lead set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table lead_lookup set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
