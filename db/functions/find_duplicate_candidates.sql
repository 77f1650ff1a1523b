-- Leads of the current organization that may be the same inquiry as this one: at most `maximum`, the latest first,
-- by each of email address, phone number, company domain with surname, similar company with surname, and much the
-- same company (`company` is the name without its legal form, folded and in ASCII; `company_domain` what one company
-- registered; null: not looked for). Also the names of those who wrote from that address and with that number, as
-- pairs of first and last name: how many people they are, the application tells. The caller applies its own
-- predicate to the ids.
--
-- For the application. Runs as its owner, because row-level security would keep the planner from the indexes, whose
-- operators and functions are not leakproof: it carries the organization itself.
create or replace function find_duplicate_candidates(of_lead uuid, at timestamptz, company text, company_domain text, maximum integer)
  returns table (lead_ids uuid[], email_names jsonb, phone_names jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  tenant uuid := current_organization_id();
  self record;
  mailbox text;
  line text;
  found_ids uuid[];
begin
  select l.email_key, l.phone_e164, l.is_test,
         duplicate_person_key(l.contact_last_name, l.contact_first_name) as person,
         contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at) as open
    into self from lead l where l.organization_id = tenant and l.id = of_lead;
  mailbox := duplicate_email_key(self.email_key);
  line := duplicate_phone_key(self.phone_e164);
  lead_ids := '{}';
  if self.open and mailbox is not null then
    select array_agg(c.id), jsonb_agg(distinct jsonb_build_array(c.contact_first_name, c.contact_last_name))
      into found_ids, email_names
    from (select l.id, l.contact_first_name, l.contact_last_name from lead l
          where l.organization_id = tenant and l.email_key is not null and duplicate_email_key(l.email_key) = mailbox
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and line is not null then
    select array_agg(c.id), jsonb_agg(distinct jsonb_build_array(c.contact_first_name, c.contact_last_name))
      into found_ids, phone_names
    from (select l.id, l.contact_first_name, l.contact_last_name from lead l
          where l.organization_id = tenant and l.phone_e164 is not null and duplicate_phone_key(l.phone_e164) = line
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company_domain is not null and self.person <> '' then
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant
            and coalesce(l.contact_last_name, l.contact_first_name) is not null
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person
            and duplicate_domain_key(l.email_key) collate "C" >= reverse(company_domain) || '.'
            -- the character after the dot: up to the end of what stands below the domain
            and duplicate_domain_key(l.email_key) collate "C" < reverse(company_domain) || '/'
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company is not null and self.person <> '' then
    -- Of names that share less than this much the application takes none for alike.
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant and l.company_key is not null
            and coalesce(l.contact_last_name, l.contact_first_name) is not null
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person
            and l.company_key %> company
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if company is not null then
    -- Without a surname only much the same name is worth a look: a word like “engineering” is half of many names.
    perform set_config('pg_trgm.word_similarity_threshold', '0.7', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant and l.company_key is not null
            and l.company_key %> company and l.is_test = self.is_test
          order by word_similarity(company, l.company_key) desc, l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  lead_ids := array(select distinct u.id from unnest(lead_ids) u (id) where u.id <> of_lead);
  return next;
end
$$;
revoke execute on function find_duplicate_candidates from public, leadlight_app, leadlight_worker;
grant execute on function find_duplicate_candidates to leadlight_app;
