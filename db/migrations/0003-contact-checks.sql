-- Checks of contacts (CV-1 to CV-7): what was found out about the e-mail address and the phone number of a lead.

alter table lead
  -- A check is waiting or running: the validity is Unknown because nobody looked yet.
  add column checks_pending boolean not null default false,
  -- Beside what the customer typed (CV-2).
  add column phone_e164 text,
  add column phone_extension text;
-- Leads that were here before stay unchecked until somebody asks; those that come now are checked.
alter table lead alter column checks_pending set default true;

create table contact_check (
  organization_id uuid not null,
  lead_id uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  evidence jsonb not null,
  checked_at timestamptz(3) not null,
  retry_at timestamptz(3),
  primary key (organization_id, lead_id, kind),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);

-- The operator's block and allow lists, and what enough reports of partners marked (CV-6). Owned by the operator.
create table contact_mark (
  organization_id uuid not null references organization,
  id uuid not null,
  list text not null check (list in ('block', 'allow')),
  kind text not null check (kind in ('address', 'domain', 'phone')),
  value text not null,
  note text,
  source text not null check (source in ('operator', 'reports')),
  created_at timestamptz(3) not null,
  created_by text,
  primary key (organization_id, id)
);
create unique index contact_mark_value on contact_mark (kind, value, list);
create index contact_mark_newest on contact_mark (organization_id, created_at desc, id desc);

-- A partner's report that a lead is spam; one for each lead. What it is about is kept with it, so that counting
-- needs no look at anybody's leads.
create table spam_report (
  organization_id uuid not null,
  lead_id uuid not null,
  address text,
  domain text,
  reported_at timestamptz(3) not null,
  reporter_id uuid references person,
  reporter_name text not null,
  primary key (organization_id, lead_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index spam_report_address on spam_report (address, organization_id) where address is not null;
create index spam_report_domain on spam_report (domain, organization_id) where domain is not null;

-- Domains whose servers take mail for any name, so that an accepted recipient says nothing there.
create table catch_all_domain (
  domain text primary key,
  catch_all boolean not null,
  known_until timestamptz(3) not null
);

alter table installation
  -- How many organizations must report an address, or a domain that is no public mail service, before it is marked.
  add column spam_reports_for_address integer not null default 3 check (spam_reports_for_address > 0),
  add column spam_reports_for_domain integer not null default 5 check (spam_reports_for_domain > 0);

grant select, insert, update, delete on contact_check, contact_mark, spam_report, catch_all_domain to leadlight_app;
alter table contact_check enable row level security;
alter table contact_mark enable row level security;
alter table spam_report enable row level security;
create policy tenant on contact_check to leadlight_app using (organization_id = current_organization_id());
create policy tenant on contact_mark to leadlight_app using (organization_id = current_organization_id());
create policy tenant on spam_report to leadlight_app using (organization_id = current_organization_id());

-- What the lists say of an address, its domain with all that it stands below, and a number: what everybody's leads
-- are checked against. Reports of the current organization count for its own leads at once.
create function find_contact_marks(of_address text, of_domains text[], of_phone text)
  returns table (list text, kind text, source text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select m.list, m.kind, m.source from contact_mark m
    where (m.kind = 'address' and m.value = of_address) or (m.kind = 'domain' and m.value = any (of_domains))
       or (m.kind = 'phone' and m.value = of_phone)
    union all
    select 'block', 'address', 'own-report' from spam_report r
    where r.organization_id = current_organization_id() and r.address = of_address;
  end;

-- Marks an address and its domain when enough organizations reported them, and takes such a mark back when they
-- no longer do. A domain is reported by who reported an address of it; at least three addresses, so that one person
-- who writes to everybody does not mark an employer. Returns what changed.
create function settle_spam_reports(of_address text, of_domain text, new_ids uuid[], at timestamptz)
  returns table (kind text, value text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  operator uuid := (select o.id from organization o where o.kind = 'operator');
  enough record;
  wanted record;
begin
  if operator is null then
    return;
  end if;
  select i.spam_reports_for_address as addresses, i.spam_reports_for_domain as domains into enough from installation i;
  -- two reports at once count one after the other
  perform pg_advisory_xact_lock(hashtext('spam reports'), hashtext(coalesce(of_domain, of_address)));
  for wanted in
    select 'address' as kind, of_address as value, new_ids[1] as id,
           (select count(distinct r.organization_id) from spam_report r where r.address = of_address) >= enough.addresses as marked
    where of_address is not null
    union all
    select 'domain', of_domain, new_ids[2],
           (select count(distinct r.organization_id) >= enough.domains and count(distinct r.address) >= 3
            from spam_report r where r.domain = of_domain)
    where of_domain is not null
  loop
    if wanted.marked then
      insert into contact_mark (organization_id, id, list, kind, value, source, created_at)
      values (operator, wanted.id, 'block', wanted.kind, wanted.value, 'reports', at)
      on conflict (kind, value, list) do nothing;
    else
      delete from contact_mark m
      where m.list = 'block' and m.kind = wanted.kind and m.value = wanted.value and m.source = 'reports';
    end if;
    if found then
      kind := wanted.kind;
      value := wanted.value;
      return next;
    end if;
  end loop;
end
$$;

-- Leads that a mark is about, of everybody or of one organization, after a place in their order: ids only, for the jobs that check them again.
-- A domain is looked for by reading all leads: marks are rare and the job has time.
create function list_marked_leads(of_kind text, of_value text, only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Each kind has a statement of its own, so that each has the index that it can have.
  if of_kind = 'address' and only_organization is not null then
    return query
      select l.organization_id, l.id from lead l
      where l.organization_id = only_organization and l.contact_email_key = of_value and (after_id is null or l.id > after_id)
      order by l.id limit maximum;
  elsif of_kind = 'address' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.contact_email_key = of_value and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  elsif of_kind = 'phone' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.phone_e164 = of_value and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
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

revoke execute on function find_contact_marks(text, text[], text) from public;
revoke execute on function settle_spam_reports(text, text, uuid[], timestamptz) from public;
revoke execute on function list_marked_leads(text, text, uuid, uuid, uuid, integer) from public;
grant execute on function find_contact_marks(text, text[], text) to leadlight_app;
grant execute on function settle_spam_reports(text, text, uuid[], timestamptz) to leadlight_app;
grant execute on function list_marked_leads(text, text, uuid, uuid, uuid, integer) to leadlight_app;
