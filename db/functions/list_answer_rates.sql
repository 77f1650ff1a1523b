-- Of the latest requests that customers sent to these partners since a moment: how many had to be answered by now,
-- and how many were. For choosing whom to suggest. Read in the order of the index lead_list.
--
-- For the application. Runs as its owner, because the leads are of several partners: two numbers for each.
create or replace function list_answer_rates(organization_ids uuid[], since timestamptz, at timestamptz, maximum integer)
  returns table (organization_id uuid, due integer, answered integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.id,
           count(*) filter (where recent.answered or recent.status = 'Expired' or recent.expires_at <= at)::integer,
           count(*) filter (where recent.answered)::integer
    from unnest(organization_ids) as o (id)
    cross join lateral (
      select l.status, l.expires_at, l.is_test, l.status in ('Accepted', 'Won', 'Lost', 'Declined') as answered
      from lead l
      where l.organization_id = o.id and l.tab = 'marketplace' and l.received_at > since
      order by l.received_at desc, l.id desc limit maximum) recent
    where not recent.is_test and recent.status <> 'ClosedAsError'
    group by o.id;
  end;
revoke execute on function list_answer_rates from public, leadlight_app, leadlight_worker;
grant execute on function list_answer_rates to leadlight_app;
