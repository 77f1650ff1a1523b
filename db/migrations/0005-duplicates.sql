-- Possible duplicates (LQ-4): what people decided about a pair of leads, and how candidates are found.

-- One row for a pair, whichever of the two is looked at: the smaller id comes first.
create table duplicate_decision (
  organization_id uuid not null,
  lead_id uuid not null,
  other_lead_id uuid not null,
  decision text not null check (decision in ('linked', 'dismissed')),
  decided_at timestamptz(3) not null,
  decided_by_name text not null,
  primary key (organization_id, lead_id, other_lead_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade,
  foreign key (organization_id, other_lead_id) references lead (organization_id, id) on delete cascade,
  check (lead_id < other_lead_id)
);
create index duplicate_decision_other on duplicate_decision (organization_id, other_lead_id);
grant select, insert, update, delete on duplicate_decision to leadlight_app;
alter table duplicate_decision enable row level security;
create policy tenant on duplicate_decision to leadlight_app using (organization_id = current_organization_id());

-- The keys below only gather candidates: they are wider than what the application takes for the same, which looks at
-- each pair again.

-- Without dots and without what follows a plus sign; gmail.com has two names.
create function duplicate_email_key(email_key text) returns text
  language sql immutable parallel safe
  return replace(split_part(split_part(email_key, '@', 1), '+', 1), '.', '') || '@' ||
         case split_part(email_key, '@', -1) when 'googlemail.com' then 'gmail.com' else split_part(email_key, '@', -1) end;

-- The surname (or the only name) in small letters without accents, spaces and hyphens; umlauts in either spelling.
create function duplicate_person_key(last_name text, first_name text) returns text
  language sql immutable parallel safe
  return replace(replace(replace(replace(translate(
           regexp_replace(normalize(lower(coalesce(nullif(last_name, ''), first_name, '')), NFKD), '[\u0300-\u036f\s''’.-]', '', 'g'),
           'æđıłøœß', 'adiloos'),
         'ss', 's'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');

-- The domain of an address from its end, so that all names below a domain stand together.
create function duplicate_domain_key(email_key text) returns text
  language sql immutable parallel safe
  return reverse(split_part(email_key, '@', -1)) || '.';

-- LC-4, IN-6: by what may not be shown nothing is found.
create function contact_may_be_shown(contact_allowed boolean, status text, expires_at timestamptz, at timestamptz) returns boolean
  language sql immutable parallel safe
  return contact_allowed and status is distinct from 'Expired'
         and not (status is not distinct from 'Received' and coalesce(expires_at <= at, false));

create index lead_duplicate_email on lead (organization_id, duplicate_email_key(contact_email_key), received_at desc)
  where contact_email_key is not null;
create index lead_duplicate_person on lead
  (organization_id, duplicate_person_key(contact_last_name, contact_first_name), duplicate_domain_key(contact_email_key) collate "C");
create index lead_duplicate_phone on lead (organization_id, phone_e164, received_at desc) where phone_e164 is not null;
create index lead_duplicate_company on lead using gin (organization_id, customer_sort gin_trgm_ops);

-- Leads of the current organization that may be the same inquiry as this one: at most `maximum`, the latest first, by
-- each of e-mail address, phone number, company domain with surname, similar company with surname, and much the same
-- company (`company` is the name without its legal form, `company_domain` what one company registered; null: not
-- looked for). Also how many people, told apart by surname, wrote from that address and with that number. Row-level security would keep the planner from the
-- indexes, because their operators and functions are not leakproof: this looks as the owner and carries the
-- organization itself. The caller applies its own predicate to the ids.
create function find_duplicate_candidates(of_lead uuid, at timestamptz, company text, company_domain text, maximum integer)
  returns table (lead_ids uuid[], email_people integer, phone_people integer)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  tenant uuid := current_organization_id();
  self record;
  found_ids uuid[];
begin
  select l.contact_email_key, l.phone_e164, l.is_test,
         duplicate_person_key(l.contact_last_name, l.contact_first_name) as person,
         contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at) as open
    into self from lead l where l.organization_id = tenant and l.id = of_lead;
  lead_ids := '{}';
  email_people := 0;
  phone_people := 0;
  if self.open and self.contact_email_key is not null then
    select array_agg(c.id), count(distinct nullif(c.person, '')) into found_ids, email_people
    from (select l.id, duplicate_person_key(l.contact_last_name, l.contact_first_name) as person from lead l
          where l.organization_id = tenant and l.contact_email_key is not null
            and duplicate_email_key(l.contact_email_key) = duplicate_email_key(self.contact_email_key)
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and self.phone_e164 is not null then
    select array_agg(c.id), count(distinct nullif(c.person, '')) into found_ids, phone_people
    from (select l.id, duplicate_person_key(l.contact_last_name, l.contact_first_name) as person from lead l
          where l.organization_id = tenant and l.phone_e164 = self.phone_e164
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company_domain is not null and self.person <> '' then
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person
            and duplicate_domain_key(l.contact_email_key) collate "C" >= reverse(company_domain) || '.'
            -- the character after the dot: up to the end of what stands below the domain
            and duplicate_domain_key(l.contact_email_key) collate "C" < reverse(company_domain) || '/'
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company is not null and self.person <> '' then
    -- Of names that share less than this much the application takes none for alike.
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person and l.customer_sort %> company
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if company is not null then
    -- Without a surname only much the same name is worth a look: a word like “engineering” is half of many names.
    perform set_config('pg_trgm.word_similarity_threshold', '0.7', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant and l.customer_sort %> company and l.is_test = self.is_test
          order by word_similarity(company, l.customer_sort) desc, l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  lead_ids := array(select distinct u.id from unnest(lead_ids) u (id) where u.id <> of_lead);
  return next;
end
$$;
revoke execute on function find_duplicate_candidates(uuid, timestamptz, text, text, integer) from public;
grant execute on function find_duplicate_candidates(uuid, timestamptz, text, text, integer) to leadlight_app;
-- The indexes compute them for whoever writes a lead.
grant execute on function duplicate_email_key(text), duplicate_person_key(text, text), duplicate_domain_key(text),
  contact_may_be_shown(boolean, text, timestamptz, timestamptz) to leadlight_app;
