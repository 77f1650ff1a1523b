-- Possible duplicates in any script and any database (LQ-4): keys are folded as search folds text, so that nothing depends
-- on the locale that the database was made with; ways to write the same line are one number; addresses are compared as
-- they are read, here and where the same inquiry comes again (IN-3).

-- Functions and operators of the extensions may be used by everybody, as their authors mean it. Migration 0001 took that
-- away where a superuser ran it, whom those functions belong to. The owner of the tables, by now another role, then failed
-- in every function that looks as the owner and compares words.
do $$
declare
  closed regprocedure;
begin
  for closed in
    select p.oid::regprocedure
    from pg_proc p
    join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
                        and d.refclassid = 'pg_extension'::regclass
    join pg_extension e on e.oid = d.refobjid
    where e.extname in ('pg_trgm', 'btree_gin') and not has_function_privilege('public', p.oid, 'execute')
  loop
    execute format('grant execute on function %s to public', closed);
  end loop;
exception when insufficient_privilege then
  raise exception 'the functions of the extensions pg_trgm and btree_gin may not be used by %. As a superuser, run in this database: grant execute on all functions in schema public to %;', current_user, current_user;
end
$$;

drop function find_duplicate_candidates(uuid, timestamptz, text, text, integer);
drop index lead_duplicate_email;
drop index lead_duplicate_person;
drop index lead_duplicate_phone;
drop index lead_duplicate_company;
drop function duplicate_person_key(text, text);

