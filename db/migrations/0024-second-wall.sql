-- Row-level security for people and their sessions, secrets that only narrow functions touch, and a role of its own for
-- the worker, which alone may look over all organizations.

-- The role that jobs are done as: it may what the application may, and calls the functions below.
do $$
begin
  if not exists (select from pg_roles where rolname = 'leadlight_worker') then
    begin
      create role leadlight_worker nologin;
    exception when duplicate_object or unique_violation then
      null; -- another database of this server made it at the same moment
    end;
  end if;
  -- From PostgreSQL 16 on, being a member is one thing and being allowed to SET ROLE another.
  if current_setting('server_version_num')::int >= 160000 then
    if not pg_has_role('leadlight_worker', 'leadlight_app', 'USAGE') then
      execute 'grant leadlight_app to leadlight_worker with inherit true, set false';
    end if;
    if not pg_has_role(current_user, 'leadlight_worker', 'SET') then
      execute format('grant leadlight_worker to %I with inherit false, set true', current_user);
    end if;
  else
    if not pg_has_role('leadlight_worker', 'leadlight_app', 'USAGE') then
      grant leadlight_app to leadlight_worker;
    end if;
    if not pg_has_role(current_user, 'leadlight_worker', 'MEMBER') then
      execute format('grant leadlight_worker to %I', current_user);
    end if;
  end if;
exception when insufficient_privilege then
  raise exception 'the role leadlight_worker is missing, or is no member of leadlight_app. As a superuser, run: create role leadlight_worker nologin; grant leadlight_app to leadlight_worker; grant leadlight_worker to %;', current_user;
end
$$;

------------------------------------------------------------------------------------------------------- people

-- Whom an organization knows: everybody who belongs to it or once did. Names of those who left still stand in its
-- leads and its log. Kept by a trigger, only ever added to.
create table colleague (
  organization_id uuid not null references organization,
  person_id uuid not null references person on delete cascade,
  since timestamptz(3) not null,
  primary key (organization_id, person_id)
);
insert into colleague (organization_id, person_id, since)
select organization_id, person_id, min(since)
from (
  select organization_id, person_id, created_at as since from membership
  union all
  select organization_id, person_id, added_at from lead_team_member
  union all
  select organization_id, created_by, created_at from api_token where created_by is not null
  union all
  select organization_id, created_by, created_at from intake_endpoint where created_by is not null
  union all
  select organization_id, actor_person_id, at from access_log where actor_person_id is not null
) met
group by organization_id, person_id;

create function keep_colleague() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into colleague (organization_id, person_id, since)
  values (new.organization_id, new.person_id, new.created_at)
  on conflict do nothing;
  return null;
end
$$;
create trigger keep_colleague after insert or update of person_id on membership
  for each row execute function keep_colleague();

alter table colleague enable row level security;
create policy tenant on colleague for select to leadlight_app using (organization_id = current_organization_id());
grant select on colleague to leadlight_app;

alter table person enable row level security;
create policy self on person to leadlight_app using (id = current_person_id());
create policy colleagues on person for select to leadlight_app
  using (exists (select from colleague c where c.organization_id = current_organization_id() and c.person_id = person.id));
-- The password's hash is read by find_account and written by make_account and replace_password, nowhere else.
revoke all on person from leadlight_app;
grant select (id, email, name, time_zone, locale, disabled_at, created_at, email_verified_at, email_refused_at,
              email_refused_reason),
      update (email, name, time_zone, locale, email_verified_at, email_refused_at, email_refused_reason)
  on person to leadlight_app;

alter table mail_preference enable row level security;
create policy own on mail_preference to leadlight_app using (person_id = current_person_id());

