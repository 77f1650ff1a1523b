-- How many leads with an outcome each organization has to learn from, won and not won. A lead whose time to answer
-- is over counts as expired, whether or not that is written down yet (LC-4).
--
-- For the worker. Runs as its owner, because it counts leads of all organizations: numbers alone.
create or replace function count_rating_outcomes(at timestamptz) returns table (organization_id uuid, won bigint, not_won bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select r.organization_id, count(*) filter (where l.status = 'Won' and s.lead_id is null),
           count(*) filter (where l.status in ('Lost', 'Declined', 'Expired') or s.lead_id is not null
                                   or (l.status = 'Received' and l.expires_at <= at))
    from lead_rating r
    join lead l on l.organization_id = r.organization_id and l.id = r.lead_id
    join organization o on o.id = r.organization_id and o.kind = 'partner'
    left join spam_report s on s.organization_id = r.organization_id and s.lead_id = r.lead_id
    where not l.is_test
    group by r.organization_id;
  end;
revoke execute on function count_rating_outcomes from public, leadlight_app, leadlight_worker;
grant execute on function count_rating_outcomes to leadlight_worker;
