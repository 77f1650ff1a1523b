-- How the mails stand that tell about a lead of the organization and lie in the outbox of another one (its sender’s,
-- or the operator’s, who writes to customers).
--
-- For the application. Runs as its owner, because those mails are another organization’s: nothing of their address
-- or text.
create or replace function list_mail_states_elsewhere(about_leads uuid[])
  returns table (lead_id uuid, mail_id uuid, state text, returned boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select n.lead_id, m.id, m.state, m.returned_at is not null
    from lead_notice n
    join mail m on m.organization_id = n.mail_organization_id and m.id = n.mail_id
    where n.organization_id = current_organization_id() and n.lead_id = any(about_leads)
      and n.mail_organization_id <> n.organization_id;
  end;
revoke execute on function list_mail_states_elsewhere from public, leadlight_app, leadlight_worker;
grant execute on function list_mail_states_elsewhere to leadlight_app;
