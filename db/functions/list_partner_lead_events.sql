-- What moved one lead of a partner on, and when: without notes, changes and names of people; a system is named, and
-- a marketplace.
--
-- For the application. Runs as its owner, because the lead is another organization’s: it refuses whoever is not the
-- operator.
create or replace function list_partner_lead_events(of_partner uuid, of_lead uuid)
  returns table (id uuid, type text, at timestamptz, actor_kind text, actor_name text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select e.id, e.type, e.at::timestamptz, e.actor_kind,
           case when e.actor_kind in ('marketplace', 'system') then e.actor_name end
    from lead_event e
    where e.organization_id = of_partner and e.organization_id <> current_organization_id() and e.lead_id = of_lead
      and e.type in ('lead.received', 'lead.routed', 'lead.accepted', 'lead.declined', 'lead.won', 'lead.lost',
                     'lead.expired', 'lead.closed-as-error', 'lead.withdrawn-by-customer')
    order by e.at, e.id;
end
$$;
revoke execute on function list_partner_lead_events from public, leadlight_app, leadlight_worker;
grant execute on function list_partner_lead_events to leadlight_app;
