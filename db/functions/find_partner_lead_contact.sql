-- The contact and the message of one lead of a partner, for the operator: where the partner shares contacts or the
-- operator’s people sent it, and never of one that expired or whose customer does not want to be contacted (LC-4,
-- IN-6).
--
-- For the application. Runs as its owner, because the lead is another organization’s: it refuses whoever is not the
-- operator.
create or replace function find_partner_lead_contact(of_partner uuid, of_lead uuid, at timestamptz)
  returns table (contact_first_name text, contact_last_name text, contact_title text, contact_email text,
                 contact_phone text, message text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select l.contact_first_name, l.contact_last_name, l.contact_title, l.contact_email, l.contact_phone, l.message
    from lead l
    where l.organization_id = of_partner and l.organization_id <> current_organization_id() and l.id = of_lead
      and (l.sender_organization_id = current_organization_id()
           or exists (select from contact_sharing s where s.organization_id = of_partner and s.with_operator))
      and l.contact_allowed and l.status is distinct from 'Expired'
      and not (l.status is not distinct from 'Received' and l.expires_at <= find_partner_lead_contact.at)
      and (l.available_until is null or l.available_until > find_partner_lead_contact.at);
end
$$;
revoke execute on function find_partner_lead_contact from public, leadlight_app, leadlight_worker;
grant execute on function find_partner_lead_contact to leadlight_app;
