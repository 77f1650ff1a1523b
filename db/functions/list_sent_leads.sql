-- What the current organization sent to partners, newest first. A policy on lead would do as well, but two policies
-- are joined by OR, and then no index gives the order of a list. Planned for its arguments: a plan for any would read a
-- later page from the newest lead on.
--
-- For the application. Runs as its owner, because the leads are partners’: only what the transaction’s organization
-- sent, as a sender may know it, and nothing of the deal.
create or replace function list_sent_leads(before_at timestamptz, before_id uuid, maximum integer)
  returns table (id uuid, partner_id uuid, partner_name text, customer_name text, country text, qualification text,
                 status text, received_at timestamptz, expires_at timestamptz, available_until timestamptz, sender_name text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
    select l.id, o.id, o.name, l.customer_name, l.country, l.qualification, l.status, l.received_at, l.expires_at,
           l.available_until, l.sender_name
    from lead l join organization o on o.id = l.organization_id
    where l.sender_organization_id = current_organization_id()
      and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
    order by l.received_at desc, l.id desc
    limit maximum;
end
$$;
revoke execute on function list_sent_leads from public, leadlight_app, leadlight_worker;
grant execute on function list_sent_leads to leadlight_app;
