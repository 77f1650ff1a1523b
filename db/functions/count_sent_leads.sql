-- How many leads the current organization sent to partners since a moment, by the state in which they are at another one
-- (LC-4). Only these are read, however many it ever sent: planned for the moment, because a plan for any moment expects a
-- third of all leads and reads the whole table for it.
--
-- For the application. Runs as its owner, because the leads are partners’: numbers of what the transaction’s organization
-- sent.
create or replace function count_sent_leads(since timestamptz, at timestamptz)
  returns table (state text, count integer)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
    select case when l.status = 'Received' and l.expires_at <= count_sent_leads.at then 'Expired' else l.status end,
           count(*)::integer
    from lead l
    where l.sender_organization_id = current_organization_id() and l.received_at >= since and l.status is not null
    group by 1;
end
$$;
revoke execute on function count_sent_leads from public, leadlight_app, leadlight_worker;
grant execute on function count_sent_leads to leadlight_app;