-- The surname (or the only name) as search folds it, without spaces; umlauts in either spelling.
create function duplicate_person_key(last_name text, first_name text) returns text
  language sql immutable parallel safe
  return replace(replace(replace(replace(replace(public.fold_text(coalesce(nullif(last_name, ''), first_name, '')),
           ' ', ''), 'ss', 's'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');

-- Lines that people write in two ways in E.164: Argentina's 9 and Mexico's 1 in front of mobile numbers, and the ninth
-- digit of Brazil's.
create function duplicate_phone_key(e164 text) returns text
  language sql immutable parallel safe
  return case left(e164, 3)
    when '+54' then regexp_replace(e164, '^\+549(?=\d{10}$)', '+54')
    when '+52' then regexp_replace(e164, '^\+521(?=\d{10}$)', '+52')
    when '+55' then regexp_replace(e164, '^(\+55\d\d)9(?=[6-9]\d{7}$)', '\1')
    else e164 end;

-- The name as search folds it, in ASCII and with umlauts in either spelling, without the legal forms that some scripts
-- write without a space.
create function duplicate_company_key(name text) returns text
  language plpgsql immutable parallel safe strict as $$
declare
  t text := name;
begin
  -- most names are ASCII, and every step costs each lead that is stored
  if octet_length(t) <> char_length(t) then
    t := regexp_replace(normalize(t, NFKC),
           '株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|บริษัท|จำกัด|[(][株有合주유][)]', ' ', 'g');
  end if;
  t := public.fold_text(t);
  if octet_length(t) <> char_length(t) then
    t := public.trigram_text(t);
  end if;
  return replace(replace(replace(replace(t, 'ss', 's'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end
$$;

-- The address as it was read, in small letters with its domain in ASCII, where that is not simply what was typed in small
-- letters: typed with a name or a label around it, or with signs beyond ASCII. The application reads it at intake; the
-- worker reads those that were here before, which are few.
alter table lead add column email_read text;
select enqueue_job('lead.read-addresses', '{}', null, 'lead.read-addresses', null)
where exists (select from lead l
              where l.contact_email_key is not null and l.contact_email_key !~ '^[a-z0-9!#$%&*+/=?^_`{|}~.-]+@[a-z0-9.-]+$');
-- What addresses and companies are found by. Both are kept: row-level security keeps an expression from being looked up in
-- an index, and what the index of companies finds is compared again, which may be thousands for a word like “hotel”.
alter table lead
  add column email_key text generated always as (coalesce(email_read, lower(contact_email))) stored,
  add column company_key text generated always as (duplicate_company_key(customer_name)) stored;

drop index lead_by_email;
create index lead_by_email on lead (organization_id, email_key, received_at desc, id desc) where email_key is not null;
create index lead_duplicate_email on lead (organization_id, duplicate_email_key(email_key), received_at desc)
  where email_key is not null;
-- Partial like the others also so that no plan that was made on an empty table, a foreign key's among them, takes it for
-- as good as the primary key.
create index lead_duplicate_person on lead
  (organization_id, duplicate_person_key(contact_last_name, contact_first_name), duplicate_domain_key(email_key) collate "C")
  where coalesce(contact_last_name, contact_first_name) is not null;
create index lead_duplicate_phone on lead (organization_id, duplicate_phone_key(phone_e164), received_at desc)
  where phone_e164 is not null;
create index lead_duplicate_company on lead using gin (organization_id, company_key gin_trgm_ops) where company_key is not null;

-- Leads of the current organization that may be the same inquiry as this one: at most `maximum`, the latest first, by
-- each of e-mail address, phone number, company domain with surname, similar company with surname, and much the same
-- company (`company` is the name without its legal form, folded and in ASCII; `company_domain` what one company
-- registered; null: not looked for). Also the names of those who wrote from that address and with that number, as pairs
-- of first and last name: how many people they are, the application tells. Row-level security would keep the planner from
-- the indexes, because their operators and functions are not leakproof: this looks as the owner and carries the
-- organization itself. The caller applies its own predicate to the ids.
create function find_duplicate_candidates(of_lead uuid, at timestamptz, company text, company_domain text, maximum integer)
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
revoke execute on function find_duplicate_candidates(uuid, timestamptz, text, text, integer) from public;
grant execute on function find_duplicate_candidates(uuid, timestamptz, text, text, integer) to leadlight_app;
-- The columns and indexes compute them for whoever writes a lead.
grant execute on function duplicate_person_key(text, text), duplicate_phone_key(text), duplicate_company_key(text) to leadlight_app;

-- As before, by the address as it is read: what was read out of it, or else the small letters of what was typed.
create or replace function link_repeats(lead_ids uuid[]) returns table (id uuid, version integer)
  language plpgsql set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  return query
    update lead set repeat_of_lead_id = repeat.earlier_id
    from (
      select l.id, earlier.id as earlier_id
      from lead l cross join lateral (
        select e.id from lead e
        where e.organization_id = l.organization_id and e.email_key = l.email_key
          and e.lead_type = l.lead_type and e.is_test = l.is_test and e.offer_name is not distinct from l.offer_name
          and (l.lead_type <> 'Profile' or e.location_id is not distinct from l.location_id)
          and (e.received_at, e.id) < (l.received_at, l.id)
        order by e.received_at desc, e.id desc
        limit 1) earlier
      where l.organization_id = current_organization_id() and l.id = any (lead_ids) and l.repeat_of_lead_id is null
    ) repeat
    where lead.organization_id = current_organization_id() and lead.id = repeat.id and lead.repeat_of_lead_id is null
    returning lead.id, lead.version;
end
$$;

-- As before, by the address as it is read, and by the number in the index that numbers have now.
create or replace function list_marked_leads(of_kind text, of_value text, only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Each kind has a statement of its own, so that each has the index that it can have.
  if of_kind = 'address' and only_organization is not null then
    return query
      select l.organization_id, l.id from lead l
      where l.organization_id = only_organization and l.email_key = of_value
        and (after_id is null or l.id > after_id)
      order by l.id limit maximum;
  elsif of_kind = 'address' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.email_key = of_value
        and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  elsif of_kind = 'phone' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.phone_e164 = of_value and duplicate_phone_key(l.phone_e164) = duplicate_phone_key(of_value)
        and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  else
    return query
      select l.organization_id, l.id from lead l
      where (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
        and (split_part(l.contact_email_key, '@', -1) = of_value
             or right(l.contact_email_key, length(of_value) + 1) = '.' || of_value)
      order by l.organization_id, l.id limit maximum;
  end if;
end
$$;

-- As before, with the address that was read.
create or replace function take_leads(receipt_owner uuid, receipts jsonb, forgotten_before timestamptz,
                           lead_owner uuid, leads jsonb, events jsonb, jobs jsonb) returns uuid[]
  language plpgsql set search_path = pg_catalog, public as $$
declare
  stored uuid[];
  job record;
begin
  if receipts is null then
    select array_agg(l.id) into stored from jsonb_to_recordset(leads) as l (id uuid);
  else
    perform set_config('leadlight.organization_id', receipt_owner::text, true);
    with taken as (
      insert into intake_receipt as known (organization_id, door, key, request_hash, lead_id, routed, received_at)
      select receipt_owner, r.door, r.key, r.request_hash, r.lead_id, r.routed, r.received_at
      from jsonb_to_recordset(receipts)
        as r (door text, key bytea, request_hash bytea, lead_id uuid, routed boolean, received_at timestamptz)
      -- two transactions that take the same requests meet them in the same order, so neither waits for the other
      order by r.key
      on conflict (organization_id, door, key) do update
        set request_hash = excluded.request_hash, lead_id = excluded.lead_id, routed = excluded.routed,
            received_at = excluded.received_at
        where known.received_at < forgotten_before
      returning lead_id)
    select array_agg(taken.lead_id) into stored from taken;
    if stored is null then
      return '{}';
    end if;
  end if;
  perform set_config('leadlight.organization_id', lead_owner::text, true);
  insert into lead (organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_id, offer_name,
                    offer_title, is_test, door, routing_reason, customer_name, country, contact_first_name,
                    contact_last_name, contact_title, contact_email, contact_phone, message, contact_allowed, consent_at,
                    consent_text_version, sender_organization_id, sender_person_id, sender_name,
                    sender_organization_name, email_validity, phone_validity, status, estimated_purchase_date,
                    received_at, updated_at, expires_at, available_until, hot_until, mended, suspected_spam, spam_score, email_read)
  select lead_owner, l.id, l.location_id, l.qualification, l.lead_type, l.call_to_action, l.lead_source, l.offer_id, l.offer_name,
         l.offer_title, l.is_test, l.door, l.routing_reason, l.customer_name, l.country, l.contact_first_name,
         l.contact_last_name, l.contact_title, l.contact_email, l.contact_phone, l.message, l.contact_allowed,
         l.consent_at, l.consent_text_version, l.sender_organization_id, l.sender_person_id, l.sender_name,
         l.sender_organization_name, l.email_validity, l.phone_validity, l.status, l.estimated_purchase_date,
         l.received_at, l.updated_at, l.expires_at, l.available_until, l.hot_until, l.mended,
         coalesce(l.suspected_spam, false), l.spam_score, l.email_read
  from jsonb_to_recordset(leads)
    as l (id uuid, location_id uuid, qualification text, lead_type text, call_to_action text, lead_source text, offer_id uuid,
          offer_name text, offer_title text, is_test boolean, door text, routing_reason text, customer_name text, country text,
          contact_first_name text, contact_last_name text, contact_title text, contact_email text, contact_phone text,
          message text, contact_allowed boolean, consent_at timestamptz, consent_text_version text,
          sender_organization_id uuid, sender_person_id uuid, sender_name text, sender_organization_name text,
          email_validity text, phone_validity text, status text, estimated_purchase_date date, received_at timestamptz,
          updated_at timestamptz, expires_at timestamptz, available_until timestamptz, hot_until timestamptz, mended jsonb,
          suspected_spam boolean, spam_score real, email_read text)
  where l.id = any (stored);
  insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note, version)
  select lead_owner, e.*
  from jsonb_to_recordset(events)
    as e (id uuid, lead_id uuid, type text, at timestamptz, actor_kind text, actor_person_id uuid, actor_name text, note text,
          version integer)
  where e.lead_id = any (stored);
  for job in
    select j.task, array_agg(j.lead_id) as lead_ids
    from jsonb_to_recordset(jobs) as j (task text, lead_id uuid)
    where j.lead_id = any (stored) group by j.task
  loop
    perform enqueue_job(job.task, json_build_object('organizationId', lead_owner, 'leadIds', job.lead_ids), null, null, null);
  end loop;
  return stored;
end
$$;
