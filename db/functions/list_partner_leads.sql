-- Leads of partners as the operator may know them: where they stand, nothing of the contact, the message or the
-- deal.
--
-- For the application. Runs as its owner, because the leads are other organizations’: it refuses whoever is not the
-- operator.
create or replace function list_partner_leads(of_lead uuid, of_partner uuid, of_states text[], only_hot boolean, at timestamptz,
                                              before_at timestamptz, before_id uuid, maximum integer)
  returns table (id uuid, organization_id uuid, organization_name text, location_id uuid, location_name text, lead_type text,
                 qualification text, call_to_action text, lead_source text, offer_name text, offer_title text,
                 is_test boolean, customer_name text, country text, lead_quality text, status text,
                 received_at timestamptz, accepted_at timestamptz, closed_at timestamptz, expires_at timestamptz,
                 available_until timestamptz, hot_until timestamptz, contact_allowed boolean, customer_request_id uuid,
                 is_own boolean, sender_name text, is_shared boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select l.id, o.id, o.name, p.id, p.name, l.lead_type, l.qualification, l.call_to_action, l.lead_source, l.offer_name,
           l.offer_title, l.is_test, l.customer_name, l.country, l.lead_quality, l.status,
           l.received_at::timestamptz, l.accepted_at::timestamptz, l.closed_at::timestamptz, l.expires_at::timestamptz,
           l.available_until::timestamptz, l.hot_until::timestamptz, l.contact_allowed, l.customer_request_id,
           l.sender_organization_id is not distinct from current_organization_id(),
           case when l.sender_organization_id = current_organization_id() then l.sender_name end,
           coalesce(s.with_operator, false)
    from list_partner_lead_keys(of_lead, of_partner, of_states, only_hot, list_partner_leads.at, before_at, before_id, maximum) k
    join lead l on l.organization_id = k.organization_id and l.id = k.id
    join organization o on o.id = l.organization_id
    left join location p on p.organization_id = l.organization_id and p.id = l.location_id
    left join contact_sharing s on s.organization_id = l.organization_id
    where l.available_until is null or l.available_until > list_partner_leads.at
    order by l.received_at desc, l.id desc;
end
$$;
revoke execute on function list_partner_leads from public, leadlight_app, leadlight_worker;
grant execute on function list_partner_leads to leadlight_app;
