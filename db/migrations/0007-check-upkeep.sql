-- Upkeep of the checks: marks reach leads however their address was typed (CV-6), what nobody decides on is not kept
-- for good (IN-7), and trainings say whether their model was taken (LQ-2).

-- Addresses that are not written in ASCII alone: few, and each may be one of many spellings of the same mailbox.
create index lead_email_beyond_ascii on lead (organization_id, id)
  where octet_length(contact_email_key) <> char_length(contact_email_key);

-- Leads with such an address, of everybody or of one organization, after a place in their order: ids only. The
-- application reads each address inside its organization and compares what it comes to.
create function list_leads_beyond_ascii(only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.organization_id, l.id from lead l
    where octet_length(l.contact_email_key) <> char_length(l.contact_email_key)
      and (only_organization is null or l.organization_id = only_organization)
      and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
    order by l.organization_id, l.id limit maximum;
  end;
revoke execute on function list_leads_beyond_ascii(uuid, uuid, uuid, integer) from public;
grant execute on function list_leads_beyond_ascii(uuid, uuid, uuid, integer) to leadlight_app;

-- Since when a submission waits for a decision, where that is not its arrival: a decision was taken back.
alter table suspected_submission add column waits_since timestamptz(3);
-- Until now they were kept for good: the operator has the whole time from here on.
update suspected_submission set waits_since = now() where state = 'suspected';

-- When a later model took this one's place; null: it is in force, or was never taken.
alter table rating_model add column replaced_at timestamptz(3);
-- Until now the sentence alone said which had been taken.
update rating_model m set replaced_at = (
  select min(n.trained_at) from rating_model n
  where n.organization_id = m.organization_id and n.trained_at > m.trained_at
    and (n.in_force or n.reason like 'Not worse:%'))
where not m.in_force and m.reason like 'Not worse:%';
