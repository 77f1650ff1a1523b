-- Which leads of partners, newest first: one (of_lead), or a page of those in the given states and of the given
-- partner. States are judged at that moment; Informational stands for none. Leads whose time is over are nowhere
-- (LC-8). Each way has a statement of its own, so that each has the index that it can have.
--
-- For list_partner_leads alone. Runs as its caller, which is a function that runs as its owner and asked who it is
-- for.
create or replace function list_partner_lead_keys(of_lead uuid, of_partner uuid, of_states text[], only_hot boolean, at timestamptz,
                                                  before_at timestamptz, before_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if of_lead is not null then
    return query
      select l.organization_id, l.id
      from organization o join lead l on l.organization_id = o.id and l.id = of_lead
      where o.kind = 'partner';
  elsif only_hot then
    return query
      select l.organization_id, l.id from lead l
      where l.hot_until > list_partner_lead_keys.at
        and (l.status is null or l.status = 'Accepted' or (l.status = 'Received' and l.expires_at > list_partner_lead_keys.at))
        and l.organization_id <> current_organization_id() and (of_partner is null or l.organization_id = of_partner)
        and (of_states is null or coalesce(l.status, 'Informational') = any (of_states))
        and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
      order by l.received_at desc, l.id desc
      limit maximum;
  elsif of_partner is not null then
    return query
      select found.organization_id, found.id
      from unnest(array['marketplace', 'qualified']) as walked (tab)
      cross join lateral (
        select l.organization_id, l.id, l.received_at from lead l
        where l.organization_id = of_partner and l.organization_id <> current_organization_id() and l.tab = walked.tab
          and (of_states is null
               or (l.status = any (of_states) and (l.status <> 'Received' or l.expires_at > list_partner_lead_keys.at))
               or ('Expired' = any (of_states) and l.status = 'Received' and l.expires_at <= list_partner_lead_keys.at)
               or ('Informational' = any (of_states) and l.status is null))
          and (l.available_until is null or l.available_until > list_partner_lead_keys.at)
          and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
        order by l.received_at desc, l.id desc
        limit maximum
      ) found
      order by found.received_at desc, found.id desc
      limit maximum;
  else
    return query
      select found.organization_id, found.id
      from (
        select walk.organization_id, walk.id, walk.received_at
        from unnest(array['Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError', 'Informational'])
             with ordinality as walked (state, sort)
        cross join lateral (
          select l.organization_id, l.id, l.received_at from lead l
          where l.status_sort = walked.sort::smallint
            and (of_states is null or walked.sort <> 1 or l.expires_at > list_partner_lead_keys.at)
            and l.organization_id <> current_organization_id()
            and (l.available_until is null or l.available_until > list_partner_lead_keys.at)
            and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
          order by l.received_at desc, l.id desc
          limit maximum
        ) walk
        where of_states is null or walked.state = any (of_states)
        union all
        -- what is overdue and was not written down yet: a minute's worth
        select l.organization_id, l.id, l.received_at from lead l
        where 'Expired' = any (of_states)
          and l.status = 'Received' and l.expires_at <= list_partner_lead_keys.at
          and l.organization_id <> current_organization_id()
          and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
      ) found
      order by found.received_at desc, found.id desc
      limit maximum;
  end if;
end
$$;
revoke execute on function list_partner_lead_keys from public, leadlight_app, leadlight_worker;
