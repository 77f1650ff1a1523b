-- Leads with an outcome to learn from, of one organization or of all, after a place in their order. Nothing that is
-- learned from says whose they are, nor whose contact; the organization is told for the place alone. A lead whose
-- time to answer is over counts as expired, whether or not that is written down yet (LC-4).
--
-- For the worker. Runs as its owner, because it looks over the leads of all organizations: without names.
create or replace function list_rating_examples(only_organization uuid, after_organization uuid, after_id uuid, maximum integer, at timestamptz)
  returns table (organization_id uuid, id uuid, snapshot jsonb, received_at timestamptz, decided_at timestamptz, ending text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select l.organization_id, l.id, r.snapshot, l.received_at::timestamptz, coalesce(s.reported_at, l.closed_at, l.expires_at, l.updated_at)::timestamptz,
           case when s.lead_id is not null then 'ReportedAsSpam' when l.status = 'Received' then 'Expired' else l.status end
    from lead_rating r
    join lead l on l.organization_id = r.organization_id and l.id = r.lead_id
    join organization o on o.id = r.organization_id and o.kind = 'partner'
    left join spam_report s on s.organization_id = r.organization_id and s.lead_id = r.lead_id
    where (only_organization is null or r.organization_id = only_organization) and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      and not l.is_test
      and (l.status in ('Won', 'Lost', 'Declined', 'Expired') or s.lead_id is not null
           or (l.status = 'Received' and l.expires_at <= at))
    order by l.organization_id, l.id
    limit maximum;
end
$$;
revoke execute on function list_rating_examples from public, leadlight_app, leadlight_worker;
grant execute on function list_rating_examples to leadlight_worker;