-- The account that signs in with this address, whatever its capitals: nobody is known yet, and only the exact address finds it.
create function find_account(address text)
  returns table (id uuid, email text, name text, password_hash text, time_zone text, locale text, disabled_at timestamptz,
                 email_verified_at timestamptz, email_refused_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select p.id, p.email, p.name, p.password_hash, p.time_zone, p.locale, p.disabled_at, p.email_verified_at, p.email_refused_at
    from person p where lower(p.email) = lower(address);
  end;

-- A new account; false, with nothing changed, when somebody has this address already.
create function make_account(new_id uuid, address text, full_name text, new_hash text, verified_at timestamptz, at timestamptz)
  returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into person (id, email, name, password_hash, email_verified_at, created_at)
  values (new_id, address, full_name, new_hash, verified_at, at)
  on conflict do nothing;
  return found;
end
$$;

-- Sets the password of the person on whose behalf the transaction works, of nobody else.
create function replace_password(new_hash text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update person set password_hash = new_hash where id = current_person_id();
  if not found then
    raise exception 'the transaction works for no person' using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- The address of a person took no mail.
create function mark_address_refused(of_person uuid, why text, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update person set email_refused_at = at, email_refused_reason = why where id = of_person;
  end;

-- Those of the people who want no mail of a category; a lead's news goes to people of several organizations.
create function list_switched_off(of_people uuid[], of_category text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select p.person_id from mail_preference p
    where p.person_id = any (of_people) and p.category = of_category and not p.by_mail;
  end;

-- What holds for a person in all organizations is asked for, and ended, by that person's own transactions only.
create or replace function find_waiting_verification(of_person uuid, at timestamptz) returns table (email text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.email, l.expires_at from account_link l
    where l.person_id = of_person and of_person = current_person_id()
      and l.purpose = 'verify' and l.used_at is null and l.replaced_at is null and l.expires_at > at
    order by l.created_at desc limit 1;
  end;

create or replace function replace_account_links(of_person uuid, link_purpose text, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update account_link l set replaced_at = at
    where l.person_id = of_person and of_person = current_person_id()
      and l.purpose = link_purpose and l.used_at is null and l.replaced_at is null;
  end;

create or replace function end_calendar_feeds(of_person uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update calendar_feed f set revoked_at = at
    where f.person_id = of_person and of_person = current_person_id() and f.revoked_at is null;
  end;

create or replace function find_limiting_link(of_person uuid, link_purpose text, since timestamptz, maximum integer)
  returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.created_at from account_link l
    where l.person_id = of_person and of_person = current_person_id() and l.purpose = link_purpose and l.created_at > since
    order by l.created_at desc offset maximum - 1 limit 1;
  end;

------------------------------------------------------------------------------------------------------ sessions

-- A session is found by the hash of its token (find_session); everything else about it is its person's own.
drop policy by_token on session;
create policy own on session to leadlight_app using (person_id = current_person_id());
revoke all on session from leadlight_app;
grant select (id, person_id, organization_id, user_agent, address, created_at, last_seen_at, expires_at, revoked_at),
      insert, update (organization_id, last_seen_at, expires_at, revoked_at)
  on session to leadlight_app;
-- However often it is used, a session ends 90 days after it began.
update session set expires_at = created_at + interval '90 days' where expires_at > created_at + interval '90 days';

-- Hashes of secrets are compared by find_api_token, find_intake_endpoint and find_calendar_feed, and read by nobody.
revoke all on api_token, intake_endpoint, calendar_feed from leadlight_app;
grant select (organization_id, id, name, hint, scopes, created_by, created_at, last_used_at, revoked_at),
      insert, update (last_used_at, revoked_at)
  on api_token to leadlight_app;
grant select (organization_id, id, name, hint, created_by, created_at, last_used_at, revoked_at),
      insert, update (last_used_at, revoked_at)
  on intake_endpoint to leadlight_app;
grant select (organization_id, id, person_id, created_at, last_used_at, revoked_at),
      insert, update (last_used_at, revoked_at)
  on calendar_feed to leadlight_app;

----------------------------------------------------------------------------------------------------- functions

-- Mails to an address came back: see 0014. The mail server is the operator's, so only the operator says so.
create or replace function mark_returned_mails(returned_address text, message_id uuid, why text, since timestamptz, at timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  marked_count integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'returned mail is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  with marked as (
    update mail m set returned_at = mark_returned_mails.at, return_reason = why
    where lower(m.address) = lower(returned_address) and m.created_at >= since and m.returned_at is null
      and (message_id is null or m.id = message_id)
    returning m.created_at),
  refused as (
    update person p set email_refused_at = mark_returned_mails.at, email_refused_reason = why
    where lower(p.email) = lower(returned_address)
      and exists (select from marked where p.email_verified_at is null or marked.created_at > p.email_verified_at)
    returning 1)
  select count(*)::integer into marked_count from marked;
  return marked_count;
end
$$;

-- Which migrations ran: a process that logs in as the application looks whether the database is as it needs it.
create function applied_migrations() returns setof text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
  'select m.name::text from public.kysely_migration m';

revoke execute on function keep_colleague(), find_account(text),
  make_account(uuid, text, text, text, timestamptz, timestamptz), replace_password(text),
  mark_address_refused(uuid, text, timestamptz), list_switched_off(uuid[], text), applied_migrations() from public;
grant execute on function find_account(text), make_account(uuid, text, text, text, timestamptz, timestamptz),
  replace_password(text), applied_migrations() to leadlight_app;

-- What looks over all organizations is the worker's alone.
revoke execute on function claim_expired_leads(timestamptz, timestamptz, integer), list_organizations_to_remind(timestamptz),
  list_working_calendars(uuid[]), find_due_digests(timestamptz), find_due_mails(timestamptz, integer),
  release_kept_mails(timestamptz, timestamptz), count_rating_outcomes(timestamptz),
  list_rating_examples(uuid, uuid, uuid, integer, timestamptz), list_marked_leads(text, text, uuid, uuid, uuid, integer),
  list_leads_beyond_ascii(uuid, uuid, uuid, integer) from leadlight_app;
grant execute on function claim_expired_leads(timestamptz, timestamptz, integer), list_organizations_to_remind(timestamptz),
  list_working_calendars(uuid[]), find_due_digests(timestamptz), find_due_mails(timestamptz, integer),
  release_kept_mails(timestamptz, timestamptz), count_rating_outcomes(timestamptz),
  list_rating_examples(uuid, uuid, uuid, integer, timestamptz), list_marked_leads(text, text, uuid, uuid, uuid, integer),
  list_leads_beyond_ascii(uuid, uuid, uuid, integer), mark_address_refused(uuid, text, timestamptz),
  list_switched_off(uuid[], text) to leadlight_worker;
