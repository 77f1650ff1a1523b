-- Addresses are read as a person would (CV-1): a name, a label or signs around an address are no part of it. Marks
-- find leads by the small letters of what was typed; what is not an address and nothing else is read one by one, as
-- addresses beyond ASCII have been since their upkeep began.
create index lead_email_written_otherwise on lead (organization_id, id)
  where contact_email_key is not null and contact_email_key !~ '^[a-z0-9!#$%&*+/=?^_`{|}~.-]+@[a-z0-9.-]+$';

-- As before, and for these addresses too. The name stays: the running version calls it.
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
drop index lead_email_beyond_ascii;
