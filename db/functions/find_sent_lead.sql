-- One lead that the current organization sent, as list_sent_leads shows it: looked for at each partner by its key.
--
-- For the application. Runs as its owner, because the lead is a partner’s: only what the transaction’s organization
-- sent, and nothing of the deal.
create or replace function find_sent_lead(of_lead uuid)
  returns table (id uuid, partner_id uuid, partner_name text, customer_name text, country text, qualification text,
                 status text, received_at timestamptz, expires_at timestamptz, available_until timestamptz, sender_name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.id, o.id, o.name, l.customer_name, l.country, l.qualification, l.status, l.received_at, l.expires_at,
           l.available_until, l.sender_name
    from organization o join lead l on l.organization_id = o.id and l.id = of_lead
    where l.sender_organization_id = current_organization_id();
  end;
revoke execute on function find_sent_lead from public, leadlight_app, leadlight_worker;
grant execute on function find_sent_lead to leadlight_app;
