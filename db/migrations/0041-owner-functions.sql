-- Functions that run as the owner of the tables, or are called by one that does, look among temporary tables last: where
-- the search path does not say so, a caller's temporary table stands in for one of ours, and what is hidden in its types
-- runs as the owner. And one sent lead is found without a walk through all that were ever sent.

alter function lead_lookup_of(lead) set search_path = pg_catalog, public, pg_temp;
alter function link_repeats(uuid[]) set search_path = pg_catalog, public, pg_temp;
alter function take_leads(uuid, jsonb, timestamptz, uuid, jsonb, jsonb, jsonb) set search_path = pg_catalog, public, pg_temp;

-- One lead that the current organization sent, as list_sent_leads shows it: looked for at each partner by its key.
create function find_sent_lead(of_lead uuid)
  returns table (id uuid, partner_id uuid, partner_name text, customer_name text, country text, qualification text,
                 status text, received_at timestamptz, expires_at timestamptz, available_until timestamptz, sender_name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.id, o.id, o.name, l.customer_name, l.country, l.qualification, l.status, l.received_at, l.expires_at,
           l.available_until, l.sender_name
    from organization o join lead l on l.organization_id = o.id and l.id = of_lead
    where l.sender_organization_id = current_organization_id();
  end;
revoke execute on function find_sent_lead(uuid) from public;
grant execute on function find_sent_lead(uuid) to leadlight_app;
