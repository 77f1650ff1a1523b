-- Leads whose address is not simply what was typed in small letters (beyond ASCII, or with a name or signs around
-- it), of everybody or of one organization, after a place in their order. Each may be one of many spellings of the
-- same mailbox: the application reads it inside its organization and compares what it comes to.
--
-- For the worker. Runs as its owner, because it looks over the leads of all organizations: ids alone.
create or replace function list_leads_beyond_ascii(only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.organization_id, l.id from lead l
    where l.contact_email_key is not null and l.contact_email_key !~ '^[a-z0-9!#$%&*+/=?^_`{|}~.-]+@[a-z0-9.-]+$'
      and (only_organization is null or l.organization_id = only_organization)
      and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
    order by l.organization_id, l.id limit maximum;
  end;
revoke execute on function list_leads_beyond_ascii from public, leadlight_app, leadlight_worker;
grant execute on function list_leads_beyond_ascii to leadlight_worker;
