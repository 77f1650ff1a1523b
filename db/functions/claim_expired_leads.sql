-- Leads of these organizations whose time to answer is over, one organization after another, of each what ended
-- first in front: held until the transaction ends, so that two workers share the work.
--
-- For the worker. Runs as its owner, because it looks over the leads of all organizations: ids alone.
create or replace function claim_expired_leads(at timestamptz, owners uuid[], maximum integer)
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
revoke execute on function claim_expired_leads from public, leadlight_app, leadlight_worker;
grant execute on function claim_expired_leads to leadlight_worker;
